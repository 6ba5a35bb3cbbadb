import { isReckonable } from '../../model/quantity.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import {
  BLANK,
  bad,
  brokenSource,
  type CellReading,
  read,
  shown,
  shownDate,
} from './cell-reading.ts';

const CURRENCY = /^(?:€|\$|£|¥|EUR|USD|GBP)\s*|\s*(?:€|\$|£|¥|EUR|USD|GBP)$/gi;
/** "5,-" is five, without cents. */
const NO_CENTS = /(\d[.,])(?:-{1,2}|[\u2013\u2014])$/;
const GROUP_SPACE = /(\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g;
const PLAIN = /^\d+$/;

/**
 * A number cell. Text is read in the workbook's locale when it can mean one thing only: in nl_NL
 *
 * | cell | gives |
 * |---|---|
 * | 0 | 0 |
 * | "1.234,5" | 1234.5 |
 * | "12%" | 0.12 |
 * | "(3,5)" | −3.5 |
 * | "1.234", "1,234" | refused: two numbers |
 * | "1.5" | refused: not a number here |
 * | a date-formatted 46054 | refused: it became a date |
 */
export function readNumber(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
): CellReading<number> {
  if (typeof cell === 'number') return readTyped(cell, format);
  if (cell === undefined || cell === null) return BLANK;
  if (typeof cell !== 'string') return bad('E_NUMBER', { received: shown(cell) });
  if (cell.trim() === '') return BLANK;
  return brokenSource(cell) ?? readNumberText(cell, locale);
}

function readTyped(cell: number, format: FormatClass): CellReading<number> {
  if (!Number.isFinite(cell)) return bad('E_NUMBER', { received: shown(cell) });
  if (format === 'date' || format === 'date_time') {
    return bad('E_BECAME_DATE', { received: shownDate(cell) });
  }
  return isReckonable(cell) ? read(cell) : bad('E_NUMBER_SIZE', { received: shown(cell) });
}

function readNumberText(cell: string, locale: CellLocale): CellReading<number> {
  let text = cell
    .trim()
    .replace(/\u2212/g, '-')
    .replace(CURRENCY, '')
    .trim();
  const isBracketed = /^\(.*\)$/.test(text);
  if (isBracketed) text = text.slice(1, -1).trim();
  const isPercent = text.endsWith('%');
  if (isPercent) text = text.slice(0, -1).trim();
  const isNegative = text.startsWith('-');
  if (isNegative || text.startsWith('+')) text = text.slice(1).trim();
  text = text
    .replace(CURRENCY, '')
    .trim()
    .replace(NO_CENTS, (_, whole) => `${whole}0`)
    .replace(GROUP_SPACE, '$1');

  const here = inConvention(text, locale.decimal);
  if (here === null) return bad('E_NUMBER', { received: shown(cell) });
  if (!isReckonable(here)) return bad('E_NUMBER_SIZE', { received: shown(cell) });
  const elsewhere = inConvention(text, locale.decimal === ',' ? '.' : ',');
  if (elsewhere !== null && elsewhere !== here) {
    return bad('E_NUMBER_AMBIGUOUS', { received: shown(cell) });
  }
  const sign = isNegative !== isBracketed ? -1 : 1;
  // Adding 0 keeps "-0" from becoming a second zero.
  return read((sign * here) / (isPercent ? 100 : 1) + 0);
}

/** The number that a text of digits and separators is in one convention; null: it is none. */
function inConvention(text: string, decimal: ',' | '.'): number | null {
  const [whole, fraction, ...rest] = text.split(decimal);
  if (rest.length > 0) return null;
  if (fraction !== undefined && !PLAIN.test(fraction)) return null;
  const groups = whole.split(decimal === ',' ? '.' : ',');
  const isWhole =
    groups.length === 1
      ? PLAIN.test(whole)
      : /^[1-9]\d{0,2}$/.test(groups[0]) && groups.slice(1).every((part) => /^\d{3}$/.test(part));
  if (!isWhole) return null;
  return Number(`${groups.join('')}.${fraction ?? '0'}`);
}
