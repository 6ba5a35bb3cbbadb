import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';
import { accountWith, OWNER, tabWith, workbookWith } from '../../support/emulated-workbook.ts';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];';

const onSheet = (rows: Parameters<typeof accountWith>[0], expression: string) =>
  resultOf(accountWith(rows), `${SHEET} return ${expression}`);

describe('values', () => {
  test('are always rows of the same length, with an empty text for an empty cell', () => {
    expect(onSheet([[7], [null, 'b']], "sheet.getRange('A1:C3').getValues()")).toEqual([
      [7, '', ''],
      ['', 'b', ''],
      ['', '', ''],
    ]);
  });

  test('are typed: percentages and money are numbers, zero is zero, text that looks numeric is text', () => {
    const rows = [
      [{ value: 0.25, format: '0%' }, { value: -12.5, format: '€ #,##0.00' }, 0, '007', false],
    ];
    expect(onSheet(rows, 'sheet.getDataRange().getValues()')).toEqual([
      [0.25, -12.5, 0, '007', false],
    ]);
  });

  test('are Dates in cells that show a date, a time of day or a duration', () => {
    const rows = [
      [
        { value: 46053, format: 'd-m-yyyy' },
        { value: 0.5, format: 'h:mm' },
        { value: 1.5, format: '[h]:mm:ss' },
        46053,
      ],
    ];
    const body = `${SHEET} return sheet.getDataRange().getValues()[0].map((value) =>
      value instanceof Date ? value.getTime() : value)`;
    const [day, noon, duration, plain] = resultOf(accountWith(rows), body) as number[];
    expect(day).toBe(Date.parse('2026-01-31T00:00:00+01:00'));
    // What Amsterdam's clocks said in 1899 depends on the zone database; the day does not.
    expect(new Date(Number(noon)).toISOString()).toContain('1899-12-30');
    expect(new Date(Number(duration)).toISOString()).toContain('1899-12-31');
    expect(plain).toBe(46053);
  });

  test('are the value a formula had, and an error as its text', () => {
    const rows = [[{ value: 42, formula: '=6*7' }, { value: { error: '#N/A' } }]];
    expect(onSheet(rows, 'sheet.getDataRange().getValues()')).toEqual([[42, '#N/A']]);
    expect(onSheet(rows, 'sheet.getDataRange().getFormulas()')).toEqual([['=6*7', '']]);
  });

  test('of a formula that a script wrote are refused by name and place, as nothing calculates them', () => {
    const body = `${SHEET} sheet.getRange('B2').setValue('=1+1'); return sheet.getRange('A1:B2').getValues()`;
    expect(errorOf(accountWith([]), body)).toBe(
      "NotEmulatedError: The value of 'Sheet 1'!B2 (=1+1) is not emulated: formulas are not calculated",
    );
  });

  test('are displayed by their format and the locale of the spreadsheet', () => {
    const rows = [
      [
        1234.5,
        { value: -1234.5, format: '#,##0.00' },
        { value: 0.25, format: '0%' },
        { value: 46054, format: 'dd.mm.yyyy' },
        true,
        'tekst',
        null,
        0.1 + 0.2,
        1 / 3,
        0,
      ],
    ];
    expect(onSheet(rows, 'sheet.getDataRange().getDisplayValues()')).toEqual([
      ['1234,5', '-1.234,50', '25%', '01.02.2026', 'WAAR', 'tekst', '', '0,3', '0,3333333333', '0'],
    ]);
    const american = accountWith(rows, { locale: 'en_US' });
    expect(
      resultOf(american, `${SHEET} return sheet.getRange('A1:E1').getDisplayValues()`),
    ).toEqual([['1234.5', '-1,234.50', '25%', '01.02.2026', 'TRUE']]);
  });
});

describe('the data range', () => {
  test('of an empty sheet is A1, and its last row and column are 0', () => {
    expect(
      onSheet(
        [],
        '[sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues(), sheet.getLastRow(), sheet.getLastColumn()]',
      ),
    ).toEqual(['A1', [['']], 0, 0]);
  });

  test('begins at A1 and ends at the last content: a format or note does not count', () => {
    const rows = [
      [null, null, { value: null, format: '0%' }],
      [null, 5],
      [{ value: null, note: 'x' }],
    ];
    expect(
      onSheet(
        rows,
        '[sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]',
      ),
    ).toEqual(['A1:B2', 2, 2]);
  });

  test('keeps its last row when a blank row comes after it, and grows by a column inside it', () => {
    const body = `${SHEET} sheet.insertRowAfter(2); sheet.insertColumnBefore(2);
      return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getMaxRows(), sheet.getMaxColumns()]`;
    expect(
      resultOf(
        accountWith([
          [1, 2],
          [3, 4],
        ]),
        body,
      ),
    ).toEqual([2, 3, 1001, 27]);
  });
});

describe('a range', () => {
  test('may reach past the data, to the end of a grid of 1000 rows and 26 columns', () => {
    expect(
      onSheet(
        [[1]],
        '[sheet.getRange(1000, 26).getValue(), sheet.getMaxRows(), sheet.getMaxColumns()]',
      ),
    ).toEqual(['', 1000, 26]);
  });

  test.each([
    ['"$aa$11"', 'AA11'],
    ['"b2:A1"', 'A1:B2'],
    ['"R2C3:R4C4"', 'C2:D4'],
    ['"B:C"', 'B:C'],
    ['"D:B"', 'B:D'],
    ['"3:3"', '3:3'],
    ['"5:2"', '2:5'],
    ['"!c2:e5"', 'C2:E5'],
    ['"RC1"', 'RC1'],
    ['"A5:B"', 'A5:B1000'],
    ['2, 3', 'C2'],
    ['2, 3, 4, 5', 'C2:G5'],
  ])('getRange(%s) is %s', (args, notation) => {
    const body = `${SHEET} sheet.insertColumnsAfter(26, 2); return sheet.getRange(${args}).getA1Notation()`;
    expect(resultOf(accountWith([]), body)).toBe(notation);
  });

  test('moves with offset, keeping its size unless told', () => {
    expect(
      onSheet(
        [],
        "[sheet.getRange('B2:C3').offset(1, 2).getA1Notation(), sheet.getRange('B2:C3').offset(0, 0, 1, 4).getA1Notation()]",
      ),
    ).toEqual(['D3:E4', 'B2:E2']);
  });

  test.each([
    ['sheet.getRange(1, 1, 0, 2)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 2, 0)', 'The number of columns in the range must be at least 1.'],
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    [
      'sheet.getRange(1001, 1)',
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      "sheet.getRange('AB1').getValue()",
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      "sheet.getRange('Y1:AB2')",
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    ["sheet.getRange('KPI')", 'Range not found'],
    [
      "sheet.getRange('A', 1)",
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])('%s is refused: %s', (expression, text) => {
    expect(errorOf(accountWith([]), `${SHEET} return ${expression}`)).toBe(`Exception: ${text}`);
  });
});

describe('a spreadsheet', () => {
  const twoTabs = () =>
    createAccount({
      owner: OWNER,
      workbooks: [workbookWith([tabWith('Goals', [['g']], 5), tabWith("KPI's", [['k']], 9)])],
    });

  test('gives null for a tab it does not have', () => {
    expect(
      resultOf(twoTabs(), "return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('kpis')"),
    ).toBe(null);
  });

  test('numbers its tabs from 1 and puts a new one where it is asked', () => {
    const body = `const ss = SpreadsheetApp.getActiveSpreadsheet();
      ss.insertSheet('New', 1);
      return ss.getSheets().map((sheet) => [sheet.getName(), sheet.getIndex()])`;
    expect(resultOf(twoTabs(), body)).toEqual([
      ['Goals', 1],
      ['New', 2],
      ["KPI's", 3],
    ]);
  });

  test('finds a range by the name of its tab', () => {
    const body = `const ss = SpreadsheetApp.getActiveSpreadsheet();
      return [ss.getRange("'KPI''s'!A1").getValue(), ss.getRange('A1').getValue()]`;
    expect(resultOf(twoTabs(), body)).toEqual(['k', 'g']);
  });

  test('is null for a standalone project', () => {
    expect(
      resultOf(twoTabs(), 'return SpreadsheetApp.getActiveSpreadsheet()', { project: 'connector' }),
    ).toBe(null);
  });

  test('and its parts print the names of their classes', () => {
    const body = `const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getSheets()[0];
      return [SpreadsheetApp, ss, sheet, sheet.getRange('A1'), SpreadsheetApp.ProtectionType.SHEET].map(String)`;
    expect(resultOf(twoTabs(), body)).toEqual([
      'SpreadsheetApp',
      'Spreadsheet',
      'Sheet',
      'Range',
      'SHEET',
    ]);
  });

  test('refuses by name what is not emulated', () => {
    expect(
      errorOf(twoTabs(), 'SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getCharts()'),
    ).toBe('NotEmulatedError: SpreadsheetApp.Sheet.getCharts is not emulated');
  });
});
