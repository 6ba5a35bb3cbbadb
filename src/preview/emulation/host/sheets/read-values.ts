import { cellAt, lastColumn, lastRow } from '../../workbook/cells.ts';
import { masked } from '../../workbook/fields-mask.ts';
import { foundRange, normalised } from '../../workbook/found-range.ts';
import { isTimeFormat } from '../../workbook/time-format.ts';
import type { CellValue, Tab, Workbook } from '../../workbook/workbook.ts';
import { displayText } from '../display-text.ts';
import type { Execution } from '../execution-state.ts';
import { apiError, openWorkbook } from '../open-workbook.ts';
import { enteredAt, valueAt } from '../read-cells.ts';
import { checkOptions, enterApi } from './api-gate.ts';
import { maskOf } from './get-spreadsheet.ts';

interface ReadOptions {
  readonly majorDimension?: string;
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
  readonly fields?: string;
}

interface Rendering {
  readonly locale: string;
  readonly datesAsText: boolean;
}

type Render = (value: CellValue, format: string | null, rendering: Rendering) => unknown;

/** [documented] A date is its serial number, or text when asked; [seen] an error is its text. */
const unformatted: Render = (value, format, { locale, datesAsText }) => {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  const isDate =
    datesAsText && typeof value === 'number' && format !== null && isTimeFormat(format);
  return isDate ? displayText(value, format, locale) : value;
};

/** [documented] How each valueRenderOption shows a cell, and which part of the cell it shows. */
const RENDERINGS = {
  FORMATTED_VALUE: {
    at: valueAt,
    render: (value, format, { locale }) => displayText(value, format, locale),
  },
  UNFORMATTED_VALUE: { at: valueAt, render: unformatted },
  FORMULA: { at: enteredAt, render: unformatted },
} satisfies Record<string, { at: typeof valueAt; render: Render }>;

/** [documented] Empty rows and columns at the end are left out, so that rows are ragged. */
function trimmed(lists: unknown[][]): unknown[][] {
  for (const list of lists) {
    let { length } = list;
    while (length > 0 && list[length - 1] === '') length -= 1;
    list.length = length;
  }
  while (lists.length > 0 && lists[lists.length - 1]?.length === 0) lists.pop();
  return lists;
}

/** [seen] An option's value that is not one of its enum's. */
function chosen<Name extends string>(
  caller: string,
  option: string,
  value: string,
  known: readonly Name[],
): Name {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  throw apiError(caller, 400, `Invalid value at '${option}' (TYPE_ENUM), "${value}"`);
}

const RENDER_OPTIONS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;
const DATE_OPTIONS = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const;
const DIMENSIONS = ['ROWS', 'COLUMNS'] as const;

interface Content {
  readonly rows: number;
  readonly columns: number;
}

/** One range's values as the API answers them: no `values` at all when there are none. */
function valueRange(
  caller: string,
  workbook: Workbook,
  contentOf: (tab: Tab) => Content,
  notation: string,
  options: ReadOptions,
): object {
  const { valueRenderOption = 'FORMATTED_VALUE', dateTimeRenderOption = 'SERIAL_NUMBER' } = options;
  const how = chosen(caller, 'value_render_option', valueRenderOption, RENDER_OPTIONS);
  const dates = chosen(caller, 'date_time_render_option', dateTimeRenderOption, DATE_OPTIONS);
  const dimension = chosen(caller, 'major_dimension', options.majorDimension ?? 'ROWS', DIMENSIONS);
  const found = foundRange(workbook.tabs, notation);
  if (typeof found === 'string') throw apiError(caller, 400, found);
  const { tab, rectangle } = found;
  const { at, render } = RENDERINGS[how];
  const rendering = { locale: workbook.locale, datesAsText: dates === 'FORMATTED_STRING' };
  const content = contentOf(tab);
  // Nothing lies past the last cell with content.
  const endRow = Math.min(rectangle.endRow, content.rows);
  const endColumn = Math.min(rectangle.endColumn, content.columns);
  const read = (row: number, column: number) =>
    render(at(tab, row, column), cellAt(tab, row, column)?.format ?? null, rendering);
  const isByRow = dimension === 'ROWS';
  const [outerStart, outerEnd] = isByRow
    ? [rectangle.startRow, endRow]
    : [rectangle.startColumn, endColumn];
  const [innerStart, innerEnd] = isByRow
    ? [rectangle.startColumn, endColumn]
    : [rectangle.startRow, endRow];
  const lists: unknown[][] = [];
  for (let outer = outerStart; outer < outerEnd; outer += 1) {
    const list: unknown[] = [];
    for (let inner = innerStart; inner < innerEnd; inner += 1) {
      list.push(isByRow ? read(outer, inner) : read(inner, outer));
    }
    lists.push(list);
  }
  const values = trimmed(lists);
  const range = normalised(tab, rectangle);
  return { range, majorDimension: dimension, ...(values.length > 0 && { values }) };
}

/** How far each tab has content, looked up once. */
function contentReader(): (tab: Tab) => Content {
  const known = new Map<Tab, Content>();
  return (tab) => {
    const content = known.get(tab) ?? { rows: lastRow(tab), columns: lastColumn(tab) };
    known.set(tab, content);
    return content;
  };
}

const GET = 'sheets.spreadsheets.values.get';
const BATCH_GET = 'sheets.spreadsheets.values.batchGet';
const READ_OPTIONS = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption', 'fields'];

/** Sheets.Spreadsheets.Values.get(id, range, options) */
export function getValueRange(
  execution: Execution,
  id: string,
  notation: string,
  options: ReadOptions,
): unknown {
  checkOptions(GET, options, READ_OPTIONS);
  enterApi(execution, GET, 'read');
  const workbook = openWorkbook(execution, GET, id, 'view');
  const answer = valueRange(GET, workbook, contentReader(), notation, options);
  return masked(answer, maskOf(GET, options.fields));
}

/** Sheets.Spreadsheets.Values.batchGet(id, {ranges, …}): answers in the order of the ranges. */
export function batchGetValueRanges(
  execution: Execution,
  id: string,
  options: ReadOptions & { readonly ranges?: readonly string[] | string },
): unknown {
  checkOptions(BATCH_GET, options, ['ranges', ...READ_OPTIONS]);
  enterApi(execution, BATCH_GET, 'read');
  const workbook = openWorkbook(execution, BATCH_GET, id, 'view');
  const contentOf = contentReader();
  const valueRanges = [options.ranges ?? []]
    .flat()
    .map((notation) => valueRange(BATCH_GET, workbook, contentOf, notation, options));
  return masked({ spreadsheetId: id, valueRanges }, maskOf(BATCH_GET, options.fields));
}
