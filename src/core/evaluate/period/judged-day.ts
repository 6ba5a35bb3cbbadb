import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import type { Cadence } from '../../model/period.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { CalendarFacts } from './calendar-facts.ts';
import { type WeightedPeriod, weightIn } from './day-weights.ts';
import { dayNamed, type Intervals } from './intervals.ts';

/** The intervals of a KPI, and up to which of them it is judged. */
export interface JudgedPeriod {
  readonly intervals: Intervals;
  /** Weight of the days of each interval within the period; 0 when no day counts. */
  readonly weight: readonly number[];
  /** So many of the intervals ended long enough ago for a value to be there: the first ones. */
  readonly closedCount: number;
  /** Closed, with a value. */
  readonly hasValue: readonly boolean[];
  readonly valueCount: number;
  /** Position of the interval that ends at A; −1 when no closed interval has a value. */
  readonly judgedIndex: number;
  /** A */
  readonly judgedDay: Day | null;
  /** Of the intervals of weight > 0 up to A: how many there are, and how many lack a value. */
  readonly countedCount: number;
  readonly missingCount: number;
  readonly isClosed: boolean;
  readonly isStale: boolean;
  /** No value yet, and the first interval may still get one. */
  readonly isBeforeFirstValue: boolean;
  /** When the first value is due: the end of the first interval of weight > 0. */
  readonly firstResultDay: Day;
}

/** Positions of the intervals that can still bring something: of weight > 0, after the judged one. */
export function intervalsAhead({
  weight,
  judgedIndex,
}: Pick<JudgedPeriod, 'weight' | 'judgedIndex'>): number[] {
  const ahead: number[] = [];
  for (let i = judgedIndex + 1; i < weight.length; i++) if (weight[i] > 0) ahead.push(i);
  return ahead;
}

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
}

/** Without a rhythm: the stretches between dated values, each with its value. */
function irregularIntervals({ period, measure, reader, calendar }: Inputs): Intervals {
  const last = Math.min(period.end, calendar.today - 1 - measure.dataLagDays);
  const end = reader.days(period.start, last);
  return dayNamed(
    end.map((_, i) => (i === 0 ? period.start : end[i - 1] + 1)),
    end,
    calendar,
  );
}

function weightsOf({ start, end }: Intervals, period: WeightedPeriod): number[] {
  return start.map((day, i) => weightIn(period, { start: day, end: end[i] }));
}

/** Which closed intervals have a value, and how many are closed. */
function filledIntervals(
  { start, end, whole }: Intervals,
  { measure, reader, calendar }: Inputs,
): Pick<JudgedPeriod, 'closedCount' | 'hasValue' | 'valueCount'> {
  const lastClosed = calendar.today - 1 - measure.dataLagDays;
  const hasValue: boolean[] = [];
  let closedCount = 0;
  let valueCount = 0;
  for (let i = 0; i < start.length; i++) {
    const isClosed = end[i] <= lastClosed;
    const isFilled = isClosed && reader.hasValueIn(whole.start[i], whole.end[i], end[i]);
    if (isClosed) closedCount = i + 1;
    if (isFilled) valueCount++;
    hasValue.push(isFilled);
  }
  return { closedCount, hasValue, valueCount };
}

/**
 * The same judged at another day: of a total at the last interval that ends by then, since what is
 * not there is a gap; of the rest at the last one with a value.
 */
export function judgedUntil(
  judged: JudgedPeriod,
  { until, isOver }: { readonly until: Day; readonly isOver: boolean },
  isTotal: boolean,
): JudgedPeriod {
  const { intervals, hasValue, weight } = judged;
  let judgedIndex = -1;
  intervals.end.forEach((end, i) => {
    if (end <= until && (isTotal || hasValue[i])) judgedIndex = i;
  });
  return {
    ...judged,
    judgedIndex,
    judgedDay: judgedIndex === -1 ? null : intervals.end[judgedIndex],
    ...countUpTo(judgedIndex, weight, hasValue),
    isClosed: isOver,
    isStale: false,
  };
}

function countUpTo(
  judgedIndex: number,
  weight: readonly number[],
  hasValue: readonly boolean[],
): Pick<JudgedPeriod, 'countedCount' | 'missingCount'> {
  let countedCount = 0;
  let missingCount = 0;
  for (let i = 0; i <= judgedIndex; i++) {
    if (weight[i] <= 0) continue;
    countedCount++;
    if (!hasValue[i]) missingCount++;
  }
  return { countedCount, missingCount };
}

/**
 * A, the day the KPI is judged at: the end of the latest closed interval that has a value, never
 * after the due date; and what follows from it (calculations.md §2).
 */
export function findJudgedDay(inputs: Inputs): JudgedPeriod {
  const { period, measure, calendar } = inputs;
  const { cadence, dataLagDays: lag } = measure;
  const { today } = calendar;
  const isIrregular = cadence === 'irregular';
  const intervals = isIrregular
    ? irregularIntervals(inputs)
    : calendar.intervals(cadence, { start: period.start, end: period.end });
  const weight = weightsOf(intervals, period);
  const filled = filledIntervals(intervals, inputs);
  const judgedIndex = filled.hasValue.lastIndexOf(true);
  const judgedDay = judgedIndex === -1 ? null : intervals.end[judgedIndex];
  const grace = graceDaysOf(measure);
  const isPastGrace = (end: Day): boolean => today > end + lag + (grace ?? 0);

  const first = weight.findIndex((own) => own > 0);
  const firstResultDay = intervals.end[Math.max(0, first)] ?? period.end;
  const isFilledToTheEnd = judgedDay === period.end || isIrregular;
  return {
    intervals,
    weight,
    ...filled,
    judgedIndex,
    judgedDay,
    ...countUpTo(judgedIndex, weight, filled.hasValue),
    isClosed: today > period.end + lag && (isFilledToTheEnd || isPastGrace(period.end)),
    isStale: judgedDay !== null && (isIrregular ? isFeedSilent() : isNextOverdue()),
    isBeforeFirstValue: judgedDay === null && !isIrregular && !isPastGrace(firstResultDay),
    firstResultDay,
  };

  /** An irregular feed is silent when its newest value is older than a typed grace allows. */
  function isFeedSilent(): boolean {
    const newest = inputs.reader.newestDay(today);
    return grace !== null && newest !== null && newest < period.end && today > newest + grace;
  }

  /** Whether the first closed interval of weight > 0 after the judged one has run out of grace. */
  function isNextOverdue(): boolean {
    for (let i = judgedIndex + 1; i < filled.closedCount; i++) {
      if (weight[i] > 0) return isPastGrace(intervals.end[i]);
    }
    return false;
  }
}
