import type { EmulatedAccount } from './emulation/host/account.ts';
import { runFunction } from './emulation/host/execution.ts';
import type { PushedProject } from './emulation/host/trigger-runner.ts';
import type { Tab, Workbook } from './emulation/workbook/workbook.ts';

/** What a person types or pastes, from a cell to the right and down. */
export interface Typing {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** Rows of cells, as texts; the shorter ones are filled up with blanks. */
  readonly texts: readonly (readonly string[])[];
}

/** Reads texts as a person types them, on as many rows and columns as they take. */
const TYPE = `function type(sheetId, row, column, texts) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
  const rows = row + texts.length - sheet.getMaxRows();
  const columns = column + texts[0].length - sheet.getMaxColumns();
  if (rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), rows);
  if (columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns);
  sheet.getRange(row + 1, column + 1, texts.length, texts[0].length).setValues(texts);
}`;

/** Puts it into the cells, and runs what an edit runs, as Google does. */
export function typeInto(
  account: EmulatedAccount,
  sheet: PushedProject,
  { id: workbookId }: Workbook,
  { sheetId }: Tab,
  { row, column, texts }: Typing,
): void {
  const width = Math.max(1, ...texts.map(({ length }) => length));
  const filled = texts.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));
  if (filled.length === 0) return;
  runFunction(account, {
    emulator: sheet.emulator,
    code: TYPE,
    manifest: { timeZone: sheet.manifest.timeZone },
    project: 'sheet',
    functionName: 'type',
    trigger: 'page',
    args: [sheetId, row, column, filled],
  });
  const rectangle = {
    startRow: row,
    endRow: row + filled.length,
    startColumn: column,
    endColumn: column + width,
  };
  runFunction(account, {
    ...sheet,
    project: 'sheet',
    functionName: 'onEdit',
    trigger: 'simple',
    args: [{ authMode: 'LIMITED', edited: { workbookId, sheetId, rectangle } }],
  });
}
