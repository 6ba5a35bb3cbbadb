import type { Day } from '../../../src/core/model/calendar-date.ts';
import { type Book, firstDayOf, newestDayOf, once, operandsOf } from './book.ts';
import { type Interval, intervalsBetween } from './calendar.ts';
import { type Definition, isOfInterval } from './definition.ts';
import { hasRowValue, standingRows } from './measure-rows.ts';
import {
  hasOwnRows,
  hasValue,
  isUnreadableIn,
  isWindowOpenIn,
  valueIn,
  valueOver,
} from './measure-values.ts';
import { atLeast, near, totalOf } from './numbers.ts';
import type { Plan } from './plan.ts';
import { withoutReplaced } from './row-rules.ts';

/** A KPI on a day: what is known, up to which interval it is judged, and its plan. */
export interface Case {
  book: Book;
  definition: Definition;
  plan: Plan;
  /** Position of A's interval; null without any. */
  judged: number | null;
  /** X at the end of an interval; `isFilled`: missing intervals at their plan. */
  actualAt: (position: number, isFilled?: boolean) => number | null;
  /** Of an interval alone; for a level the level at its end. */
  intervalValue: (position: number) => number | null;
  /** Of the intervals up to A: those that have a value, and those of weight that have none. */
  held: readonly Interval[];
  missing: readonly Interval[];
  /** Closed intervals with a cell that could not be read. */
  unreadable: readonly Interval[];
  isReachedByTouch: boolean;
  /** Set for a period of a KPI with Every. */
  isOver: boolean | null;
}

export const hasWeight = ({ weightTo }: Definition, { start, end }: Interval): boolean =>
  !near(weightTo(end), weightTo(start - 1));

/** Is there one plan to stand beside the actual? */
export const isPlanned = ({ type }: Definition): boolean =>
  type !== 'range' && type !== 'track' && type !== 'corridor';

export function judgedDay({ definition, judged }: Case): Day | null {
  return judged === null ? null : definition.intervals[judged].end;
}

const isClosedInterval = ({ book, definition }: Pick<Case, 'book' | 'definition'>, end: Day) =>
  end <= book.today - 1 - definition.lag;

/** Every interval that holds rows of the measure, before and after the period too. */
export function historyOf(book: Book, { subject, cadence }: Definition): readonly Interval[] {
  const days = operandsOf(book, subject.measure.id).flatMap(({ id }) => {
    const first = firstDayOf(book, id);
    return Number.isFinite(first) ? [first, newestDayOf(book, id)] : [];
  });
  if (days.length === 0) return [];
  return intervalsBetween(book.workspace, cadence, Math.min(...days), Math.max(...days));
}

/** §8: are the values of a total never negative, its rows of a day taken together? */
export const isNeverNegative = (book: Book, definition: Definition): boolean =>
  once(book, `never negative ${definition.kpi.id} ${definition.start}`, () =>
    areNeverNegative(book, definition),
  );

function areNeverNegative(book: Book, definition: Definition): boolean {
  const { subject, kpi } = definition;
  const { measure } = subject;
  const history = historyOf(book, definition);
  if (measure.formula !== null) {
    return history.every((interval) => (valueIn(subject, interval) ?? 0) >= 0);
  }
  if (measure.aggregation !== 'sum') return true;
  return history.every(({ from, to }) => {
    const rows = withoutReplaced(standingRows(book, measure, kpi.channel, from, to));
    const days = [...new Set(rows.map(({ day }) => day))];
    return days.every(
      (day) => totalOf(rows.filter((row) => row.day === day).map(({ value }) => value)) >= 0,
    );
  });
}

/** §2: an irregular total is judged at every closed day, once it has begun. */
function judgedOfIrregularTotal(book: Book, definition: Definition): number | null {
  const { subject, intervals, lag } = definition;
  const last = book.today - 1 - lag;
  const hasBegun = operandsOf(book, subject.measure.id).every(
    ({ id, missing }) => missing === 'nothing' || firstDayOf(book, id) <= last,
  );
  const closed = intervals.filter(({ end }) => end <= last);
  return hasBegun && closed.length > 0 ? closed.length - 1 : null;
}

/** §2, A: the end of the latest closed interval that has a value. */
function judgedPosition(book: Book, definition: Definition): number | null {
  const { subject, intervals, cadence, family } = definition;
  if (cadence === 'irregular' && family === 'total') {
    return judgedOfIrregularTotal(book, definition);
  }
  let judged: number | null = null;
  intervals.forEach((interval, position) => {
    const isClosed = isClosedInterval({ book, definition }, interval.end);
    if (isClosed && hasValue(subject, interval)) judged = position;
  });
  return judged;
}

/** What a period of a KPI with Every is told by the whole. */
export interface Told {
  /** A of the whole, or the end of a period that is over before it. */
  until: Day;
  isOver: boolean;
}

/** Of a period the last interval by then; of what does not add up the last one with a value. */
function toldPosition({ intervals, subject, family }: Definition, until: Day): number | null {
  let found: number | null = null;
  intervals.forEach((interval, position) => {
    if (interval.end > until) return;
    if (family === 'total' || hasValue(subject, interval)) found = position;
  });
  return found;
}

export function openCase(book: Book, definition: Definition, plan: Plan, told?: Told): Case {
  const { kpi, intervals, subject, family, start, due, cadence } = definition;
  const judged =
    told === undefined ? judgedPosition(book, definition) : toldPosition(definition, told.until);
  const upToA = intervals.slice(0, (judged ?? -1) + 1);
  const isHeld = (interval: Interval) => hasValue(subject, interval);
  const actuals = upToA.map((interval, position) =>
    isOfInterval(definition)
      ? valueIn(subject, interval)
      : valueOver(subject, intervals.slice(0, position + 1)),
  );
  // Of a window what is missing is a row; a window that is not full yet is no gap.
  const isIn = (interval: Interval) =>
    definition.measure.window === null ? isHeld(interval) : hasOwnRows(subject, interval);
  const missing = upToA.filter((interval) => hasWeight(definition, interval) && !isIn(interval));
  // Of an irregular total what is missing is a row: it counts as much as the days with one, in the mean.
  const amounts =
    cadence === 'irregular' && family === 'total'
      ? upToA
          .filter(isHeld)
          .map((one) => valueIn(subject, one) ?? 0)
          .filter((one) => one !== 0)
      : [];
  const usual = amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0) / amounts.length;
  const atPlan = (last: Day) =>
    missing
      .filter(({ end }) => end <= last)
      .reduce(
        (sum, one) => sum + (usual ?? (plan.at(one.end) ?? 0) - (plan.at(one.start - 1) ?? 0)),
        0,
      );
  const asked =
    cadence === 'irregular' ? intervalsBetween(book.workspace, cadence, start, due) : intervals;
  return {
    book,
    definition,
    plan,
    judged,
    actualAt: (position, isFilled = false) => {
      const actual = actuals[position];
      return !isFilled || actual === null ? actual : actual + atPlan(intervals[position].end);
    },
    intervalValue: (position) =>
      isHeld(intervals[position]) ? valueIn(subject, intervals[position]) : null,
    held: upToA.filter(isHeld),
    missing,
    unreadable: asked.filter(
      (interval) =>
        isClosedInterval({ book, definition }, interval.end) && isUnreadableIn(subject, interval),
    ),
    isReachedByTouch:
      definition.type === 'reach' &&
      (kpi.reached === 'touch' ||
        (kpi.reached === null && family === 'total' && isNeverNegative(book, definition))),
    isOver: told?.isOver ?? null,
  };
}

/** c: intervals with a value ÷ intervals of weight > 0, up to A. */
export function coverageOf({ definition, judged, missing }: Case): number | null {
  if (judged === null) return null;
  const { cadence, family, intervals, weightTo } = definition;
  if (cadence === 'irregular' && family !== 'total') {
    return near(weightTo(intervals[judged].end), 0) ? null : 1;
  }
  const count = intervals.slice(0, judged + 1).filter((one) => hasWeight(definition, one)).length;
  return count === 0 ? null : (count - missing.length) / count;
}

/** The end of the first interval up to A at which a value was reached. */
export function firstReached(
  { definition, judged, actualAt }: Case,
  value: number,
  isFilled = false,
): Day | null {
  if (judged === null || definition.direction === null) return null;
  for (let position = 0; position <= judged; position++) {
    const actual = actualAt(position, isFilled);
    if (actual === null) continue;
    if (atLeast(definition.direction * actual, definition.direction * value)) {
      return definition.intervals[position].end;
    }
  }
  return null;
}

/** §2: is the interval that ends on E in, or has its grace run out? */
export function isClosed({ book, definition, judged, isOver }: Case): boolean {
  if (isOver !== null) return isOver;
  const { due, lag, grace, intervals, cadence } = definition;
  if (book.today <= due + lag) return false;
  if (cadence === 'irregular') return true;
  return judged === intervals.length - 1 || book.today > due + lag + (grace ?? 0);
}

/** The newest day with a row of every operand, up to today, also before S or after E. */
function newestValueDay({ book, definition }: Case): Day {
  const { kpi, measure, subject } = definition;
  return Math.min(
    ...operandsOf(book, measure.id).map((operand) => {
      const days = book
        .rowsOf(operand.id)
        .filter(({ channel }) => kpi.channel === null || channel === kpi.channel)
        .map(({ day }) => day)
        .sort((a, b) => b - a);
      // Of channels that cannot be added the whole has no value.
      const isValued = (day: Day) =>
        hasRowValue(subject.reader, operand, intervalsBetween(book.workspace, 'day', day, day)[0]);
      return days.find(isValued) ?? Number.NEGATIVE_INFINITY;
    }),
  );
}

/** §2: something should have come in after A, and has not. */
export function isStale(kase: Case): boolean {
  const { book, definition, judged, isOver } = kase;
  const { lag, grace, intervals, measure } = definition;
  if (judged === null || isOver !== null || measure.missing === 'nothing') return false;
  if (definition.cadence === 'irregular') {
    const newest = newestValueDay(kase);
    // A value on or after E has covered the period.
    if (grace === null || newest >= definition.due) return false;
    return book.today > newest + grace;
  }
  const next = intervals
    .slice(judged + 1)
    .find((one) => isClosedInterval(kase, one.end) && hasWeight(definition, one));
  return next !== undefined && book.today > next.end + lag + (grace ?? 0);
}

/** §8: no interval has a value yet, and the grace of the first one has not run out. */
export function isBeforeFirstInterval({ book, definition }: Case): boolean {
  const { cadence, family, intervals, lag, grace, start } = definition;
  if (cadence === 'irregular') {
    // Before its first row an irregular total has nothing to be late with, unless a grace is typed.
    return family === 'total' && (grace === null || book.today <= start + lag + grace);
  }
  const first = intervals.find((interval) => hasWeight(definition, interval));
  return first !== undefined && book.today <= first.end + lag + (grace ?? 0);
}

/** §1: the rows of the latest interval are in, and its window begins before the first of them. */
export function isBeforeWindow({ book, definition }: Case): boolean {
  const { subject, intervals } = definition;
  const latest = intervals
    .filter(({ end }) => isClosedInterval({ book, definition }, end))
    .filter((interval) => hasOwnRows(subject, interval))
    .at(-1);
  return latest !== undefined && isWindowOpenIn(subject, latest);
}

/** §2: one single date does not say how often there will be one. */
export const isOfOneValue = ({ book, definition }: Case): boolean =>
  operandsOf(book, definition.measure.id).some((operand) => operand.isCadenceGuessed);

/** The figures have ended for a KPI that never had a value to be judged by. */
export function haveFiguresEnded({ book, definition }: Case): boolean {
  const { subject, intervals, lag, grace, cadence, measure } = definition;
  if (cadence === 'irregular' || measure.missing === 'nothing') return false;
  const lastIn = intervals.reduce((last, one, i) => (hasOwnRows(subject, one) ? i : last), -1);
  const next = intervals.slice(lastIn + 1).find((one) => hasWeight(definition, one));
  return next !== undefined && book.today > next.end + lag + (grace ?? 0);
}
