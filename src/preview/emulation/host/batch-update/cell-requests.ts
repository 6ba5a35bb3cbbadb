import { cellAt, changeCells, EMPTY_CELL, lastRow, putCell } from '../../workbook/cells.ts';
import type { GridRectangle, Tab, ValidationRule } from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { type CellData, cellWriter, type WriteCell } from './cell-data.ts';
import { cellsOf, type GridRange, refuseProtected, tabOfGrid } from './grid-range.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface RowData {
  readonly values?: readonly CellData[];
}

interface UpdateCells {
  readonly rows?: readonly RowData[];
  readonly fields?: string;
  readonly start?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  readonly range?: GridRange;
}

interface FindReplace {
  readonly find?: string;
  readonly replacement?: string;
  readonly matchCase?: boolean;
  readonly matchEntireCell?: boolean;
  readonly searchByRegex?: boolean;
  readonly range?: GridRange;
}

const widthOf = (rows: readonly RowData[]) =>
  rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);

/** [seen] Writing past the range asked for, or past the grid, is refused with the first place outside. */
function refuseBeyond(cells: GridRectangle, rows: readonly RowData[]): void {
  const row = cells.startRow + rows.length;
  if (row > cells.endRow) {
    throw new RequestRefusal(
      `Attempting to write row: ${cells.endRow}, beyond the last requested row of: ${cells.endRow - 1}`,
    );
  }
  const column = cells.startColumn + widthOf(rows);
  if (column > cells.endColumn) {
    throw new RequestRefusal(
      `Attempting to write column: ${cells.endColumn}, beyond the last requested column of: ${cells.endColumn - 1}`,
    );
  }
}

/** Writes rows at a place; a row or cell that is not given is not touched. */
function writeRows(
  tab: Tab,
  at: { row: number; column: number },
  rows: readonly RowData[],
  write: WriteCell,
): void {
  rows.forEach(({ values = [] }, rowOffset) => {
    values.forEach((data, columnOffset) => {
      const row = at.row + rowOffset;
      const column = at.column + columnOffset;
      const cell = cellAt(tab, row, column) ?? EMPTY_CELL;
      putCell(tab, row, column, write(cell, data));
    });
  });
}

/** The whole grid from `start`, or the range. */
function targetOf(request: UpdateCells, tab: Tab): GridRectangle {
  if (request.range !== undefined) return cellsOf(tab, request.range);
  const { rowIndex = 0, columnIndex = 0 } = request.start ?? {};
  return cellsOf(tab, { startRowIndex: rowIndex, startColumnIndex: columnIndex });
}

function growTo(tab: Tab, rows: number, columns: number): void {
  tab.rowCount = Math.max(tab.rowCount, rows);
  tab.columnCount = Math.max(tab.columnCount, columns);
}

export const cellRequests: RequestHandlers = {
  updateCells: (workbook, request: UpdateCells, { user }) => {
    const tab = tabOfGrid(workbook, (request.range ?? request.start)?.sheetId);
    const write = cellWriter(request.fields, workbook.locale);
    const rows = request.rows ?? [];
    const cells = targetOf(request, tab);
    refuseBeyond(cells, rows);
    refuseProtected(workbook, tab, cells, user);
    // [documented] What the rows leave of a range is cleared; from a start, nothing else is touched.
    if (request.range !== undefined) {
      changeCells(tab, cells, (cell) => write(cell, {}));
    }
    writeRows(tab, { row: cells.startRow, column: cells.startColumn }, rows, write);
  },

  // [documented] After the last row with data, growing the grid when needed.
  appendCells: (
    workbook,
    request: { sheetId?: number; rows?: readonly RowData[]; fields?: string },
    { user },
  ) => {
    const tab = tabOfGrid(workbook, request.sheetId);
    const rows = request.rows ?? [];
    const startRow = lastRow(tab);
    growTo(tab, startRow + rows.length, widthOf(rows));
    const cells = {
      startRow,
      endRow: startRow + rows.length,
      startColumn: 0,
      endColumn: widthOf(rows),
    };
    refuseProtected(workbook, tab, cells, user);
    writeRows(tab, { row: startRow, column: 0 }, rows, cellWriter(request.fields, workbook.locale));
  },

  repeatCell: (
    workbook,
    request: { range?: GridRange; cell?: CellData; fields?: string },
    { user },
  ) => {
    const tab = tabOfGrid(workbook, request.range?.sheetId);
    const cells = cellsOf(tab, request.range ?? {});
    const write = cellWriter(request.fields, workbook.locale);
    refuseProtected(workbook, tab, cells, user);
    changeCells(tab, cells, (cell) => write(cell, request.cell ?? {}));
  },

  // [documented] Cells whose whole value is the text; anything less exact is not emulated.
  findReplace: (workbook, request: FindReplace, { user }) => {
    const { range, find, replacement, matchCase, matchEntireCell, searchByRegex } = request;
    const isExact = matchCase === true && matchEntireCell === true && searchByRegex !== true;
    if (range === undefined || !isExact || replacement !== '') {
      throw new RequestNotEmulated('findReplace other than of whole cells in a range by nothing');
    }
    const tab = tabOfGrid(workbook, range.sheetId);
    const cells = cellsOf(tab, range);
    refuseProtected(workbook, tab, cells, user);
    changeCells(tab, cells, (cell) =>
      cell.value === find && cell.formula === undefined ? { ...cell, value: null } : cell,
    );
  },

  setDataValidation: (workbook, request: { range?: GridRange; rule?: ValidationRule }) => {
    const tab = tabOfGrid(workbook, request.range?.sheetId);
    const cells = cellsOf(tab, request.range ?? {});
    changeCells(tab, cells, (cell) => ({ ...cell, validation: request.rule }));
  },
};
