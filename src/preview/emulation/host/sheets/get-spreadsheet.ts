import { type MaskTree, masked, parseMask } from '../../workbook/fields-mask.ts';
import { foundRange } from '../../workbook/found-range.ts';
import type { GridRectangle, Tab, Workbook } from '../../workbook/workbook.ts';
import { describedGroup } from '../batch-update/dimension-requests.ts';
import { sheetPropertiesOf } from '../batch-update/tab-properties.ts';
import { protectedRangeOf } from '../batch-update/workbook-requests.ts';
import type { Execution } from '../execution-state.ts';
import { apiError, openWorkbook } from '../open-workbook.ts';
import { checkOptions, enterApi, refuseComplex } from './api-gate.ts';
import { below, given, gridData } from './grid-data.ts';

const GET = 'sheets.spreadsheets.get';

interface GetOptions {
  readonly ranges?: readonly string[] | string;
  readonly includeGridData?: boolean;
  readonly fields?: string;
}

/** The mask of `fields`; everything when there is none. */
export function maskOf(caller: string, fields: string | undefined): MaskTree {
  const mask = fields === undefined ? {} : parseMask(fields);
  if (mask !== null) return mask;
  // [seen]
  throw apiError(caller, 400, `Request contains an invalid argument: fields ${fields}`);
}

/** [documented] With a fields mask, the mask alone decides whether cells come along. */
function dataMask(mask: MaskTree, { fields, includeGridData = false }: GetOptions) {
  if (fields === undefined && !includeGridData) return null;
  return below(mask, ['sheets', 'data']);
}

interface Asked {
  readonly mask: MaskTree;
  readonly data: MaskTree | null;
  readonly rectangles: ReadonlyMap<Tab, readonly GridRectangle[]> | null;
}

/** Of a tab, or of the spreadsheet itself: neither shows the other's. */
const metadataOf = ({ developerMetadata }: Workbook, sheetId?: number): object[] =>
  developerMetadata
    .filter((held) => held.sheetId === sheetId)
    .map(({ id: metadataId, key, value }) => ({
      metadataId,
      metadataKey: key,
      metadataValue: value,
      location:
        sheetId === undefined
          ? { locationType: 'SPREADSHEET', spreadsheet: true }
          : { locationType: 'SHEET', sheetId },
      visibility: 'DOCUMENT',
    }));

function describedTab(workbook: Workbook, tab: Tab, asked: Asked): object {
  const whole = { startRow: 0, startColumn: 0, endRow: tab.rowCount, endColumn: tab.columnCount };
  const rectangles = asked.rectangles?.get(tab) ?? [whole];
  const { data } = asked;
  const groups = (dimension: 'ROWS' | 'COLUMNS') =>
    (dimension === 'ROWS' ? tab.rowGroups : tab.columnGroups).map((group) =>
      describedGroup({ tab, dimension }, group),
    );
  const described = {
    properties: sheetPropertiesOf(workbook, tab),
    ...given(
      'protectedRanges',
      tab.protections.map((protection) => protectedRangeOf(tab, protection)),
    ),
    ...given('conditionalFormats', tab.conditionalFormats),
    ...given('charts', tab.charts),
    ...given('rowGroups', groups('ROWS')),
    ...given('columnGroups', groups('COLUMNS')),
    ...given('developerMetadata', metadataOf(workbook, tab.sheetId)),
  };
  const seen = Object(masked(described, below(asked.mask, ['sheets']) ?? {}));
  if (data === null) return seen;
  // Cells are masked one by one, as they are read.
  return { ...seen, data: rectangles.map((one) => gridData(workbook, tab, one, data)) };
}

function rectanglesOf(workbook: Workbook, ranges: GetOptions['ranges']): Asked['rectangles'] {
  if (ranges === undefined) return null;
  const rectangles = new Map<Tab, GridRectangle[]>();
  for (const notation of [ranges].flat()) {
    const found = foundRange(workbook.tabs, notation);
    if (typeof found === 'string') throw apiError(GET, 400, found);
    rectangles.set(found.tab, [...(rectangles.get(found.tab) ?? []), found.rectangle]);
  }
  return rectangles;
}

/** Sheets.Spreadsheets.get(id, {ranges, includeGridData, fields}) */
export function getSpreadsheet(execution: Execution, id: string, options: GetOptions): object {
  checkOptions(GET, options, ['ranges', 'includeGridData', 'fields']);
  enterApi(execution, GET, 'read');
  const workbook = openWorkbook(execution, GET, id, 'view');
  const mask = maskOf(GET, options.fields);
  const data = dataMask(mask, options);
  if (data !== null && workbook.isComplex === true) refuseComplex(GET);
  const rectangles = rectanglesOf(workbook, options.ranges);
  // [documented] Ranges limit the answer to the tabs they touch.
  const tabs = workbook.tabs.filter((tab) => rectangles === null || rectangles.has(tab));
  const { title, locale, timeZone } = workbook;
  const answer = {
    spreadsheetId: id,
    properties: { title, locale, autoRecalc: 'ON_CHANGE', timeZone },
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    ...given('developerMetadata', metadataOf(workbook)),
  };
  const seen = Object(masked(answer, mask));
  if (below(mask, ['sheets']) === null) return seen;
  const asked = { mask, data, rectangles };
  return { ...seen, sheets: tabs.map((tab) => describedTab(workbook, tab, asked)) };
}
