import { civilFromDay, type Day } from '../model/calendar-date.ts';
import type { DayRange } from '../model/period.ts';
import type { Language } from '../model/workspace.ts';
import { dates as en } from './en/dates.ts';
import { dates as nl } from './nl/dates.ts';
import type { InEachLanguage } from './words.ts';

/** Apart from all other words: an answer from stored results writes dates and no sentences. */
export interface DateWords {
  /** Short, January first. */
  readonly months: readonly string[];
  readonly weekOf: (week: number, year: string) => string;
  readonly quarterOf: (quarter: number, year: string) => string;
}

export const DATE_WORDS: InEachLanguage<DateWords> = { en, nl };

/** 14 Feb 2026; 14 feb 2026 in Dutch. */
export function fullDate(day: Day, language: Language): string {
  return `${dayAndMonth(day, language)} ${civilFromDay(day).year}`;
}

/** 14 Feb in the year of the day it is read on, else with its year. */
export function shortDate(day: Day, readOn: Day, language: Language): string {
  const isSameYear = civilFromDay(day).year === civilFromDay(readOn).year;
  return isSameYear ? dayAndMonth(day, language) : fullDate(day, language);
}

/** 1 Jan – 31 Mar 2025; of two years 1 Nov 2025 – 31 Jan 2026. */
export const dayRangeText = ({ start, end }: DayRange, language: Language): string =>
  `${shortDate(start, end, language)} – ${fullDate(end, language)}`;

const LABELS: ReadonlyArray<
  readonly [RegExp, (words: DateWords, year: string, number: number) => string]
> = [
  [/^(\d{4})-(\d\d)$/, ({ months }, year, month) => `${months[month - 1]} ${year}`],
  [/^(\d{4}) W(\d\d)$/, ({ weekOf }, year, week) => weekOf(week, year)],
  [/^(\d{4}) Q(\d)$/, ({ quarterOf }, year, quarter) => quarterOf(quarter, year)],
];

/** An interval as a sentence names it: 14 Feb 2026, week 7 of 2026, Feb 2026, Q1 2026, 2026. */
export function intervalName({ start, end }: DayRange, label: string, language: Language): string {
  if (start === end) return fullDate(start, language);
  for (const [form, write] of LABELS) {
    const found = form.exec(label);
    if (found !== null) return write(DATE_WORDS[language], found[1], Number(found[2]));
  }
  return label;
}

function dayAndMonth(day: Day, language: Language): string {
  const { month, dayOfMonth } = civilFromDay(day);
  return `${dayOfMonth} ${DATE_WORDS[language].months[month - 1]}`;
}
