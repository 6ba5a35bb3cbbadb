import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily, Numbers } from '../../model/evaluation.ts';
import type { ValueReader } from '../values/value-reader.ts';
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

function ownValues(
  { intervals, hasValue, closedCount }: JudgedPeriod,
  reader: ValueReader,
  today: Day,
): Numbers {
  const { start, end } = intervals;
  return start.map((day, i) => {
    const isKnown = hasValue[i] || (i >= closedCount && day <= today);
    return isKnown ? reader.over(day, end[i]) : null;
  });
}

export function actualsOf(
  reading: Reading,
  judged: JudgedPeriod,
  reader: ValueReader,
  today: Day,
): Actuals {
  const { intervals, hasValue, judgedIndex } = judged;
  const { start, end } = intervals;
  const own = ownValues(judged, reader, today);
  const toDate = start.map((_, i) => {
    if (i > judgedIndex) return null;
    if (reading.isByInterval) return hasValue[i] ? own[i] : null;
    return reader.over(start[0], end[i]);
  });
  return { own, toDate };
}
