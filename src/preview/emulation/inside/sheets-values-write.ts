import { type FoundRange, normalised } from '../workbook/found-range.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { checkOptions, findRange, openToWrite } from './sheets-range.ts';
import {
  enterFor,
  type PlannedWrite,
  planAt,
  planWrite,
  rowsOf,
  type ValueRange,
  widest,
} from './sheets-values-plan.ts';
import { applyBatch, gridRange, type TabFacts } from './workbook-access.ts';

interface WriteOptions {
  readonly valueInputOption?: string;
  readonly insertDataOption?: string;
}

const UPDATE = 'sheets.spreadsheets.values.update';
const BATCH_UPDATE = 'sheets.spreadsheets.values.batchUpdate';
const APPEND = 'sheets.spreadsheets.values.append';
const CLEAR = 'sheets.spreadsheets.values.clear';
const BATCH_CLEAR = 'sheets.spreadsheets.values.batchClear';

const requestsOf = (plans: readonly PlannedWrite[]) =>
  plans.flatMap(({ request }) => (request === null ? [] : [request]));

/** Sheets.Spreadsheets.Values.update(resource, id, range, options) */
export function updateValues(
  resource: ValueRange,
  id: string,
  range: string,
  options: WriteOptions = {},
): object {
  checkOptions(UPDATE, options, ['valueInputOption']);
  const facts = openToWrite(UPDATE, id);
  const enter = enterFor(UPDATE, options.valueInputOption);
  const plan = planWrite(UPDATE, facts, { ...resource, range }, enter);
  applyBatch(id, requestsOf([plan]), UPDATE);
  return { spreadsheetId: id, ...plan.answer };
}

/** Sheets.Spreadsheets.Values.batchUpdate(resource, id): all ranges or none. */
export function batchUpdateValues(
  resource: WriteOptions & { readonly data?: readonly ValueRange[] },
  id: string,
): object {
  checkOptions(BATCH_UPDATE, resource, ['valueInputOption', 'data']);
  const facts = openToWrite(BATCH_UPDATE, id);
  const enter = enterFor(BATCH_UPDATE, resource.valueInputOption);
  const plans = (resource.data ?? []).map((one) => planWrite(BATCH_UPDATE, facts, one, enter));
  applyBatch(id, requestsOf(plans), BATCH_UPDATE);
  const responses = plans.map(({ answer }) => ({ spreadsheetId: id, ...answer }));
  const total = (count: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
    plans.reduce((sum, { answer }) => sum + (answer[count] ?? 0), 0);
  // [documented]
  return {
    spreadsheetId: id,
    totalUpdatedRows: total('updatedRows'),
    totalUpdatedColumns: total('updatedColumns'),
    totalUpdatedCells: total('updatedCells'),
    totalUpdatedSheets: new Set(plans.map(({ sheetId }) => sheetId)).size,
    responses,
  };
}

/** Values.append(resource, id, range, options): [documented] below the table, growing the grid. */
export function appendValues(
  resource: ValueRange,
  id: string,
  range: string,
  options: WriteOptions = {},
): object {
  checkOptions(APPEND, options, ['valueInputOption', 'insertDataOption']);
  const facts = openToWrite(APPEND, id);
  const enter = enterFor(APPEND, options.valueInputOption);
  const { tab, rectangle } = findRange(APPEND, facts, range);
  const rows = rowsOf(resource);
  // [assumed] The tab's last row with data ends the table, whatever tables stand side by side.
  const startRow = Math.max(tab.lastRow, rectangle.startRow);
  const { startColumn } = rectangle;
  const endColumn = startColumn + widest(rows);
  const written = { startRow, startColumn, endRow: startRow + rows.length, endColumn };
  const grown = {
    ...facts,
    tabs: facts.tabs.map((one) => (one === tab ? grownTo(tab, written) : one)),
  };
  const plan = planAt(APPEND, grown, tab.sheetId, written, rows, enter, range);
  applyBatch(id, [growRequest(tab.sheetId, grownTo(tab, written)), ...requestsOf([plan])], APPEND);
  return { spreadsheetId: id, updates: { spreadsheetId: id, ...plan.answer } };
}

const grownTo = <T extends { rowCount: number; columnCount: number }>(
  tab: T,
  to: GridRectangle,
): T => ({
  ...tab,
  rowCount: Math.max(tab.rowCount, to.endRow),
  columnCount: Math.max(tab.columnCount, to.endColumn),
});

function growRequest(
  sheetId: number,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
) {
  const properties = { sheetId, gridProperties: { rowCount, columnCount } };
  const fields = 'gridProperties.rowCount,gridProperties.columnCount';
  return { updateSheetProperties: { properties, fields } };
}

/** [documented] Only values go; formats, notes and dropdowns stay. */
function clearRequest({ tab, rectangle }: FoundRange<TabFacts>): object {
  const range = gridRange(tab.sheetId, rectangle);
  return { repeatCell: { range, cell: {}, fields: 'userEnteredValue' } };
}

/** Sheets.Spreadsheets.Values.clear(resource, id, range) */
export function clearValues(_resource: object, id: string, range: string): object {
  const found = findRange(CLEAR, openToWrite(CLEAR, id), range);
  applyBatch(id, [clearRequest(found)], CLEAR);
  return { spreadsheetId: id, clearedRange: normalised(found.tab, found.rectangle) };
}

/** Sheets.Spreadsheets.Values.batchClear({ranges}, id) */
export function batchClearValues(
  { ranges = [] }: { readonly ranges?: readonly string[] },
  id: string,
): object {
  const facts = openToWrite(BATCH_CLEAR, id);
  const found = ranges.map((range) => findRange(BATCH_CLEAR, facts, range));
  applyBatch(id, found.map(clearRequest), BATCH_CLEAR);
  const clearedRanges = found.map(({ tab, rectangle }) => normalised(tab, rectangle));
  return { spreadsheetId: id, clearedRanges };
}
