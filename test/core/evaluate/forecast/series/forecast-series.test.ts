import { forecastSeries } from '../../../../../src/core/evaluate/forecast/series/forecast-series.ts';

const plain = { seasonLength: 1, horizon: 4, nonNegative: false };
const monthly = { seasonLength: 12, horizon: 12, nonNegative: false };

function expectForecast(values: readonly number[], options = plain) {
  const forecast = forecastSeries(values, options);
  if (forecast === null) throw new Error('A forecast was expected.');
  return forecast;
}

/** Three years of months, December high, growing by 1 a month. */
const seasonalMonths = Array.from(
  { length: 36 },
  (_, i) => (100 + i) * (i % 12 === 11 ? 1.6 : 0.95) + ((i * 37) % 5),
);

describe('when there is too little to go on', () => {
  it.each([
    ['no values', []],
    ['one value', [4]],
    ['two values', [4, 6]],
    ['a value that is not a number', [4, Number.NaN, 6, 8]],
    ['an infinite value', [4, Number.POSITIVE_INFINITY, 6, 8]],
    ['a value too large to calculate with', [4, 1e200, 6, 8]],
  ])('%s: no forecast', (_, values) => {
    expect(forecastSeries(values, plain)).toBeNull();
  });

  it('a horizon of nothing: no forecast', () => {
    expect(forecastSeries([4, 6, 9], { ...plain, horizon: 0 })).toBeNull();
  });

  it('three values are enough', () => {
    expect(expectForecast([4, 6, 9]).middle).toHaveLength(4);
  });
});

describe('what a person would expect', () => {
  it('a value that never changed stays', () => {
    expect(expectForecast([7, 7, 7, 7])).toEqual({ middle: [7, 7, 7, 7], lift: 1 });
  });

  it('nothing but zeros stays zero', () => {
    expect(expectForecast([0, 0, 0, 0, 0]).middle).toEqual([0, 0, 0, 0]);
  });

  it('steady growth goes on, most of it', () => {
    const { middle } = expectForecast([10, 20, 30, 40, 50, 60, 70, 80]);
    [90, 100, 110, 120].forEach((straight, k) => {
      expect(middle[k]).toBeGreaterThan(80 + 0.4 * (straight - 80));
      expect(middle[k]).toBeLessThan(1.1 * straight);
    });
  });

  it('a loss that shrinks crosses zero', () => {
    const losses = [-80, -71, -59, -52, -39, -31, -19, -12];
    expect(expectForecast(losses).middle[3]).toBeGreaterThan(0);
  });

  it('December is high again', () => {
    const { middle } = expectForecast(seasonalMonths, monthly);
    const others = middle.slice(0, 11);
    expect(middle[11]).toBeGreaterThan(1.4 * Math.max(...others));
  });

  it('without two full years no season is claimed', () => {
    const { middle } = expectForecast(seasonalMonths.slice(0, 23), { ...monthly, horizon: 24 });
    for (let k = 12; k < 24; k++) {
      expect(Math.abs(middle[k] / middle[k - 1] - 1)).toBeLessThan(0.1);
    }
  });

  it('one freak value in the middle hardly moves the forecast', () => {
    const calm = [50, 52, 49, 51, 53, 50, 48, 51, 52, 50];
    const freak = calm.map((value, i) => (i === 4 ? 530 : value));
    const expected = expectForecast(calm).middle[3];
    expect(Math.abs(expectForecast(freak).middle[3] - expected)).toBeLessThan(0.05 * expected);
  });

  it('sales now and then are forecast as their average, not as nothing', () => {
    const sales = [0, 0, 3, 0, 0, 0, 2, 0, 0, 5, 0, 0, 0, 0, 4, 0];
    const { middle } = expectForecast(sales, { ...plain, nonNegative: true });
    middle.forEach((value) => {
      expect(value).toBeGreaterThan(0.3);
      expect(value).toBeLessThan(3);
    });
  });

  it('a shop closed at weekends is expected to be closed at weekends', () => {
    const days = Array.from({ length: 56 }, (_, i) => (i % 7 > 4 ? 0 : 20 + ((i * 37) % 7)));
    const { middle } = expectForecast(days, { seasonLength: 7, horizon: 7, nonNegative: true });
    expect(Math.min(...middle.slice(0, 5))).toBeGreaterThan(15);
    expect(Math.max(...middle.slice(5))).toBeLessThan(2);
  });

  it('three values that explode do not take the forecast to the moon', () => {
    expect(expectForecast([1, 10, 100]).middle[3]).toBeLessThan(400);
  });

  it('growth that compounds is carried on by one way of the three, not by all', () => {
    const doubled = [3, 6, 12, 24, 48, 96, 192, 384, 768, 1536];
    const { middle } = expectForecast(doubled, { ...plain, horizon: 3 });
    expect(middle[0]).toBeGreaterThan(1536);
    expect(middle[2]).toBeLessThan(8 * 1536);
  });

  it('of noisy proportions the mean lies above the middle, of amounts it does not', () => {
    const noisy = [40, 90, 20, 150, 60, 30, 200, 45, 80, 25, 110, 50];
    expect(expectForecast(noisy).lift).toBeGreaterThan(1.1);
    expect(expectForecast(noisy.map((value) => value - 60)).lift).toBe(1);
    expect(expectForecast(noisy.slice(0, 8)).lift).toBe(1);
  });

  it('thousands instead of units change nothing but the unit', () => {
    const before = expectForecast(seasonalMonths, monthly);
    const after = expectForecast(
      seasonalMonths.map((value) => value / 1000),
      monthly,
    );
    after.middle.forEach((value, k) => {
      expect(value * 1000).toBeCloseTo(before.middle[k], 6);
    });
    expect(after.lift).toBeCloseTo(before.lift, 9);
  });
});
