import { placeIn } from '../workbook/a1-notation.ts';
import { cellAt } from '../workbook/cells.ts';
import type { Cell, CellValue, GridRectangle, Tab } from '../workbook/workbook.ts';
import { PlatformError } from './account.ts';
import { displayText } from './display-text.ts';

/** `entered` is the formula of a cell that has one, and its value otherwise; `text` is as shown. */
export type CellPart = keyof Cell | 'entered' | 'text';

/** [assumed] No formula engine: a formula has the value its file was saved with, or none at all. */
export function valueAt(tab: Tab, row: number, column: number): CellValue {
  const cell = cellAt(tab, row, column);
  if (cell?.formula === undefined || cell.formula !== cell.value) return cell?.value ?? null;
  throw new PlatformError(
    `The value of ${placeIn(tab, row, column)} (${cell.formula}) is not emulated: formulas are not calculated`,
    'NotEmulatedError',
  );
}

export const enteredAt = (tab: Tab, row: number, column: number): CellValue => {
  const cell = cellAt(tab, row, column);
  return cell?.formula ?? cell?.value ?? null;
};

/** One part of every cell of a rectangle, as rows. */
export function readPart(
  tab: Tab,
  rectangle: GridRectangle,
  part: CellPart,
  locale: string,
): unknown[][] {
  const readAt = (row: number, column: number): unknown => {
    if (part === 'entered') return enteredAt(tab, row, column);
    if (part === 'value') return valueAt(tab, row, column);
    const cell = cellAt(tab, row, column);
    if (part !== 'text') return cell?.[part] ?? null;
    return displayText(valueAt(tab, row, column), cell?.format ?? null, locale);
  };
  const rows: unknown[][] = [];
  for (let row = rectangle.startRow; row < rectangle.endRow; row += 1) {
    const values: unknown[] = [];
    for (let column = rectangle.startColumn; column < rectangle.endColumn; column += 1) {
      values.push(readAt(row, column));
    }
    rows.push(values);
  }
  return rows;
}
