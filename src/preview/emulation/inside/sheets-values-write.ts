import { columnLetters } from '../workbook/a1-notation.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { type Enter, enterRequest } from './entered-cells.ts';
import {
  checkOptions,
  type FoundRange,
  findRange,
  normalised,
  openToWrite,
  refuse,
} from './sheets-range.ts';
import { type TypedInput, typedText } from './typed-input.ts';
import { applyBatch, gridRange, readParts, type WorkbookFacts } from './workbook-access.ts';

interface ValueRange {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: readonly (readonly unknown[])[];
}

interface WriteOptions {
  readonly valueInputOption?: string;
  readonly insertDataOption?: string;
}

/** [documented] RAW stores what it is given; text that looks like a formula stays text. */
const raw: Enter = (value): TypedInput => {
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  return { value: value === '' ? null : String(value) };
};

/** [documented] As if typed by a person. */
const userEntered: Enter = (value, current, settings) =>
  typeof value === 'string' ? typedText(value, current, settings) : raw(value, current, settings);

function enterFor(caller: string, option: string | undefined): Enter {
  if (option === 'RAW') return raw;
  if (option === 'USER_ENTERED') return userEntered;
  // [seen]
  return refuse(caller, "'valueInputOption' is required but not specified");
}

function rowsOf({
  values = [],
  majorDimension = 'ROWS',
}: ValueRange): readonly (readonly unknown[])[] {
  if (majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_row, at) => values.map((column) => column[at] ?? null));
}

const widest = (rows: readonly (readonly unknown[])[]) =>
  rows.reduce((width, row) => Math.max(width, row.length), 0);

/** [seen] Both texts; data for a single cell may run on from there. */
function refuseOverflow(
  caller: string,
  notation: string,
  found: FoundRange,
  written: GridRectangle,
): void {
  const { rectangle, isOneCell, tab } = found;
  const endRow = isOneCell ? tab.rowCount : rectangle.endRow;
  const endColumn = isOneCell ? tab.columnCount : rectangle.endColumn;
  const outside = `Requested writing within range [${notation}], but tried writing to`;
  if (written.endRow > endRow) refuse(caller, `${outside} row [${endRow + 1}]`);
  if (written.endColumn > endColumn) {
    refuse(caller, `${outside} column [${columnLetters(endColumn)}]`);
  }
}

interface PlannedWrite {
  readonly request: object | null;
  readonly answer: object;
}

/**
 * [documented] null leaves a cell as it is and '' empties it, so the cells that stay are
 * entered again with what they have.
 */
function keepNulls(enter: Enter, kept: readonly (readonly unknown[])[]): Enter {
  const places = kept.flat();
  let at = -1;
  return (value, current, settings) => {
    at += 1;
    if (value !== null && value !== undefined) return enter(value, current, settings);
    const entered = places[at];
    if (typeof entered === 'string' && entered.startsWith('='))
      return { value: entered, formula: entered };
    return raw(entered ?? '', current, settings);
  };
}

function planWrite(
  caller: string,
  facts: WorkbookFacts,
  { range: notation = '', ...given }: ValueRange,
  enter: Enter,
): PlannedWrite {
  const found = findRange(caller, facts, notation);
  const rows = rowsOf(given);
  const width = widest(rows);
  const { startRow, startColumn } = found.rectangle;
  const endRow = startRow + rows.length;
  const written = { startRow, startColumn, endRow, endColumn: startColumn + width };
  refuseOverflow(caller, notation, found, written);
  return planAt(caller, facts, found.tab.sheetId, written, rows, enter, notation);
}

function planAt(
  caller: string,
  facts: WorkbookFacts,
  sheetId: number,
  written: GridRectangle,
  rows: readonly (readonly unknown[])[],
  enter: Enter,
  notation: string,
): PlannedWrite {
  const tab = facts.tabs.find((candidate) => candidate.sheetId === sheetId);
  const width = written.endColumn - written.startColumn;
  const isNothing = tab === undefined || rows.length === 0 || width === 0;
  if (isNothing) return { request: null, answer: { updatedRange: notation } };
  const even = rows.map((row) => Array.from({ length: width }, (_cell, at) => row[at] ?? null));
  const place = { id: facts.id, sheetId };
  const onGrid = { ...written, endRow: Math.min(written.endRow, tab.rowCount) };
  const { entered } = readParts(place, onGrid, ['entered'], caller);
  const request = enterRequest(place, written, even, keepNulls(enter, entered), facts, caller);
  return {
    request,
    answer: {
      updatedRange: normalised(tab, written),
      updatedRows: rows.length,
      updatedColumns: width,
      updatedCells: rows.flat().filter((value) => value !== null && value !== undefined).length,
    },
  };
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
  return { spreadsheetId: id, responses };
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
function clearRequest({ tab, rectangle }: FoundRange): object {
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
