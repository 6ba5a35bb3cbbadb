import { resultOf } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';
import { afterBatch, ID, refusalOf } from './batches.ts';

const source = (startColumnIndex: number, more: object = {}) => ({
  sourceRange: {
    sources: [
      {
        sheetId: 0,
        startRowIndex: 2,
        endRowIndex: 9,
        startColumnIndex,
        endColumnIndex: startColumnIndex + 1,
        ...more,
      },
    ],
  },
});

const lines = (...series: object[]) => ({
  basicChart: {
    chartType: 'LINE',
    headerCount: 1,
    domains: [{ domain: source(0) }],
    series: series.map((own) => ({ series: own })),
  },
});

const at = (anchorCell: object) => ({ overlayPosition: { anchorCell } });

const chart = (more: object = {}) => ({
  addChart: {
    chart: {
      spec: lines(source(1)),
      position: at({ sheetId: 0, rowIndex: 4, columnIndex: 5 }),
      ...more,
    },
  },
});

const charts = `Sheets.Spreadsheets.get('${ID}', { fields: 'sheets.charts' }).sheets`;

describe('a chart', () => {
  test('is answered with its id and with the size that Google gives it', () => {
    const body = `return Sheets.Spreadsheets.batchUpdate({ requests: args }, '${ID}').replies`;
    const replies = resultOf(accountWith([]), body, { args: [chart(), chart({ chartId: 7 })] });
    expect(replies).toMatchObject([
      { addChart: { chart: { chartId: expect.any(Number) } } },
      { addChart: { chart: { chartId: 7 } } },
    ]);
    expect(replies).toMatchObject([
      {
        addChart: {
          chart: { position: { overlayPosition: { widthPixels: 600, heightPixels: 371 } } },
        },
      },
      {},
    ]);
  });

  test('shows with its tab, goes with it, and is taken away by its id', () => {
    const there = afterBatch([], [chart({ chartId: 7 }), chart({ chartId: 9 })], charts);
    expect(there).toMatchObject([{ charts: [{ chartId: 7 }, { chartId: 9 }] }]);
    const less = [
      chart({ chartId: 7 }),
      chart({ chartId: 9 }),
      { deleteEmbeddedObject: { objectId: 7 } },
    ];
    expect(afterBatch([], less, charts)).toMatchObject([{ charts: [{ chartId: 9 }] }]);
    const other = { sheetId: 31, rowIndex: 0, columnIndex: 0 };
    const gone = [
      { addSheet: { properties: { sheetId: 31 } } },
      chart({ chartId: 7, position: at(other) }),
      { deleteSheet: { sheetId: 31 } },
    ];
    expect(afterBatch([], gone, charts)).toEqual([{}]);
  });

  test('moves with its cell, and what it shows with the cells that hold it', () => {
    const insert = (dimension: string, startIndex: number) => ({
      insertDimension: { range: { sheetId: 0, dimension, startIndex, endIndex: startIndex + 2 } },
    });
    const moved = afterBatch([], [chart(), insert('ROWS', 3), insert('COLUMNS', 1)], charts);
    expect(moved).toMatchObject([
      {
        charts: [
          {
            spec: {
              basicChart: {
                series: [{ series: source(3, { endRowIndex: 11, endColumnIndex: 4 }) }],
              },
            },
            position: at({ rowIndex: 6, columnIndex: 7 }),
          },
        ],
      },
    ]);
  });

  test('on a copy of its tab shows the cells of the copy', () => {
    const copied = [chart(), { duplicateSheet: { sourceSheetId: 0, newSheetId: 44 } }];
    const [, { charts: own }] = afterBatch([], copied, charts) as { charts: object[] }[];
    expect(own).toMatchObject([
      {
        spec: { basicChart: { series: [{ series: source(1, { sheetId: 44 }) }] } },
        position: at({ sheetId: 44 }),
      },
    ]);
  });

  test.each([
    [
      { spec: lines(source(1, { endColumnIndex: 4 })) },
      'ChartSourceRange ranges require all rows or all columns to have length of 1',
    ],
    [{ spec: lines(source(1, { sheetId: 5 })) }, 'No grid with id: 5'],
    [{ position: at({ sheetId: 6 }) }, 'No grid with id: 6'],
    [{ spec: undefined }, 'The chart has no spec.'],
    [
      {
        spec: {
          basicChart: { domains: [{ domain: source(0) }, { domain: source(2) }], series: [] },
        },
      },
      'Only a single domain is supported.',
    ],
  ])('is refused: %j', (more, text) => {
    expect(refusalOf([chart(more)])).toBe(`Invalid requests[0].addChart: ${text}`);
  });

  test('with an id that is there already is refused, and so is taking away one that is not', () => {
    expect(refusalOf([chart({ chartId: 7 }), chart({ chartId: 7 })])).toBe(
      'Invalid requests[1].addChart: An embedded object with ID 7 already exists.',
    );
    expect(refusalOf([{ deleteEmbeddedObject: { objectId: 8 } }])).toBe(
      'Invalid requests[0].deleteEmbeddedObject: No embedded object with ID: 8',
    );
  });

  test('of another kind, or on a tab of its own, is not emulated', () => {
    expect(refusalOf([chart({ spec: { pieChart: {} } })])).toMatch(/^NotEmulatedError/);
    expect(refusalOf([chart({ position: { newSheet: true } })])).toMatch(/^NotEmulatedError/);
  });
});
