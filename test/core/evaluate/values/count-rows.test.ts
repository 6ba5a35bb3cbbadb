import { countRows } from '../../../../src/core/evaluate/values/count-rows.ts';
import { NO_MEASUREMENTS } from '../../../../src/core/model/measurements.ts';
import { day, measurements } from '../../../support/workspace-builder.ts';

const date = day('2026-01-05');
const rows = measurements([
  { date, value: 5, measure: 'leads' },
  { date, value: -2, measure: 'leads' },
  { date, value: 0, measure: 'leads' },
  { date, value: 7, measure: 'revenue' },
]);

test('a row of a measure that counts is one, whatever number stands in it; a row of 0 is none', () => {
  expect(Array.from(countRows(rows, ['count', 'sum']).value)).toEqual([1, 1, 0, 7]);
});

test('without a measure that counts nothing changes', () => {
  expect(countRows(rows, ['sum', 'last'])).toBe(rows);
  expect(countRows(NO_MEASUREMENTS, [])).toBe(NO_MEASUREMENTS);
});
