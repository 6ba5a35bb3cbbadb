import type { FoundTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, isBlankCell, type SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { columnIn } from './rows-below.ts';

export const isFilled = (cell: unknown): boolean => cell !== null && !isBlankCell(cell);

/** Cells as what they are compared by. */
export const contentText = (cells: readonly unknown[]): string =>
  JSON.stringify(cells.map((cell) => (isFilled(cell) ? cell : null)));

/** Rows from this one on, by what they hold in these columns; one that is not there holds nothing. */
export function rowsByContent(
  sheet: SheetInput,
  from: number,
  columns: readonly (number | undefined)[],
): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  const height = Math.max(0, ...sheet.columns.map(({ length }) => length));
  for (let row = from; row < height; row += 1) {
    const content = contentText(
      columns.map((column) => (column === undefined ? null : cellAt(sheet, column, row))),
    );
    const same = rows.get(content);
    if (same === undefined) rows.set(content, [row]);
    else same.push(row);
  }
  return rows;
}

/** The rows of a tab below its headers, by what they hold in the columns with these ids. */
export const rowsUnder = (found: FoundTab, ids: readonly string[]) =>
  rowsByContent(
    found.sheet,
    found.headerRow + 1,
    ids.map((id) => columnIn(found, id)),
  );
