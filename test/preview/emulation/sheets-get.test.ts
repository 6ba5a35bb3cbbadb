import { errorOf, resultOf } from '../../support/emulated-script.ts';
import { accountWith, OWNER } from '../../support/emulated-workbook.ts';
import { ID, type Rows } from './batches.ts';

describe('spreadsheets.get', () => {
  test('gives the properties of workbook and tabs that the mask asks for', () => {
    const body = `return Sheets.Spreadsheets.get('${ID}', { fields: 'properties(locale,timeZone),sheets.properties(sheetId,title,index,gridProperties.rowCount)' })`;
    expect(resultOf(accountWith([[1]]), body)).toEqual({
      properties: { locale: 'nl_NL', timeZone: 'Europe/Amsterdam' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Sheet 1',
            index: 0,
            gridProperties: { rowCount: 1000 },
          },
        },
      ],
    });
  });

  test('gives cells only when asked, of the ranges asked', () => {
    const rows: Rows = [[1, { value: 46053, format: 'd-m-yyyy', note: 'dag' }]];
    const get = (options: string) =>
      resultOf(accountWith(rows), `return Sheets.Spreadsheets.get('${ID}', ${options})`);
    expect(get('{}')).not.toHaveProperty('sheets.0.data');
    expect(
      get(
        "{ ranges: ['B1'], fields: 'sheets.data(startColumn,rowData.values(userEnteredValue,effectiveValue,formattedValue,note,userEnteredFormat.numberFormat))' }",
      ),
    ).toEqual({
      sheets: [
        {
          data: [
            {
              startColumn: 1,
              rowData: [
                {
                  values: [
                    {
                      userEnteredValue: { numberValue: 46053 },
                      effectiveValue: { numberValue: 46053 },
                      formattedValue: '31-1-2026',
                      note: 'dag',
                      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'd-m-yyyy' } },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('gives only the fields of cells that the mask names, up to the last cell that has one', () => {
    const rows: Rows = [
      [{ value: 1, note: 'n' }, 2, { value: null, format: '0%' }],
      [3],
      [null, { value: null, format: 'd-m-yyyy' }],
    ];
    const fields = 'sheets.data.rowData.values(note,effectiveFormat.numberFormat.type)';
    const body = `return Sheets.Spreadsheets.get('${ID}', { fields: '${fields}' })`;
    expect(resultOf(accountWith(rows), body)).toEqual({
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    { note: 'n' },
                    {},
                    { effectiveFormat: { numberFormat: { type: 'PERCENT' } } },
                  ],
                },
                {},
                { values: [{}, { effectiveFormat: { numberFormat: { type: 'DATE' } } }] },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('a new spreadsheet', () => {
  const CREATE = `return Sheets.Spreadsheets.create({ properties: { title: 'Raad', locale: 'nl_NL', timeZone: 'Europe/Amsterdam' } })`;

  test('belongs to the person who made it, and to nobody else', () => {
    const account = accountWith([]);
    const made = Object(resultOf(account, CREATE));
    const workbook = account.workbooks.get(made.spreadsheetId);
    expect(made.spreadsheetUrl).toContain(`/d/${made.spreadsheetId}/edit`);
    expect(workbook).toMatchObject({
      title: 'Raad',
      locale: 'nl_NL',
      timeZone: 'Europe/Amsterdam',
      sharing: { owner: OWNER, editors: [], viewers: [] },
    });
    expect(workbook?.tabs.map(({ title, rows }) => [title, rows])).toEqual([['Sheet1', []]]);
  });

  test('of which more is told than its properties is refused by name', () => {
    const more = `Sheets.Spreadsheets.create({ sheets: [] })`;
    expect(errorOf(accountWith([]), more)).toContain(
      'sheets.spreadsheets.create with sheets is not emulated',
    );
  });
});
