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
    expect(expectForecast([4, 6, 9]).mean).toHaveLength(4);
  });
});

describe('what a person would expect', () => {
  it('a value that never changed stays, without a band', () => {
    expect(expectForecast([7, 7, 7, 7])).toMatchObject({
      mean: [7, 7, 7, 7],
      low: [7, 7, 7, 7],
      high: [7, 7, 7, 7],
      sigma: [0, 0, 0, 0],
    });
  });

  it('nothing but zeros stays zero', () => {
    expect(expectForecast([0, 0, 0, 0, 0]).mean).toEqual([0, 0, 0, 0]);
  });

  it('steady growth goes on, and the band holds the straight line', () => {
    const { mean, low, high } = expectForecast([10, 20, 30, 40, 50, 60, 70, 80]);
    expect(mean[0]).toBeGreaterThan(85);
    [90, 100, 110, 120].forEach((expected, k) => {
      expect(low[k]).toBeLessThanOrEqual(expected);
      expect(high[k]).toBeGreaterThanOrEqual(expected);
    });
  });

  it('a loss that shrinks crosses zero', () => {
    const losses = [-80, -71, -59, -52, -39, -31, -19, -12];
    expect(expectForecast(losses).mean[3]).toBeGreaterThan(0);
  });

  it('December is high again', () => {
    const { mean } = expectForecast(seasonalMonths, monthly);
    const others = mean.slice(0, 11);
    expect(mean[11]).toBeGreaterThan(1.4 * Math.max(...others));
  });

  it('without two full years no season is claimed', () => {
    const { mean } = expectForecast(seasonalMonths.slice(0, 23), { ...monthly, horizon: 24 });
    for (let k = 12; k < 24; k++) {
      expect(Math.abs(mean[k] / mean[k - 1] - 1)).toBeLessThan(0.1);
    }
  });

  it('one freak value in the middle hardly moves the forecast', () => {
    const calm = [50, 52, 49, 51, 53, 50, 48, 51, 52, 50];
    const freak = calm.map((value, i) => (i === 4 ? 530 : value));
    const expected = expectForecast(calm).mean[3];
    expect(Math.abs(expectForecast(freak).mean[3] - expected)).toBeLessThan(0.05 * expected);
  });

  it('sales now and then are forecast as their average, not as nothing', () => {
    const sales = [0, 0, 3, 0, 0, 0, 2, 0, 0, 5, 0, 0, 0, 0, 4, 0];
    const { mean, low } = expectForecast(sales, { ...plain, nonNegative: true });
    mean.forEach((value) => {
      expect(value).toBeGreaterThan(0.3);
      expect(value).toBeLessThan(3);
    });
    expect(Math.min(...low)).toBe(0);
  });

  it('a shop closed at weekends is expected to be closed at weekends', () => {
    const days = Array.from({ length: 56 }, (_, i) => (i % 7 > 4 ? 0 : 20 + ((i * 37) % 7)));
    const { mean } = expectForecast(days, { seasonLength: 7, horizon: 7, nonNegative: true });
    expect(Math.min(...mean.slice(0, 5))).toBeGreaterThan(15);
    expect(Math.max(...mean.slice(5))).toBeLessThan(2);
  });

  it('three values that explode do not take the forecast to the moon', () => {
    const { mean, high } = expectForecast([1, 10, 100]);
    expect(mean[3]).toBeLessThan(400);
    expect(high[3]).toBeLessThan(1000);
  });

  it('what is further away is never surer', () => {
    // Counted in amounts: with values below 0 there are no proportions.
    const { sigma } = expectForecast([-3, 5, -4, 8, 0, 13, -5, 6, 9, -3]);
    for (let k = 1; k < sigma.length; k++) {
      expect(sigma[k]).toBeGreaterThanOrEqual(sigma[k - 1] * (1 - 1e-9));
    }
    expect(sigma[3]).toBeGreaterThan(1.05 * sigma[0]);
  });

  it('growth that compounds is carried on by one way of the three, not by all', () => {
    const doubled = [3, 6, 12, 24, 48, 96, 192, 384, 768, 1536];
    const { mean } = expectForecast(doubled, { ...plain, horizon: 3 });
    expect(mean[0]).toBeGreaterThan(1536);
    expect(mean[2]).toBeLessThan(8 * 1536);
  });

  it('thousands instead of units change nothing but the unit', () => {
    const before = expectForecast(seasonalMonths, monthly);
    const after = expectForecast(
      seasonalMonths.map((value) => value / 1000),
      monthly,
    );
    after.high.forEach((value, k) => {
      expect(value * 1000).toBeCloseTo(before.high[k], 6);
    });
  });
});
