import { anyOf } from '../../language/cell-words.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import { type CellReading, read } from './cell-reading.ts';
import { readNumber } from './read-number.ts';

const CLOCK = /^(-?)(\d{1,5}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/;
const WORDS = new RegExp(
  `^(?:(\\d+)\\s*${anyOf(({ hours }) => hours)})?\\s*` +
    `(?:(\\d+)\\s*${anyOf(({ minutes }) => minutes)})?\\s*` +
    `(?:(\\d+)\\s*${anyOf(({ seconds }) => seconds)})?$`,
  'i',
);

/**
 * A Sheets duration, in days: 0.5 is twelve hours. As text: "1:30" is an hour and a half,
 * "0:03:25", "2h 30m".
 */
export function readDuration(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
): CellReading<number> {
  if (typeof cell !== 'string') return readNumber(cell, format, locale);
  const text = cell.trim();
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, sign, hours, minutes, seconds = '0'] = clock;
    const days = inDays(Number(hours), Number(minutes), Number(seconds.replace(',', '.')));
    return read(sign === '-' ? -days : days);
  }
  const spoken = text === '' ? null : WORDS.exec(text);
  if (spoken !== null) {
    const [hours, minutes, seconds] = spoken.slice(1).map((part) => Number(part ?? 0));
    return read(inDays(hours, minutes, seconds));
  }
  return readNumber(cell, format, locale);
}

const inDays = (hours: number, minutes: number, seconds: number): number =>
  (hours * 3600 + minutes * 60 + seconds) / 86400;
