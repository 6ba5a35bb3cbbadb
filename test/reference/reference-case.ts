import type { Day } from '../../src/core/model/calendar-date.ts';
import { type Interval, intervalsBetween } from './naive-calendar.ts';
import {
  addsUpOverChannels,
  type Book,
  hasValue,
  measureOf,
  operandsOf,
  rowsIn,
  totalOf,
  valueOver,
} from './naive-rows.ts';
import { atLeast, type Definition, near } from './reference-definition.ts';
import type { Plan } from './reference-plan.ts';

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
  isReachedByTouch: boolean;
}

const isOpen = ({ book, definition }: Case, interval: Interval): boolean =>
  interval.end > book.today - 1 - definition.lag;

export const hasWeight = (definition: Definition, { start, end }: Interval): boolean =>
  !near(definition.weightTo(end), definition.weightTo(start - 1));

export function judgedDay({ definition, judged }: Case): Day | null {
  return judged === null ? null : definition.intervals[judged].end;
}

const holds = (book: Book, { kpi }: Definition, interval: Interval): boolean =>
  hasValue(book, kpi.measureId, kpi.channel, interval);

/** Has an operand figures of several channels that cannot be added, and never a total? */
export function lacksTotal({ book, definition }: Case): boolean {
  const { kpi } = definition;
  if (kpi.channel !== null) return false;
  return operandsOf(book, kpi.measureId).some(
    (operand) =>
      !addsUpOverChannels(book, operand) &&
      book.rowsOf(operand.id).every((row) => row.channel !== ''),
  );
}

/** All intervals that hold rows of the measure, before and after the period too. */
function historyOf(book: Book, { kpi, cadence, start, due }: Definition): readonly Interval[] {
  const days = operandsOf(book, kpi.measureId)
    .flatMap(({ id }) => book.rowsOf(id))
    .map(({ day }) => day);
  const first = Math.min(start, ...days);
  return intervalsBetween(book.workspace, cadence, first, Math.max(due, ...days));
}

/** Are the values of a total never negative? */
export function isNeverNegative(book: Book, definition: Definition): boolean {
  const { kpi, intervals, family } = definition;
  if (family !== 'total') return false;
  if (measureOf(book, kpi.measureId).formula === null) {
    if (book.rowsOf(kpi.measureId).every(({ value }) => value >= 0)) return true;
    return historyOf(book, definition).every((interval) => {
      const rows = rowsIn(book, kpi.measureId, kpi.channel, interval);
      const days = [...new Set(rows.map(({ day }) => day))];
      return days.every((day) => totalOf(rows.filter((row) => row.day === day)) >= 0);
    });
  }
  return intervals.every((interval) => {
    const value = valueOver(book, kpi.measureId, kpi.channel, [interval]);
    return value === null || value >= 0;
  });
}

/** Is every interval on its own: on a line, and what is valid only at its own cadence? */
export const isPerInterval = (book: Book, { kpi, isLine }: Definition): boolean =>
  isLine || operandsOf(book, kpi.measureId).some(({ aggregation }) => aggregation === 'unique');

export function openCase(book: Book, definition: Definition, plan: Plan): Case {
  const { kpi, intervals, lag } = definition;
  let judged: number | null = null;
  intervals.forEach((interval, position) => {
    const isClosed = interval.end <= book.today - 1 - lag;
    if (isClosed && holds(book, definition, interval)) judged = position;
  });
  const upToA = intervals.slice(0, (judged ?? -1) + 1);
  const values = upToA.map((interval) =>
    holds(book, definition, interval)
      ? valueOver(book, kpi.measureId, kpi.channel, [interval])
      : null,
  );
  const actuals = upToA.map((_, position) =>
    valueOver(
      book,
      kpi.measureId,
      kpi.channel,
      intervals.slice(isPerInterval(book, definition) ? position : 0, position + 1),
    ),
  );
  const missing = upToA.filter(
    (interval) => hasWeight(definition, interval) && !holds(book, definition, interval),
  );
  const atPlan = (last: Day) =>
    missing
      .filter(({ end }) => end <= last)
      .reduce((sum, { start, end }) => sum + (plan.at(end) ?? 0) - (plan.at(start - 1) ?? 0), 0);
  return {
    book,
    definition,
    plan,
    judged,
    actualAt: (position, isFilled = false) => {
      const actual = actuals[position];
      return !isFilled || actual === null ? actual : actual + atPlan(intervals[position].end);
    },
    intervalValue: (position) => values[position],
    held: upToA.filter((interval) => holds(book, definition, interval)),
    missing,
    isReachedByTouch:
      definition.type === 'reach' &&
      (kpi.reached === 'touch' || (kpi.reached === null && isNeverNegative(book, definition))),
  };
}

/** c: intervals with a value ÷ intervals of weight > 0, up to A. */
export function coverageOf({ definition, judged, missing }: Case): number | null {
  if (judged === null) return null;
  if (definition.cadence === 'irregular') {
    return near(definition.weightTo(definition.intervals[judged].end), 0) ? null : 1;
  }
  const count = definition.intervals
    .slice(0, judged + 1)
    .filter((interval) => hasWeight(definition, interval)).length;
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

/** Is the interval that ends on E in, or has its grace run out? */
export function isClosed({ book, definition, judged }: Case): boolean {
  const { due, lag, grace, intervals } = definition;
  if (book.today <= due + lag) return false;
  if (definition.cadence === 'irregular') return true;
  return judged === intervals.length - 1 || book.today > due + lag + (grace ?? 0);
}

/** The newest day with a value, up to today, also before S or after E. */
function newestValueDay({ book, definition }: Case): Day | null {
  const { measureId, channel } = definition.kpi;
  const days = operandsOf(book, measureId)
    .flatMap(({ id }) => book.rowsOf(id))
    .filter((row) => channel === null || row.channel === channel)
    .map(({ day }) => day)
    .sort((a, b) => b - a);
  const found = days.find((day) =>
    hasValue(book, measureId, channel, { start: day, end: day, from: day, to: day }),
  );
  return found ?? null;
}

export function isStale(kase: Case): boolean {
  const { book, definition, judged } = kase;
  const { lag, grace, intervals } = definition;
  if (judged === null) return false;
  if (definition.cadence === 'irregular') {
    const newest = newestValueDay(kase);
    // A value on or after E has covered the period.
    if (grace === null || newest === null || newest >= definition.due) return false;
    return book.today > newest + grace;
  }
  const next = intervals
    .slice(judged + 1)
    .find((interval) => !isOpen(kase, interval) && hasWeight(definition, interval));
  return next !== undefined && book.today > next.end + lag + (grace ?? 0);
}
