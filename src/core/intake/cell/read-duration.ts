import { anyOf } from '../../language/cell-words.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readNumber } from './read-number.ts';

const CLOCK = /^(-?)(\d{1,5}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/;
const HOURS = anyOf(({ hours }) => hours);
/** 2h30m, 2 hours 30 minutes, 1,5 uur */
const WORDS = new RegExp(
  `^(?:(\\d+(?:[.,]\\d{1,2})?)\\s*${HOURS})?\\s*` +
    `(?:(\\d+(?:[.,]\\d{1,2})?)\\s*${anyOf(({ minutes }) => minutes)})?\\s*` +
    `(?:(\\d+(?:[.,]\\d{1,2})?)\\s*${anyOf(({ seconds }) => seconds)})?$`,
  'i',
);
/** 1u30, 2h05 */
const SHORT = new RegExp(`^(\\d+)\\s?${HOURS}\\s?([0-5]\\d)$`, 'i');

/**
 * A Sheets duration, in days: 0.5 is twelve hours. As text: "1:30" is an hour and a half,
 * "0:03:25", "2h 30m".
 */
export function readDuration(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
): CellReading<number> {
  const days = typeof cell === 'string' ? daysInWords(cell.trim(), 'h:mm') : null;
  return days === null ? readNumber(cell, format, locale) : read(days);
}

const UNITS_PER_DAY = { seconds: 86_400, minutes: 1_440, hours: 24, days: 1 };

export const isTimeUnit = (kind: string): kind is keyof typeof UNITS_PER_DAY =>
  kind in UNITS_PER_DAY;

/**
 * A value in a unit of time. A cell that shows a time is one; as text "0:01:30" and "1m 30s" are,
 * and "1:30" where the unit leaves no doubt: in seconds a minute and a half.
 */
export function readTime(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
  unit: keyof typeof UNITS_PER_DAY,
): CellReading<number> {
  const inUnit = (days: number) => read(+(days * UNITS_PER_DAY[unit]).toPrecision(12));
  if (typeof cell === 'number' && (format === 'duration' || format === 'time')) {
    return inUnit(cell);
  }
  if (typeof cell !== 'string') return readNumber(cell, format, locale);
  const text = cell.trim();
  if (unit === 'minutes' && CLOCK.exec(text)?.[4] === undefined && CLOCK.test(text)) {
    return bad('E_CLOCK', { received: shown(cell) });
  }
  const days = daysInWords(text, unit === 'seconds' ? 'm:ss' : 'h:mm');
  return days === null ? readNumber(cell, format, locale) : inUnit(days);
}

/** Null for a text that tells no time. */
function daysInWords(text: string, shortClock: 'h:mm' | 'm:ss'): number | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, sign, first, second, third] = clock;
    const last = Number((third ?? '0').replace(',', '.'));
    const days =
      third === undefined && shortClock === 'm:ss'
        ? inDays(0, Number(first), Number(second))
        : inDays(Number(first), Number(second), last);
    return sign === '-' ? -days : days;
  }
  const spoken = text === '' ? null : (SHORT.exec(text) ?? WORDS.exec(text));
  if (spoken === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = spoken
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  return inDays(hours, minutes, seconds);
}

const inDays = (hours: number, minutes: number, seconds: number): number =>
  (hours * 3600 + minutes * 60 + seconds) / 86400;
