import { civilFromDay, type Day } from '../model/calendar-date.ts';
import type { Language } from '../model/workspace.ts';
import { sentencesIn } from './languages.ts';

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
