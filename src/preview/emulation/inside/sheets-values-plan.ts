import { columnLetters } from '../workbook/a1-notation.ts';
import { type FoundRange, normalised } from '../workbook/found-range.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { type Enter, enterRequest } from './entered-cells.ts';
import { findRange, refuse } from './sheets-range.ts';
import { type TypedInput, typedText } from './typed-input.ts';
import { readParts, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

/** The API's ValueRange, as a script gives it. */
export interface ValueRange {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: readonly (readonly unknown[])[];
}

/** [documented] RAW stores what it is given; text that looks like a formula stays text. */
const raw: Enter = (value): TypedInput => {
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  return { value: value === '' ? null : String(value) };
};

/** [documented] As if typed by a person. */
const userEntered: Enter = (value, current, settings) =>
  typeof value === 'string' ? typedText(value, current, settings) : raw(value, current, settings);

/** How values enter cells by the valueInputOption asked for. */
export function enterFor(caller: string, option: string | undefined): Enter {
  if (option === 'RAW') return raw;
  if (option === 'USER_ENTERED') return userEntered;
  // [seen]
  return refuse(caller, "'valueInputOption' is required but not specified");
}

/** The values as rows, whichever way they were given. */
export function rowsOf({
  values = [],
  majorDimension = 'ROWS',
}: ValueRange): readonly (readonly unknown[])[] {
  if (majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_row, at) => values.map((column) => column[at] ?? null));
}

export const widest = (rows: readonly (readonly unknown[])[]) =>
  rows.reduce((width, row) => Math.max(width, row.length), 0);

/** [seen] Both texts; data for a single cell may run on from there. */
function refuseOverflow(
  caller: string,
  notation: string,
  found: FoundRange<TabFacts>,
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

/** A request for the engine (none when there is nothing to write) and what the API answers. */
export interface PlannedWrite {
  readonly sheetId: number;
  readonly request: object | null;
  readonly answer: {
    readonly updatedRange: string;
    readonly updatedRows?: number;
    readonly updatedColumns?: number;
    readonly updatedCells?: number;
  };
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

export function planWrite(
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

/** Writes rows at a place that is known to be on the grid, or to come on it. */
export function planAt(
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
  if (isNothing) return { sheetId, request: null, answer: { updatedRange: notation } };
  const even = rows.map((row) => Array.from({ length: width }, (_cell, at) => row[at] ?? null));
  const place = { id: facts.id, sheetId };
  const onGrid = { ...written, endRow: Math.min(written.endRow, tab.rowCount) };
  const { entered } = readParts(place, onGrid, ['entered'], caller);
  const request = enterRequest(place, written, even, keepNulls(enter, entered), facts, caller);
  return {
    sheetId,
    request,
    answer: {
      updatedRange: normalised(tab, written),
      updatedRows: rows.length,
      updatedColumns: width,
      updatedCells: rows.flat().filter((value) => value !== null && value !== undefined).length,
    },
  };
}
