import { addYears, type Day, isoWeek, mondayOfIsoWeek } from '../../model/calendar-date.ts';
import {
  type CustomPeriod,
  type DayRange,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';

const WEEKS_EVERY_YEAR_HAS = 52;

/** The period of the year before at the same place; a 53rd week or 13th period pairs with the last. */
function periodBefore(periods: readonly CustomPeriod[], own: CustomPeriod): CustomPeriod | null {
  const inYear = (year: number) => periods.filter((period) => period.year === year);
  const before = inYear(own.year - 1);
  return before[Math.min(inYear(own.year).indexOf(own), before.length - 1)] ?? null;
}

/** What pairs with a month, quarter or year of typed periods: years of weeks drift from the dates. */
function customIntervalBefore(
  periods: readonly CustomPeriod[],
  interval: DayRange,
): DayRange | null {
  const inside = periods.filter(({ start, end }) => start >= interval.start && end <= interval.end);
  if (inside.length === 0) return null;
  const first = periodBefore(periods, inside[0]);
  const last = periodBefore(periods, inside[inside.length - 1]);
  return first === null || last === null ? null : { start: first.start, end: last.end };
}

/**
 * The day of a year before that pairs with a day of an interval: the last one with the last one, any
 * other as far from the start; in a month, quarter or year of the calendar the same date.
 */
export function pairedDay(whole: DayRange, pair: DayRange, day: Day, cut: YearCut): Day {
  if (day === whole.end) return pair.end;
  const isOfCalendar =
    whole.end - whole.start !== 6 &&
    !cut.customPeriods.some(({ start, end }) => start <= day && day <= end);
  const same = isOfCalendar ? addYears(day, -1) : pair.start + day - whole.start;
  return Math.min(pair.end, Math.max(pair.start, same));
}

/**
 * The whole interval of last year that pairs with this whole interval: same month, quarter or
 * fiscal period; ISO week n with n, 53 with 52; the last day of February with the last day of
 * February (calculations.md §7).
 */
export function lastYearInterval(
  cadence: RegularCadence,
  interval: DayRange,
  cut: YearCut,
): DayRange {
  if (cadence === 'day') {
    const day = addYears(interval.start, -1);
    return { start: day, end: day };
  }
  if (cadence === 'week') {
    const { weekYear, week } = isoWeek(interval.start);
    const monday = mondayOfIsoWeek(weekYear - 1, Math.min(week, WEEKS_EVERY_YEAR_HAS));
    return { start: monday, end: monday + 6 };
  }
  // A typed period may begin in the month before its own, as week 1 does: its middle tells which.
  const middle = interval.start + Math.floor((interval.end - interval.start) / 2);
  return (
    customIntervalBefore(cut.customPeriods, interval) ??
    intervalContaining(cadence, addYears(middle, -1), cut)
  );
}
