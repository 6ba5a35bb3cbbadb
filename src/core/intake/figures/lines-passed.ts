import { cellAddress } from '../../model/a1-notation.ts';
import { shown } from '../cell/cell-reading.ts';
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

/** Numbers alone below all dates, one of which is the sum of those above it. */
export function isBareSum(
  { columns }: SheetInput,
  row: number,
  lastDated: number,
  isDated: (row: number) => boolean,
): boolean {
  const isAlone = columns.every((column) => !/[a-z]/i.test(String(column[row] ?? '')));
  if (row <= lastDated || !isAlone) return false;
  return columns.some((column) => {
    const own = column[row];
    if (typeof own !== 'number') return false;
    let sum = 0;
    for (let above = 0; above <= lastDated; above++) {
      const cell = column[above];
      if (typeof cell === 'number' && isDated(above)) sum += cell;
    }
    return Math.abs(sum - own) <= 1e-6 * Math.max(1, Math.abs(own));
  });
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
