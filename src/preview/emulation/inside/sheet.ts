import { parseRange } from '../workbook/a1-notation.ts';
import type { Rgb } from '../workbook/workbook.ts';
import { colorOf, colorText } from './color-text.ts';
import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { enterRequest } from './entered-cells.ts';
import { filterObject } from './filter.ts';
import { checkArguments, platformError } from './host-bridge.ts';
import { protect, protectionsOf } from './protection.ts';
import { rangeObject } from './range.ts';
import { rangeReaders } from './range-read.ts';
import {
  placeByNotation,
  placeOn,
  rectangleByNumbers,
  SHEET,
  type SheetState,
  settingsOf,
  tabOf,
} from './range-state.ts';
import { sheetDimensions } from './sheet-dimensions.ts';
import { spreadsheetObject } from './spreadsheet.ts';
import { typedValue } from './typed-input.ts';
import { applyBatch, factsOf, gridRange, type TabFacts } from './workbook-access.ts';

function update(sheet: SheetState, properties: object, fields: string): SheetState {
  const change = { properties: { sheetId: sheet.sheetId, ...properties }, fields };
  applyBatch(sheet.id, [{ updateSheetProperties: change }]);
  return sheet;
}

function getRange(sheet: SheetState, ...args: (string | number)[]): unknown {
  checkArguments(
    `${SHEET}.getRange`,
    args,
    ['number', 'number'],
    ['number', 'number', 'number'],
    ['number', 'number', 'number', 'number'],
    ['string'],
  );
  const [first] = args;
  const tab = tabOf(sheet);
  if (typeof first !== 'string') {
    const rectangle = rectangleByNumbers(tab, args.map(Number));
    return rangeObject({ ...sheet, rectangle });
  }
  if (!first.slice(1).includes('!'))
    return rangeObject({ ...sheet, ...placeByNotation(tab, first) });
  return otherTabsRange(sheet, first);
}

/** "Other!A1" on a Sheet names a range of that other tab. [known] */
function otherTabsRange(sheet: SheetState, notation: string): unknown {
  const { tabs } = factsOf(sheet.id);
  const written = parseRange(
    notation,
    tabs.map(({ title }) => title),
  );
  const tab = tabs.find(({ title }) => title === written?.tab);
  if (written === null || tab === undefined) throw platformError('Range not found');
  const place = placeOn(tab, written.rectangle);
  return rangeObject({ id: sheet.id, sheetId: tab.sheetId, ...place });
}

/** [known] From A1 to the last cell with content; A1 on an empty tab. */
function dataRectangle({ lastRow, lastColumn }: TabFacts) {
  return {
    startRow: 0,
    startColumn: 0,
    endRow: Math.max(1, lastRow),
    endColumn: Math.max(1, lastColumn),
  };
}

/** [recorded live] On an empty tab the row becomes row 1. */
function appendRow(sheet: SheetState, values: unknown[]): SheetState {
  checkArguments(`${SHEET}.appendRow`, [values], ['array']);
  const tab = tabOf(sheet);
  const row = tab.lastRow;
  const rectangle = { startRow: row, endRow: row + 1, startColumn: 0, endColumn: values.length };
  const size = {
    rowCount: Math.max(tab.rowCount, rectangle.endRow),
    columnCount: Math.max(tab.columnCount, rectangle.endColumn),
  };
  const grow = {
    properties: { sheetId: sheet.sheetId, gridProperties: size },
    fields: 'gridProperties.rowCount,gridProperties.columnCount',
  };
  const enter = enterRequest(sheet, rectangle, [values], typedValue, settingsOf(sheet.id));
  applyBatch(sheet.id, [{ updateSheetProperties: grow }, enter]);
  return sheet;
}

/** Clears the whole tab; which fields go is what its four methods differ in. */
const clearing = (fields: string) => (sheet: SheetState) => {
  const range = gridRange(sheet.sheetId, {
    startRow: 0,
    startColumn: 0,
    endRow: tabOf(sheet).rowCount,
    endColumn: tabOf(sheet).columnCount,
  });
  applyBatch(sheet.id, [{ repeatCell: { range, cell: {}, fields } }]);
  return sheet;
};

function clear(sheet: SheetState, options: unknown = {}): SheetState {
  if (Reflect.get(Object(options), 'contentsOnly') === true) {
    return clearing('userEnteredValue')(sheet);
  }
  if (Reflect.get(Object(options), 'formatOnly') === true) {
    return clearing('userEnteredFormat')(sheet);
  }
  // [recorded live] Notes and dropdowns stay, whatever the reference says.
  return clearing('userEnteredValue,userEnteredFormat')(sheet);
}

function getSheetValues(sheet: SheetState, ...numbers: number[]): unknown[][] {
  const rectangle = rectangleByNumbers(tabOf(sheet), numbers);
  return rangeReaders.getValues({ ...sheet, rectangle });
}

const tabColor = (color: Rgb | undefined) => (color === undefined ? '' : colorText(color, ''));

const members = {
  getName: (sheet) => tabOf(sheet).title,
  getSheetName: (sheet) => tabOf(sheet).title,
  setName: (sheet, title: string) => update(sheet, { title }, 'title'),
  getSheetId: ({ sheetId }) => sheetId,
  getIndex: (sheet) => tabOf(sheet).properties.index + 1,
  getParent: ({ id }) => spreadsheetObject({ id }),
  getType: () => 'GRID',
  isSheetHidden: (sheet) => tabOf(sheet).hidden,
  hideSheet: (sheet) => update(sheet, { hidden: true }, 'hidden'),
  showSheet: (sheet) => update(sheet, { hidden: false }, 'hidden'),
  getTabColor: (sheet) => tabColor(tabOf(sheet).properties.tabColor),
  setTabColor: (sheet, color: string | null) =>
    update(sheet, { tabColor: colorOf(color) }, 'tabColor'),
  activate: (sheet) => sheet,
  getRange,
  getDataRange: (sheet) => rangeObject({ ...sheet, rectangle: dataRectangle(tabOf(sheet)) }),
  getSheetValues,
  getLastRow: (sheet) => tabOf(sheet).lastRow,
  getLastColumn: (sheet) => tabOf(sheet).lastColumn,
  getMaxRows: (sheet) => tabOf(sheet).rowCount,
  getMaxColumns: (sheet) => tabOf(sheet).columnCount,
  appendRow,
  clear,
  clearContents: clearing('userEnteredValue'),
  clearFormats: clearing('userEnteredFormat'),
  clearNotes: clearing('note'),
  protect: ({ id, sheetId }) => protect(id, { sheetId }),
  getProtections: ({ id, sheetId }, type: unknown) => protectionsOf(id, String(type), sheetId),
  getFilter: (sheet) => (tabOf(sheet).filter === undefined ? null : filterObject(sheet)),
  getConditionalFormatRules: (sheet) => {
    if (tabOf(sheet).conditionalFormats.length === 0) return [];
    throw platformError(`${SHEET}.getConditionalFormatRules is not emulated`, 'NotEmulatedError');
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Sheet, SheetState>;

export function sheetObject(state: SheetState): unknown {
  return emulatedObject(SHEET, { ...members, ...sheetDimensions }, state);
}

/** The tab an argument stands for; [seen] a Sheet of another spreadsheet is refused alike. */
export function sheetStateOf(value: unknown): SheetState {
  const state = stateOf<SheetState>(SHEET, value);
  if (state === null) throw platformError('Sheet not found');
  return state;
}
