import type { ColumnFormat, FormatClass } from '../core/intake/sheet/sheet-input.ts';
import { PersonFailure } from '../workflows/failures.ts';
import type {
  CellNote,
  ReadCell,
  TabFacts,
  TabLook,
  WorkbookFacts,
  WorkbookMark,
  WorkbookReader,
} from '../workflows/ports.ts';
import { callSheets, sheetsService } from './sheets-errors.ts';
import type { CellData, DeveloperMetadata, RowData, Sheet, Spreadsheet } from './sheets-schema.ts';

/** Key of the developer metadata that holds the mark of the workbook. */
export const MARK_KEY = 'koers';

const FACTS_FIELDS =
  'spreadsheetId,spreadsheetUrl,properties(title,locale,timeZone),' +
  'developerMetadata(metadataId,metadataKey,metadataValue),' +
  'sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount)),' +
  'protectedRanges(protectedRangeId))';

/**
 * What a number means is in its format only, so that the formats of all cells come along with the
 * metadata: a cell without one costs two bytes.
 */
const LOOKS_FIELDS = `${FACTS_FIELDS.slice(0, -1)},data(rowData(values(note,effectiveFormat(numberFormat(type,pattern))))))`;

function markOf(metadata: readonly DeveloperMetadata[]): WorkbookMark | null {
  const found = metadata.find(({ metadataKey }) => metadataKey === MARK_KEY);
  return found?.metadataId === undefined
    ? null
    : { id: found.metadataId, text: found.metadataValue ?? '' };
}

const tabFacts = ({ properties = {}, protectedRanges = [] }: Sheet): TabFacts => ({
  sheetId: properties.sheetId ?? 0,
  title: properties.title ?? '',
  isHidden: properties.hidden ?? false,
  isGrid: (properties.sheetType ?? 'GRID') === 'GRID',
  rowCount: properties.gridProperties?.rowCount ?? 0,
  columnCount: properties.gridProperties?.columnCount ?? 0,
  isProtected: protectedRanges.length > 0,
});

const factsOf = (fileId: string, spreadsheet: Spreadsheet): WorkbookFacts => ({
  fileId,
  url: spreadsheet.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${fileId}/edit`,
  title: spreadsheet.properties?.title ?? '',
  locale: spreadsheet.properties?.locale ?? 'en_US',
  timeZone: spreadsheet.properties?.timeZone ?? 'Etc/GMT',
  mark: markOf(spreadsheet.developerMetadata ?? []),
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
  return DURATION.test(pattern) ? 'duration' : (FORMAT_CLASSES[type] ?? 'general');
}

function columnFormat(rows: readonly RowData[], column: number): ColumnFormat {
  const counts = new Map<FormatClass, number>();
  const classes = rows.map(({ values }) => formatClass(values?.[column]));
  for (const found of classes) counts.set(found, (counts.get(found) ?? 0) + 1);
  const usual = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
  const except: Record<number, FormatClass> = {};
  classes.forEach((found, row) => {
    if (found !== usual) except[row] = found;
  });
  return { usual, except };
}

function notesOf(rows: readonly RowData[]): CellNote[] {
  return rows.flatMap(({ values = [] }, row) =>
    values.flatMap(({ note }, column) =>
      note === undefined || note === '' ? [] : [{ row, column, text: note }],
    ),
  );
}

function tabLook(sheet: Sheet): TabLook {
  const rows = sheet.data?.[0]?.rowData ?? [];
  const width = rows.reduce((most, { values = [] }) => Math.max(most, values.length), 0);
  return {
    sheetId: sheet.properties?.sheetId ?? 0,
    formats: Array.from({ length: width }, (_, column) => columnFormat(rows, column)),
    notes: notesOf(rows),
  };
}

const getSpreadsheet = (fileId: string, fields: string): Spreadsheet =>
  callSheets(() => sheetsService().Spreadsheets.get(fileId, { fields }));

/** Null for a workbook whose looks do not fit in one answer: then it is read without them. */
function withLooks(fileId: string): Spreadsheet | null {
  try {
    return getSpreadsheet(fileId, LOOKS_FIELDS);
  } catch (error) {
    if (error instanceof PersonFailure) throw error;
    return null;
  }
}

function readColumns(fileId: string, ranges: readonly string[]): ReadCell[][][] {
  const response = callSheets(() =>
    sheetsService().Spreadsheets.Values.batchGet(fileId, {
      ranges,
      majorDimension: 'COLUMNS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    }),
  );
  // SAFETY: unformatted values are numbers, texts and booleans; empty ranges have none.
  return (response.valueRanges ?? []).map(({ values }) => (values ?? []) as ReadCell[][]);
}

/** [seen] What batchGet says about a tab that is not there. */
const UNKNOWN_TAB = /Unable to parse range/;

export const sheetsReader: WorkbookReader = {
  facts: (fileId) => factsOf(fileId, getSpreadsheet(fileId, FACTS_FIELDS)),
  factsAndLooks(fileId) {
    const spreadsheet = withLooks(fileId) ?? getSpreadsheet(fileId, FACTS_FIELDS);
    return {
      facts: factsOf(fileId, spreadsheet),
      looks: (spreadsheet.sheets ?? []).flatMap((sheet) =>
        sheet.data === undefined ? [] : [tabLook(sheet)],
      ),
    };
  },
  columns: readColumns,
  foreignColumns(fileId, ranges) {
    try {
      return readColumns(fileId, ranges);
    } catch (error) {
      // No access, no such file, no such tab: a finding about the measure, not the end of the run.
      if (error instanceof PersonFailure || UNKNOWN_TAB.test(String(error))) return null;
      throw error;
    }
  },
};
