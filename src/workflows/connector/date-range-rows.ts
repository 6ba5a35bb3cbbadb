import { tableSpec } from '../../core/tables/result-tables.ts';
import type { Table } from '../../core/tables/table.ts';
import { columnOf } from '../../core/tables/table.ts';
import type { DateRange } from './request.ts';

/** Whether a row shares a day with the range; null in a table whose rows are of no day. */
export function overlaps(
  table: Table,
  { start, end }: DateRange,
): ((row: number) => boolean) | null {
  const { days } = tableSpec(table.id);
  if (days === undefined) return null;
  const starts = days.from === null ? null : columnOf(table, days.from);
  const ends = columnOf(table, days.to);
  return (row) => Number(starts?.[row] ?? end) <= end && Number(ends[row]) >= start;
}
