import fc from 'fast-check';
import {
  a1Of,
  columnLetters,
  parseRange,
  parseRectangle,
  quotedTabName,
} from '../../../../src/preview/emulation/workbook/a1-notation.ts';

describe('A1 notation', () => {
  test.each([
    ['B2', { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 }],
    ['c3:A1', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['$AA$11', { startRow: 10, endRow: 11, startColumn: 26, endColumn: 27 }],
    ['A:C', { startColumn: 0, endColumn: 3 }],
    ['2:5', { startRow: 1, endRow: 5 }],
    ['A5:C', { startRow: 4, startColumn: 0, endColumn: 3 }],
    ['R1C1:R2C2', { startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 }],
  ])('reads %s', (text, rectangle) => {
    expect(JSON.parse(JSON.stringify(parseRectangle(text)))).toEqual(rectangle);
  });

  test.each(['', 'A', '5', 'KPIs', 'A1:B2:C3', 'A0', 'A1:', 'Tab!A1'])(
    'does not read %j',
    (text) => {
      expect(parseRectangle(text)).toBe(null);
    },
  );

  test('reads what it writes, for every rectangle', () => {
    const bounds = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(bounds, bounds, ([startRow, rows], [startColumn, columns]) => {
        const rectangle = {
          startRow,
          endRow: startRow + rows,
          startColumn,
          endColumn: startColumn + columns,
        };
        expect(parseRectangle(a1Of(rectangle))).toEqual(rectangle);
      }),
    );
  });

  test('counts columns A to Z, then AA', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  test('finds a tab by its name, in quotes or alone', () => {
    const tabs = ["KPI's", 'My goals', 'A1 plan!'];
    expect(parseRange("'KPI''s'!B2", tabs)?.tab).toBe("KPI's");
    expect(parseRange('My goals', tabs)).toEqual({ tab: 'My goals', rectangle: {} });
    expect(parseRange("'A1 plan!'!C3", tabs)?.tab).toBe('A1 plan!');
    expect(parseRange('Goals!A1', tabs)).toBe(null);
    expect(parseRange('my goals', tabs)).toBe(null);
  });

  test.each([
    ['Goals', 'Goals'],
    ['My goals', "'My goals'"],
    ["KPI's", "'KPI''s'"],
    ['A1', "'A1'"],
    ['2026', "'2026'"],
  ])('quotes the name %s as %s', (name, quoted) => {
    expect(quotedTabName(name)).toBe(quoted);
  });
});
