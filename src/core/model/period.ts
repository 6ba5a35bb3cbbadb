import { civilFromDay, type Day, dayFromCivil, isoWeek, mondayOf } from './calendar-date.ts';

/** First and last day, both inclusive. */
export interface DayRange {
  start: Day;
  end: Day;
}

export const CADENCES = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** The regular rhythm in which a measure gets a value. */
export type RegularCadence = (typeof CADENCES)[number];
export type Cadence = RegularCadence | 'irregular';

/** A cadence as a number, so that "coarser" is ">": 0 day … 4 year. */
export const grainNumber = (cadence: RegularCadence): number => CADENCES.indexOf(cadence);

/** Days in one interval of a rhythm, in the mean of all years. */
export const MEAN_DAYS: Readonly<Record<RegularCadence, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** One row of the Periods tab: a "month" of a 4-4-5 or 53-week year. */
export interface CustomPeriod extends DayRange {
  label: string;
  year: number;
}

/** How the year is cut: by a start month, or by the Periods tab where it reaches. */
export interface YearCut {
  /** 1–12 */
  fiscalStartMonth: number;
  /** Ascending, without overlap. */
  customPeriods: readonly CustomPeriod[];
}

function customPeriodAt(periods: readonly CustomPeriod[], day: Day): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (day < periods[middle].start) high = middle - 1;
    else if (day > periods[middle].end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** A 4-4-5 year has quarters of three periods; a 13th period belongs to the last. */
function customQuarter(periods: readonly CustomPeriod[], index: number): DayRange {
  const { year } = periods[index];
  const first = periods.findIndex((period) => period.year === year);
  const inYear = periods.filter((period) => period.year === year);
  const quarter = Math.min(3, Math.floor((index - first) / 3));
  const last = quarter === 3 ? inYear.length - 1 : Math.min(inYear.length - 1, quarter * 3 + 2);
  return { start: inYear[quarter * 3].start, end: inYear[last].end };
}

function customInterval(
  cadence: RegularCadence,
  day: Day,
  periods: readonly CustomPeriod[],
): DayRange | null {
  if (periods.length === 0 || cadence === 'day' || cadence === 'week') return null;
  const index = customPeriodAt(periods, day);
  if (index === -1) return null;
  if (cadence === 'month') return { start: periods[index].start, end: periods[index].end };
  if (cadence === 'quarter') return customQuarter(periods, index);
  const inYear = periods.filter((period) => period.year === periods[index].year);
  return { start: inYear[0].start, end: inYear[inYear.length - 1].end };
}

/** First day of the fiscal year that holds the day. */
function fiscalYearStart(day: Day, startMonth: number): Day {
  const { year, month } = civilFromDay(day);
  return dayFromCivil(month >= startMonth ? year : year - 1, startMonth, 1);
}

/**
 * The whole, uncut interval of a cadence that holds the day. Weeks run from Monday; quarters and
 * years follow the fiscal year; months, quarters and years follow the Periods tab where it reaches.
 */
export function intervalContaining(cadence: RegularCadence, day: Day, cut: YearCut): DayRange {
  const custom = customInterval(cadence, day, cut.customPeriods);
  if (custom !== null) return custom;
  if (cadence === 'day') return { start: day, end: day };
  if (cadence === 'week') return { start: mondayOf(day), end: mondayOf(day) + 6 };
  const interval = calendarInterval(cadence, day, cut);
  return cut.customPeriods.length === 0 ? interval : beside(cut.customPeriods, day, interval);
}

/** What of a calendar interval lies beside the typed periods, before the first or after the last. */
function beside(periods: readonly CustomPeriod[], day: Day, { start, end }: DayRange): DayRange {
  const before = periods.filter((period) => period.end < day && period.end >= start);
  const after = periods.filter((period) => period.start > day && period.start <= end);
  return {
    start: Math.max(start, ...before.map((period) => period.end + 1)),
    end: Math.min(end, ...after.map((period) => period.start - 1)),
  };
}

function calendarInterval(cadence: 'month' | 'quarter' | 'year', day: Day, cut: YearCut): DayRange {
  const { year, month } = civilFromDay(day);
  if (cadence === 'month') {
    return { start: dayFromCivil(year, month, 1), end: dayFromCivil(year, month + 1, 1) - 1 };
  }
  const yearStart = fiscalYearStart(day, cut.fiscalStartMonth);
  const start = civilFromDay(yearStart);
  if (cadence === 'year') {
    return { start: yearStart, end: dayFromCivil(start.year + 1, start.month, 1) - 1 };
  }
  const monthsIn = (year - start.year) * 12 + month - start.month;
  const quarterMonth = start.month + Math.floor(monthsIn / 3) * 3;
  return {
    start: dayFromCivil(start.year, quarterMonth, 1),
    end: dayFromCivil(start.year, quarterMonth + 3, 1) - 1,
  };
}

/**
 * Every uncut interval that shares a day with the range, in order; none for an empty range.
 *
 * @param containing for those who remember the intervals they have seen
 */
export function intervalsOver(
  cadence: RegularCadence,
  range: DayRange,
  cut: YearCut,
  containing: typeof intervalContaining = intervalContaining,
): DayRange[] {
  const intervals: DayRange[] = [];
  let day = range.start;
  while (day <= range.end) {
    const interval = containing(cadence, day, cut);
    intervals.push(interval);
    day = interval.end + 1;
  }
  return intervals;
}

/** The interval cut to the range; itself when it lies within. */
export const cutTo = (interval: DayRange, range: DayRange): DayRange =>
  interval.start >= range.start && interval.end <= range.end
    ? interval
    : { start: Math.max(interval.start, range.start), end: Math.min(interval.end, range.end) };

/** The calendar year a fiscal year is called after: the one in which it ends. */
export function fiscalYearOf(day: Day, cut: YearCut): number {
  const index = customPeriodAt(cut.customPeriods, day);
  if (index !== -1) return cut.customPeriods[index].year;
  const { end } = intervalContaining('year', day, { ...cut, customPeriods: [] });
  return civilFromDay(end).year;
}

/** A language-free label: 2026-02-14, 2026 W07, 2026-02, 2026 Q1, 2026; a custom period's own. */
export function intervalLabel(cadence: RegularCadence, interval: DayRange, cut: YearCut): string {
  const { year, month, dayOfMonth } = civilFromDay(interval.start);
  const two = (value: number) => String(value).padStart(2, '0');
  if (cadence === 'day') return `${year}-${two(month)}-${two(dayOfMonth)}`;
  if (cadence === 'week') {
    const { weekYear, week } = isoWeek(interval.start);
    return `${weekYear} W${two(week)}`;
  }
  const index = customPeriodAt(cut.customPeriods, interval.start);
  if (cadence === 'month') {
    return index === -1 ? `${year}-${two(month)}` : cut.customPeriods[index].label;
  }
  const fiscalYear = fiscalYearOf(interval.start, cut);
  if (cadence === 'year') return String(fiscalYear);
  return `${fiscalYear} Q${quarterNumber(interval, cut)}`;
}

/** 1–4, counted from the start of the fiscal year. */
function quarterNumber(interval: DayRange, cut: YearCut): number {
  const year = intervalContaining('year', interval.start, cut);
  return intervalsOver('quarter', { start: year.start, end: interval.start }, cut).length;
}
