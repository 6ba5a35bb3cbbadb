import { errorOf, resultOf } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

const SHEET = 'const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];';

const run = (rows: Parameters<typeof accountWith>[0], body: string) =>
  resultOf(accountWith(rows), `${SHEET} ${body}`);

describe('setValues', () => {
  test.each([
    [
      "sheet.getRange('A1:A2').setValues([[1]])",
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange('A1:B1').setValues([[1, 2, 3]])",
      'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    ],
    [
      "sheet.getRange('A1').setValues('x')",
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      "sheet.getRange('A1').setValues([1])",
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])('refuses a wrong shape, and writes nothing: %s', (call, text) => {
    const account = accountWith([['kept']]);
    expect(errorOf(account, `${SHEET} ${call}`)).toBe(`Exception: ${text}`);
    expect(resultOf(account, `${SHEET} return sheet.getDataRange().getValues()`)).toEqual([
      ['kept'],
    ]);
  });

  test('reads text as if a person typed it in the locale of the spreadsheet', () => {
    const typed = [
      '12%',
      '31-1-2026',
      '2026-02-01',
      'TRUE',
      '1.234,5',
      "'007",
      '-3',
      'abc',
      '',
      '0',
    ];
    const body = `const range = sheet.getRange(1, 1, 1, ${typed.length});
      range.setValues([args]);
      return [range.getDisplayValues()[0], range.getValues()[0].map((value) => value instanceof Date ? 'Date' : value)]`;
    expect(resultOf(accountWith([]), `${SHEET} ${body}`, { args: typed })).toEqual([
      ['12%', '31-1-2026', '2026-02-01', 'WAAR', '1.234,50', '007', '-3', 'abc', '', '0'],
      [0.12, 'Date', 'Date', true, 1234.5, '007', -3, 'abc', '', 0],
    ]);
  });

  test('makes a formula of text that begins with =, whoever typed it', () => {
    expect(
      run(
        [],
        `sheet.getRange('A1').setValue('=HYPERLINK("x")'); return sheet.getRange('A1').getFormula()`,
      ),
    ).toBe('=HYPERLINK("x")');
  });

  test('empties cells for null and undefined, and stores zero', () => {
    expect(
      run(
        [[1, 2, 3]],
        "sheet.getRange('A1:C1').setValues([[null, undefined, 0]]); return sheet.getRange('A1:C1').getValues()",
      ),
    ).toEqual([['', '', 0]]);
  });

  test('keeps text in cells formatted as plain text, and formats that are there', () => {
    const body = `sheet.getRange('A1').setNumberFormat('@').setValue('2026-01-31');
      sheet.getRange('B1').setNumberFormat('0.000').setValue('12%');
      return [sheet.getRange('A1').getValue(), sheet.getRange('B1').getDisplayValue(), sheet.getRange('B1').getNumberFormat()]`;
    expect(run([], body)).toEqual(['2026-01-31', '0,120', '0.000']);
  });

  test('chains', () => {
    expect(run([], "return sheet.getRange('A1').setValue(5).setNote('n').getValue()")).toBe(5);
  });
});

describe('clearing', () => {
  const filled = [
    [{ value: 3, format: '0%', note: 'n', validation: { condition: { type: 'BOOLEAN' } } }],
  ];
  const STATE = `const cell = sheet.getRange('A1');
    return [cell.getValue(), cell.getNumberFormat(), cell.getNote(), cell.getDataValidation() !== null]`;
  const GENERAL = '0.###############';

  test.each([
    ['sheet.clear()', ['', GENERAL, 'n', true]],
    ['sheet.clearContents()', ['', '0%', 'n', true]],
    ['sheet.clearFormats()', [3, GENERAL, 'n', true]],
    ['sheet.clearNotes()', [3, '0%', '', true]],
    ["sheet.getRange('A1').clearContent()", ['', '0%', 'n', true]],
    ["sheet.getRange('A1').clearDataValidations()", [3, '0%', 'n', false]],
    ["sheet.getRange('A1').clear({ commentsOnly: true })", [3, '0%', '', true]],
  ])('%s leaves the rest', (call, state) => {
    expect(run(filled, `${call}; ${STATE}`)).toEqual(state);
  });
});

describe('appendRow', () => {
  test('writes row 1 of an empty sheet, and row 2 after exactly one row', () => {
    const body =
      "sheet.appendRow(['a', 1]); sheet.appendRow(['b', 2]); return sheet.getDataRange().getValues()";
    expect(run([], body)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('adds a row to a full grid', () => {
    const body = `sheet.deleteRows(2, 999); sheet.appendRow(['b']);
      return [sheet.getMaxRows(), sheet.getDataRange().getValues()]`;
    expect(run([['a']], body)).toEqual([2, [['a'], ['b']]]);
  });
});

describe('rearranging', () => {
  test('sorts by columns of the sheet: numbers, text, booleans, and blanks last both ways', () => {
    const rows = [
      ['x', true],
      ['x', null],
      ['x', 'b'],
      ['x', 10],
      ['x', -2],
    ];
    const body =
      "sheet.getRange('B1:B5').sort({ column: 2, ascending: ORDER }); return sheet.getRange('B1:B5').getValues().flat()";
    expect(run(rows, body.replace('ORDER', 'true'))).toEqual([-2, 10, 'b', true, '']);
    expect(run(rows, body.replace('ORDER', 'false'))).toEqual([true, 'b', 10, -2, '']);
  });

  test('removes duplicates, keeping the first', () => {
    const rows = [
      ['a', 1],
      ['b', 2],
      ['a', 1],
      ['a', 3],
    ];
    const body =
      "const left = sheet.getRange('A1:B4').removeDuplicates(); return [left.getA1Notation(), sheet.getRange('A1:B4').getValues()]";
    expect(run(rows, body)).toEqual([
      'A1:B3',
      [
        ['a', 1],
        ['b', 2],
        ['a', 3],
        ['', ''],
      ],
    ]);
  });

  test('copies whole to a smaller destination', () => {
    const body =
      "sheet.getRange('A1:B2').copyTo(sheet.getRange('D1')); return sheet.getRange('D1:E2').getValues()";
    expect(
      run(
        [
          [1, 2],
          [3, 4],
        ],
        body,
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('walks to the end of the data, and to the grid when nothing follows', () => {
    const body = `const down = (a1) => sheet.getRange(a1).getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation();
      return [down('A1'), down('A2'), down('A4'), down('B1')]`;
    expect(run([['a'], ['b'], [null], ['c']], body)).toEqual(['A2', 'A4', 'A1000', 'B1000']);
  });
});

test('a sheet has one filter, and none until it is made', () => {
  const account = accountWith([['a'], ['b']]);
  expect(resultOf(account, `${SHEET} return sheet.getFilter()`)).toBe(null);
  resultOf(account, `${SHEET} sheet.getRange('A1:A2').createFilter(); return 1`);
  expect(
    resultOf(
      account,
      `${SHEET} return [String(sheet.getFilter()), sheet.getFilter().getRange().getA1Notation()]`,
    ),
  ).toEqual(['Filter', 'A1:A2']);
  expect(errorOf(account, `${SHEET} sheet.getRange('A1:A2').createFilter()`)).toBe(
    "Exception: You can't create a filter in a sheet that already has a filter.",
  );
});

test('notes of whole numbers get a decimal, a general format reads back as digits, odd colours pass', () => {
  const body = `const cell = sheet.getRange('A1');
    cell.setNotes([[25]]); cell.setNumberFormat('general'); cell.setBackground('nocolour');
    return [cell.getNote(), cell.getNumberFormat(), cell.getBackground(), cell.setBackground('#FF8000').getBackground()]`;
  expect(run([], body)).toEqual(['25.0', '0.###############', '#ffffff', '#ff8000']);
});

test('colours have all the names of CSS, in any case', () => {
  const body = `const cell = sheet.getRange('A1');
    return ['AliceBlue', 'tomato', 'rebeccapurple', 'constructor'].map((name) =>
      [cell.setBackground(name).getBackground(), cell.setFontColor(name).getFontColors()[0][0]])`;
  expect(run([], body)).toEqual([
    ['#f0f8ff', '#f0f8ff'],
    ['#ff6347', '#ff6347'],
    ['#663399', '#663399'],
    ['#ffffff', '#000000'],
  ]);
});

test('one formula for several cells moves its references along', () => {
  const body = `return sheet.getRange('C2:D3').setFormula('=A1+$B$2*SUM(A$1:B1)&"A1"').getFormulas()`;
  expect(run([], body)).toEqual([
    ['=A1+$B$2*SUM(A$1:B1)&"A1"', '=B1+$B$2*SUM(B$1:C1)&"A1"'],
    ['=A2+$B$2*SUM(A$1:B2)&"A1"', '=B2+$B$2*SUM(B$1:C2)&"A1"'],
  ]);
});

test('a protection that warns lets everybody write, one that does not stops who is not listed', () => {
  const account = accountWith([['a', 'b']]);
  const [workbook] = account.workbooks.values();
  if (workbook !== undefined)
    workbook.sharing = { ...workbook.sharing, editors: ['eva@koers.example'] };
  resultOf(
    account,
    `${SHEET} sheet.getRange('A1').protect().setWarningOnly(true).setDescription('Koers');
     sheet.getRange('B1').protect(); return 1`,
  );
  const asUser = { asUser: 'eva@koers.example' };
  expect(
    resultOf(account, `${SHEET} return sheet.getRange('A1').setValue(2).getValue()`, asUser),
  ).toBe(2);
  expect(errorOf(account, `${SHEET} sheet.getRange('B1').setValue(2)`, asUser)).toContain(
    'You are trying to edit a protected cell or object.',
  );
  expect(
    resultOf(
      account,
      `${SHEET} return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((p) => [p.isWarningOnly(), p.getDescription()])`,
    ),
  ).toEqual([
    [true, 'Koers'],
    [false, ''],
  ]);
});

test('dropdowns are made, read and put in cells', () => {
  const body = `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['ja', 'nee'], true).setAllowInvalid(false).setHelpText('kies').build();
    sheet.getRange('A2:A3').setDataValidation(rule);
    const read = sheet.getRange('A3').getDataValidation();
    return [read.getCriteriaType(), read.getCriteriaValues(), read.getAllowInvalid(), read.getHelpText(), sheet.getRange('A1').getDataValidation()].map((value) => Array.isArray(value) ? value : value === null ? null : String(value))`;
  expect(run([], body)).toEqual(['VALUE_IN_LIST', [['ja', 'nee'], true], 'false', 'kies', null]);
});

test('columns and rows are hidden, sized, frozen and deleted', () => {
  const body = `sheet.hideColumns(2, 2).setFrozenRows(1); sheet.setColumnWidth(1, 240); sheet.deleteColumn(1);
    return [sheet.isColumnHiddenByUser(1), sheet.isColumnHiddenByUser(3), sheet.getColumnWidth(3), sheet.getFrozenRows(), sheet.getRange('A1').getValue()]`;
  expect(run([['a', 'b', 'c']], body)).toEqual([true, false, 100, 1, 'b']);
});

test.each([
  [
    "ss.insertSheet('sheet 1')",
    'A sheet with the name "sheet 1" already exists. Please enter another name.',
  ],
  ['ss.deleteSheet(ss.getSheets()[0])', "You can't remove all the sheets in a document."],
  ['ss.getSheets()[0].hideSheet()', "You can't hide all the sheets in a document."],
  [
    "ss.getSheets()[0].getRange('A1').setValue('x'.repeat(50001))",
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
])('%s is refused', (call, text) => {
  expect(
    errorOf(accountWith([]), `const ss = SpreadsheetApp.getActiveSpreadsheet(); ${call}`),
  ).toBe(`Exception: ${text}`);
});
