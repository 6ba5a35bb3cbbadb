import { civilFromDay, type Day } from '../model/calendar-date.ts';
import type { Language } from '../model/workspace.ts';
import { sentencesIn } from './sentence-book.ts';

/** 14 Feb 2026; 14 feb 2026 in Dutch. */
export function fullDate(day: Day, language: Language): string {
  return `${dayAndMonth(day, language)} ${civilFromDay(day).year}`;
}

/** 14 Feb in the year of the day it is read on, else with its year. */
export function shortDate(day: Day, readOn: Day, language: Language): string {
  const isSameYear = civilFromDay(day).year === civilFromDay(readOn).year;
  return isSameYear ? dayAndMonth(day, language) : fullDate(day, language);
}

function dayAndMonth(day: Day, language: Language): string {
  const { month, dayOfMonth } = civilFromDay(day);
  return `${dayOfMonth} ${sentencesIn(language).months[month - 1]}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 06:03 */
export const clockTime = (secondsOfDay: number): string =>
  `${two(Math.floor(secondsOfDay / 3600))}:${two(Math.floor((secondsOfDay % 3600) / 60))}`;

/** 060307, the tail of Data Studio's YEAR_MONTH_DAY_SECOND. */
export const compactTime = (secondsOfDay: number): string =>
  [secondsOfDay / 3600, (secondsOfDay % 3600) / 60, secondsOfDay % 60]
    .map((part) => two(Math.floor(part)))
    .join('');
