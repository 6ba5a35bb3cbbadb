import { isoDate } from '../../core/model/calendar-date.ts';
import { clockTime } from '../../core/model/clock-time.ts';
import type { Clock } from '../ports.ts';

/** 2026-02-15 09:30, in the time zone of the workbook. */
export function momentText(clock: Clock, milliseconds: number, timeZone: string): string {
  const { day, secondsOfDay } = clock.civilTime(milliseconds, timeZone);
  return `${isoDate(day)} ${clockTime(secondsOfDay)}`;
}
