import { maskPaths, parseMask } from '../workbook/fields-mask.ts';
import type { CellValue, GridRectangle } from '../workbook/workbook.ts';
import { displayText, showsTime } from './display-text.ts';
import {
  checkOptions,
  type FoundRange,
  findRange,
  openToRead,
  withFields,
} from './sheets-range.ts';
import { type CellParts, readParts, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

const GET = 'sheets.spreadsheets.get';

interface GetOptions {
  readonly ranges?: readonly string[] | string;
  readonly includeGridData?: boolean;
  readonly fields?: string;
}

type WholeCell = Omit<CellParts, 'formula'>;

const PARTS = ['value', 'entered', 'format', 'note', 'validation', 'style'] as const;

function extendedValue(value: CellValue): object {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'object' && value !== null) {
    return { errorValue: { type: value.error.replace(/^#|[!?]$/g, ''), message: value.error } };
  }
  return { stringValue: value };
}

function enteredValue({ entered, value }: WholeCell): object {
  const isFormula = typeof entered === 'string' && entered !== value && entered.startsWith('=');
  return isFormula ? { formulaValue: entered } : extendedValue(entered);
}

/** [assumed] The type the API reports for a pattern. */
function formatType(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (showsTime(pattern))
    return /[yd]/i.test(pattern) ? (/h/i.test(pattern) ? 'DATE_TIME' : 'DATE') : 'TIME';
  if (pattern.includes('%')) return 'PERCENT';
  return /[€$£¥]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

function cellFormat({ format, style }: WholeCell): object | null {
  if (format === null && style === null) return null;
  const numberFormat =
    format === null ? {} : { numberFormat: { type: formatType(format), pattern: format } };
  return { ...numberFormat, ...style };
}

function cellData(cell: WholeCell, locale: string): object {
  const format = cellFormat(cell);
  return {
    ...(cell.value !== null && {
      userEnteredValue: enteredValue(cell),
      effectiveValue: extendedValue(cell.value),
      formattedValue: displayText(cell.value, cell.format, locale),
    }),
    ...(format !== null && { userEnteredFormat: format, effectiveFormat: format }),
    ...(cell.note !== null && { note: cell.note }),
    ...(cell.validation !== null && { dataValidation: cell.validation }),
  };
}

type DimensionList = TabFacts['columnProperties'];

function dimensionMetadata(
  list: DimensionList,
  start: number,
  end: number,
  size: number,
): object[] {
  return Array.from({ length: end - start }, (_place, at) => {
    const { pixelSize = size, hidden = false } = list[start + at] ?? {};
    return { pixelSize, ...(hidden && { hiddenByUser: true }) };
  });
}

/** One range's cells, from its corner; [documented] offsets of zero are left out. */
function gridData(facts: WorkbookFacts, tab: TabFacts, rectangle: GridRectangle): object {
  const place = { id: facts.id, sheetId: tab.sheetId };
  const parts = readParts(place, rectangle, PARTS, GET);
  const rowData = parts.value.map((row, at) => ({
    values: row.map((value, column) => {
      const part = <T>(rows: readonly (readonly T[])[]): T => rows[at]?.[column] as T;
      const entered = part(parts.entered);
      const [format, note] = [part(parts.format), part(parts.note)];
      const [validation, style] = [part(parts.validation), part(parts.style)];
      return cellData({ value, entered, format, note, validation, style }, facts.locale);
    }),
  }));
  const { startRow, startColumn, endRow, endColumn } = rectangle;
  return {
    ...(startRow > 0 && { startRow }),
    ...(startColumn > 0 && { startColumn }),
    rowData,
    rowMetadata: dimensionMetadata(tab.rowProperties, startRow, endRow, 21),
    columnMetadata: dimensionMetadata(tab.columnProperties, startColumn, endColumn, 100),
  };
}

const given = <T>(name: string, list: readonly T[]) => (list.length > 0 ? { [name]: list } : {});

function describedTab(facts: WorkbookFacts, tab: TabFacts, data: readonly FoundRange[]): object {
  return {
    properties: tab.properties,
    ...given('protectedRanges', tab.protectedRanges),
    ...given('conditionalFormats', tab.conditionalFormats),
    ...given('rowGroups', tab.rowGroups),
    ...given('columnGroups', tab.columnGroups),
    ...given(
      'data',
      data.map(({ rectangle }) => gridData(facts, tab, rectangle)),
    ),
  };
}

const wholeTab = (tab: TabFacts): FoundRange => ({
  tab,
  rectangle: { startRow: 0, startColumn: 0, endRow: tab.rowCount, endColumn: tab.columnCount },
  isOneCell: false,
});

/** [documented] With a fields mask, the mask alone decides whether cells come along. */
function wantsCells({ fields, includeGridData = false }: GetOptions): boolean {
  if (fields === undefined) return includeGridData;
  const paths = maskPaths(parseMask(fields) ?? {});
  return paths.some((path) => path === '*' || path === 'sheets' || path.startsWith('sheets.data'));
}

/** Sheets.Spreadsheets.get(id, {ranges, includeGridData, fields}) */
export function getSpreadsheet(id: string, options: GetOptions = {}): object {
  checkOptions(GET, options, ['ranges', 'includeGridData', 'fields']);
  const facts = openToRead(GET, id);
  const notations = typeof options.ranges === 'string' ? [options.ranges] : options.ranges;
  const found = notations?.map((notation) => findRange(GET, facts, notation));
  // [documented] Ranges limit the answer to the tabs they touch.
  const tabs = facts.tabs.filter(
    (tab) => found === undefined || found.some((one) => one.tab === tab),
  );
  const cellsOf = (tab: TabFacts) => (found ?? [wholeTab(tab)]).filter((one) => one.tab === tab);
  const answer = {
    spreadsheetId: id,
    properties: {
      title: facts.title,
      locale: facts.locale,
      autoRecalc: 'ON_CHANGE',
      timeZone: facts.timeZone,
    },
    sheets: tabs.map((tab) => describedTab(facts, tab, wantsCells(options) ? cellsOf(tab) : [])),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    ...given(
      'developerMetadata',
      facts.developerMetadata.map(({ id: metadataId, key, value }) => ({
        metadataId,
        metadataKey: key,
        metadataValue: value,
        location: { locationType: 'SPREADSHEET', spreadsheet: true },
        visibility: 'DOCUMENT',
      })),
    ),
  };
  return withFields(GET, answer, options);
}
