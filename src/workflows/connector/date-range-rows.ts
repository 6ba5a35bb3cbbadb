import { compactDate } from '../../core/model/calendar-date.ts';
import type { PlainTable } from '../packed-tables/plain-table.ts';
import type { DateRange } from './request.ts';

/** Whether a row's interval shares a day with the range; dates are YYYYMMDD. */
export function overlaps(table: PlainTable, range: DateRange): (row: number) => boolean {
  const starts = table.column('interval_start') ?? [];
  const ends = table.column('interval_end') ?? [];
  const first = compactDate(range.start);
  const last = compactDate(range.end);
  return (row) => String(starts[row]) <= last && String(ends[row]) >= first;
}
