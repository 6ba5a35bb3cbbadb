import { parseRange } from '../workbook/a1-notation.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { callHost, checkArguments, platformError } from './host-bridge.ts';
import { protectionsOf } from './protection.ts';
import { rangeObject } from './range.ts';
import { placeOn } from './range-state.ts';
import { selectedIn } from './selection.ts';
import { sheetObject, sheetStateOf } from './sheet.ts';
import { applyBatch, factsOf } from './workbook-access.ts';

const SPREADSHEET = 'SpreadsheetApp.Spreadsheet';

/** What a Spreadsheet object stands for. */
export interface SpreadsheetState {
  readonly id: string;
}

/** The tab the person looks at; a script that opened a file starts on its first tab. */
const activeTabs = new Map<string, number>();

function activeSheetId({ id }: SpreadsheetState): number {
  const { tabs } = factsOf(id);
  const chosen = activeTabs.get(id) ?? selectedIn(id)?.sheetId;
  if (tabs.some(({ sheetId }) => sheetId === chosen)) return chosen ?? 0;
  return (tabs.find(({ hidden }) => !hidden) ?? tabs[0])?.sheetId ?? 0;
}

function getSheetByName({ id }: SpreadsheetState, ...args: [string]): unknown {
  checkArguments(`${SPREADSHEET}.getSheetByName`, args, ['string']);
  const name = String(args[0]);
  const tab = factsOf(id).tabs.find(({ title }) => title === name);
  return tab === undefined ? null : sheetObject({ id, sheetId: tab.sheetId });
}

function getRange({ id }: SpreadsheetState, notation: string): unknown {
  checkArguments(`${SPREADSHEET}.getRange`, [notation], ['string']);
  const { tabs } = factsOf(id);
  const written = parseRange(
    notation.replace(/^!/, ''),
    tabs.map(({ title }) => title),
  );
  const tab =
    written?.tab === undefined
      ? tabs.find(({ sheetId }) => sheetId === activeSheetId({ id }))
      : tabs.find(({ title }) => title === written.tab);
  if (written === null || tab === undefined) throw platformError('Range not found');
  return rangeObject({ id, sheetId: tab.sheetId, ...placeOn(tab, written.rectangle) });
}

/** insertSheet(), (name), (index), (name, index): [documented] the index is zero-based. */
function insertSheet({ id }: SpreadsheetState, ...args: (string | number)[]): unknown {
  checkArguments(
    `${SPREADSHEET}.insertSheet`,
    args,
    [],
    ['number'],
    ['string'],
    ['string', 'number'],
  );
  const title = args.find((arg) => typeof arg === 'string');
  const index = args.find((arg) => typeof arg === 'number');
  const properties = {
    ...(title !== undefined && { title }),
    ...(index !== undefined && { index }),
  };
  const [reply] = applyBatch(id, [{ addSheet: { properties } }]);
  // SAFETY: the engine's reply to this one request.
  const added = reply?.addSheet?.properties as { sheetId: number };
  activeTabs.set(id, added.sheetId);
  return sheetObject({ id, sheetId: added.sheetId });
}

function setProperty({ id }: SpreadsheetState, property: string, value: string): void {
  const properties = { [property]: value };
  applyBatch(id, [{ updateSpreadsheetProperties: { properties, fields: property } }]);
}

/** [documented] Null where no cell is active. */
function activeRange({ id }: SpreadsheetState): unknown {
  const selection = selectedIn(id);
  return selection === null ? null : rangeObject({ id, ...selection });
}

function currentCell({ id }: SpreadsheetState): unknown {
  const selection = selectedIn(id);
  if (selection === null) return null;
  const { startRow, startColumn } = selection.rectangle;
  const rectangle = { startRow, startColumn, endRow: startRow + 1, endColumn: startColumn + 1 };
  return rangeObject({ id, sheetId: selection.sheetId, rectangle });
}

const userObject = (email: string) =>
  emulatedObject('SpreadsheetApp.User', { getEmail: () => email, toString: () => email }, email);

function toast({ id }: SpreadsheetState, text: string, title = ''): void {
  callHost('screen.show', { kind: 'toast', title, content: text }, id);
}

function moveActiveSheet(state: SpreadsheetState, position: number): void {
  const sheetId = activeSheetId(state);
  const from = factsOf(state.id).tabs.findIndex((tab) => tab.sheetId === sheetId);
  // The API counts places as before the move.
  const index = position - 1 > from ? position : position - 1;
  const change = { properties: { sheetId, index }, fields: 'index' };
  applyBatch(state.id, [{ updateSheetProperties: change }]);
}

const members = {
  getId: ({ id }) => id,
  getUrl: ({ id }) => `https://docs.google.com/spreadsheets/d/${id}/edit`,
  getName: ({ id }) => factsOf(id).title,
  rename: (state, title: string) => setProperty(state, 'title', title),
  getSpreadsheetTimeZone: ({ id }) => factsOf(id).timeZone,
  setSpreadsheetTimeZone: (state, timeZone: string) => setProperty(state, 'timeZone', timeZone),
  getSpreadsheetLocale: ({ id }) => factsOf(id).locale,
  setSpreadsheetLocale: (state, locale: string) => setProperty(state, 'locale', locale),
  getSheets: ({ id }) => factsOf(id).tabs.map(({ sheetId }) => sheetObject({ id, sheetId })),
  getNumSheets: ({ id }) => factsOf(id).tabs.length,
  getSheetByName,
  getSheetById: ({ id }: SpreadsheetState, sheetId: number) =>
    factsOf(id).tabs.some((tab) => tab.sheetId === sheetId) ? sheetObject({ id, sheetId }) : null,
  getActiveSheet: (state) => sheetObject({ ...state, sheetId: activeSheetId(state) }),
  setActiveSheet: ({ id }, sheet: unknown) => {
    activeTabs.set(id, sheetStateOf(sheet).sheetId);
    return sheet;
  },
  getActiveRange: activeRange,
  getCurrentCell: currentCell,
  moveActiveSheet,
  insertSheet,
  deleteSheet: ({ id }, sheet: unknown) => {
    applyBatch(id, [{ deleteSheet: { sheetId: sheetStateOf(sheet).sheetId } }]);
  },
  deleteActiveSheet: (state) => {
    applyBatch(state.id, [{ deleteSheet: { sheetId: activeSheetId(state) } }]);
    return sheetObject({ ...state, sheetId: activeSheetId(state) });
  },
  getRange,
  toast,
  getProtections: ({ id }, type: unknown) => protectionsOf(id, String(type)),
  getOwner: ({ id }) => userObject(factsOf(id).sharing.owner),
  // [documented] The owner counts as an editor.
  getEditors: ({ id }) => {
    const { owner, editors } = factsOf(id).sharing;
    return [owner, ...editors].map(userObject);
  },
  getViewers: ({ id }) => factsOf(id).sharing.viewers.map(userObject),
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Spreadsheet, SpreadsheetState>;

export function spreadsheetObject(state: SpreadsheetState): unknown {
  return emulatedObject(SPREADSHEET, members, state);
}
