const averageOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Foresees `horizon` values from a history; null when it cannot. */
export type Forecaster = (history: readonly number[], horizon: number) => readonly number[] | null;

const MIN_HISTORY = 4;
const MIN_ORIGINS = 3;
const MAX_ORIGINS = 12;

/** How far a forecast was off from what came, per value; never negative. */
export type ErrorOf = (actual: readonly number[], forecast: readonly number[]) => number;

const meanAbsoluteError: ErrorOf = (actual, forecast) =>
  averageOf(actual.map((value, k) => Math.abs(value - forecast[k])));

/** For forecasts that say what the values add up to after each step: of every sum, per value in it. */
export const errorOfSums: ErrorOf = (actual, sums) => {
  let came = 0;
  const off = actual.map((value, k) => {
    came += value;
    return Math.abs(came - sums[k]);
  });
  return averageOf(off) / actual.length;
};

/**
 * How far off a forecaster would have been on a series' own past: the mean error over up to 12
 * origins, each forecast up to `horizon` steps as far as the series goes. The origins are spread over
 * one horizon back from the newest value, or all were about its last dozen. Every origin counts once,
 * however many steps it could be checked on.
 *
 * Unit: that of the values. Compare it only with another forecaster on the same arguments. Null when
 * the series leaves fewer than 3 origins with two seasons (at least 4 values) of history, or when the
 * forecaster returns null at any of them: then the two would not be compared on the same past.
 *
 * @param most beyond this it need not be known how far off: Infinity as soon as it cannot be less
 */
export function rollingOriginError(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
  forecaster: Forecaster,
  most = Number.POSITIVE_INFINITY,
  errorOf: ErrorOf = meanAbsoluteError,
): number | null {
  const first = Math.max(MIN_HISTORY, 2 * seasonLength);
  const room = values.length - first;
  const stride = Math.max(1, Math.floor(Math.min(horizon, room) / MAX_ORIGINS));
  const origins = Math.min(MAX_ORIGINS, Math.floor(room / stride));
  if (origins < MIN_ORIGINS || !(horizon >= 1)) return null;
  let total = 0;
  for (let left = origins; left > 0; left--) {
    const origin = values.length - left * stride;
    const actual = values.slice(origin, origin + horizon);
    const forecast = forecaster(values.slice(0, origin), actual.length);
    if (forecast === null) return null;
    total += errorOf(actual, forecast);
    if (total > most * origins) return Number.POSITIVE_INFINITY;
  }
  return total / origins;
}
