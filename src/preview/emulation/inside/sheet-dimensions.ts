import type { Emulates } from './emulated-object.ts';
import { platformError } from './host-bridge.ts';
import { type SheetState, tabOf } from './range-state.ts';
import { applyBatch } from './workbook-access.ts';

type Dimension = 'ROWS' | 'COLUMNS';

/** The API's range of rows or columns from one-based numbers. */
function stretch({ sheetId }: SheetState, dimension: Dimension, first: number, count: number) {
  return { sheetId, dimension, startIndex: first - 1, endIndex: first - 1 + count };
}

const changing =
  (dimension: Dimension, properties: object, fields: string) =>
  (sheet: SheetState, first: number, count = 1) => {
    const range = stretch(sheet, dimension, first, count);
    applyBatch(sheet.id, [{ updateDimensionProperties: { range, properties, fields } }]);
    return sheet;
  };

const hiding = (dimension: Dimension, hiddenByUser: boolean) =>
  changing(dimension, { hiddenByUser }, 'hiddenByUser');

const sizing =
  (dimension: Dimension) => (sheet: SheetState, first: number, count: number, pixelSize: number) =>
    changing(dimension, { pixelSize }, 'pixelSize')(sheet, first, count);

const inserting =
  (dimension: Dimension, after: boolean) =>
  (sheet: SheetState, at: number, count = 1) => {
    const range = stretch(sheet, dimension, after ? at + 1 : at, count);
    applyBatch(sheet.id, [{ insertDimension: { range } }]);
    return sheet;
  };

const deleting =
  (dimension: Dimension) =>
  (sheet: SheetState, first: number, count = 1) => {
    const size = dimension === 'ROWS' ? tabOf(sheet).rowCount : tabOf(sheet).columnCount;
    // [seen] As for a range that leaves the grid.
    if (first < 1 || first - 1 + count > size) {
      throw platformError('Those rows are out of bounds.');
    }
    applyBatch(sheet.id, [{ deleteDimension: { range: stretch(sheet, dimension, first, count) } }]);
    return sheet;
  };

const freezing = (property: string) => (sheet: SheetState, count: number) => {
  const properties = { sheetId: sheet.sheetId, gridProperties: { [property]: count } };
  const fields = `gridProperties.${property}`;
  applyBatch(sheet.id, [{ updateSheetProperties: { properties, fields } }]);
  return sheet;
};

const autoResizing =
  (dimension: Dimension) =>
  (sheet: SheetState, first: number, count = 1) => {
    const dimensions = stretch(sheet, dimension, first, count);
    applyBatch(sheet.id, [{ autoResizeDimensions: { dimensions } }]);
    return sheet;
  };

/** [documented] Default sizes of a new tab, in pixels. */
const DEFAULT_COLUMN_WIDTH = 100;
const DEFAULT_ROW_HEIGHT = 21;

const columnOf = (sheet: SheetState, column: number) => tabOf(sheet).columnProperties[column - 1];
const rowOf = (sheet: SheetState, row: number) => tabOf(sheet).rowProperties[row - 1];

/** Rows and columns of a tab: sizes, hiding, freezing, inserting and deleting. */
export const sheetDimensions = {
  getFrozenRows: (sheet) => tabOf(sheet).frozenRows,
  getFrozenColumns: (sheet) => tabOf(sheet).frozenColumns,
  setFrozenRows: freezing('frozenRowCount'),
  setFrozenColumns: freezing('frozenColumnCount'),
  getColumnWidth: (sheet, column: number) =>
    columnOf(sheet, column)?.pixelSize ?? DEFAULT_COLUMN_WIDTH,
  setColumnWidth: (sheet, column: number, width: number) =>
    sizing('COLUMNS')(sheet, column, 1, width),
  setColumnWidths: sizing('COLUMNS'),
  getRowHeight: (sheet, row: number) => rowOf(sheet, row)?.pixelSize ?? DEFAULT_ROW_HEIGHT,
  setRowHeight: (sheet, row: number, height: number) => sizing('ROWS')(sheet, row, 1, height),
  setRowHeights: sizing('ROWS'),
  hideColumns: hiding('COLUMNS', true),
  showColumns: hiding('COLUMNS', false),
  hideRows: hiding('ROWS', true),
  showRows: hiding('ROWS', false),
  isColumnHiddenByUser: (sheet, column: number) => columnOf(sheet, column)?.hidden === true,
  isRowHiddenByUser: (sheet, row: number) => rowOf(sheet, row)?.hidden === true,
  autoResizeColumn: autoResizing('COLUMNS'),
  autoResizeColumns: autoResizing('COLUMNS'),
  autoResizeRows: autoResizing('ROWS'),
  insertRowBefore: (sheet, row: number) => inserting('ROWS', false)(sheet, row),
  insertRowAfter: (sheet, row: number) => inserting('ROWS', true)(sheet, row),
  insertRowsBefore: inserting('ROWS', false),
  insertRowsAfter: inserting('ROWS', true),
  insertColumnBefore: (sheet, column: number) => inserting('COLUMNS', false)(sheet, column),
  insertColumnAfter: (sheet, column: number) => inserting('COLUMNS', true)(sheet, column),
  insertColumnsBefore: inserting('COLUMNS', false),
  insertColumnsAfter: inserting('COLUMNS', true),
  deleteRow: (sheet, row: number) => deleting('ROWS')(sheet, row),
  deleteRows: (sheet, row: number, count: number) => {
    deleting('ROWS')(sheet, row, count);
  },
  deleteColumn: (sheet, column: number) => deleting('COLUMNS')(sheet, column),
  deleteColumns: (sheet, column: number, count: number) => {
    deleting('COLUMNS')(sheet, column, count);
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Sheet, SheetState>;
