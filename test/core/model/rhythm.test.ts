import { rhythmOf } from '../../../src/core/model/rhythm.ts';
import { day } from '../../support/workspace-builder.ts';

const rhythm = (...dates: string[]) => rhythmOf(dates.map(day));

test('a single day, or none, shows no rhythm', () => {
  expect(rhythm()).toBeNull();
  expect(rhythm('2026-02-14')).toBeNull();
});

test.each([
  ['days in a row', ['2026-02-02', '2026-02-03'], 'day'],
  ['every third day', ['2026-02-02', '2026-02-05', '2026-02-08'], 'day'],
  ['every fourth day', ['2026-02-02', '2026-02-06', '2026-02-10'], 'irregular'],
  ['Mondays', ['2026-02-02', '2026-02-09', '2026-02-16'], 'week'],
  ['Mondays, one of them missing', ['2026-01-05', '2026-01-12', '2026-01-26'], 'week'],
  ['ends of months', ['2026-01-31', '2026-02-28', '2026-03-31'], 'month'],
  ['periods of 4, 4 and 5 weeks', ['2026-01-25', '2026-02-22', '2026-03-29'], 'month'],
  ['every other month', ['2026-01-31', '2026-03-31', '2026-05-31'], 'irregular'],
  ['ends of quarters', ['2026-03-31', '2026-06-30', '2026-09-30'], 'quarter'],
  ['ends of years', ['2024-06-30', '2025-06-30', '2026-06-30'], 'year'],
  ['a quarter of two years', ['2025-02-28', '2025-03-31', '2026-01-31', '2026-02-28'], 'month'],
  ['a decade apart', ['2010-01-01', '2020-05-05'], 'irregular'],
])('a gap is a gap, and the middle distance decides: %s', (_, dates, expected) => {
  expect(rhythm(...dates)).toBe(expected);
});
