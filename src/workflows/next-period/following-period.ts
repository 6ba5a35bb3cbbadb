import { addMonths, civilFromDay, type Day } from '../../core/model/calendar-date.ts';
import {
  type CustomPeriod,
  type DayRange,
  intervalContaining,
  type YearCut,
} from '../../core/model/period.ts';

/** The period after another one, and where a day of the one lies in the other. */
export interface FollowingPeriod {
  readonly range: DayRange;
  dayOf(day: Day): Day;
}

const MOST_MONTHS = 240;

const isFirstOfMonth = (day: Day): boolean => civilFromDay(day).dayOfMonth === 1;

/** Whole months from the start to the end, from any day of the month; null when it is not so. */
function wholeMonths({ start, end }: DayRange): number | null {
  for (let months = 1; months <= MOST_MONTHS; months += 1) {
    const last = addMonths(start, months) - 1;
    if (last === end) return months;
    if (last > end) return null;
  }
  return null;
}

/** The end of a month stays the end of a month. */
function monthsLater(day: Day, months: number): Day {
  return isFirstOfMonth(day + 1) ? addMonths(day + 1, months) - 1 : addMonths(day, months);
}

const sameRange = (one: DayRange, other: DayRange): boolean =>
  one.start === other.start && one.end === other.end;

/** Rows of the Periods tab that together are the range; empty when none are. */
function periodsIn({ customPeriods }: YearCut, range: DayRange): readonly CustomPeriod[] {
  const inside = customPeriods.filter(({ start, end }) => start >= range.start && end <= range.end);
  const [first] = inside;
  const last = inside[inside.length - 1];
  const isWhole = first?.start === range.start && last?.end === range.end;
  return isWhole ? inside : [];
}

/** The period, quarter or year of the Periods tab that begins the day after, or as many periods. */
function nextCustomPeriods(
  cut: YearCut,
  range: DayRange,
  own: readonly CustomPeriod[],
): readonly CustomPeriod[] {
  for (const cadence of ['month', 'quarter', 'year'] as const) {
    if (!sameRange(intervalContaining(cadence, range.start, cut), range)) continue;
    return periodsIn(cut, intervalContaining(cadence, range.end + 1, cut));
  }
  const from = cut.customPeriods.findIndex(({ start }) => start === range.end + 1);
  const next = from === -1 ? [] : cut.customPeriods.slice(from, from + own.length);
  return next.length === own.length ? next : [];
}

/** A day at the same place of the same period; the end of a period stays the end. */
function inCustomPeriods(
  own: readonly CustomPeriod[],
  next: readonly CustomPeriod[],
  day: Day,
): Day {
  const at = own.findIndex(({ start, end }) => day >= start && day <= end);
  const from = own[Math.max(0, at)];
  const to = next[Math.min(Math.max(0, at), next.length - 1)];
  return day === from.end ? to.end : Math.min(to.end, to.start + day - from.start);
}

/**
 * The period that follows: the next period, quarter or year of the Periods tab where that reaches,
 * else as many whole months as this one has, else as many days.
 */
export function followingPeriod(range: DayRange, cut: YearCut): FollowingPeriod {
  const within = ({ start, end }: DayRange, dayOf: (day: Day) => Day): FollowingPeriod => ({
    range: { start, end },
    dayOf: (day) => (day === range.end ? end : Math.min(end, Math.max(start, dayOf(day)))),
  });
  const own = periodsIn(cut, range);
  const next = own.length === 0 ? [] : nextCustomPeriods(cut, range, own);
  if (next.length > 0) {
    const whole = { start: next[0].start, end: next[next.length - 1].end };
    return within(whole, (day) => inCustomPeriods(own, next, day));
  }
  const start = range.end + 1;
  const months = wholeMonths(range);
  if (months !== null) {
    const end = addMonths(start, months) - 1;
    return within({ start, end }, (day) => monthsLater(day, months));
  }
  const length = range.end - range.start + 1;
  return within({ start, end: range.end + length }, (day) => day + length);
}
