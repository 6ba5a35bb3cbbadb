import { inEveryLanguage } from '../../language/cell-words.ts';
import { isReckonable } from '../../model/quantity.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import {
  type BadReading,
  BLANK,
  bad,
  brokenSource,
  type CellReading,
  read,
  shown,
  shownDate,
} from './cell-reading.ts';
import { inConvention, otherMark, takeNumberApart } from './number-text.ts';

const BLANK_MARKS: ReadonlySet<string> = new Set(inEveryLanguage(({ blankMarks }) => blankMarks));

/**
 * A number cell. Text is read in the workbook's locale when it can mean one thing only: in nl_NL
 *
 * | cell | gives |
 * |---|---|
 * | 0 | 0 |
 * | "1.234,5" | 1234.5 |
 * | "12%" | 0.12 |
 * | "(3,5)" | −3.5 |
 * | "12k", "1,2 mln" | 12000, 1200000 |
 * | "1.234", "1,234" | refused: two numbers |
 * | "€ 1.234", "€ 1,234" | 1234, refused: money has no three decimals |
 * | "1.5" | refused: the other decimal mark |
 * | "12m" | refused: millions or minutes |
 * | "-", "n/a" | blank |
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

/** With a small m behind it, which is millions to one and minutes to another. */
function notANumber(received: string, decimal: CellLocale['decimal']): BadReading {
  const { digits, sign, scale } = takeNumberApart(received.replace(/(\d)\s*m$/, '$1M'));
  const meant = scale === 1 ? null : inConvention(digits, decimal);
  return meant === null
    ? bad('E_NUMBER', { received })
    : bad('E_SMALL_M', { received, meant: { typed: +(sign * meant * scale).toPrecision(15) } });
}

/** "-", "n/a", "(not set)": somebody's way to leave a cell empty. */
const isBlankMark = (text: string): boolean => BLANK_MARKS.has(normaliseText(text));

function readNumberText(cell: string, { decimal, isMarkKnown }: CellLocale): CellReading<number> {
  if (isBlankMark(cell)) return BLANK;
  const { digits, sign, isPercent, scale, currency } = takeNumberApart(cell);
  const received = shown(cell);
  const here = inConvention(digits, decimal);
  const elsewhere = inConvention(digits, otherMark(decimal));
  // Adding 0 keeps "-0" from becoming a second zero.
  const signed = (size: number) =>
    +((sign * size * scale) / (isPercent ? 100 : 1)).toPrecision(15) + 0;
  if (here === null) {
    if (elsewhere === null) return notANumber(received, decimal);
    return bad('E_DECIMAL_MARK', { received, meant: { typed: signed(elsewhere) } });
  }
  if (!isReckonable(here * scale)) return bad('E_NUMBER_SIZE', { received });
  const isAmount = currency !== null && digits.includes(otherMark(decimal));
  const isAmbiguous = elsewhere !== null && elsewhere !== here && !isAmount && isMarkKnown !== true;
  return isAmbiguous ? bad('E_NUMBER_AMBIGUOUS', { received }) : read(signed(here));
}
