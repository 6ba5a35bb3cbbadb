import type { Cell, GridRectangle, Tab } from './workbook.ts';

export function cellAt(tab: Tab, row: number, column: number): Cell | undefined {
  return tab.rows[row]?.[column];
}

const isBlank = (cell: Cell) =>
  cell.value === null &&
  cell.formula === undefined &&
  cell.format === undefined &&
  cell.note === undefined &&
  cell.validation === undefined &&
  cell.style === undefined;

/** Puts a cell in place; one that says nothing at all is taken out. */
export function putCell(tab: Tab, row: number, column: number, cell: Cell): void {
  tab.rows[row] ??= [];
  // SAFETY: made on the line above when it was not there.
  (tab.rows[row] as (Cell | undefined)[])[column] = isBlank(cell) ? undefined : cell;
}

export const EMPTY_CELL: Cell = { value: null };

/** Rewrites every cell of the rectangle. */
export function changeCells(
  tab: Tab,
  rectangle: GridRectangle,
  change: (cell: Cell, row: number, column: number) => Cell,
): void {
  const endRow = Math.min(rectangle.endRow, tab.rowCount);
  const endColumn = Math.min(rectangle.endColumn, tab.columnCount);
  for (let row = rectangle.startRow; row < endRow; row += 1) {
    for (let column = rectangle.startColumn; column < endColumn; column += 1) {
      putCell(tab, row, column, change(cellAt(tab, row, column) ?? EMPTY_CELL, row, column));
    }
  }
}

/** [known] Formats, notes and dropdowns alone do not make a cell count as data. */
function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
}

/** The number of rows up to the last with content; 0 for an empty tab. */
export function lastRow(tab: Tab): number {
  for (let row = tab.rows.length - 1; row >= 0; row -= 1) {
    if (tab.rows[row]?.some(hasContent)) return row + 1;
  }
  return 0;
}

/** The number of columns up to the last with content; 0 for an empty tab. */
export function lastColumn(tab: Tab): number {
  let last = 0;
  for (const row of tab.rows) {
    if (row === undefined) continue;
    for (let column = row.length - 1; column >= last; column -= 1) {
      if (hasContent(row[column])) last = column + 1;
    }
  }
  return last;
}
