import type { SeriesForecast } from '../../../../../src/core/evaluate/forecast/series/forecast-series.ts';
import { sumsOfSteps } from '../../../../../src/core/evaluate/forecast/series/sum-of-steps.ts';

const forecast = {
  method: 'trend_season',
  mean: [10, 14],
  low: [7, 10],
  high: [14, 20],
  sigma: [2.7, 3.9],
};

/** Of all its steps. */
const sumOf = (steps: SeriesForecast) => sumsOfSteps(steps)[steps.mean.length];

describe('the sum of the steps to come', () => {
  it('adds the middles', () => {
    expect(sumOf(forecast).mean).toBe(24);
  });

  it('its band is wider than independent steps would give and narrower than the bands added', () => {
    const { low, high } = sumOf(forecast);
    expect(24 - low).toBeGreaterThan(Math.hypot(3, 4));
    expect(24 - low).toBeLessThan(3 + 4);
    expect(high - 24).toBeGreaterThan(Math.hypot(4, 6));
    expect(high - 24).toBeLessThan(4 + 6);
  });

  it('of one step is that step', () => {
    const one = { method: 'trend_season', mean: [-5], low: [-9], high: [2], sigma: [4.3] };
    const { mean, low, high } = sumOf(one);
    expect(mean).toBe(-5);
    expect(low).toBeCloseTo(-9, 10);
    expect(high).toBeCloseTo(2, 10);
  });

  it('of the first steps does not depend on the ones after them', () => {
    const [nothing, first, both] = sumsOfSteps(forecast);
    expect(nothing).toEqual({ mean: 0, low: 0, high: 0, sigma: 0 });
    expect(first.mean).toBe(10);
    expect(first.low).toBeCloseTo(7, 10);
    expect(first.high).toBeCloseTo(14, 10);
    expect(both).toEqual(sumOf(forecast));
  });

  it('of no steps is nothing', () => {
    const none = { method: 'trend_season', mean: [], low: [], high: [], sigma: [] };
    expect(sumOf(none)).toEqual({ mean: 0, low: 0, high: 0, sigma: 0 });
  });
});
