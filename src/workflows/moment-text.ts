import { isoDate } from '../core/model/calendar-date.ts';
import type { Clock } from './ports.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-02-15 09:30, in the time zone of the workbook. */
export function momentText(clock: Clock, milliseconds: number, timeZone: string): string {
  const { day, secondsOfDay } = clock.civilTime(milliseconds, timeZone);
  const minutes = Math.floor(secondsOfDay / 60);
  return `${isoDate(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
