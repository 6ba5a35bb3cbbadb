import type { Unit } from '../../model/measure.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import type { CellReading } from './cell-reading.ts';
import { choiceCode } from './read-choice.ts';
import { isTimeUnit, readDuration, readTime } from './read-duration.ts';
import { readNumber } from './read-number.ts';

/** One word behind one number; 1m 30s is told by the readers of time. */
const WORD_BEHIND = /^([^a-z:]*\d)\s*([^\d\s%][^\d]*)$/i;

/**
 * A number in a unit, also with the unit written behind it.
 *
 * | cell | unit | gives |
 * |---|---|---|
 * | 12 kg | kg | 12 |
 * | 1200 m3 | m3 | 1200 |
 * | 40 uur, 40:00 | hours | 40 |
 * | 10 days | days | 10 |
 * | 12 procent | percent | 0.12 |
 * | 12 kg | leads | refused |
 */
export function readInUnit(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
  unit: Unit,
): CellReading<number> {
  if (unit.kind === 'duration') return readDuration(cell, format, locale);
  const own = typeof cell === 'string' ? withoutUnit(cell, unit) : cell;
  return isTimeUnit(unit.kind)
    ? readTime(own, format, locale, unit.kind)
    : readNumber(own, format, locale);
}

/** "12 kg" as "12", where kg is the unit; 12 percent as 12%. */
function withoutUnit(text: string, unit: Unit): string {
  const named = unit.kind === 'number' ? unit.word : undefined;
  if (named !== undefined) {
    // The word may hold a digit itself: 1200 m3.
    const end = text.trim().slice(-named.length);
    const before = text.trim().slice(0, -named.length).trim();
    return normaliseText(end) === normaliseText(named) && /\d$/.test(before) ? before : text;
  }
  const [, number, word] = WORD_BEHIND.exec(text.trim()) ?? [];
  if (word === undefined) return text;
  if (choiceCode(word, 'unit') !== unit.kind) return text;
  return unit.kind === 'percent' ? `${number}%` : number;
}
