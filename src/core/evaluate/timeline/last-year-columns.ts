import type { Numbers, Timeline } from '../../model/evaluation.ts';
import type { Spans } from '../period/intervals.ts';
import type { KpiPart } from '../target/kpi-case.ts';

/**
 * Each interval of last year that pairs with one of this year, alone and from the first pair on.
 *
 * @param pairs null without a rhythm
 * @param none a column without anything
 */
export function lastYearColumns(
  { reader, reading }: KpiPart<'reader' | 'reading'>,
  pairs: Spans | null,
  none: Numbers,
): Pick<Timeline, 'lastYear' | 'lastYearToDate'> {
  if (pairs === null) return { lastYear: none, lastYearToDate: none };
  const { start, end } = pairs;
  const lastYear = start.map((day, i) =>
    reader.hasValueIn(day, end[i]) ? reader.over(day, end[i]) : null,
  );
  if (reading.family === 'level' || reading.isByInterval) {
    return { lastYear, lastYearToDate: lastYear };
  }
  return {
    lastYear,
    lastYearToDate: lastYear.map((own, i) => (own === null ? null : reader.over(start[0], end[i]))),
  };
}
