import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { naive2, plainTheta } from '../../bench/forecast/benchmark-methods.ts';
import { measureSeries } from '../../bench/forecast/measure-series.ts';
import { readSeries } from '../../bench/forecast/read-series.ts';

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
  const train = seasonal.map((value, i) => value + 3 * i + ((i * 17) % 9));
  const test = [1, 2, 3].map((k) => 172 * season[k - 1] + 3 * k);

  it('reports per period and method', () => {
    const rows = measureSeries([{ id: 'a', period: 'QUARTERLY', train, test }]);
    expect(rows.map((row) => [row.period, row.method, row.series])).toEqual([
      ['QUARTERLY', 'Koers', 1],
      ['QUARTERLY', 'Theta', 1],
      ['QUARTERLY', 'Naive2', 1],
    ]);
    for (const row of rows) expect(row.sMAPE).toBeGreaterThan(0);
  });

  it('a period it does not know has no season', () => {
    const [own] = measureSeries([{ id: 'a', period: 'OTHER', train, test }]);
    const [yearly] = measureSeries([{ id: 'a', period: 'YEARLY', train, test }]);
    expect([own.period, own.series, own.sMAPE]).toEqual(['OTHER', 1, yearly.sMAPE]);
  });

  it('a past that never changes has no MASE, and too few values are left out and counted', () => {
    const yearly = (values: readonly number[]) => ({
      id: 'a',
      period: 'YEARLY',
      train: values,
      test: [5, 0],
    });
    const rows = measureSeries([
      yearly([4, 4, 4, 4]),
      yearly([0, 0, 0]),
      yearly([1, -2, 6]),
      yearly([7, 8]),
      yearly([]),
    ]);
    for (const row of rows) {
      expect([row.series, row.leftOut, row.scaledSeries]).toEqual([3, 2, 1]);
      expect(Number.isFinite(row.sMAPE) && Number.isFinite(row.MASE)).toBe(true);
    }
  });

  it('the file says which series is not of its form', () => {
    const written = (content: unknown) => {
      const path = join(mkdtempSync(join(tmpdir(), 'series-')), 'series.json');
      writeFileSync(path, JSON.stringify(content));
      return path;
    };
    const good = { id: 7, period: 'monthly', train: [1, 2], test: [3] };
    expect(readSeries(written([good]))).toEqual([{ ...good, id: '7', period: 'MONTHLY' }]);
    expect(() => readSeries(written([good, { id: 'b', train: [1, null], test: [] }]))).toThrow(
      'series b has no list of numbers',
    );
    expect(() => readSeries(written({ good }))).toThrow('holds no list of series');
  });
});
