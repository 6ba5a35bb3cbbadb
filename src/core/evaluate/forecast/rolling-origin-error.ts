import { averageOf } from './series.ts';

/** Foresees `horizon` values from a history; null when it cannot. */
export type Forecaster = (history: readonly number[], horizon: number) => readonly number[] | null;

const MIN_HISTORY = 4;
const MIN_ORIGINS = 3;
const MAX_ORIGINS = 12;

/**
 * How far off a forecaster would have been on a series' own past: the mean absolute error over up
 * to 12 origins, the latest ones, each forecast up to `horizon` steps as far as the series goes.
 * Every origin counts once, however many steps it could be checked on.
 *
 * Unit: that of the values. Compare it only with another forecaster on the same arguments. Null when
 * the series leaves fewer than 3 origins with two years (at least 4 values) of history, or when the
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
): number | null {
  const first = Math.max(MIN_HISTORY, 2 * seasonLength);
  const origins = Math.min(MAX_ORIGINS, values.length - first);
  if (origins < MIN_ORIGINS || !(horizon >= 1)) return null;
  let total = 0;
  for (let origin = values.length - origins; origin < values.length; origin++) {
    const actual = values.slice(origin, origin + horizon);
    const forecast = forecaster(values.slice(0, origin), actual.length);
    if (forecast === null) return null;
    total += averageOf(actual.map((value, k) => Math.abs(value - forecast[k])));
    if (total > most * origins) return Number.POSITIVE_INFINITY;
  }
  return total / origins;
}
