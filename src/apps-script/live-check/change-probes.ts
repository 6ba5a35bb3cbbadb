import { sheetsService } from '../sheets-errors.ts';
import type { CheckTab, ProbeRoom } from './probe.ts';
import { change } from './sheets-probes.ts';

const cell = ({ sheetId }: CheckTab) => ({ sheetId, rowIndex: 0, columnIndex: 0 });

const writing = (
  tab: CheckTab,
  stringValue: string,
  fields: string | undefined = 'userEnteredValue',
) => ({
  updateCells: {
    start: cell(tab),
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    ...(fields === undefined ? {} : { fields }),
  },
});

const firstCell = ({ fileId, title }: CheckTab) =>
  sheetsService().Spreadsheets?.Values?.get(fileId, `'${title}'!A1`, {
    valueRenderOption: 'FORMULA',
  }).values ?? null;

const properties = (tab: CheckTab, more: object, fields: string) => ({
  updateSheetProperties: { properties: { sheetId: tab.sheetId, ...more }, fields },
});

/** A group of columns, and what becomes of it. */
const columns = ({ sheetId }: CheckTab, startIndex: number, endIndex: number) => ({
  range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex },
});

const KEY = 'koers.check';

const metadata = ({ sheetId }: CheckTab, visibility: string) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey: KEY, metadataValue: 'x', visibility, location: { sheetId } },
  },
});

/** A line over a column of days, as each goal gets one. */
const chart = ({ sheetId }: CheckTab, width: number) => {
  const source = (startColumnIndex: number, columns: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: 0,
          endRowIndex: 5,
          startColumnIndex,
          endColumnIndex: startColumnIndex + columns,
        },
      ],
    },
  });
  return {
    addChart: {
      chart: {
        spec: {
          altText: 'a line',
          basicChart: {
            chartType: 'LINE',
            legendPosition: 'BOTTOM_LEGEND',
            headerCount: 1,
            domains: [{ domain: source(0, 1) }],
            series: [
              {
                series: source(1, width),
                targetAxis: 'LEFT_AXIS',
                lineStyle: { type: 'MEDIUM_DASHED', width: 2 },
              },
            ],
          },
        },
        position: { overlayPosition: { anchorCell: { sheetId, rowIndex: 2, columnIndex: 4 } } },
      },
    },
  };
};

/** A chart that is made, as Google has it then, and what becomes of it. */
function chartMadeAndGone(tab: CheckTab): unknown {
  const made = change(tab, chart(tab, 1))?.[0]?.addChart?.chart;
  const { chartId: objectId, spec, position } = made ?? {};
  const { widthPixels, heightPixels } = position?.overlayPosition ?? {};
  const gone = change(tab, { deleteEmbeddedObject: { objectId } });
  return [typeof objectId, spec?.basicChart?.chartType, widthPixels, heightPixels, gone];
}

const LONGEST_CELL = 50_000;
/** Cells of the longest text that together pass ten mebibytes. */
const CELLS_OF_TEN_MEBIBYTES = 220;

export const CHANGE_PROBES: ProbeRoom = {
  'changes.one_reply_each': (tab) => change(tab, writing(tab, 'a'), writing(tab, 'b')),
  'changes.all_or_none': (tab) => {
    change(tab, writing(tab, 'before'));
    try {
      change(tab, writing(tab, 'after'), { deleteSheet: { sheetId: 987_654_321 } });
    } catch {
      return firstCell(tab);
    }
    return 'not refused';
  },
  'changes.text_that_begins_with_equals': (tab) => {
    change(tab, writing(tab, '=1+1'));
    return firstCell(tab);
  },
  'changes.without_fields': (tab) => change(tab, writing(tab, 'a', '')),
  'changes.unknown_tab': (tab) => change(tab, { deleteSheet: { sheetId: 987_654_321 } }),
  'changes.none': (tab) => change(tab),
  'changes.title_that_is_taken': (tab) =>
    change(tab, { addSheet: { properties: { title: tab.title } } }),
  'changes.id_that_is_taken': (tab) =>
    change(tab, { addSheet: { properties: { sheetId: tab.sheetId } } }),
  'changes.blank_title': (tab) => change(tab, properties(tab, { title: '' }, 'title')),
  'changes.every_row_frozen': (tab) =>
    change(
      tab,
      properties(
        tab,
        { gridProperties: { rowCount: 20, frozenRowCount: 20 } },
        'gridProperties(rowCount,frozenRowCount)',
      ),
    ),
  'changes.outside_the_grid': (tab) =>
    change(tab, {
      updateCells: {
        start: { sheetId: tab.sheetId, rowIndex: 1_000_000, columnIndex: 0 },
        rows: [{ values: [{}] }],
        fields: 'userEnteredValue',
      },
    }),
  'changes.longest_cell': (tab) => change(tab, writing(tab, 'x'.repeat(LONGEST_CELL))),
  'changes.longer_cell': (tab) => change(tab, writing(tab, 'x'.repeat(LONGEST_CELL + 1))),
  'changes.group_made_and_folded': (tab) => {
    change(tab, { addDimensionGroup: columns(tab, 1, 3) });
    const dimensionGroup = { ...columns(tab, 1, 3), depth: 1, collapsed: true };
    const folded = change(tab, { updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } });
    return [folded, change(tab, { deleteDimensionGroup: columns(tab, 1, 3) })];
  },
  'changes.hidden_column': (tab) =>
    change(tab, {
      updateDimensionProperties: {
        ...columns(tab, 4, 5),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    }),
  'changes.mark_for_the_document': (tab) =>
    Object.keys(Object(change(tab, metadata(tab, 'DOCUMENT'))?.[0]?.createDeveloperMetadata)),
  'changes.choices': (tab) =>
    change(tab, {
      setDataValidation: {
        range: {
          sheetId: tab.sheetId,
          startRowIndex: 0,
          endRowIndex: 1,
          startColumnIndex: 0,
          endColumnIndex: 1,
        },
        rule: {
          condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] },
          strict: false,
          showCustomUi: true,
        },
      },
    }),
  'changes.chart_made_and_gone': chartMadeAndGone,
  'changes.chart_of_two_columns': (tab) => change(tab, chart(tab, 2)),
  'changes.protection_that_warns': (tab) =>
    Object.keys(
      Object(
        change(tab, {
          addProtectedRange: {
            protectedRange: { range: { sheetId: tab.sheetId }, warningOnly: true },
          },
        })?.[0],
      ),
    ),
  'changes.over_ten_mebibytes': (tab) => {
    const long = { userEnteredValue: { stringValue: 'x'.repeat(LONGEST_CELL) } };
    const rows = Array.from({ length: CELLS_OF_TEN_MEBIBYTES }, () => ({ values: [long] }));
    return change(tab, { updateCells: { start: cell(tab), rows, fields: 'userEnteredValue' } });
  },
};
