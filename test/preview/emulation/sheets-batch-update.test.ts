import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';
import { accountWith, OWNER, tabWith, workbookWith } from '../../support/emulated-workbook.ts';
import { afterBatch, ID, type Rows, refusalOf, texts } from './batches.ts';

describe('a batch', () => {
  test('is applied whole or not at all', () => {
    const account = accountWith([['old']]);
    const requests = [
      { updateCells: { start: {}, rows: [texts('new')], fields: 'userEnteredValue' } },
      { addSheet: { properties: { title: 'Extra' } } },
      { deleteSheet: { sheetId: 77 } },
    ];
    const body = `Sheets.Spreadsheets.batchUpdate({ requests: args }, '${ID}')`;
    expect(errorOf(account, body, { args: requests })).toContain(
      'Invalid requests[2].deleteSheet: No sheet with id: 77',
    );
    const state = `const ss = SpreadsheetApp.openById('${ID}'); return [ss.getSheets().length, ss.getRange('A1').getValue()]`;
    expect(resultOf(account, state)).toEqual([1, 'old']);
  });

  test('answers one reply for each request, in their order', () => {
    const body = `return Sheets.Spreadsheets.batchUpdate({ requests: [
      { updateSheetProperties: { properties: { sheetId: 0, title: 'Doelen' }, fields: 'title' } },
      { addSheet: { properties: { title: 'Koers data', sheetId: 31, hidden: true, index: 0, gridProperties: { rowCount: 5, columnCount: 2, frozenRowCount: 1 } } } },
    ] }, '${ID}')`;
    expect(resultOf(accountWith([]), body)).toEqual({
      spreadsheetId: ID,
      replies: [
        {},
        {
          addSheet: {
            properties: {
              sheetId: 31,
              title: 'Koers data',
              index: 0,
              sheetType: 'GRID',
              gridProperties: { rowCount: 5, columnCount: 2, frozenRowCount: 1 },
              hidden: true,
            },
          },
        },
      ],
    });
  });

  test('of more than 10 MiB is refused', () => {
    const body = `const long = 'x'.repeat(49000); const rows = [];
      for (let i = 0; i < 220; i += 1) rows.push({ values: [{ userEnteredValue: { stringValue: long } }] });
      Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: {}, rows, fields: 'userEnteredValue' } }] }, '${ID}')`;
    expect(errorOf(accountWith([]), body)).toContain('Request payload size exceeds the limit');
  });

  test('names a request it does not emulate', () => {
    expect(refusalOf([{ sortRange: {} }])).toBe(
      'NotEmulatedError: Sheets.Spreadsheets.batchUpdate: sortRange is not emulated',
    );
  });
});

describe('cells', () => {
  test('are written typed: text that begins with = stays text, a formula is given as one', () => {
    const rows = [
      {
        values: [
          { userEnteredValue: { stringValue: '=1+1' } },
          { userEnteredValue: { numberValue: 0 } },
          { userEnteredValue: { boolValue: false } },
          { userEnteredValue: { formulaValue: '=A1' } },
        ],
      },
    ];
    expect(
      afterBatch(
        [],
        [{ updateCells: { start: { sheetId: 0, rowIndex: 1 }, rows, fields: 'userEnteredValue' } }],
        "[sheet.getRange('A2:C2').getValues(), sheet.getRange('A2:D2').getFormulas()]",
      ),
    ).toEqual([[['=1+1', 0, false]], [['', '', '', '=A1']]]);
  });

  test('of a range that the rows do not cover are cleared in the fields named, and only in those', () => {
    const filled: Rows = [
      [
        { value: 1, note: 'n1' },
        { value: 2, note: 'n2' },
      ],
      [{ value: 3, note: 'n3' }, 4],
    ];
    const range = {
      sheetId: 0,
      startRowIndex: 0,
      endRowIndex: 2,
      startColumnIndex: 0,
      endColumnIndex: 2,
    };
    expect(
      afterBatch(
        filled,
        [{ updateCells: { range, rows: [texts('new')], fields: 'userEnteredValue' } }],
        '[sheet.getRange("A1:B2").getValues(), sheet.getRange("A1:B2").getNotes()]',
      ),
    ).toEqual([
      [
        ['new', ''],
        ['', ''],
      ],
      [
        ['n1', 'n2'],
        ['n3', ''],
      ],
    ]);
  });

  test('are repeated, with number format, note and look', () => {
    const cell = {
      note: 'Koers: x',
      userEnteredFormat: {
        numberFormat: { type: 'NUMBER', pattern: '0.0' },
        textFormat: { bold: true },
      },
    };
    const fields = 'note,userEnteredFormat(numberFormat,textFormat.bold)';
    expect(
      afterBatch(
        [[1, 2]],
        [
          {
            repeatCell: { range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 2 }, cell, fields },
          },
        ],
        "[sheet.getRange('A1:C1').getDisplayValues()[0], sheet.getRange('A1:C1').getFontWeights()[0], sheet.getRange('A1:C1').getNotes()[0]]",
      ),
    ).toEqual([
      ['1,0', '2,0', ''],
      ['bold', 'bold', 'normal'],
      ['Koers: x', 'Koers: x', ''],
    ]);
  });

  test('are appended after the last row with data', () => {
    expect(
      afterBatch(
        [['a'], [null, 'b'], [{ value: null, note: 'only a note' }]],
        [{ appendCells: { sheetId: 0, rows: [texts('c')], fields: 'userEnteredValue' } }],
        'sheet.getDataRange().getValues()',
      ),
    ).toEqual([
      ['a', ''],
      ['', 'b'],
      ['c', ''],
    ]);
  });

  test('get a dropdown, and lose it when no rule is given', () => {
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'ja' }] },
      showCustomUi: true,
    };
    const range = {
      sheetId: 0,
      startRowIndex: 1,
      endRowIndex: 4,
      startColumnIndex: 0,
      endColumnIndex: 1,
    };
    expect(
      afterBatch(
        [],
        [
          { setDataValidation: { range, rule } },
          { setDataValidation: { range: { ...range, startRowIndex: 3 } } },
        ],
        "sheet.getRange('A1:A4').getDataValidations().flat().map((found) => found && found.getCriteriaValues()[0])",
      ),
    ).toEqual([null, ['ja'], ['ja'], null]);
  });
});

describe('rows, columns and the workbook', () => {
  test('are sized, hidden, grouped and collapsed', () => {
    const columns = (startIndex: number, endIndex: number) => ({
      sheetId: 0,
      dimension: 'COLUMNS',
      startIndex,
      endIndex,
    });
    const requests = [
      {
        updateDimensionProperties: {
          range: columns(0, 1),
          properties: { pixelSize: 180 },
          fields: 'pixelSize',
        },
      },
      { addDimensionGroup: { range: columns(2, 6) } },
      { addDimensionGroup: { range: columns(3, 5) } },
      {
        updateDimensionGroup: {
          dimensionGroup: { range: columns(2, 6), depth: 1, collapsed: true },
          fields: 'collapsed',
        },
      },
    ];
    const read = `[sheet.getColumnWidth(1), sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(3),
      Sheets.Spreadsheets.get('${ID}', { fields: 'sheets.columnGroups(depth,collapsed)' })]`;
    expect(afterBatch([], requests, read)).toEqual([
      180,
      false,
      true,
      { sheets: [{ columnGroups: [{ depth: 1, collapsed: true }, { depth: 2 }] }] },
    ]);
  });

  test('keep protections and their warning, and take them away by id', () => {
    const add = (protectedRangeId: number, description: string) => ({
      addProtectedRange: {
        protectedRange: { protectedRangeId, range: { sheetId: 0 }, description, warningOnly: true },
      },
    });
    const requests = [
      add(5, 'first'),
      add(6, 'second'),
      { deleteProtectedRange: { protectedRangeId: 5 } },
    ];
    const read = `Sheets.Spreadsheets.get('${ID}', { fields: 'sheets.protectedRanges(protectedRangeId,description,warningOnly)' })`;
    expect(afterBatch([], requests, read)).toEqual({
      sheets: [
        { protectedRanges: [{ protectedRangeId: 6, description: 'second', warningOnly: true }] },
      ],
    });
  });

  test('are inserted and deleted with what stands in them', () => {
    const rows = (startIndex: number, endIndex: number) => ({
      sheetId: 0,
      dimension: 'ROWS',
      startIndex,
      endIndex,
    });
    expect(
      afterBatch(
        [['a'], ['b'], ['c']],
        [{ insertDimension: { range: rows(1, 3) } }, { deleteDimension: { range: rows(0, 1) } }],
        '[sheet.getDataRange().getValues().flat(), sheet.getMaxRows()]',
      ),
    ).toEqual([['', '', 'b', 'c'], 1001]);
  });

  test('change title, locale and time zone, and keep metadata', () => {
    const requests = [
      {
        updateSpreadsheetProperties: {
          properties: { title: 'Koers 2026', timeZone: 'Asia/Tokyo', locale: 'en_GB' },
          fields: 'title,timeZone,locale',
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'koers',
            metadataValue: '1',
            location: { spreadsheet: true },
            visibility: 'DOCUMENT',
          },
        },
      },
    ];
    const read = `Sheets.Spreadsheets.get('${ID}', { fields: 'properties(title,timeZone,locale),developerMetadata(metadataKey,metadataValue)' })`;
    expect(afterBatch([], requests, read)).toEqual({
      properties: { title: 'Koers 2026', timeZone: 'Asia/Tokyo', locale: 'en_GB' },
      developerMetadata: [{ metadataKey: 'koers', metadataValue: '1' }],
    });
  });

  test('move a tab by its place before the move', () => {
    const tabs = ['A', 'B', 'C'].map((title, at) => tabWith(title, [], at + 1));
    const account = createAccount({ owner: OWNER, workbooks: [workbookWith(tabs)] });
    const move = (sheetId: number, index: number) =>
      resultOf(
        account,
        `Sheets.Spreadsheets.batchUpdate({ requests: [{ updateSheetProperties: { properties: { sheetId: ${sheetId}, index: ${index} }, fields: 'index' } }] }, '${ID}');
         return SpreadsheetApp.openById('${ID}').getSheets().map((sheet) => sheet.getName()).join('')`,
      );
    expect([move(1, 1), move(1, 2), move(3, 0)]).toEqual(['ABC', 'BAC', 'CBA']);
  });
});

describe('a request is refused', () => {
  const repeat = (range: object) => ({ repeatCell: { range, cell: {}, fields: 'note' } });

  test.each([
    [
      repeat({ sheetId: 0, startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 }),
      "repeatCell: Range ('Sheet 1'!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [
      repeat({
        sheetId: 0,
        startRowIndex: 1000,
        endRowIndex: 1001,
        startColumnIndex: 0,
        endColumnIndex: 2,
      }),
      "repeatCell: Range ('Sheet 1'!A1001:B1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [repeat({ sheetId: 8 }), 'repeatCell: No grid with id: 8'],
    [
      { updateCells: { start: { sheetId: 0 }, rows: [] } },
      "updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      {
        updateCells: {
          start: { sheetId: 0, columnIndex: 25 },
          rows: [texts('a', 'b')],
          fields: '*',
        },
      },
      'updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
    ],
    [
      { addSheet: { properties: { title: 'SHEET 1' } } },
      'addSheet: A sheet with the name "SHEET 1" already exists. Please enter another name.',
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 4, title: 'x' }, fields: 'title' } },
      'updateSheetProperties: No sheet with id: 4',
    ],
    [
      { deleteSheet: { sheetId: 0 } },
      "deleteSheet: You can't remove all the sheets in a document.",
    ],
    [
      {
        addSheet: {
          properties: { title: 'big', gridProperties: { rowCount: 400000, columnCount: 26 } },
        },
      },
      'addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('%j', (request, text) => {
    expect(refusalOf([request])).toBe(`Invalid requests[0].${text}`);
  });

  test('but not when it only ends past the grid, which stays as it is', () => {
    expect(
      afterBatch(
        [],
        [repeat({ sheetId: 0, startRowIndex: 999, endRowIndex: 1003 })],
        'sheet.getMaxRows()',
      ),
    ).toBe(1000);
  });
});

test('a text that is to go goes where it is the whole cell, and nowhere else', () => {
  const request = (range: object) => ({
    findReplace: {
      ...{ find: 'shop', replacement: '', matchCase: true, matchEntireCell: true },
      range: { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, ...range },
    },
  });
  const account = accountWith([['shop', 'shop 2', 'Shop', 'shop']]);
  const body = `Sheets.Spreadsheets.batchUpdate({ requests: args }, '${ID}');
    return SpreadsheetApp.openById('${ID}').getRange('A1:D1').getValues()`;
  const requests = [request({ endRowIndex: 1, endColumnIndex: 3 })];
  expect(resultOf(account, body, { args: requests })).toEqual([['', 'shop 2', 'Shop', 'shop']]);
  expect(
    refusalOf([{ findReplace: { find: 'shop', replacement: 'x', allSheets: true } }]),
  ).toContain('NotEmulatedError');
});
