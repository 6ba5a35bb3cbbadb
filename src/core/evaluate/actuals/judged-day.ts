import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily } from '../../model/evaluation.ts';
import type { Measure } from '../../model/measure.ts';
import type { Cadence, RegularCadence } from '../../model/period.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { type WeightedPeriod, weightIn } from '../period/day-weights.ts';
import { dayNamed, type Intervals, type Spans } from '../period/intervals.ts';
import type { ValueReader } from '../values/value-reader.ts';

/** The intervals of a KPI, and up to which of them it is judged. */
export interface JudgedPeriod {
  /** Of its intervals: days for a total without a rhythm, where no row means that nothing happened. */
  readonly rhythm: Cadence;
  readonly intervals: Intervals;
  /** Weight of the days of each interval within the period; 0 when no day counts. */
  readonly weight: readonly number[];
  /** So many of the intervals ended long enough ago for a value to be there: the first ones. */
  readonly closedCount: number;
  /** Closed, with a value. */
  readonly hasValue: readonly boolean[];
  /** Of a window what is missing is a row: one that is not full yet is no gap. */
  readonly hasRows: readonly boolean[];
  /** Closed, with a cell that could not be read; none where everything could be. */
  readonly isUnreadable: readonly boolean[];
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
  /** Closed intervals with a cell that could not be read: they have no value, whatever Missing says. */
  readonly unreadableCount: number;
  /** The last days of these intervals; without a rhythm the days themselves. */
  readonly unreadableDays: readonly Day[];
  /** Of the intervals of weight > 0 up to A the share that could not be read. */
  readonly unreadableShare: number;
  /** So many of those that lack a value could not be read. */
  readonly unreadableGapCount: number;
  /** The newest rows are in, but the window that ends with them begins before the first one. */
  readonly isWindowOpen: boolean;
  /** After the last rows nothing came in when it should have. */
  readonly haveFiguresEnded: boolean;
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
  family: MeasureFamily;
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
  { start, end }: Intervals,
  { measure, reader, calendar }: Inputs,
): Pick<JudgedPeriod, 'closedCount' | 'hasValue' | 'valueCount'> {
  const lastClosed = calendar.today - 1 - measure.dataLagDays;
  const hasValue: boolean[] = [];
  let closedCount = 0;
  let valueCount = 0;
  for (let i = 0; i < start.length; i++) {
    const isClosed = end[i] <= lastClosed;
    const isFilled = isClosed && reader.hasValueIn(start[i], end[i]);
    if (isClosed) closedCount = i + 1;
    if (isFilled) valueCount++;
    hasValue.push(isFilled);
  }
  return { closedCount, hasValue, valueCount };
}

type Counts = Pick<
  JudgedPeriod,
  'countedCount' | 'missingCount' | 'unreadableGapCount' | 'unreadableShare'
>;

/** Of the intervals of weight > 0 up to one of them; of values that come when they come of all typed. */
function countUpTo(
  judgedIndex: number,
  {
    rhythm,
    intervals,
    weight,
    hasRows,
    isUnreadable,
    unreadableDays,
  }: Pick<
    JudgedPeriod,
    'rhythm' | 'intervals' | 'weight' | 'hasRows' | 'isUnreadable' | 'unreadableDays'
  >,
): Counts {
  let countedCount = 0;
  let missingCount = 0;
  let unreadableGapCount = 0;
  for (let i = 0; i <= judgedIndex; i++) {
    if (weight[i] <= 0) continue;
    countedCount++;
    if (!hasRows[i]) missingCount++;
    if (isUnreadable[i]) unreadableGapCount++;
  }
  const isIrregular = rhythm === 'irregular';
  const last = intervals.end[judgedIndex] ?? Number.NEGATIVE_INFINITY;
  const unreadable = isIrregular
    ? unreadableDays.filter((day) => day <= last).length
    : unreadableGapCount;
  const typed = isIrregular ? judgedIndex + 1 + unreadable : countedCount;
  const unreadableShare = unreadable / Math.max(1, typed);
  return { countedCount, missingCount, unreadableGapCount, unreadableShare };
}

const NONE: readonly boolean[] = [];

/** Which closed intervals could not be read; without a rhythm how many days, of all that were typed. */
function unreadableOf(
  { reader, period, measure, calendar }: Inputs,
  { start, end }: Spans,
  rhythm: Cadence,
  closedCount: number,
): { isUnreadable: readonly boolean[]; unreadableDays: readonly Day[] } {
  const days = reader.unreadableDays(period.start, period.end);
  if (days.length === 0) return { isUnreadable: NONE, unreadableDays: [] };
  const lastClosed = calendar.today - 1 - measure.dataLagDays;
  if (rhythm === 'irregular') {
    return { isUnreadable: NONE, unreadableDays: days.filter((day) => day <= lastClosed) };
  }
  const isUnreadable = start.map((day, i) => i < closedCount && reader.isUnreadableIn(day, end[i]));
  return { isUnreadable, unreadableDays: end.filter((_, i) => isUnreadable[i]) };
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
  const { intervals, hasValue } = judged;
  let judgedIndex = -1;
  intervals.end.forEach((end, i) => {
    if (end <= until && (isTotal || hasValue[i])) judgedIndex = i;
  });
  return {
    ...judged,
    valueCount: hasValue.filter((isFilled, i) => isFilled && i <= judgedIndex).length,
    judgedIndex,
    judgedDay: judgedIndex === -1 ? null : intervals.end[judgedIndex],
    ...countUpTo(judgedIndex, judged),
    isClosed: isOver,
    isStale: false,
  };
}

/** The newest of the first intervals whose rows are in, whatever its window says; else −1. */
function latestIn({ reader }: Inputs, { start, end }: Spans, count: number): number {
  for (let i = count - 1; i >= 0; i--) if (reader.hasRowsIn(start[i], end[i])) return i;
  return -1;
}

/**
 * A, the day the KPI is judged at: the end of the latest closed interval that has a value, never
 * after the due date; and what follows from it (calculations.md §2).
 */
export function findJudgedDay(inputs: Inputs): JudgedPeriod {
  const { period, measure, family, reader, calendar } = inputs;
  const { dataLagDays: lag } = measure;
  const { today } = calendar;
  const isIrregular = measure.cadence === 'irregular';
  const isIrregularTotal = isIrregular && family === 'total';
  const rhythm = isIrregularTotal ? 'day' : measure.cadence;
  const intervals = rhythm === 'irregular' ? irregularIntervals(inputs) : daysOrIntervals(rhythm);
  const weight = weightsOf(intervals, period);
  const filled = filledIntervals(intervals, inputs);
  const lastValued = filled.hasValue.lastIndexOf(true);
  const lastClosed = today - 1 - lag;
  // Once it has begun every closed day counts, with a row or without, or with what cannot be read.
  const hasBegun =
    lastValued !== -1 ||
    (reader.unreadableDays(period.start, lastClosed).length > 0 &&
      reader.datedBy(Number.NEGATIVE_INFINITY, lastClosed) !== null);
  const judgedIndex = isIrregularTotal && hasBegun ? filled.closedCount - 1 : lastValued;
  const judgedDay = judgedIndex === -1 ? null : intervals.end[judgedIndex];
  const grace = graceDaysOf(measure);
  const isPastGrace = (end: Day): boolean => today > end + lag + (grace ?? 0);

  const first = weight.findIndex((own) => own > 0);
  const firstResultDay = intervals.end[Math.max(0, first)] ?? period.end;
  const isFilledToTheEnd = judgedDay === period.end || isIrregular;
  const hasRows =
    measure.window === null
      ? filled.hasValue
      : intervals.start.map((day, i) => reader.hasRowsIn(day, intervals.end[i]));
  const { isUnreadable, unreadableDays } = unreadableOf(
    inputs,
    intervals,
    rhythm,
    filled.closedCount,
  );
  const counts = countUpTo(judgedIndex, {
    rhythm,
    intervals,
    weight,
    hasRows,
    isUnreadable,
    unreadableDays,
  });
  const latest = judgedDay === null ? latestIn(inputs, intervals, filled.closedCount) : -1;
  // What comes in of an interval that is not over yet shows that the figures go on.
  const newest = judgedDay === null ? latestIn(inputs, intervals, intervals.start.length) : -1;
  return {
    rhythm,
    intervals,
    weight,
    ...filled,
    judgedIndex,
    judgedDay,
    hasRows,
    isUnreadable,
    unreadableCount: unreadableDays.length,
    unreadableDays,
    ...counts,
    isClosed: today > period.end + lag && (isFilledToTheEnd || isPastGrace(period.end)),
    isStale:
      judgedDay !== null &&
      measure.missing !== 'nothing' &&
      (isIrregular ? isFeedSilent() : isNextOverdue(judgedIndex)),
    isBeforeFirstValue: judgedDay === null && isFirstToCome(),
    isWindowOpen:
      latest !== -1 && reader.isWindowOpenIn(intervals.start[latest], intervals.end[latest]),
    haveFiguresEnded: !isIrregular && measure.missing !== 'nothing' && isNextOverdue(newest),
    firstResultDay,
  };

  function daysOrIntervals(cadence: RegularCadence): Intervals {
    return calendar.intervals(cadence, { start: period.start, end: period.end });
  }

  /** Before its first row a total without a rhythm has nothing to be late with but a typed grace. */
  function isFirstToCome(): boolean {
    if (!isIrregular) return !isPastGrace(firstResultDay);
    return isIrregularTotal && (grace === null || today <= period.start + lag + grace);
  }

  /** An irregular feed is silent when its newest value is older than a typed grace allows. */
  function isFeedSilent(): boolean {
    const newest = inputs.reader.newestDay(today);
    if (grace === null) return false;
    // A channel without a row of its own is as silent as can be.
    return newest === null || (newest < period.end && today > newest + grace);
  }

  /** Whether the first closed interval of weight > 0 after one of them has run out of grace. */
  function isNextOverdue(position: number): boolean {
    for (let i = position + 1; i < filled.closedCount; i++) {
      if (weight[i] > 0) return isPastGrace(intervals.end[i]);
    }
    return false;
  }
}
