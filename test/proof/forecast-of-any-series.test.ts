import fc from 'fast-check';
import { forecastSeries } from '../../src/core/evaluate/forecast/series/forecast-series.ts';

function forecastOf(values: readonly number[], options: Parameters<typeof forecastSeries>[1]) {
  const forecast = forecastSeries(values, options);
  if (forecast === null) throw new Error('A forecast was expected.');
  return forecast;
}

const anySeries = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 3,
  maxLength: 70,
});
const positiveSeries = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 70 });
const anyOptions = fc.record({
  seasonLength: fc.constantFrom(1, 4, 7, 12),
  horizon: fc.integer({ min: 1, max: 20 }),
  nonNegative: fc.boolean(),
});

describe('whatever the series', () => {
  it('the forecast is finite, and its mean not below its middle', () => {
    fc.assert(
      fc.property(fc.oneof(anySeries, positiveSeries), anyOptions, (values, options) => {
        const { middle, lift } = forecastOf(values, options);
        expect(middle).toHaveLength(options.horizon);
        for (const number of middle) expect(Number.isFinite(number)).toBe(true);
        expect(lift).toBeGreaterThanOrEqual(1);
        expect(lift).toBeLessThan(2);
      }),
    );
  });

  it('what cannot be negative is never forecast below zero', () => {
    fc.assert(
      fc.property(anySeries, anyOptions, (values, options) => {
        const { middle } = forecastOf(values, { ...options, nonNegative: true });
        for (const number of middle) expect(number).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('another unit (× c) gives the same forecast in that unit', () => {
    // Powers of two scale without rounding; only logarithms round, far below the tolerance.
    const factors = fc.constantFrom(1 / 1024, 0.5, 4, 1024);
    const series = fc.oneof(positiveSeries, anySeries);
    fc.assert(
      fc.property(series, anyOptions, factors, (values, options, factor) => {
        const before = forecastOf(values, options);
        const after = forecastOf(
          values.map((value) => factor * value),
          options,
        );
        after.middle.forEach((value, k) => {
          const wanted = factor * before.middle[k];
          expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * (Math.abs(wanted) + 1e-9));
        });
      }),
    );
  });

  it('where growth is not relative, another zero point (+ c) only moves the forecast', () => {
    const withNegative = anySeries.map((values) => [...values, -500_000, 250_000]);
    fc.assert(
      fc.property(withNegative, fc.integer({ min: -9000, max: 9000 }), (values, shift) => {
        const options = { seasonLength: 4, horizon: 6, nonNegative: false };
        const before = forecastOf(values, options);
        const after = forecastOf(
          values.map((value) => value + shift),
          options,
        );
        after.middle.forEach((value, k) => {
          expect(Math.abs(value - shift - before.middle[k])).toBeLessThan(1);
        });
      }),
    );
  });

  it('the same series gives the same forecast, and is left as it was', () => {
    fc.assert(
      fc.property(anySeries, anyOptions, (values, options) => {
        const copy = [...values];
        expect(forecastSeries(values, options)).toEqual(forecastSeries(copy, options));
        expect(values).toEqual(copy);
      }),
    );
  });
});
