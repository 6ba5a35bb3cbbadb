import { isoDate } from '../../../src/core/model/calendar-date.ts';
import {
  type CustomPeriod,
  cutTo,
  type DayRange,
  fiscalYearOf,
  intervalContaining,
  intervalLabel,
  intervalsOver,
  type RegularCadence,
  type YearCut,
} from '../../../src/core/model/period.ts';
import { day } from '../../support/workspace-builder.ts';

const CALENDAR: YearCut = { fiscalStartMonth: 1, customPeriods: [] };
const FROM_APRIL: YearCut = { fiscalStartMonth: 4, customPeriods: [] };
const FROM_FEBRUARY: YearCut = { fiscalStartMonth: 2, customPeriods: [] };

/** Periods of so many weeks each, one after the other. */
function weeksFrom(start: string, year: number, weeks: readonly number[]): CustomPeriod[] {
  let first = day(start);
  return weeks.map((count, i) => {
    const period = { label: `${year} P${i + 1}`, year, start: first, end: first + count * 7 - 1 };
    first = period.end + 1;
    return period;
  });
}
const FOUR_FOUR_FIVE = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];
/** 2026 has 53 weeks: its last period has six. */
const RETAIL: YearCut = {
  fiscalStartMonth: 1,
  customPeriods: [
    ...weeksFrom('2024-12-30', 2025, FOUR_FOUR_FIVE),
    ...weeksFrom('2025-12-29', 2026, [...FOUR_FOUR_FIVE.slice(0, 11), 6]),
  ],
};
const THIRTEEN: YearCut = {
  fiscalStartMonth: 1,
  customPeriods: weeksFrom('2025-12-29', 2026, Array(13).fill(4)),
};

const dates = ({ start, end }: DayRange) => `${isoDate(start)} ${isoDate(end)}`;
const holding = (cadence: RegularCadence, date: string, cut: YearCut) =>
  dates(intervalContaining(cadence, day(date), cut));

test.each<[RegularCadence, string, string]>([
  ['day', '2026-02-14', '2026-02-14 2026-02-14'],
  ['week', '2026-02-15', '2026-02-09 2026-02-15'],
  ['week', '2026-01-01', '2025-12-29 2026-01-04'],
  ['month', '2028-02-29', '2028-02-01 2028-02-29'],
  ['month', '2026-12-31', '2026-12-01 2026-12-31'],
  ['quarter', '2026-05-31', '2026-04-01 2026-06-30'],
  ['quarter', '2026-12-01', '2026-10-01 2026-12-31'],
  ['year', '2026-07-04', '2026-01-01 2026-12-31'],
])('the %s of %s is %s', (cadence, date, expected) => {
  expect(holding(cadence, date, CALENDAR)).toBe(expected);
});

test.each<[RegularCadence, string, YearCut, string]>([
  ['year', '2026-03-31', FROM_APRIL, '2025-04-01 2026-03-31'],
  ['year', '2026-04-01', FROM_APRIL, '2026-04-01 2027-03-31'],
  ['quarter', '2026-02-14', FROM_APRIL, '2026-01-01 2026-03-31'],
  ['quarter', '2026-06-30', FROM_APRIL, '2026-04-01 2026-06-30'],
  ['quarter', '2026-01-15', FROM_FEBRUARY, '2025-11-01 2026-01-31'],
  ['quarter', '2026-02-01', FROM_FEBRUARY, '2026-02-01 2026-04-30'],
  ['month', '2026-02-14', FROM_APRIL, '2026-02-01 2026-02-28'],
  ['week', '2026-04-01', FROM_APRIL, '2026-03-30 2026-04-05'],
])('the fiscal %s of %s', (cadence, date, cut, expected) => {
  expect(holding(cadence, date, cut)).toBe(expected);
});

test('a 4-4-5 year has periods of four, four and five weeks and quarters of thirteen', () => {
  expect(holding('month', '2025-12-29', RETAIL)).toBe('2025-12-29 2026-01-25');
  expect(holding('month', '2026-03-29', RETAIL)).toBe('2026-02-23 2026-03-29');
  expect(holding('quarter', '2026-01-26', RETAIL)).toBe('2025-12-29 2026-03-29');
  expect(holding('quarter', '2026-03-30', RETAIL)).toBe('2026-03-30 2026-06-28');
  expect(holding('year', '2025-12-28', RETAIL)).toBe('2024-12-30 2025-12-28');
});

test('a year of 53 weeks is a week longer in its last period, quarter and year', () => {
  expect(holding('month', '2027-01-03', RETAIL)).toBe('2026-11-23 2027-01-03');
  expect(holding('quarter', '2026-09-28', RETAIL)).toBe('2026-09-28 2027-01-03');
  expect(holding('year', '2026-06-01', RETAIL)).toBe('2025-12-29 2027-01-03');
});

test('of thirteen periods the last belongs to the fourth quarter', () => {
  expect(holding('quarter', '2026-12-27', THIRTEEN)).toBe('2026-09-07 2026-12-27');
  expect(holding('quarter', '2026-09-06', THIRTEEN)).toBe('2026-06-15 2026-09-06');
});

test('where the Periods tab does not reach, and for days and weeks, the calendar counts', () => {
  // Beside typed periods no day lies in two intervals.
  expect(holding('month', '2027-01-04', RETAIL)).toBe('2027-01-04 2027-01-31');
  expect(holding('month', '2024-12-29', RETAIL)).toBe('2024-12-01 2024-12-29');
  expect(holding('week', '2026-01-28', RETAIL)).toBe('2026-01-26 2026-02-01');
  expect(holding('day', '2026-01-28', RETAIL)).toBe('2026-01-28 2026-01-28');
});

test('a year with fewer than three periods has one quarter, as far as it goes', () => {
  const cut = { fiscalStartMonth: 1, customPeriods: weeksFrom('2025-12-29', 2026, [4, 5]) };
  expect(holding('quarter', '2026-01-05', cut)).toBe('2025-12-29 2026-03-01');
  expect(holding('year', '2026-01-05', cut)).toBe('2025-12-29 2026-03-01');
});

test('the intervals over a stretch are whole, in order, and none over an empty one', () => {
  const over = (start: string, end: string) =>
    intervalsOver('month', { start: day(start), end: day(end) }, CALENDAR).map(dates);
  expect(over('2026-01-15', '2026-03-01')).toEqual([
    '2026-01-01 2026-01-31',
    '2026-02-01 2026-02-28',
    '2026-03-01 2026-03-31',
  ]);
  expect(over('2026-01-31', '2026-01-31')).toEqual(['2026-01-01 2026-01-31']);
  expect(over('2026-02-02', '2026-02-01')).toEqual([]);
});

test('an interval is cut to the period at both ends', () => {
  const january = intervalContaining('month', day('2026-01-15'), CALENDAR);
  const period = { start: day('2026-01-10'), end: day('2026-01-20') };
  expect(dates(cutTo(january, period))).toBe('2026-01-10 2026-01-20');
  expect(dates(cutTo(period, january))).toBe('2026-01-10 2026-01-20');
});

test('a fiscal year is called after the year in which it ends, a custom one as it says', () => {
  expect(fiscalYearOf(day('2026-03-31'), FROM_APRIL)).toBe(2026);
  expect(fiscalYearOf(day('2026-04-01'), FROM_APRIL)).toBe(2027);
  expect(fiscalYearOf(day('2026-04-01'), CALENDAR)).toBe(2026);
  expect(fiscalYearOf(day('2024-12-30'), RETAIL)).toBe(2025);
  expect(fiscalYearOf(day('2027-02-01'), RETAIL)).toBe(2027);
});

test.each<[RegularCadence, string, YearCut, string]>([
  ['day', '2026-02-04', CALENDAR, '2026-02-04'],
  ['week', '2026-12-31', CALENDAR, '2026 W53'],
  ['week', '2024-12-30', CALENDAR, '2025 W01'],
  ['month', '2026-02-14', CALENDAR, '2026-02'],
  ['month', '2026-03-01', RETAIL, '2026 P3'],
  ['quarter', '2026-05-14', CALENDAR, '2026 Q2'],
  ['quarter', '2026-02-14', FROM_APRIL, '2026 Q4'],
  ['quarter', '2026-04-14', FROM_APRIL, '2027 Q1'],
  ['quarter', '2026-12-30', RETAIL, '2026 Q4'],
  ['year', '2026-02-14', CALENDAR, '2026'],
  ['year', '2026-04-14', FROM_APRIL, '2027'],
])('the %s of %s is called', (cadence, date, cut, expected) => {
  const interval = intervalContaining(cadence, day(date), cut);
  expect(intervalLabel(cadence, interval, cut)).toBe(expected);
});
