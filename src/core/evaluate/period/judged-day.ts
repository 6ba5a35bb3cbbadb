import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import { type Cadence, cutTo, type DayRange } from '../../model/period.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { CalendarFacts } from './calendar-facts.ts';
import { type WeightedPeriod, weightIn } from './day-weights.ts';

/** One interval of the cadence in the period of a KPI. */
export interface KpiInterval extends DayRange {
  /** The whole calendar interval: a value dated anywhere inside belongs to it. */
  whole: DayRange;
  /** Weight of its days within the period; 0 when no day counts. */
  weight: number;
  /** Ended long enough ago for a value to be there. */
  isClosed: boolean;
  hasValue: boolean;
}

export interface KpiPeriod {
  intervals: readonly KpiInterval[];
  /** Position of the interval that ends at A; −1 when no closed interval has a value. */
  judgedIndex: number;
  /** A */
  judgedDay: Day | null;
  isClosed: boolean;
  isStale: boolean;
  /** No value yet, and the first interval may still get one. */
  isBeforeFirstValue: boolean;
  /** When the first value is due: the end of the first interval of weight > 0. */
  firstResultDay: Day;
}

/** Intervals that can still bring something: those of weight > 0 after the judged one. */
export const intervalsAhead = ({
  intervals,
  judgedIndex,
}: Pick<KpiPeriod, 'intervals' | 'judgedIndex'>): KpiInterval[] =>
  intervals.slice(judgedIndex + 1).filter(({ weight }) => weight > 0);

/** Days after the end of an interval that a value may take, unless typed. */
const GRACE_DAYS: Record<Exclude<Cadence, 'irregular'>, number> = {
  day: 3,
  week: 3,
  month: 10,
  quarter: 15,
  year: 30,
};

/** Grace in days; null for an irregular measure without a typed one, which is never stale. */
export const graceDaysOf = (measure: Measure): number | null =>
  measure.graceDays ?? (measure.cadence === 'irregular' ? null : GRACE_DAYS[measure.cadence]);

interface Inputs {
  period: WeightedPeriod;
  measure: Measure;
  reader: ValueReader;
  calendar: CalendarFacts;
  today: Day;
}

function regularIntervals({ period, measure, reader, calendar, today }: Inputs): KpiInterval[] {
  if (measure.cadence === 'irregular') return [];
  const { dataLagDays } = measure;
  return calendar.over(measure.cadence, period).map((calendarInterval) => {
    const own = cutTo(calendarInterval, period);
    const whole = measure.cadence === 'day' ? own : calendarInterval;
    const isClosed = own.end <= today - 1 - dataLagDays;
    return {
      start: own.start,
      end: own.end,
      whole,
      weight: weightIn(period, own),
      isClosed,
      hasValue: isClosed && reader.hasValueIn(whole, own.end),
    };
  });
}

/** The stretches between the dated values of an irregular measure. */
function irregularIntervals({ period, measure, reader, today }: Inputs): KpiInterval[] {
  const last = Math.min(period.end, today - 1 - measure.dataLagDays);
  let start = period.start;
  return reader.days({ start, end: last }).map((day) => {
    const own = { start, end: day };
    start = day + 1;
    return { ...own, whole: own, weight: weightIn(period, own), isClosed: true, hasValue: true };
  });
}

function findJudgedIndex(intervals: readonly KpiInterval[]): number {
  for (let i = intervals.length - 1; i >= 0; i--) if (intervals[i].hasValue) return i;
  return -1;
}

/**
 * A, the day the KPI is judged at: the end of the latest closed interval that has a value, never
 * after the due date; and what follows from it (calculations.md §2).
 */
export function findJudgedDay(inputs: Inputs): KpiPeriod {
  const { period, measure, today } = inputs;
  const isIrregular = measure.cadence === 'irregular';
  const intervals = isIrregular ? irregularIntervals(inputs) : regularIntervals(inputs);
  const judgedIndex = findJudgedIndex(intervals);
  const judgedDay = judgedIndex === -1 ? null : intervals[judgedIndex].end;
  const grace = graceDaysOf(measure);
  const lag = measure.dataLagDays;
  const isPastGrace = (end: Day, days: number) => today > end + lag + days;

  const first = intervals.find((interval) => interval.weight > 0) ?? intervals[0];
  const firstResultDay = first?.end ?? period.end;
  const isFilledToTheEnd = judgedDay === period.end || isIrregular;
  return {
    intervals,
    judgedIndex,
    judgedDay,
    isClosed: today > period.end + lag && (isFilledToTheEnd || isPastGrace(period.end, grace ?? 0)),
    isStale: isIrregular
      ? judgedDay !== null && isFeedSilent(inputs, grace)
      : judgedDay !== null &&
        isStaleAfter(intervals, judgedIndex, (end) => isPastGrace(end, grace ?? 0)),
    isBeforeFirstValue:
      judgedDay === null && !isIrregular && !isPastGrace(firstResultDay, grace ?? 0),
    firstResultDay,
  };
}

/** An irregular feed is silent when its newest value is older than a typed grace allows. */
function isFeedSilent({ period, reader, today }: Inputs, grace: number | null): boolean {
  const newest = reader.newestDay(today);
  return grace !== null && newest !== null && newest < period.end && today > newest + grace;
}

/** Whether the first closed interval of weight > 0 after the judged one has run out of grace. */
function isStaleAfter(
  intervals: readonly KpiInterval[],
  judgedIndex: number,
  isPastGrace: (end: Day) => boolean,
): boolean {
  const next = intervals.find(
    (interval, i) => i > judgedIndex && interval.isClosed && interval.weight > 0,
  );
  return next !== undefined && isPastGrace(next.end);
}
