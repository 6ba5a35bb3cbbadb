import { forecastSeries } from '../../../../../src/core/evaluate/forecast/series/forecast-series.ts';
import {
  errorOfSums,
  type Forecaster,
  rollingOriginError,
} from '../../../../../src/core/evaluate/forecast/series/rolling-origin-error.ts';

const lastValue: Forecaster = (history, horizon) =>
  new Array<number>(horizon).fill(history[history.length - 1]);

const ownHistory =
  (seasonLength: number): Forecaster =>
  (history, horizon) =>
    forecastSeries(history, { seasonLength, horizon, nonNegative: true })?.mean ?? null;

describe('how far off a method would have been', () => {
  it('on a steady climb the last value is off by one step, then two', () => {
    // Origins 4, 5, 6 of 7: errors (3 + 6) / 2, (3 + 6) / 2 and 3, each origin counted once.
    expect(rollingOriginError([3, 6, 9, 12, 15, 18, 21], 1, 2, lastValue)).toBe(4);
  });

  it('the origins are spread over one horizon, at most twelve', () => {
    const origins: number[] = [];
    const values = Array.from({ length: 100 }, (_, i) => i);
    const spread = (horizon: number) => {
      origins.length = 0;
      rollingOriginError(values, 1, horizon, (history, steps) => {
        origins.push(history.length);
        return lastValue(history, steps);
      });
      return [origins[0], origins[origins.length - 1], origins.length];
    };
    expect(spread(12)).toEqual([88, 99, 12]);
    expect(spread(48)).toEqual([52, 96, 12]);
    // 96 values are left after the first four.
    expect(spread(400)).toEqual([4, 92, 12]);
  });

  it('of sums every sum counts, per value in the whole', () => {
    // 2, 4, 6 came; 3, 6, 9 were foreseen as 1, 2 and 3 more: off by 1, 0 and -3 of 3 values.
    expect(errorOfSums([2, 4, 6], [3, 6, 9])).toBeCloseTo((1 + 0 + 3) / 3 / 3, 12);
    expect(errorOfSums([5], [5])).toBe(0);
  });

  it('is zero for values that never change', () => {
    expect(rollingOriginError([5, 5, 5, 5, 5, 5, 5], 1, 3, lastValue)).toBe(0);
  });

  it('never shows the forecaster what is still to come', () => {
    const seen: number[][] = [];
    rollingOriginError([1, 2, 4, 8, 16, 32, 64], 1, 2, (history, horizon) => {
      seen.push([history.length, horizon]);
      return lastValue(history, horizon);
    });
    expect(seen).toEqual([
      [4, 2],
      [5, 2],
      [6, 1],
    ]);
  });

  it('is not worked out to the end once it is too much to matter', () => {
    const origins: number[] = [];
    const counted = (history: readonly number[], horizon: number) => {
      origins.push(history.length);
      return lastValue(history, horizon);
    };
    const values = [3, 6, 9, 12, 15, 18, 21];
    expect(rollingOriginError(values, 1, 2, counted, 4)).toBe(4);
    expect(origins).toEqual([4, 5, 6]);
    origins.length = 0;
    // Two origins are 4.5 off each: together more than three times 2.9.
    expect(rollingOriginError(values, 1, 2, counted, 2.9)).toBe(Number.POSITIVE_INFINITY);
    expect(origins).toEqual([4, 5]);
  });

  it('null with too short a past, or when the forecaster passes', () => {
    expect(rollingOriginError([], 1, 2, lastValue)).toBeNull();
    expect(rollingOriginError([1, 2, 4, 8, 16, 32], 1, 2, lastValue)).toBeNull();
    expect(rollingOriginError([1, 2, 4, 8, 16, 32, 64], 4, 2, lastValue)).toBeNull();
    expect(rollingOriginError([1, 2, 4, 8, 16, 32, 64], 1, 2, () => null)).toBeNull();
    expect(rollingOriginError([1, 2, 4, 8, 16, 32, 64], 1, 0, lastValue)).toBeNull();
  });

  it('tells that a seasonal KPI is better forecast from its own history than flat', () => {
    const months = Array.from(
      { length: 48 },
      (_, i) => 200 + 80 * Math.sin((i * Math.PI) / 6) + ((i * 29) % 11),
    );
    const ours = rollingOriginError(months, 12, 6, ownHistory(12));
    const flat = rollingOriginError(months, 12, 6, lastValue);
    expect(ours).not.toBeNull();
    expect(Number(ours)).toBeLessThan(Number(flat) / 4);
  });
});
