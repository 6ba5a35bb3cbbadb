import { fullDate } from '../../core/language/format-date.ts';
import { clockTime } from '../../core/model/clock-time.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Clock } from '../ports.ts';

/** 15 Feb 2026 09:30, in the time zone of the workbook. */
export function momentText(
  clock: Clock,
  milliseconds: number,
  timeZone: string,
  language: Language,
): string {
  const { day, secondsOfDay } = clock.civilTime(milliseconds, timeZone);
  return `${fullDate(day, language)} ${clockTime(secondsOfDay)}`;
}
