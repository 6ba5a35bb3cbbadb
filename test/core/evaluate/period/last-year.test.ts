import { lastYearInterval } from '../../../../src/core/evaluate/period/last-year.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import {
  type CustomPeriod,
  type DayRange,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../../../src/core/model/period.ts';
import { day } from '../../../support/workspace-builder.ts';

const CUT: YearCut = { fiscalStartMonth: 1, customPeriods: [] };
const dates = ({ start, end }: DayRange) => `${isoDate(start)} ${isoDate(end)}`;
const pair = (cadence: RegularCadence, date: string, cut = CUT) =>
  dates(lastYearInterval(cadence, intervalContaining(cadence, day(date), cut), cut));

test.each<[RegularCadence, string, string]>([
  ['day', '2026-02-14', '2025-02-14 2025-02-14'],
  ['day', '2028-02-29', '2027-02-28 2027-02-28'],
  ['day', '2029-02-28', '2028-02-29 2028-02-29'],
  ['week', '2026-02-14', '2025-02-10 2025-02-16'],
  ['week', '2026-12-31', '2025-12-22 2025-12-28'],
  ['week', '2025-12-31', '2024-12-30 2025-01-05'],
  ['week', '2027-01-05', '2025-12-29 2026-01-04'],
  ['month', '2028-02-10', '2027-02-01 2027-02-28'],
  ['quarter', '2026-05-10', '2025-04-01 2025-06-30'],
  ['year', '2026-05-10', '2025-01-01 2025-12-31'],
])('the %s of %s pairs with %s', (cadence, date, expected) => {
  expect(pair(cadence, date)).toBe(expected);
});

test('a fiscal quarter pairs with the same fiscal quarter', () => {
  const fromFebruary = { fiscalStartMonth: 2, customPeriods: [] };
  expect(pair('quarter', '2026-01-10', fromFebruary)).toBe('2024-11-01 2025-01-31');
});

function periods(start: string, year: number, weeks: readonly number[]): CustomPeriod[] {
  let first = day(start);
  return weeks.map((count, i) => {
    const own = { label: `P${i + 1}`, year, start: first, end: first + count * 7 - 1 };
    first = own.end + 1;
    return own;
  });
}
const PERIODS: YearCut = {
  fiscalStartMonth: 1,
  customPeriods: [
    ...periods('2025-01-06', 2025, [4, 5, 4]),
    ...periods('2025-04-07', 2026, [5, 4, 4, 3]),
  ],
};

test('a period of the Periods tab pairs with the one at its place, a surplus one with the last', () => {
  expect(pair('month', '2025-04-07', PERIODS)).toBe('2025-01-06 2025-02-02');
  expect(pair('month', '2025-05-12', PERIODS)).toBe('2025-02-03 2025-03-09');
  expect(pair('month', '2025-07-10', PERIODS)).toBe('2025-03-10 2025-04-06');
});

test('a quarter and a year of weeks pair by their periods, not by dates that drift away', () => {
  // Two years of 52 weeks: a year before 30 June 2025 is still the first quarter.
  const quarters = (year: number, start: string) =>
    periods(start, year, [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]);
  const cut = {
    fiscalStartMonth: 1,
    customPeriods: [...quarters(2024, '2024-01-01'), ...quarters(2025, '2024-12-30')],
  };
  expect(pair('quarter', '2025-03-31', cut)).toBe('2024-04-01 2024-06-30');
  expect(pair('quarter', '2025-12-28', cut)).toBe('2024-09-30 2024-12-29');
  expect(pair('year', '2024-12-30', cut)).toBe('2024-01-01 2024-12-29');
});

test('without a year before in the Periods tab the calendar pairs', () => {
  expect(pair('month', '2025-01-10', PERIODS)).toBe('2024-01-01 2024-01-31');
});
