import type { Measurements } from '../../model/measurements.ts';
import type { AggregationRule } from './aggregations.ts';
import type { MeasuredCells } from './measured-cells.ts';

/**
 * Rows that do not count (1): of the recorded rows of one cell only the latest recorded counts, and
 * for levels an unrecorded one not at all beside a recorded one. Null when no row was recorded: all
 * count.
 *
 * @param ruleOf by position in the measurements' dictionary
 */
export function findReplacedRows(
  rows: Measurements,
  cells: MeasuredCells,
  ruleOf: ReadonlyArray<AggregationRule | null>,
): Uint8Array | null {
  const { recordedAt, rowCount, measure } = rows;
  if (!rows.hasRecorded) return null;
  const cellOf = cellNumbers(rows, cells);
  const latest = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    if (recordedAt[row] === 0) continue;
    const before = latest.get(cellOf(row));
    if (before === undefined || recordedAt[row] > before) latest.set(cellOf(row), recordedAt[row]);
  }
  const replaced = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const replaces = ruleOf[measure[row]]?.replaces ?? 'none';
    if (replaces === 'none') continue;
    const newest = latest.get(cellOf(row));
    if (newest === undefined) continue;
    const isReplaced = recordedAt[row] === 0 ? replaces === 'all' : recordedAt[row] < newest;
    if (isReplaced) replaced[row] = 1;
  }
  return replaced;
}

/** Numbers, because a text for every row would cost more than all the rest. */
function cellNumbers(
  { measure, channel, day, channels }: Measurements,
  { slotOf, firstDay, dayCount }: MeasuredCells,
) {
  return (row: number): number =>
    slotOf[measure[row] * channels.length + channel[row]] * dayCount + day[row] - firstDay;
}
