import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { type Book, measureOf } from './book.ts';
import { intervalsBetween, monthAround, monthOf, weekdayOf, yearBefore } from './calendar.ts';
import { familyOf, type Subject, valueOver } from './measure-values.ts';

/** §2, how the days of a KPI weigh. */
export interface Weights {
  /** As typed, before they are scaled; also outside S..E. */
  rawOf: (day: Day) => number;
  /** Scaled to mean 1 over the days that weigh. */
  weightOf: (day: Day) => number;
  /** W(d); 0 before S, and going on after E. */
  weightTo: (day: Day) => number;
}

function calendarWeight(book: Book, { dayWeights }: Kpi, day: Day): number {
  if (dayWeights.kind !== 'calendar') return 1;
  const calendar = book.workspace.calendars.find(({ name }) => name === dayWeights.calendarName);
  if (calendar === undefined) return 1;
  const date = calendar.dates.find((entry) => entry.day === day);
  if (date !== undefined) return date.weight;
  const weekday = calendar.weekdays.find((entry) => entry.weekday === weekdayOf(day));
  const month = calendar.months.find((entry) => entry.month === monthOf(day));
  return (weekday?.weight ?? 1) * (month?.weight ?? 1);
}

/** Last year's weights: what the same month came to, negative as 0, evenly over its days. */
function lastYearWeight(book: Book, kpi: Kpi, since: Day, day: Day): number {
  const now = monthAround(book.workspace, day);
  const then = yearBefore(book.workspace, day);
  const measure = measureOf(book, kpi.measureId);
  const subject = subjectFor(book, measure, kpi, since, () => 1, true);
  const months = intervalsBetween(book.workspace, measure.cadence, then.start, then.end);
  const total = valueOver(subject, months) ?? 0;
  return Math.max(0, total) / (now.end - now.start + 1);
}

/** A measure as a KPI reads it, its days weighed so. */
export function subjectFor(
  book: Book,
  measure: Measure,
  { channel, kind }: Pick<Kpi, 'channel' | 'kind'>,
  since: Day,
  weightOf: (day: Day) => number,
  isByDays: boolean,
): Subject {
  const isWhole =
    measure.formula !== null && familyOf(book, { ...measure, window: null }, kind) === 'average';
  const reader = { book, channel, since, weightOf, isByDays, isWhole, memo: new WeakMap() };
  return { reader, measure, family: familyOf(book, measure, kind) ?? 'average' };
}

export function weightsOf(book: Book, kpi: Kpi, since: Day): Weights {
  const known = new Map<Day, number>();
  const months = new Map<Day, number>();
  const lastYears = (day: Day): number => {
    const { start } = monthAround(book.workspace, day);
    const weight = months.get(start) ?? lastYearWeight(book, kpi, since, day);
    months.set(start, weight);
    return weight;
  };
  const rawOf = (day: Day): number => {
    const isLastYears = kpi.dayWeights.kind === 'last_year';
    const weight =
      known.get(day) ?? (isLastYears ? lastYears(day) : calendarWeight(book, kpi, day));
    known.set(day, weight);
    return weight;
  };
  let sum = 0;
  let count = 0;
  for (let day = kpi.start; day <= kpi.due; day++) {
    sum += rawOf(day);
    if (rawOf(day) > 0) count++;
  }
  const scale = sum > 0 ? count / sum : 0;
  const weightOf = (day: Day) => rawOf(day) * scale;
  // W of S, S + 1, …, as far as it was asked for.
  const upTo: number[] = [];
  const weightTo = (day: Day): number => {
    for (let next = kpi.start + upTo.length; next <= day; next++) {
      upTo.push((upTo[upTo.length - 1] ?? 0) + weightOf(next));
    }
    return day < kpi.start ? 0 : upTo[day - kpi.start];
  };
  return { rawOf, weightOf, weightTo };
}
