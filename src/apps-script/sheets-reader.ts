import type { ColumnFormat, FormatClass } from '../core/intake/sheet/sheet-input.ts';
import { tabRange } from '../core/model/a1-notation.ts';
import { PersonFailure } from '../workflows/failures.ts';
import type {
  CellNote,
  DressedCell,
  ReadCell,
  TabDress,
  TabFacts,
  TabLook,
  WorkbookFacts,
  WorkbookMark,
  WorkbookReader,
} from '../workflows/ports.ts';
import { inputTabs } from '../workflows/workbook/koers-tabs.ts';
import { readSheets, sheetsService } from './sheets-errors.ts';
import type { CellData, DeveloperMetadata, RowData, Sheet, Spreadsheet } from './sheets-schema.ts';
import { readSignedMark } from './signed-mark.ts';

/** Key of the developer metadata that holds the mark of the workbook. */
export const MARK_KEY = 'koers';

const FACTS_FIELDS =
  'spreadsheetId,spreadsheetUrl,properties(title,locale,timeZone),' +
  'developerMetadata(metadataId,metadataKey,metadataValue),' +
  'sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount)),' +
  'protectedRanges(protectedRangeId),conditionalFormats(ranges(sheetId)))';

/** What a number means is in its format only. A cell without one costs two bytes. */
const LOOKS_FIELDS = `${FACTS_FIELDS.slice(0, -1)},data(rowData(values(note,effectiveFormat(numberFormat(type,pattern))))))`;

const DRESS_FIELDS =
  'sheets(properties(sheetId,gridProperties(frozenRowCount)),columnGroups(range(endIndex)),' +
  'data(startRow,startColumn,rowData(values(note,dataValidation(condition(type)),' +
  'userEnteredFormat(numberFormat(type),backgroundColorStyle,backgroundColor,textFormat(bold))))))';

const markIn = ({ developerMetadata = [] }: Spreadsheet): DeveloperMetadata | undefined =>
  developerMetadata.find(({ metadataKey }) => metadataKey === MARK_KEY);

function markOf(spreadsheet: Spreadsheet): WorkbookMark | null {
  const found = markIn(spreadsheet);
  return found?.metadataId === undefined
    ? null
    : { id: found.metadataId, text: readSignedMark(found.metadataValue ?? '').text };
}

const tabFacts = ({
  properties = {},
  protectedRanges = [],
  conditionalFormats = [],
}: Sheet): TabFacts => ({
  sheetId: properties.sheetId ?? 0,
  title: properties.title ?? '',
  isHidden: properties.hidden ?? false,
  isGrid: (properties.sheetType ?? 'GRID') === 'GRID',
  rowCount: properties.gridProperties?.rowCount ?? 0,
  columnCount: properties.gridProperties?.columnCount ?? 0,
  isProtected: protectedRanges.length > 0,
  hasColours: conditionalFormats.length > 0,
});

const factsOf = (fileId: string, spreadsheet: Spreadsheet): WorkbookFacts => ({
  fileId,
  url: spreadsheet.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${fileId}/edit`,
  title: spreadsheet.properties?.title ?? '',
  locale: spreadsheet.properties?.locale ?? 'en_US',
  timeZone: spreadsheet.properties?.timeZone ?? 'Etc/GMT',
  mark: markOf(spreadsheet),
  tabs: (spreadsheet.sheets ?? []).map(tabFacts),
});

const FORMAT_CLASSES: Readonly<Record<string, FormatClass>> = {
  TEXT: 'text',
  NUMBER: 'number',
  PERCENT: 'percent',
  CURRENCY: 'currency',
  DATE: 'date',
  TIME: 'time',
  DATE_TIME: 'date_time',
  SCIENTIFIC: 'number',
};

/** [documented] A duration has the type of a time of day; the brackets in its pattern tell. */
const DURATION = /\[[hms]+\]/i;

function formatClass(cell: CellData | undefined): FormatClass {
  const { type = '', pattern = '' } = cell?.effectiveFormat?.numberFormat ?? {};
  const isDuration = pattern.includes('[') && DURATION.test(pattern);
  return isDuration ? 'duration' : (FORMAT_CLASSES[type] ?? 'general');
}

/** [documented] A pattern holds its sign in brackets, in quotes or bare: [$€-413], "€", $; [$-413] has none. */
const MONEY_SIGN = /\[\$([^\]-]+)|(?<!\[)([$€£¥])/;

function moneySign(cell: CellData | undefined): string | undefined {
  const found = MONEY_SIGN.exec(cell?.effectiveFormat?.numberFormat?.pattern ?? '');
  return found?.[1] ?? found?.[2];
}

function columnFormat(rows: readonly RowData[], column: number): ColumnFormat {
  const counts = new Map<FormatClass, number>();
  const classes: FormatClass[] = [];
  let currency: string | undefined;
  for (const { values } of rows) {
    const found = formatClass(values?.[column]);
    classes.push(found);
    if (found === 'currency') currency ??= moneySign(values?.[column]);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const usual = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
  const except: Record<number, FormatClass> = {};
  classes.forEach((found, row) => {
    if (found !== usual) except[row] = found;
  });
  return { usual, except, ...(currency === undefined ? {} : { currency }) };
}

function columnFormats(rows: readonly RowData[]): ColumnFormat[] {
  const width = rows.reduce((most, { values = [] }) => Math.max(most, values.length), 0);
  return Array.from({ length: width }, (_, column) => columnFormat(rows, column));
}

function notesOf(rows: readonly RowData[]): CellNote[] {
  const notes: CellNote[] = [];
  rows.forEach(({ values = [] }, row) => {
    values.forEach(({ note = '' }, column) => {
      if (note !== '') notes.push({ row, column, text: note });
    });
  });
  return notes;
}

/** Looked through when asked for: nobody asks for the formats of Koers' own tabs, or a report for notes. */
function tabLook(sheet: Sheet): TabLook {
  const rows = sheet.data?.[0]?.rowData ?? [];
  return {
    sheetId: sheet.properties?.sheetId ?? 0,
    get formats() {
      return columnFormats(rows);
    },
    get notes() {
      return notesOf(rows);
    },
  };
}

function dressedCell(cell: CellData, row: number, column: number): DressedCell[] {
  const { note = '', dataValidation, userEnteredFormat = {} } = cell;
  const { numberFormat, backgroundColor, backgroundColorStyle, textFormat } = userEnteredFormat;
  const has = {
    hasNote: note !== '',
    hasRule: dataValidation !== undefined,
    hasStyle: (backgroundColorStyle ?? backgroundColor) !== undefined || textFormat?.bold === true,
    hasFormat: numberFormat !== undefined,
  };
  return Object.values(has).includes(true) ? [{ row, column, ...has }] : [];
}

const tabDress = ({ properties = {}, columnGroups = [], data = [] }: Sheet): TabDress => ({
  sheetId: properties.sheetId ?? 0,
  frozenRows: properties.gridProperties?.frozenRowCount ?? 0,
  groupedUntil: Math.max(0, ...columnGroups.map(({ range }) => range?.endIndex ?? 0)),
  cells: data.flatMap(({ startRow = 0, startColumn = 0, rowData = [] }) =>
    rowData.flatMap(({ values = [] }, row) =>
      values.flatMap((cell, column) => dressedCell(cell, startRow + row, startColumn + column)),
    ),
  ),
});

/** What an answer lacks that every answer has: it is asked for again. */
const EMPTY = 'Empty response';

function getOnce(fileId: string, options: { fields: string; ranges?: string[] }): Spreadsheet {
  const spreadsheet = sheetsService().Spreadsheets.get(fileId, options);
  if ((spreadsheet?.sheets ?? []).length === 0) throw new Error(EMPTY);
  return spreadsheet;
}

const getSpreadsheet = (fileId: string, fields: string): Spreadsheet =>
  readSheets(() => getOnce(fileId, { fields }));

/** What a write leaves: the one that set the mark last, and the tabs that are there. */
export function readTraces(fileId: string): { lastWrite: string | null; sheetIds: number[] } {
  const spreadsheet = getOnce(fileId, { fields: FACTS_FIELDS });
  return {
    lastWrite: readSignedMark(markIn(spreadsheet)?.metadataValue ?? '').write,
    sheetIds: (spreadsheet.sheets ?? []).map(({ properties }) => properties?.sheetId ?? 0),
  };
}

/** None where it fails: looks are worth a try, and no run fails for want of them. */
function looksOf(fileId: string, tabs: readonly TabFacts[]): TabLook[] {
  const ranges = tabs.map(({ title }) => tabRange(title));
  try {
    const { sheets = [] } = readSheets(() => getOnce(fileId, { fields: LOOKS_FIELDS, ranges }));
    return sheets.flatMap((sheet) => (sheet.data === undefined ? [] : [tabLook(sheet)]));
  } catch {
    return [];
  }
}

/**
 * Facts, and looks as far as the workbook gives them: of the tabs that people fill in alone, because
 * those of our own tabs are as large again. [documented] Sheets refuses (503) what is too complex.
 */
function factsAndLooks(fileId: string): { facts: WorkbookFacts; looks: TabLook[] } {
  const facts = factsOf(fileId, getSpreadsheet(fileId, FACTS_FIELDS));
  const tabs = inputTabs(facts);
  return { facts, looks: tabs.length === 0 ? [] : looksOf(fileId, tabs) };
}

function readColumns(fileId: string, ranges: readonly string[]): ReadCell[][][] {
  const answered = readSheets(() => {
    const response = sheetsService().Spreadsheets.Values.batchGet(fileId, {
      ranges: [...ranges],
      majorDimension: 'COLUMNS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    // An answer that is cut off would read as cells that somebody emptied.
    if (response?.valueRanges?.length !== ranges.length) throw new Error(EMPTY);
    return response.valueRanges;
  });
  // SAFETY: unformatted values are numbers, texts and booleans; empty ranges have none.
  return answered.map(({ values }) => (values ?? []) as ReadCell[][]);
}

/** What another run may well not meet: a source is not lost for it. */
const PASSING: readonly string[] = ['BUSY', 'DAY_LIMIT'];

export const sheetsReader: WorkbookReader = {
  facts: (fileId) => factsOf(fileId, getSpreadsheet(fileId, FACTS_FIELDS)),
  factsAndLooks,
  dress: (fileId, ranges) =>
    (
      readSheets(() => getOnce(fileId, { fields: DRESS_FIELDS, ranges: [...ranges] })).sheets ?? []
    ).map(tabDress),
  columns: readColumns,
  columnsIfThere(fileId, ranges) {
    try {
      return readColumns(fileId, ranges);
    } catch (error) {
      // No access, no such file, no such tab: a finding about the measure, not the end of the run.
      if (error instanceof PersonFailure && !PASSING.includes(error.code)) return null;
      throw error;
    }
  },
};
