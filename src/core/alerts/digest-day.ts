import { civilFromDay, type Day, isoWeekday } from '../model/calendar-date.ts';
import type { CivilTime } from '../model/turns.ts';
import type { Settings } from '../model/workspace.ts';

/** Which days a choice of Settings stands for. */
const DAYS: Readonly<Record<Settings['digestOn'], (day: Day) => boolean>> = {
  off: () => false,
  daily: () => true,
  workdays: (day) => isoWeekday(day) <= 5,
  monday: (day) => isoWeekday(day) === 1,
  tuesday: (day) => isoWeekday(day) === 2,
  wednesday: (day) => isoWeekday(day) === 3,
  thursday: (day) => isoWeekday(day) === 4,
  friday: (day) => isoWeekday(day) === 5,
  saturday: (day) => isoWeekday(day) === 6,
  sunday: (day) => isoWeekday(day) === 7,
  month_start: (day) => civilFromDay(day).dayOfMonth === 1,
};

/**
 * Whether this run makes the digest: the first of a day that was chosen, from the hour that was
 * chosen; before it only where no other run of that day will come.
 */
export function isDigestDue(
  { digestOn, digestHour }: Settings,
  lastDigest: Day | null,
  now: CivilTime,
  isLastOfDay: boolean,
): boolean {
  if (!DAYS[digestOn](now.day) || lastDigest === now.day) return false;
  return now.secondsOfDay >= digestHour * 3600 || isLastOfDay;
}
