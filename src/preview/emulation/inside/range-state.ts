import {
  closedRectangle,
  type OpenRectangle,
  parseRectangle,
  wholeA1Of,
} from '../workbook/a1-notation.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { platformError } from './host-bridge.ts';
import { APP, factsOf, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

/** What a Sheet object stands for. */
export interface SheetState {
  readonly id: string;
  readonly sheetId: number;
}

/** What a Range object stands for. */
export interface RangeState extends SheetState {
  readonly rectangle: GridRectangle;
  /** As written, when that named whole rows or columns. */
  readonly open?: OpenRectangle;
}

export const RANGE = 'SpreadsheetApp.Range';
export const SHEET = 'SpreadsheetApp.Sheet';

export const rowsIn = ({ rectangle }: RangeState) => rectangle.endRow - rectangle.startRow;
export const columnsIn = ({ rectangle }: RangeState) => rectangle.endColumn - rectangle.startColumn;

function tabIn(facts: WorkbookFacts, sheetId: number): TabFacts {
  const tab = facts.tabs.find((candidate) => candidate.sheetId === sheetId);
  // [seen] What an object says after its tab was deleted.
  if (tab === undefined) throw platformError(`Sheet ${sheetId} not found`);
  return tab;
}

export function tabOf(state: SheetState): TabFacts {
  return tabIn(factsOf(state.id), state.sheetId);
}

/** [seen] A range must lie on the grid. */
export function refuseOutside(rectangle: GridRectangle, tab: TabFacts): GridRectangle {
  const { startRow, endRow, startColumn, endColumn } = rectangle;
  const inside =
    startRow >= 0 && startColumn >= 0 && endRow <= tab.rowCount && endColumn <= tab.columnCount;
  if (inside) return rectangle;
  throw platformError('The coordinates of the range are outside the dimensions of the sheet.');
}

/** getRange(row, column, rows, columns), one-based. */
export function rectangleByNumbers(
  tab: TabFacts,
  [row, column, rows = 1, columns = 1]: readonly number[],
): GridRectangle {
  // [seen] Both texts, and the one for columns alike.
  if (rows < 1) throw platformError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw platformError('The number of columns in the range must be at least 1.');
  // [seen] Rows and columns start at 1.
  if (row === undefined || row < 1) {
    throw platformError('The starting row of the range is too small.');
  }
  if (column === undefined || column < 1) {
    throw platformError('The starting column of the range is too small.');
  }
  const startRow = Math.trunc(row) - 1;
  const startColumn = Math.trunc(column) - 1;
  const endRow = startRow + Math.trunc(rows);
  const endColumn = startColumn + Math.trunc(columns);
  return refuseOutside({ startRow, endRow, startColumn, endColumn }, tab);
}

/** What a notation names on a tab; whole rows and columns keep their open ends. */
export function placeOn(
  tab: TabFacts,
  open: OpenRectangle,
): Pick<RangeState, 'rectangle' | 'open'> {
  const rectangle = closedRectangle(open, tab);
  const isOneCell =
    rectangle.endRow - rectangle.startRow === 1 &&
    rectangle.endColumn - rectangle.startColumn === 1;
  // [recorded live] A notation may name a cell past the grid; [assumed] it fails when it is used.
  if (!isOneCell) refuseOutside(rectangle, tab);
  const isWhole = wholeA1Of(open) !== null;
  return { rectangle, ...(isWhole && { open }) };
}

/** getRange("B2:C3"); [recorded live] also "!B2:C3". [seen] The text for what cannot be read. */
export function placeByNotation(tab: TabFacts, notation: string) {
  const open = parseRectangle(notation.replace(/^!/, ''));
  if (open === null) throw platformError('Range not found');
  return placeOn(tab, open);
}

/** The spreadsheet's settings that decide how input is read and values are shown. */
export function settingsOf(id: string): { locale: string; timeZone: string } {
  const { locale, timeZone } = factsOf(id, APP);
  return { locale, timeZone };
}
