import type { Aggregation } from '../../model/measure.ts';
import type { Measurements } from '../../model/measurements.ts';

/**
 * Of a measure that counts, a row is one, whatever number stands in it, and a row of 0 only proves
 * that somebody looked (calculations.md §2, W_COUNT_VALUE). Other measures keep their values.
 */
export function countRows(
  rows: Measurements,
  aggregationOf: ReadonlyArray<Aggregation | null>,
): Measurements {
  if (!aggregationOf.includes('count')) return rows;
  const value = Float64Array.from(rows.value);
  for (let row = 0; row < rows.rowCount; row++) {
    if (aggregationOf[rows.measure[row]] === 'count') value[row] = value[row] === 0 ? 0 : 1;
  }
  return { ...rows, value };
}
