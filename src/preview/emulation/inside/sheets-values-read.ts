import type { CellValue, GridRectangle } from '../workbook/workbook.ts';
import { displayText, showsTime } from './display-text.ts';
import {
  checkOptions,
  findRange,
  normalised,
  openToRead,
  refuse,
  withFields,
} from './sheets-range.ts';
import { readParts, type WorkbookFacts } from './workbook-access.ts';

interface ReadOptions {
  readonly majorDimension?: string;
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
  readonly fields?: string;
}

type Render = (
  value: CellValue,
  format: string | null,
  locale: string,
  datesAsText: boolean,
) => unknown;

/** [documented] A date is its serial number, or text when asked; [seen] an error is its text. */
const unformatted: Render = (value, format, locale, datesAsText) => {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  const isDate = datesAsText && typeof value === 'number' && showsTime(format);
  return isDate ? displayText(value, format, locale) : value;
};

/** [documented] How each valueRenderOption shows a cell, and which part of the cell it shows. */
const RENDERINGS = {
  FORMATTED_VALUE: { part: 'value', render: displayText },
  UNFORMATTED_VALUE: { part: 'value', render: unformatted },
  FORMULA: { part: 'entered', render: unformatted },
} as const satisfies Record<string, { part: 'value' | 'entered'; render: Render }>;

/** [documented] Empty rows and columns at the end are left out, so that rows are ragged. */
function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  const isEmpty = (value: unknown) => value === '';
  const cut = rows.map((row) => {
    let length = row.length;
    while (length > 0 && isEmpty(row[length - 1])) length -= 1;
    return row.slice(0, length);
  });
  while (cut.length > 0 && cut[cut.length - 1]?.length === 0) cut.pop();
  return cut;
}

function transposed(rows: readonly (readonly unknown[])[]): unknown[][] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_column, at) => rows.map((row) => row[at]));
}

/** Nothing lies past the last cell with content, so it need not be fetched to be left out. */
function withinContent(rectangle: GridRectangle, lastRow: number, lastColumn: number) {
  return {
    ...rectangle,
    endRow: Math.max(rectangle.startRow, Math.min(rectangle.endRow, lastRow)),
    endColumn: Math.max(rectangle.startColumn, Math.min(rectangle.endColumn, lastColumn)),
  };
}

/** [seen] An option's value that is not one of its enum's. */
function chosen<Name extends string>(
  caller: string,
  option: string,
  value: string,
  known: readonly Name[],
): Name {
  const found = known.find((name) => name === value);
  return found ?? refuse(caller, `Invalid value at '${option}' (TYPE_ENUM), "${value}"`);
}

const RENDER_OPTIONS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;
const DATE_OPTIONS = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const;
const DIMENSIONS = ['ROWS', 'COLUMNS'] as const;

/** One range's values as the API answers them: no `values` at all when there are none. */
function valueRange(
  caller: string,
  facts: WorkbookFacts,
  notation: string,
  options: ReadOptions,
): object {
  const { valueRenderOption = 'FORMATTED_VALUE', dateTimeRenderOption = 'SERIAL_NUMBER' } = options;
  const rendering = chosen(caller, 'value_render_option', valueRenderOption, RENDER_OPTIONS);
  const dates = chosen(caller, 'date_time_render_option', dateTimeRenderOption, DATE_OPTIONS);
  const dimension = chosen(caller, 'major_dimension', options.majorDimension ?? 'ROWS', DIMENSIONS);
  const { tab, rectangle } = findRange(caller, facts, notation);
  const { part, render } = RENDERINGS[rendering];
  const filled = withinContent(rectangle, tab.lastRow, tab.lastColumn);
  const place = { id: facts.id, sheetId: tab.sheetId };
  const cells = readParts(place, filled, [part, 'format'], caller);
  const rows = cells[part].map((row, at) =>
    row.map((value, column) =>
      render(value, cells.format[at]?.[column] ?? null, facts.locale, dates === 'FORMATTED_STRING'),
    ),
  );
  const values = trimmed(dimension === 'ROWS' ? rows : transposed(rows));
  const range = normalised(tab, rectangle);
  return { range, majorDimension: dimension, ...(values.length > 0 && { values }) };
}

const GET = 'sheets.spreadsheets.values.get';
const BATCH_GET = 'sheets.spreadsheets.values.batchGet';
const READ_OPTIONS = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption', 'fields'];

/** Sheets.Spreadsheets.Values.get(id, range, options) */
export function getValueRange(id: string, notation: string, options: ReadOptions = {}): object {
  checkOptions(GET, options, READ_OPTIONS);
  const answer = valueRange(GET, openToRead(GET, id), notation, options);
  return withFields(GET, answer, options);
}

/** Sheets.Spreadsheets.Values.batchGet(id, {ranges, …}): answers in the order of the ranges. */
export function batchGetValueRanges(
  id: string,
  options: ReadOptions & { readonly ranges?: readonly string[] | string } = {},
): object {
  checkOptions(BATCH_GET, options, ['ranges', ...READ_OPTIONS]);
  const facts = openToRead(BATCH_GET, id);
  const ranges = typeof options.ranges === 'string' ? [options.ranges] : (options.ranges ?? []);
  const valueRanges = ranges.map((notation) => valueRange(BATCH_GET, facts, notation, options));
  return withFields(BATCH_GET, { spreadsheetId: id, valueRanges }, options);
}
