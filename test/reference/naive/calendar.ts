import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import type { Cadence, DayRange } from '../../../src/core/model/period.ts';
import type { Workspace } from '../../../src/core/model/workspace.ts';

/** An interval of the cadence, cut to S..E; `from`–`to` is the calendar interval before the cut. */
export interface Interval {
  cadence: Cadence;
  start: Day;
  end: Day;
  from: Day;
  to: Day;
}

export const isCut = ({ start, end, from, to }: Interval): boolean => start !== from || end !== to;

const MILLISECONDS_A_DAY = 86_400_000;

const dateOf = (day: Day): Date => new Date(day * MILLISECONDS_A_DAY);

const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY;

const yearOf = (day: Day): number => dateOf(day).getUTCFullYear();
/** 1–12 */
export const monthOf = (day: Day): number => dateOf(day).getUTCMonth() + 1;
/** 1 Monday … 7 Sunday */
export const weekdayOf = (day: Day): number => ((dateOf(day).getUTCDay() + 6) % 7) + 1;

/** Two days are in one interval of the cadence when they have the same key. */
function intervalKey(workspace: Workspace, cadence: Cadence, day: Day): string {
  if (cadence === 'day' || cadence === 'irregular') return `day ${day}`;
  if (cadence === 'week') return `week ${day - weekdayOf(day)}`;
  const custom = workspace.customPeriods.find(({ start, end }) => start <= day && day <= end);
  if (custom !== undefined) {
    const inYear = workspace.customPeriods.filter(({ year }) => year === custom.year);
    const quarter = Math.min(3, Math.floor(inYear.indexOf(custom) / 3));
    if (cadence === 'month') return `period ${custom.start}`;
    return cadence === 'quarter' ? `${custom.year} q${quarter}` : `${custom.year}`;
  }
  const monthsFromFiscalStart =
    yearOf(day) * 12 + monthOf(day) - workspace.settings.fiscalStartMonth;
  if (cadence === 'month') return `month ${monthsFromFiscalStart}`;
  if (cadence === 'quarter') return `quarter ${Math.floor(monthsFromFiscalStart / 3)}`;
  return `year ${Math.floor(monthsFromFiscalStart / 12)}`;
}

const counted = new WeakMap<Workspace, Map<string, readonly Interval[]>>();

/** Every interval that shares a day with S..E, in order; counted once a workbook. */
export function intervalsBetween(
  workspace: Workspace,
  cadence: Cadence,
  start: Day,
  end: Day,
): readonly Interval[] {
  const known = counted.get(workspace) ?? new Map<string, readonly Interval[]>();
  counted.set(workspace, known);
  const key = `${cadence} ${start} ${end}`;
  const intervals = known.get(key) ?? countIntervals(workspace, cadence, start, end);
  known.set(key, intervals);
  return intervals;
}

function countIntervals(workspace: Workspace, cadence: Cadence, start: Day, end: Day): Interval[] {
  const intervals: Interval[] = [];
  let lastKey = '';
  for (let day = start; day <= end; day++) {
    const key = intervalKey(workspace, cadence, day);
    if (key !== lastKey) intervals.push({ cadence, start: day, end: day, from: day, to: day });
    const current = intervals[intervals.length - 1];
    current.end = day;
    current.to = day;
    lastKey = key;
  }
  if (intervals.length === 0) return [];
  const first = intervals[0];
  const last = intervals[intervals.length - 1];
  const same = (a: Day, b: Day) =>
    intervalKey(workspace, cadence, a) === intervalKey(workspace, cadence, b);
  while (same(first.from, first.from - 1)) first.from--;
  while (same(last.to, last.to + 1)) last.to++;
  return intervals;
}

/** The month or fiscal period a day lies in. */
export function monthAround(workspace: Workspace, day: Day): DayRange {
  const [{ from, to }] = intervalsBetween(workspace, 'month', day, day);
  return { start: from, end: to };
}

/** The same date a year before; the last day of February pairs with the last day of February. */
function dateBefore(day: Day): Day {
  const isLastOfFebruary = monthOf(day) === 2 && monthOf(day + 1) === 3;
  if (isLastOfFebruary) return dayOf(yearOf(day) - 1, 3, 1) - 1;
  return dayOf(yearOf(day) - 1, monthOf(day), dateOf(day).getUTCDate());
}

/** Monday of a week of a week-year: week 1 holds 4 January. */
function mondayOf(weekYear: number, week: number): Day {
  const fourth = dayOf(weekYear, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + 7 * (week - 1);
}

/** ISO week n pairs with n of the week-year before, 53 with 52. */
function weekBefore(day: Day): DayRange {
  const thursday = day - weekdayOf(day) + 4;
  const weekYear = yearOf(thursday);
  const week = Math.floor((thursday - dayOf(weekYear, 1, 1)) / 7) + 1;
  const start = mondayOf(weekYear - 1, Math.min(week, 52));
  return { start, end: start + 6 };
}

const MONTHS: Partial<Record<Cadence, number>> = { month: 1, quarter: 3, year: 12 };

/** The interval of the year before that is what this day's interval is in its own year. */
function intervalBefore(workspace: Workspace, cadence: Cadence, day: Day): DayRange {
  if (cadence === 'week') return weekBefore(day);
  const length = MONTHS[cadence];
  if (length === undefined) return { start: dateBefore(day), end: dateBefore(day) };
  const custom = workspace.customPeriods.find(({ start, end }) => start <= day && day <= end);
  if (custom !== undefined) {
    const inYear = (year: number) => workspace.customPeriods.filter((one) => one.year === year);
    const before = inYear(custom.year - 1);
    const first = Math.floor(inYear(custom.year).indexOf(custom) / length) * length;
    const own = before.slice(first, first + length);
    if (own.length > 0) return { start: own[0].start, end: own[own.length - 1].end };
  }
  // The middle tells which it is: a typed period may begin in the month before its own.
  const [{ from, to }] = intervalsBetween(workspace, cadence, day, day);
  const middle = dateBefore(from + Math.floor((to - from) / 2));
  const [around] = intervalsBetween(workspace, cadence, middle, middle);
  return { start: around.from, end: around.to };
}

/**
 * §7, the paired day: in the same month, quarter, fiscal period or numbered week of the year before,
 * as far from its start; the last day of one pairs with the last day of the other.
 */
export function pairedDay(workspace: Workspace, cadence: Cadence, day: Day): Day {
  if (cadence === 'day' || cadence === 'irregular') return dateBefore(day);
  const [{ from, to }] = intervalsBetween(workspace, cadence, day, day);
  const before = intervalBefore(workspace, cadence, day);
  if (day === to) return before.end;
  const isCalendar = cadence !== 'week' && isOutsideCustom(workspace, day);
  const same = isCalendar ? dateBefore(day) : before.start + day - from;
  return Math.min(before.end, Math.max(before.start, same));
}

const isOutsideCustom = ({ customPeriods }: Workspace, day: Day): boolean =>
  !customPeriods.some(({ start, end }) => start <= day && day <= end);

const UNIT_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** §1, the first day of a window that ends on a day: 12 months to 30 June begin on 1 July. */
export function windowStart(
  workspace: Workspace,
  { length, unit }: NonNullable<Measure['window']>,
  end: Day,
): Day {
  if (unit === 'day') return end - length + 1;
  if (unit === 'week') return end - 7 * length + 1;
  let [{ from, to }] = intervalsBetween(workspace, unit, end, end);
  // Whole months, quarters, years or typed periods, when it ends with one.
  if (to === end) {
    for (let back = 1; back < length; back++) {
      [{ from }] = intervalsBetween(workspace, unit, from - 1, from - 1);
    }
    return from;
  }
  return dayAfterMonths(end + 1, -length * UNIT_MONTHS[unit]);
}

/** The same day of another month, cut to its length. */
function dayAfterMonths(day: Day, months: number): Day {
  const first = dayOf(yearOf(day), monthOf(day) + months, 1);
  const next = dayOf(yearOf(first), monthOf(first) + 1, 1);
  return first + Math.min(dateOf(day).getUTCDate(), next - first) - 1;
}

/** The same month or fiscal period of the year before. */
export const yearBefore = (workspace: Workspace, day: Day): DayRange =>
  intervalBefore(workspace, 'month', day);
