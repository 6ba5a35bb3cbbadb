import { readWindow } from '../../../../src/core/intake/cell/read-window.ts';

test.each([
  ['12 months', 12, 'month'],
  [' 28 DAYS ', 28, 'day'],
  ['28 dagen', 28, 'day'],
  ['13wk', 13, 'week'],
  ['4 kwartalen', 4, 'quarter'],
  ['1 jaar', 1, 'year'],
  ['12 mnd', 12, 'month'],
] as const)('"%s" looks back %p %ss', (cell, length, unit) => {
  expect(readWindow(cell)).toEqual({ kind: 'value', value: { length, unit } });
});

test.each(['12', 12, '0 months', 'a year', '-3 months', '12 m2'])(
  '%p says no length of time',
  (cell) => {
    expect(readWindow(cell)).toMatchObject({
      kind: 'bad',
      problem: { code: 'E_WINDOW', details: { received: String(cell) } },
    });
  },
);

test('a blank cell is no window, and one that shows an error stays an error', () => {
  expect(readWindow('').kind).toBe('blank');
  expect(readWindow('#REF!')).toMatchObject({ kind: 'bad', problem: { code: 'E_CELL_ERROR' } });
});
