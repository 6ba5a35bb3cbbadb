const averageOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Symmetric mean absolute percentage error, as in the M3 competition: the mean of
 * 200·|actual − forecast| ÷ (|actual| + |forecast|), 0 where both are 0. In percent, 0–200. Null
 * without values.
 */
export function symmetricError(
  actual: readonly number[],
  forecast: readonly number[],
): number | null {
  if (actual.length === 0) return null;
  return averageOf(
    actual.map((value, k) => {
      const size = Math.abs(value) + Math.abs(forecast[k]);
      return size === 0 ? 0 : (200 * Math.abs(value - forecast[k])) / size;
    }),
  );
}

/**
 * Mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error ÷ that of "the same
 * as last year" inside the history. 1 is as good as last year's value one step ahead. Null without
 * values, with a history no longer than the season, or when every year was the same.
 */
export function scaledError(
  history: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  seasonLength: number,
): number | null {
  const scale = seasonalNaiveError(history, seasonLength);
  if (scale === null || scale === 0 || actual.length === 0) return null;
  return averageOf(actual.map((value, k) => Math.abs(value - forecast[k]))) / scale;
}

/** Mean absolute change over one season (1: from value to value). Null when there is none. */
export function seasonalNaiveError(
  history: readonly number[],
  seasonLength: number,
): number | null {
  if (history.length <= seasonLength) return null;
  return averageOf(history.slice(seasonLength).map((value, i) => Math.abs(value - history[i])));
}
