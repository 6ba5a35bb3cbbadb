import { naive2, plainTheta } from '../../../../bench/forecast/benchmark-methods.ts';
import { measureSeries } from '../../../../bench/forecast/measure-m1.ts';

const season = [1.3, 0.8, 0.7, 1.2];
const seasonal = Array.from({ length: 24 }, (_, i) => 100 * season[i % 4]);

describe('the yardsticks', () => {
  it('Naive2 repeats the last year of a pure season', () => {
    naive2(seasonal, 4, 4).forEach((value, k) => {
      expect(value).toBeCloseTo(100 * season[k], 8);
    });
  });

  it('Naive2 is the last value without a season', () => {
    expect(naive2([3, -1, 4, -2, 6], 1, 3)).toEqual([6, 6, 6]);
  });

  it('Theta continues a line at half its slope', () => {
    const line = Array.from({ length: 12 }, (_, i) => 7 + 4 * i);
    const ahead = plainTheta(line, 1, 3);
    expect(ahead[1] - ahead[0]).toBeCloseTo(2, 8);
    expect(ahead[0]).toBeGreaterThan(51);
  });
});

describe('the measurement', () => {
  it('reports per period and method, with a coverage only for bands', () => {
    const train = seasonal.map((value, i) => value + 3 * i + ((i * 17) % 9));
    const test = [1, 2, 3].map((k) => 172 * season[k - 1] + 3 * k);
    const rows = measureSeries([{ id: 'a', period: 'QUARTERLY', train, test }]);
    expect(rows.map((row) => [row.period, row.method, row.series])).toEqual([
      ['QUARTERLY', 'Koers', 1],
      ['QUARTERLY', 'Theta', 1],
      ['QUARTERLY', 'Naive2', 1],
    ]);
    expect(rows[0].coverage).not.toBeNull();
    expect(rows[1].coverage).toBeNull();
    for (const row of rows) expect(row.sMAPE).toBeGreaterThan(0);
  });
});
