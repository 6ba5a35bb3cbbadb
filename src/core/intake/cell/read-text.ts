import type { FormatClass } from '../sheet/sheet-input.ts';
import { BLANK, bad, brokenSource, type CellReading, read, shownDate } from './cell-reading.ts';

const SPACES = /[\s\u00a0\u202f]+/g;

/** A name or sentence. A number typed as a name is its digits, unless Sheets made it a date. */
export function readText(cell: unknown, format: FormatClass = 'general'): CellReading<string> {
  if (cell === undefined || cell === null) return BLANK;
  if (typeof cell === 'number') {
    return format === 'date' || format === 'date_time'
      ? bad('E_BECAME_DATE', { received: shownDate(cell) })
      : read(String(cell));
  }
  const text = String(cell).replace(SPACES, ' ').trim();
  if (text === '') return BLANK;
  return brokenSource(text) ?? read(text);
}
