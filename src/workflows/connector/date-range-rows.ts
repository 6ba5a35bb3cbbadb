import type { Table } from '../../core/tables/table.ts';
import { columnOf } from '../../core/tables/table.ts';
import type { DateRange } from './request.ts';

/** Whether a row's interval shares a day with the range. */
export function overlaps(table: Table, { start, end }: DateRange): (row: number) => boolean {
  const starts = columnOf(table, 'interval_start');
  const ends = columnOf(table, 'interval_end');
  return (row) => Number(starts[row]) <= end && Number(ends[row]) >= start;
}
