import { errorOf, resultOf, runScript, testManifest } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

const ID = 'workbook-1';
const VALUES = 'const V = Sheets.Spreadsheets.Values;';

type Rows = Parameters<typeof accountWith>[0];

const run = (rows: Rows, body: string) =>
  resultOf(accountWith(rows), `const ID = '${ID}'; ${VALUES} ${body}`);

describe('reading values', () => {
  const ragged: Rows = [
    ['Date', 'Value', 'Note'],
    [{ value: 46053, format: 'd-m-yyyy' }, 12.5],
    [],
    ['x', null, 'y'],
  ];

  test('leaves out empty rows and cells at the end, and keeps those in between', () => {
    expect(
      run(
        ragged,
        "return V.get(ID, \"'Sheet 1'!A1:D9\", { valueRenderOption: 'UNFORMATTED_VALUE' })",
      ),
    ).toEqual({
      range: "'Sheet 1'!A1:D9",
      majorDimension: 'ROWS',
      values: [['Date', 'Value', 'Note'], [46053, 12.5], [], ['x', '', 'y']],
    });
  });

  test('answers an empty range without values', () => {
    expect(run([], "return V.get(ID, 'Sheet 1')")).toEqual({
      range: "'Sheet 1'!A1:Z1000",
      majorDimension: 'ROWS',
    });
  });

  test('gives text in the locale unless asked otherwise, and serial numbers for dates', () => {
    const rows: Rows = [
      [
        { value: 46053.5, format: 'd-m-yyyy h:mm' },
        { value: 0.25, format: '0%' },
        true,
        { value: { error: '#REF!' } },
        0,
      ],
    ];
    const read = (options: string) => `V.get(ID, 'A1:E1', ${options}).values[0]`;
    expect(
      run(
        rows,
        `return [${read('{}')}, ${read("{ valueRenderOption: 'UNFORMATTED_VALUE' }")},
          ${read("{ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' }")}]`,
      ),
    ).toEqual([
      ['31-1-2026 12:00', '25%', 'WAAR', '#REF!', '0'],
      [46053.5, 0.25, true, '#REF!', 0],
      ['31-1-2026 12:00', 0.25, true, '#REF!', 0],
    ]);
  });

  test('gives formulas when asked for them', () => {
    const rows: Rows = [[{ value: 42, formula: '=6*7' }, 5]];
    expect(run(rows, "return V.get(ID, 'A1:B1', { valueRenderOption: 'FORMULA' }).values")).toEqual(
      [['=6*7', 5]],
    );
  });

  test('answers ranges in the order they were asked, by columns when asked', () => {
    const body =
      "return V.batchGet(ID, { ranges: ['B1:B2', 'A1:B2', \"'Sheet 1'!C:C\"], majorDimension: 'COLUMNS' })";
    expect(
      run(
        [
          [1, 2],
          [3, 4],
        ],
        body,
      ),
    ).toEqual({
      spreadsheetId: ID,
      valueRanges: [
        { range: "'Sheet 1'!B1:B2", majorDimension: 'COLUMNS', values: [['2', '4']] },
        {
          range: "'Sheet 1'!A1:B2",
          majorDimension: 'COLUMNS',
          values: [
            ['1', '3'],
            ['2', '4'],
          ],
        },
        { range: "'Sheet 1'!C1:C1000", majorDimension: 'COLUMNS' },
      ],
    });
  });

  test.each([
    ["V.batchGet(ID, { ranges: ['KPIs!A1'] })", 'batchGet', 'Unable to parse range: KPIs!A1', 400],
    ["V.get('unknown', 'A1')", 'get', 'Requested entity was not found.', 404],
    [
      "V.get(ID, 'A1001:B1001')",
      'get',
      "Range ('Sheet 1'!A1001:B1001) exceeds grid limits. Max rows: 1000, max columns: 26",
      400,
    ],
  ])('%s fails as the API does', (call, method, text, code) => {
    const { error } = runScript(accountWith([]), `const ID = '${ID}'; ${VALUES} ${call}`);
    expect(error?.name).toBe('GoogleJsonResponseException');
    expect(error?.message).toBe(
      `API call to sheets.spreadsheets.values.${method} failed with error: ${text}`,
    );
    expect(error?.details).toMatchObject({ code, message: text });
  });
});

describe('writing values', () => {
  test('stores what it is given when RAW, and reads it as typed when USER_ENTERED', () => {
    const body = `const data = { values: [['12%', '=1+1', 7, true, '31-1-2026']] };
      V.update(data, ID, 'A1:E1', { valueInputOption: 'RAW' });
      V.update({ values: [['12%', 'x', 7, true, '31-1-2026']] }, ID, 'A2', { valueInputOption: 'USER_ENTERED' });
      return V.get(ID, 'A1:E2', { valueRenderOption: 'UNFORMATTED_VALUE' }).values`;
    expect(run([], body)).toEqual([
      ['12%', '=1+1', 7, true, '31-1-2026'],
      [0.12, 'x', 7, true, 46053],
    ]);
  });

  test('leaves a cell for null and empties it for an empty text', () => {
    const body = `const answer = V.update({ values: [[null, '', 9]] }, ID, 'A1:C1', { valueInputOption: 'RAW' });
      return [answer, SpreadsheetApp.openById(ID).getRange('A1:C1').getValues(), SpreadsheetApp.openById(ID).getRange('A1').getDisplayValue()]`;
    expect(run([[{ value: 0.5, format: '0%' }, 2, 3]], body)).toEqual([
      {
        spreadsheetId: ID,
        updatedRange: "'Sheet 1'!A1:C1",
        updatedRows: 1,
        updatedColumns: 3,
        updatedCells: 2,
      },
      [[0.5, '', 9]],
      '50%',
    ]);
  });

  test('writes all ranges or none', () => {
    const account = accountWith([['old']]);
    const body = `Sheets.Spreadsheets.Values.batchUpdate({ valueInputOption: 'RAW', data: [
      { range: 'A1', values: [['new']] }, { range: 'A1:B1', values: [[1, 2, 3]] }] }, '${ID}')`;
    expect(errorOf(account, body)).toContain(
      'Requested writing within range [A1:B1], but tried writing to column [C]',
    );
    expect(
      resultOf(account, `return Sheets.Spreadsheets.Values.get('${ID}', 'A1').values`),
    ).toEqual([['old']]);
  });

  test('counts what a batch of ranges changed together', () => {
    const body = `const { responses, spreadsheetId, ...totals } = Sheets.Spreadsheets.Values.batchUpdate({ valueInputOption: 'RAW', data: [
      { range: 'A1:C1', values: [['a', null, 'c']] }, { range: 'B5', values: [[1, 2], [3, 4]] }] }, '${ID}');
      return [totals, responses.map((one) => one.updatedCells)]`;
    expect(resultOf(accountWith([]), body)).toEqual([
      { totalUpdatedRows: 3, totalUpdatedColumns: 5, totalUpdatedCells: 6, totalUpdatedSheets: 1 },
      [2, 4],
    ]);
  });

  test('appends below the data and lets the grid grow', () => {
    const body = `SpreadsheetApp.openById(ID).getSheets()[0].deleteRows(3, 998);
      const answer = V.append({ values: [['c'], ['d']] }, ID, 'A1', { valueInputOption: 'RAW' });
      return [answer.updates.updatedRange, V.get(ID, 'A1:A4').values]`;
    expect(run([['a'], ['b']], body)).toEqual(["'Sheet 1'!A3:A4", [['a'], ['b'], ['c'], ['d']]]);
  });

  test('clears values only', () => {
    const body = `V.batchClear({ ranges: ['A1:A1', 'C1'] }, ID);
      return [V.get(ID, 'A1:C1').values, SpreadsheetApp.openById(ID).getRange('A1').getNumberFormat()]`;
    expect(run([[{ value: 1, format: '0%' }, 2, 3]], body)).toEqual([[['', '2']], '0%']);
  });

  test('must say how its values are to be read', () => {
    expect(
      errorOf(
        accountWith([]),
        `Sheets.Spreadsheets.Values.update({ values: [[1]] }, '${ID}', 'A1')`,
      ),
    ).toContain("'valueInputOption' is required but not specified");
  });
});

describe('the service', () => {
  test('prints as one service in all its parts', () => {
    expect(run([], 'return String(Sheets.Spreadsheets.Values) === String(Sheets)')).toBe(true);
  });

  test('has no name when the manifest does not enable it', () => {
    const manifest = { ...testManifest, dependencies: {} };
    expect(errorOf(accountWith([]), 'return Sheets', { manifest })).toBe(
      'ReferenceError: Sheets is not defined',
    );
  });

  test('counts each call by its method', () => {
    const { calls } = runScript(
      accountWith([[1]]),
      `const ID = '${ID}'; ${VALUES} V.get(ID, 'A1'); V.get(ID, 'A1'); V.batchGet(ID, { ranges: ['A1'] })`,
    );
    expect(calls).toEqual({
      'Sheets.Spreadsheets.Values.get': 2,
      'Sheets.Spreadsheets.Values.batchGet': 1,
    });
  });

  test('refuses options it does not know', () => {
    expect(
      errorOf(
        accountWith([]),
        `Sheets.Spreadsheets.get('${ID}', { excludeTablesInBandedRanges: true })`,
      ),
    ).toBe(
      'NotEmulatedError: sheets.spreadsheets.get with excludeTablesInBandedRanges is not emulated',
    );
  });
});
