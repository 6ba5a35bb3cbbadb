import { weekdayNamed } from '../../core/intake/cell/month-names.ts';
import type { Turns } from '../../core/model/turns.ts';

const HOUR = /^(\d{1,2})(?:[:.]00)?(?: ?(?:h|u|uur))?$/i;

function typedHour(text: string): number | null {
  const hour = Number(HOUR.exec(text.trim())?.[1] ?? Number.NaN);
  return hour <= 23 ? hour : null;
}

/** "6", "06:00": every day within that hour; null for anything but a whole hour from 0 to 23. */
export function typedDaily(text: string): Turns | null {
  const hour = typedHour(text);
  return hour === null ? null : { every: 'day', hour };
}

/** "Monday 6", "ma 6": every week, the weekday in any language. */
export function typedWeekly(text: string): Turns | null {
  const [, word, time] = /^\s*(\p{L}+)\.?,?\s+(.+)$/u.exec(text) ?? [];
  const weekday = word === undefined ? null : weekdayNamed(word);
  const hour = time === undefined ? null : typedHour(time);
  return weekday === null || hour === null ? null : { every: 'week', weekday, hour };
}
