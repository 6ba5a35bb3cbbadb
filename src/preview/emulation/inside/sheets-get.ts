import { type MaskTree, parseMask } from '../workbook/fields-mask.ts';
import { fieldsAskedFor } from './sheets-cell-data.ts';
import { given, gridData } from './sheets-grid-data.ts';
import {
  checkOptions,
  type FoundRange,
  findRange,
  openToRead,
  withFields,
} from './sheets-range.ts';
import type { TabFacts, WorkbookFacts } from './workbook-access.ts';

const GET = 'sheets.spreadsheets.get';

interface GetOptions {
  readonly ranges?: readonly string[] | string;
  readonly includeGridData?: boolean;
  readonly fields?: string;
}

function describedTab(
  facts: WorkbookFacts,
  tab: TabFacts,
  data: readonly FoundRange[],
  cellFields: readonly string[],
): object {
  return {
    properties: tab.properties,
    ...given('protectedRanges', tab.protectedRanges),
    ...given('conditionalFormats', tab.conditionalFormats),
    ...given('rowGroups', tab.rowGroups),
    ...given('columnGroups', tab.columnGroups),
    ...given(
      'data',
      data.map(({ rectangle }) => gridData(GET, facts, tab, rectangle, cellFields)),
    ),
  };
}

const wholeTab = (tab: TabFacts): FoundRange => ({
  tab,
  rectangle: { startRow: 0, startColumn: 0, endRow: tab.rowCount, endColumn: tab.columnCount },
  isOneCell: false,
});

/** What a mask asks below this path; null when it does not go there. */
function below(mask: MaskTree, path: readonly string[]): MaskTree | null {
  if (Object.keys(mask).length === 0 || '*' in mask) return {};
  const [name, ...deeper] = path;
  if (name === undefined) return mask;
  const members = mask[name];
  return members === undefined ? null : below(members, deeper);
}

/** [documented] With a fields mask, the mask alone decides whether cells come along. */
function cellFieldsOf({ fields, includeGridData = false }: GetOptions): string[] | null {
  if (fields === undefined) return includeGridData ? fieldsAskedFor({}) : null;
  const mask = parseMask(fields) ?? {};
  if (below(mask, ['sheets', 'data']) === null) return null;
  const cells = below(mask, ['sheets', 'data', 'rowData', 'values']);
  return cells === null ? [] : fieldsAskedFor(cells);
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
  const cellFields = cellFieldsOf(options);
  const answer = {
    spreadsheetId: id,
    properties: {
      title: facts.title,
      locale: facts.locale,
      autoRecalc: 'ON_CHANGE',
      timeZone: facts.timeZone,
    },
    sheets: tabs.map((tab) =>
      describedTab(facts, tab, cellFields === null ? [] : cellsOf(tab), cellFields ?? []),
    ),
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
