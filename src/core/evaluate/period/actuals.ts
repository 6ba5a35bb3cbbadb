import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily, Numbers } from '../../model/evaluation.ts';
import type { Measure } from '../../model/measure.ts';
import { atLeast } from '../../model/quantity.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { CalendarFacts } from './calendar-facts.ts';
import type { JudgedPeriod } from './judged-day.ts';

/** X by interval of the period. */
export interface Actuals {
  /** Of each interval alone; of one that is not closed yet what its rows come to so far. */
  readonly own: Numbers;
  /**
   * At the end of each interval up to A: of a total all since the start, of a level the newest, of
   * an average on a line the value of that interval, of any other average all since the start
   * (calculations.md §1 and §3). Null after A, and without a value or with a divisor of 0.
   */
  readonly toDate: Numbers;
}

/** How the values of intervals make X. */
export interface Reading {
  readonly family: MeasureFamily;
  /** X is that of the interval alone: on a line, or where stretches cannot be made of intervals. */
  readonly isByInterval: boolean;
}

/** Whether no value of the measure ever was above 1: a percent of a whole. */
export function isNeverAboveOne(
  measure: Measure,
  { firstDay, days, over }: ValueReader,
  calendar: CalendarFacts,
): boolean {
  if (firstDay === null) return true;
  const range = { start: firstDay, end: calendar.today };
  const { cadence } = measure;
  if (measure.formula === null || cadence === 'irregular') {
    return days(range.start, range.end).every((day) => atLeast(1, over(day, day) ?? 0));
  }
  const { start, end } = calendar.over(cadence, range);
  return start.every((day, i) => atLeast(1, over(day, end[i]) ?? 0));
}

/** The value of one stretch alone; null when it has none. */
export const valueIn = (
  { family }: Pick<Reading, 'family'>,
  reader: ValueReader,
  start: Day,
  end: Day,
): number | null => (family === 'level' ? reader.newestIn(start, end) : reader.over(start, end));

function ownValues(
  reading: Reading,
  { intervals, hasValue, closedCount }: JudgedPeriod,
  reader: ValueReader,
  today: Day,
): Numbers {
  const { start, whole } = intervals;
  return start.map((day, i) => {
    if (hasValue[i]) return valueIn(reading, reader, whole.start[i], whole.end[i]);
    if (i < closedCount || day > today) return null;
    return reader.over(whole.start[i], Math.min(whole.end[i], today));
  });
}

export function actualsOf(
  reading: Reading,
  judged: JudgedPeriod,
  reader: ValueReader,
  today: Day,
): Actuals {
  const { intervals, judgedIndex } = judged;
  const { whole } = intervals;
  const own = ownValues(reading, judged, reader, today);
  const first = whole.start[0];
  const toDate = intervals.start.map((_, i) => {
    if (i > judgedIndex) return null;
    if (reading.isByInterval) return reader.over(whole.start[i], whole.end[i]);
    return valueIn(reading, reader, first, whole.end[i]);
  });
  return { own, toDate };
}
