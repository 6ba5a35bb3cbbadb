/**
 * A civil date as an integer: days since 1970-01-01. Never an instant, so no time zone and no
 * daylight-saving day can move it. A sheet's serial date is this number + 25569.
 */
export type Day = number;

/** Sheets counts days from 1899-12-30. */
const SERIAL_OF_DAY_ZERO = 25569;

export const dayFromSerial = (serial: number): Day => Math.floor(serial) - SERIAL_OF_DAY_ZERO;

export const serialFromDay = (day: Day): number => day + SERIAL_OF_DAY_ZERO;

export interface CivilDate {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  dayOfMonth: number;
}

/** Month may lie outside 1–12 and day outside the month: both roll over. */
export function dayFromCivil(year: number, month: number, dayOfMonth: number): Day {
  const monthIndex = year * 12 + month - 1;
  const y = Math.floor(monthIndex / 12);
  const m = monthIndex - y * 12 + 1;
  // Days from civil, counting years from March so that the leap day comes last.
  const marchYear = m <= 2 ? y - 1 : y;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilFromDay(day: Day): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a date that exists: 2026-02-29 does not. */
export const isCivilDate = (year: number, month: number, dayOfMonth: number): boolean =>
  Number.isInteger(year) &&
  Number.isInteger(month) &&
  Number.isInteger(dayOfMonth) &&
  month >= 1 &&
  month <= 12 &&
  dayOfMonth >= 1 &&
  dayOfMonth <= daysInMonth(year, month);

/** 1 Monday … 7 Sunday. */
export const isoWeekday = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day): Day => day - isoWeekday(day) + 1;

/** Keeps the day of the month, cut to the length of the month: 31 Jan + 1 month = 28 Feb. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const first = civilFromDay(dayFromCivil(year, month + months, 1));
  return dayFromCivil(
    first.year,
    first.month,
    Math.min(dayOfMonth, daysInMonth(first.year, first.month)),
  );
}

/**
 * The paired day some years away; the last day of February pairs with the last day of February,
 * so 28 Feb 2027 − 1 year = 28 Feb 2026 and 28 Feb 2029 − 1 year = 29 Feb 2028.
 */
export function addYears(day: Day, years: number): Day {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const target = year + years;
  const isLastOfFebruary = month === 2 && dayOfMonth === daysInMonth(year, 2);
  return dayFromCivil(target, month, isLastOfFebruary ? daysInMonth(target, 2) : dayOfMonth);
}

/** ISO 8601: the week-year is the calendar year of the week's Thursday. */
export function isoWeek(day: Day): { weekYear: number; week: number } {
  const thursday = mondayOf(day) + 3;
  const { year } = civilFromDay(thursday);
  return { weekYear: year, week: Math.floor((thursday - dayFromCivil(year, 1, 1)) / 7) + 1 };
}

export const mondayOfIsoWeek = (weekYear: number, week: number): Day =>
  mondayOf(dayFromCivil(weekYear, 1, 4)) + (week - 1) * 7;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** 2026-02-14 */
export function isoDate(day: Day): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The day of 2026-02-14; null for anything that is not an existing date written so. */
export function dayFromIsoDate(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, dayOfMonth] = match.slice(1).map(Number);
  return isCivilDate(year, month, dayOfMonth) ? dayFromCivil(year, month, dayOfMonth) : null;
}

/** 20260214, as Data Studio's YEAR_MONTH_DAY wants it. */
export function compactDate(day: Day): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return pad(year * 10_000 + month * 100 + dayOfMonth, 8);
}
