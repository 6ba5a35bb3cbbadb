import fc from 'fast-check';
import {
  cellAddress,
  cellPosition,
  columnLetters,
  tabRange,
} from '../../../src/core/model/a1-notation.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('a cell and its address lead to each other', () => {
  expect(cellAddress(2, 11)).toBe('C12');
  fc.assert(
    fc.property(fc.nat(18_277), fc.nat(9_999_999), (column, row) => {
      expect(cellPosition(cellAddress(column, row))).toEqual({ column, row });
    }),
  );
});

test.each(['', 'C', '12', 'C0', 'c12', 'C12:D13', "'KPIs'!C12"])('"%s" is no cell', (text) => {
  expect(cellPosition(text)).toBeNull();
});

test('a tab may be called anything', () => {
  expect(tabRange("KPI's", 'A1:B')).toBe("'KPI''s'!A1:B");
  expect(tabRange('Koers data')).toBe("'Koers data'");
});
