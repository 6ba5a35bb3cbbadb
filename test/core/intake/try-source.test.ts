import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { recognisedSource, sourceColumns, trySource } from '../../../src/core/intake/try-source.ts';
import { isoDate } from '../../../src/core/model/calendar-date.ts';
import { day, found, table } from './sheet-of-rows.ts';

const MEASURES = table(
  'Measures',
  `Measure | Unit | Adds up
   Sales | EUR | sum
   Returns | number | sum
   Visits | number | count`,
);
const asked = (more: Partial<Parameters<typeof trySource>[2]> = {}) => ({
  measure: 'Sales',
  tab: 'Till',
  dateColumn: '',
  valueColumn: '',
  ...more,
});
const input = (...sheets: SheetInput[]) => ({
  workbook: {
    fileId: 'file',
    workbookId: 'wb1',
    name: 'Test',
    url: 'https://example.org',
    locale: 'en_GB',
    timeZone: 'Europe/Amsterdam',
  },
  sheets: [MEASURES, ...sheets],
});
const TODAY = day('2026-02-15');
const tried = (tab: SheetInput, more = {}) => {
  const source = trySource(input(tab), TODAY, asked(more));
  return source?.figures.map(({ interval, label, value }) => [label, isoDate(interval.end), value]);
};

const TILL = table(
  'Till',
  `Our till
   Date | Sales | Guests
   2026-01-03 | 120 | 8
   2026-01-04 | 0 | 0
   2026-01-05 | -15.5 | 1`,
);

describe('what a tab would give a measure', () => {
  it('is each value with its day, zero and negative ones too, in the order of the tab', () => {
    expect(tried(TILL)).toEqual([
      ['2026-01-03', '2026-01-03', 120],
      ['2026-01-04', '2026-01-04', 0],
      ['2026-01-05', '2026-01-05', -15.5],
    ]);
    expect(tried(TILL, { valueColumn: 'Guests' })?.map(([, , value]) => value)).toEqual([8, 0, 1]);
  });

  it('is a value for each period across', () => {
    const across = table(
      'Till',
      `Name | jan 2026 | feb 2026
       Guests | 3 | 4
       Sales | 900 | 0`,
    );
    expect(tried(across)).toEqual([
      ['2026-01', '2026-01-31', 900],
      ['2026-02', '2026-02-28', 0],
    ]);
  });

  it('leaves out what stands in Actuals, and touches nothing of the input', () => {
    const actuals = table('Actuals', 'Date | Measure | Value\n2026-01-09 | Sales | 5');
    const before = JSON.stringify(input(TILL, actuals));
    const given = input(TILL, actuals);
    expect(trySource(given, TODAY, asked())?.figures).toHaveLength(3);
    expect(JSON.stringify(given)).toBe(before);
  });

  it('is nothing, with the finding and its cell, where a figure is no number', () => {
    const words = table('Till', 'Date | Sales\n2026-01-03 | a lot');
    const source = trySource(input(words), TODAY, asked());
    expect(source?.figures).toEqual([]);
    expect(found({ issues: source?.issues ?? [] })).toEqual(['E_NUMBER Till!B2']);
  });

  it('is nothing where no measure has the name', () => {
    expect(trySource(input(TILL), TODAY, asked({ measure: 'Profit' }))).toBeNull();
    expect(trySource({ ...input(), sheets: [TILL] }, TODAY, asked())).toBeNull();
  });

  it('needs no value where rows are counted', () => {
    expect(tried(TILL, { measure: 'Visits' })).toHaveLength(3);
  });
});

describe('columns that Koers has no name for', () => {
  const ODD = table(
    'Till',
    `Noted when | Takings | Waiter
     2026-01-03 | 120 | Ann
     2026-01-04 | 0 | Bo`,
  );
  const recognised = (tab: SheetInput, more = {}) => {
    const { dateColumn, valueColumn } = recognisedSource(input(tab), TODAY, asked(more));
    return [dateColumn, valueColumn];
  };

  it('are told by what stands in them, where one choice alone gives values', () => {
    expect(recognised(ODD)).toEqual(['Noted when', 'Takings']);
  });

  it('are no dates where the sheet shows numbers, and no figures where it shows dates', () => {
    const large = table('Till', 'Noted when | Takings\n2026-01-03 | 46100\n2026-01-04 | 46200');
    const formats = [{ usual: 'date' }, { usual: 'currency' }] as const;
    expect(recognised(large)).toEqual(['', '']);
    expect(recognised({ ...large, formats })).toEqual(['Noted when', 'Takings']);
  });

  it('stay open where two could be meant, and keep what was chosen', () => {
    const two = table('Till', 'Date | Net | Gross\n2026-01-03 | 100 | 121');
    expect(recognised(two)).toEqual(['', '']);
    expect(recognised(two, { valueColumn: 'Net' })).toEqual(['', 'Net']);
    const odd = table('Till', 'Noted when | Net | Gross\n2026-01-03 | 100 | 121');
    expect(recognised(odd)).toEqual(['Noted when', '']);
  });

  it('stay as they are where Koers knows the headers, or nothing gives a value', () => {
    expect(recognised(TILL)).toEqual(['', '']);
    expect(recognised(table('Till', 'Waiter | Shift\nAnn | late'))).toEqual(['', '']);
    expect(recognised(table('Till', ''))).toEqual(['', '']);
  });
});

describe('what there is to choose from', () => {
  it('is the headers of the row that has most of them, and where they stand', () => {
    expect(sourceColumns(TILL, 'en_GB')).toEqual({
      dates: ['Date', 'Sales', 'Guests'],
      values: ['Date', 'Sales', 'Guests'],
      headerCell: 'A2',
    });
  });

  it('is the names of the rows where periods stand across', () => {
    const across = table('Till', 'Name | jan 2026 | feb 2026\nGuests | 3 | 4\nSales | 900 | 0');
    expect(sourceColumns(across, 'en_GB')).toEqual({
      dates: [],
      values: ['Guests', 'Sales'],
      headerCell: 'A1',
    });
  });

  it('is nothing in an empty tab', () => {
    expect(sourceColumns(table('Till', ''), 'en_GB')).toMatchObject({
      dates: [],
      headerCell: 'A1',
    });
  });
});
