import { rowCadence } from '../../../../src/core/evaluate/values/row-cadence.ts';
import { day } from '../../../support/workspace-builder.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const cadenceOf = (...dates: string[]) => rowCadence(dates.map(day), CUT);

test('a single day, or none, says nothing', () => {
  expect(cadenceOf()).toBeNull();
  expect(cadenceOf('2026-02-14')).toBeNull();
});

test.each([
  ['two days in a row', ['2026-02-02', '2026-02-03'], 'day'],
  [
    'every other day, half of them',
    ['2026-02-02', '2026-02-04', '2026-02-06', '2026-02-07'],
    'day',
  ],
  ['every third day', ['2026-02-02', '2026-02-05', '2026-02-08'], 'week'],
  ['every other week, two of three', ['2026-02-02', '2026-02-16'], 'week'],
  ['the last days of three months', ['2026-01-31', '2026-02-28', '2026-03-31'], 'month'],
  ['two of three months', ['2026-01-31', '2026-03-31'], 'month'],
  ['three quarters', ['2026-01-05', '2026-05-11', '2026-09-15'], 'quarter'],
  ['yearly', ['2024-06-30', '2025-06-30', '2026-06-30'], 'year'],
  ['every third year', ['2020-06-30', '2023-06-30', '2026-06-30'], 'irregular'],
])('the finest cadence at which at least half have one: %s', (_, dates, expected) => {
  expect(cadenceOf(...dates)).toBe(expected);
});

test('exactly half of the days is daily, a day less is not', () => {
  expect(cadenceOf('2026-02-02', '2026-02-05')).toBe('day');
  expect(cadenceOf('2026-02-02', '2026-02-06')).toBe('week');
});
