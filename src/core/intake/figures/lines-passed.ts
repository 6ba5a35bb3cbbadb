import { cellAddress } from '../../model/a1-notation.ts';
import type { CellLocale } from '../cell/cell-locale.ts';
import { shown } from '../cell/cell-reading.ts';
import { inConvention, takeNumberApart } from '../cell/number-text.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { cellAt, isBlankCell, type SheetInput } from '../sheet/sheet-input.ts';
import type { RowBlock } from './decode-columns.ts';
import { beginsLikeTotal } from './total-names.ts';

/**
 * Whether a line without a date that can be read is no figure of a day: the header repeated, a
 * total, a footnote, a row of units. What holds a figure and nothing that says so is none of these.
 */
export function isNoFigure(
  { sheet, headerOf }: RowBlock,
  dateColumn: number,
  row: number,
): boolean {
  const date = cellAt(sheet, dateColumn, row);
  const isHeader =
    !isBlankCell(date) && normaliseText(String(date)) === normaliseText(headerOf(dateColumn));
  if (isHeader) return true;
  const others = sheet.columns.flatMap((column, at) => (at === dateColumn ? [] : [column[row]]));
  const isTotal = [date, ...others].some(
    (cell) => typeof cell === 'string' && beginsLikeTotal(cell),
  );
  return (
    isTotal || !others.some((cell) => typeof cell === 'number' || /\d/.test(String(cell ?? '')))
  );
}

/** So many figures whose sum stands beside words ("Results from 2 campaigns") are no chance. */
const FEWEST_SUMMED = 3;
/** And so near to the rows with a date. */
const NEAR = 5;

/**
 * A line above or below all dates, one of whose numbers is the sum of those that have one.
 *
 * @param beyond rows between it and the nearest with a date
 */
export function isSumOf(
  { columns }: SheetInput,
  row: number,
  beyond: number,
  isDated: (row: number) => boolean,
): boolean {
  const hasWords = columns.some((column) => /[a-z]/i.test(String(column[row] ?? '')));
  if (hasWords && beyond > NEAR) return false;
  return MARKS.some((mark) =>
    columns.some((column) => {
      const own = numberOf(column[row], mark);
      if (own === null) return false;
      const dated = column.flatMap((cell, at) => (isDated(at) ? numberOf(cell, mark) || [] : []));
      if (hasWords && dated.length < FEWEST_SUMMED) return false;
      const sum = dated.reduce((all, number) => all + number, 0);
      return Math.abs(sum - own) <= 1e-6 * Math.max(1, Math.abs(own));
    }),
  );
}

const MARKS = ['.', ','] as const;

/** A number, also in text by one decimal mark; null for anything else. */
function numberOf(cell: unknown, mark: CellLocale['decimal']): number | null {
  if (typeof cell !== 'string') return typeof cell === 'number' ? cell : null;
  const { digits, sign } = takeNumberApart(cell);
  const size = inConvention(digits, mark);
  return size === null ? null : sign * size;
}

/** Tells of a tab, once, that lines of it are passed over. */
export function notePassed(
  { sheet }: RowBlock,
  dateColumn: number,
  row: number,
  context: ReadContext,
): void {
  const words = sheet.columns.map((column) => column[row]).find((cell) => !isBlankCell(cell));
  if (words === undefined) return;
  const place = { tab: sheet.name, cell: cellAddress(dateColumn, row) };
  context.issues.add('I_LINES_PASSED', place, { received: shown(words) });
}
