import { sheetsService } from '../sheets-errors.ts';
import type { Request } from '../sheets-schema.ts';
import { type CheckTab, odd, type ProbeRoom } from './probe.ts';

const values = () => {
  const service = sheetsService().Spreadsheets?.Values;
  if (service === undefined) throw new Error('No Spreadsheets.Values');
  return service;
};

const a1 = ({ title }: CheckTab, cells: string): string => `'${title}'!${cells}`;

/** Sends requests as one change; the replies. */
export function change({ fileId }: CheckTab, ...requests: unknown[]) {
  return sheetsService().Spreadsheets?.batchUpdate({ requests: odd<Request[]>(requests) }, fileId)
    .replies;
}

/** Cells written typed from A1 on, after the tab was emptied. */
function write(tab: CheckTab, cells: readonly unknown[][], fields = 'userEnteredValue'): void {
  const { sheetId } = tab;
  const rows = cells.map((row) => ({ values: row }));
  change(
    tab,
    { updateCells: { range: { sheetId }, fields: '*' } },
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields } },
  );
}

const number = (numberValue: number, type?: string, pattern?: string) => ({
  userEnteredValue: { numberValue },
  ...(type === undefined ? {} : { userEnteredFormat: { numberFormat: { type, pattern } } }),
});
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

const LOOKS = 'userEnteredValue,userEnteredFormat.numberFormat';

const read = (tab: CheckTab, cells: string, options: object = {}) =>
  values().get(tab.fileId, a1(tab, cells), options).values;

const entered = (tab: CheckTab, option: string, cells: unknown[]) => {
  write(tab, [[]]);
  values().update(odd({ values: [cells] }), tab.fileId, a1(tab, 'A1'), {
    valueInputOption: option,
  });
  return read(tab, 'A1:Z1', { valueRenderOption: 'UNFORMATTED_VALUE' });
};

export const VALUE_PROBES: ProbeRoom = {
  'values.of_an_empty_range': (tab) => {
    write(tab, [[]]);
    return Object.keys(values().get(tab.fileId, a1(tab, 'A1:C3'))).sort();
  },
  'values.end_of_rows_left_out': (tab) => {
    write(tab, [[text('a'), text('b'), {}], [{}, text('c'), {}], [text('d')], [{}]]);
    return read(tab, 'A1:C4');
  },
  'values.unformatted': (tab) => {
    write(tab, [[number(46_053.25, 'DATE_TIME'), number(0.25, 'PERCENT'), text('x')]], LOOKS);
    return read(tab, 'A1:C1', { valueRenderOption: 'UNFORMATTED_VALUE' });
  },
  'values.formatted': (tab) => {
    write(
      tab,
      [
        [
          number(1234.5, 'NUMBER', '#,##0.00'),
          number(0.25, 'PERCENT', '0.0%'),
          number(46_053, 'DATE', 'yyyy-mm-dd'),
        ],
      ],
      LOOKS,
    );
    return read(tab, 'A1:C1');
  },
  'values.typed_in': (tab) => entered(tab, 'USER_ENTERED', ['12%', '2026-01-31', 'TRUE', '5']),
  'values.raw': (tab) => entered(tab, 'RAW', ['12%', '2026-01-31', '=1+1', 5, true]),
  'values.several_written': (tab) => {
    write(tab, [[]]);
    const data = [
      {
        range: a1(tab, 'A1:B2'),
        values: [
          [1, 2],
          [3, 4],
        ],
      },
    ];
    const answer = values().batchUpdate(odd({ valueInputOption: 'RAW', data }), tab.fileId);
    return [
      answer.totalUpdatedCells,
      answer.totalUpdatedRows,
      answer.totalUpdatedColumns,
      answer.totalUpdatedSheets,
    ];
  },
  'values.ranges_as_answered': (tab) => {
    write(tab, [[text('a')]]);
    const ranges = ['A1:B2', 'B:B', '2:3'].map((cells) => a1(tab, cells));
    const answer = values().batchGet(tab.fileId, { ranges, majorDimension: 'COLUMNS' });
    return answer.valueRanges?.map((found) => [found.range?.split('!')[1], found.values ?? null]);
  },
  'values.tab_that_is_missing': (tab) => values().get(tab.fileId, "'No such tab, Koers'!A1"),
  'values.range_that_is_none': (tab) => values().get(tab.fileId, a1(tab, 'A0:B')),
  'values.file_that_is_missing': () => values().get(`no-such-file-${'x'.repeat(30)}`, 'A1'),
};

export const FORMAT_PROBES: ProbeRoom = {
  'formats.of_cells': (tab) => {
    write(
      tab,
      [
        [
          number(1),
          number(2, 'DATE', 'dd-mm-yyyy'),
          number(0.3, 'PERCENT', '0%'),
          number(4, 'CURRENCY', '[$€]#,##0.00'),
          number(0.5, 'TIME', '[h]:mm'),
          text('x'),
        ],
      ],
      LOOKS,
    );
    const fields = 'sheets(data(rowData(values(effectiveFormat(numberFormat)))))';
    const ranges = [a1(tab, 'A1:F1')];
    const found = sheetsService().Spreadsheets?.get(tab.fileId, {
      fields,
      ranges,
      includeGridData: true,
    });
    return found?.sheets?.[0].data?.[0].rowData?.[0].values?.map(
      ({ effectiveFormat }) => effectiveFormat?.numberFormat ?? null,
    );
  },
  'formats.facts_of_the_tab': (tab) => {
    const fields =
      'sheets(properties(sheetType,hidden,gridProperties(rowCount,columnCount,frozenRowCount)))';
    const ranges = [a1(tab, 'A1')];
    return sheetsService().Spreadsheets?.get(tab.fileId, { fields, ranges }).sheets;
  },
  'formats.service_prints': () => String(Sheets),
};
