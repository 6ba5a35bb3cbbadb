import {
  a1Of,
  closedRectangle,
  openA1Of,
  parseRange,
  quotedTabName,
} from '../workbook/a1-notation.ts';
import { masked, parseMask } from '../workbook/fields-mask.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { callHost, notEmulated } from './host-bridge.ts';
import { factsOf, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

/** A range of the API that was found in the workbook. */
export interface FoundRange {
  readonly tab: TabFacts;
  /** Cut off at the grid's edges. */
  readonly rectangle: GridRectangle;
  /** As written: where it was left open, or went past the grid. */
  readonly isOneCell: boolean;
}

/** Fails as the API does: a GoogleJsonResponseException with the method, the code and the text. */
export function refuse(caller: string, message: string, code = 400): never {
  callHost('spreadsheet.refuse', caller, code, message);
  throw notEmulated(`${caller} after "${message}"`);
}

const READ_SCOPES = [
  'spreadsheets',
  'spreadsheets.readonly',
  'drive',
  'drive.readonly',
  'drive.file',
];
const WRITE_SCOPES = ['spreadsheets', 'drive', 'drive.file'];

/** [documented] Which scopes each method takes; [seen] the API's text without one. */
function requireApiScope(caller: string, scopes: readonly string[]): void {
  const anyOf = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  if (callHost<boolean>('execution.hasScope', anyOf)) return;
  refuse(caller, 'Request had insufficient authentication scopes.', 403);
}

/** The workbook's facts for a method that reads. */
export function openToRead(caller: string, id: string): WorkbookFacts {
  requireApiScope(caller, READ_SCOPES);
  return factsOf(id, caller);
}

export function openToWrite(caller: string, id: string): WorkbookFacts {
  requireApiScope(caller, WRITE_SCOPES);
  return factsOf(id, caller);
}

/** An option that this emulation does not know is refused, never ignored. */
export function checkOptions(caller: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw notEmulated(`${caller} with ${unknown}`);
}

/** [seen] What cannot be read, and what starts past the grid, with the platform's texts. */
export function findRange(caller: string, facts: WorkbookFacts, notation: string): FoundRange {
  const names = facts.tabs.map(({ title }) => title);
  const written = parseRange(notation, names);
  const wanted = written?.tab ?? names[0];
  const tab = facts.tabs.find(({ title }) => title === wanted);
  if (written === null || tab === undefined) {
    return refuse(caller, `Unable to parse range: ${notation}`);
  }
  const open = written.rectangle;
  const { rowCount, columnCount } = tab;
  if ((open.startRow ?? 0) >= rowCount || (open.startColumn ?? 0) >= columnCount) {
    const place = `${quotedTabName(tab.title)}!${openA1Of(open)}`;
    const limits = `Max rows: ${rowCount}, max columns: ${columnCount}`;
    return refuse(caller, `Range (${place}) exceeds grid limits. ${limits}`);
  }
  const closed = closedRectangle(open, tab);
  const rectangle = {
    ...closed,
    endRow: Math.min(closed.endRow, rowCount),
    endColumn: Math.min(closed.endColumn, columnCount),
  };
  const isOneCell =
    closed.endRow - closed.startRow === 1 && closed.endColumn - closed.startColumn === 1;
  return { tab, rectangle, isOneCell };
}

/** [documented] Ranges come back complete and quoted where needed: "'Sheet 1'!A1:Z1000". */
export function normalised(tab: TabFacts, rectangle: GridRectangle): string {
  return `${quotedTabName(tab.title)}!${a1Of(rectangle)}`;
}

/** [documented] Only the parts of an answer that `fields` asks for. */
export function withFields(
  caller: string,
  answer: object,
  { fields }: { fields?: string },
): object {
  if (fields === undefined) return answer;
  const mask = parseMask(fields);
  // [seen]
  if (mask === null)
    return refuse(caller, `Request contains an invalid argument: fields ${fields}`);
  return Object(masked(answer, mask));
}
