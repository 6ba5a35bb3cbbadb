import type { Measure } from '../../../src/core/model/measure.ts';
import type { RawRow } from './book.ts';

/** §3: of recorded rows of one date and channel a later one replaces those before it. */
export const withoutReplaced = (rows: readonly RawRow[]): RawRow[] =>
  rows.filter(
    (row) =>
      !rows.some(
        (other) =>
          row.recordedAt > 0 &&
          other.day === row.day &&
          other.channel === row.channel &&
          other.recordedAt > row.recordedAt,
      ),
  );

const CANNOT_ADD = ['percent', 'points', 'seconds', 'minutes', 'hours', 'days', 'duration'];

/** §3: a level in percent, points or duration, and unique, cannot be added. */
export function addsOverChannels(measure: Measure): boolean {
  if (measure.addsUpOverChannels !== null) return measure.addsUpOverChannels;
  if (measure.aggregation === 'unique') return false;
  return measure.aggregation !== 'last' || !CANNOT_ADD.includes(measure.unit.kind);
}

/** §3: of one date the latest recorded, then the lower row. */
export function newestOf(rows: readonly RawRow[]): RawRow {
  let newest = rows[0];
  for (const row of rows) {
    const isNewer =
      row.day > newest.day || (row.day === newest.day && row.recordedAt >= newest.recordedAt);
    if (isNewer) newest = row;
  }
  return newest;
}
