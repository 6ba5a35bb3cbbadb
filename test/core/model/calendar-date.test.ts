import {
  addMonths,
  addYears,
  civilFromDay,
  compactDate,
  dayFromCivil,
  dayFromIsoDate,
  dayFromSerial,
  daysInMonth,
  isCivilDate,
  isoDate,
  isoWeek,
  isoWeekday,
  mondayOf,
  mondayOfIsoWeek,
  serialFromDay,
} from '../../../src/core/model/calendar-date.ts';
import { day } from '../../support/workspace-builder.ts';

test.each([
  [1970, 1, 1, 0],
  [1969, 12, 31, -1],
  [2000, 3, 1, 11017],
  [2026, 2, 14, 20498],
  [1600, 2, 29, -135081],
])('%d-%d-%d is %d days from 1970', (year, month, dayOfMonth, expected) => {
  expect(dayFromCivil(year, month, dayOfMonth)).toBe(expected);
  expect(civilFromDay(expected)).toEqual({ year, month, dayOfMonth });
});

test.each([
  [2026, 13, 1, '2027-01-01'],
  [2026, 0, 31, '2025-12-31'],
  [2026, -11, 5, '2025-01-05'],
  [2026, 2, 30, '2026-03-02'],
  [2026, 3, 0, '2026-02-28'],
  [2026, 25, 9, '2028-01-09'],
])('month %d.%d and day %d roll over', (year, month, dayOfMonth, expected) => {
  expect(isoDate(dayFromCivil(year, month, dayOfMonth))).toBe(expected);
});

test('a serial date is counted from 1899-12-30, and its time of day is left out', () => {
  expect(isoDate(dayFromSerial(46067))).toBe('2026-02-14');
  expect(isoDate(dayFromSerial(46067.99))).toBe('2026-02-14');
  expect(isoDate(dayFromSerial(0))).toBe('1899-12-30');
  expect(isoDate(dayFromSerial(-1.5))).toBe('1899-12-28');
  expect(serialFromDay(day('2026-02-14'))).toBe(46067);
});

test('February has 29 days in 2024 and 2000, not in 1900, 2100 or 2026', () => {
  expect([2024, 2000, 1900, 2100, 2026].map((year) => daysInMonth(year, 2))).toEqual([
    29, 29, 28, 28, 28,
  ]);
  const lengths = Array.from({ length: 12 }, (_, i) => daysInMonth(2026, i + 1));
  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
});

test.each([
  [2026, 2, 28, true],
  [2026, 2, 29, false],
  [2028, 2, 29, true],
  [2026, 4, 31, false],
  [2026, 1, 1, true],
  [2026, 12, 31, true],
  [2026, 0, 10, false],
  [2026, 13, 10, false],
  [2026, 5, 0, false],
  [2026.5, 5, 3, false],
  [2026, 5.5, 3, false],
  [2026, 5, 3.5, false],
])('%d-%d-%d exists: %s', (year, month, dayOfMonth, expected) => {
  expect(isCivilDate(year, month, dayOfMonth)).toBe(expected);
});

test.each([
  ['1970-01-01', 4],
  ['1969-12-28', 7],
  ['1969-12-29', 1],
  ['2026-02-14', 6],
  ['2026-02-15', 7],
  ['2026-02-16', 1],
])('%s is weekday %d, also before 1970', (date, expected) => {
  expect(isoWeekday(day(date))).toBe(expected);
});

test('the Monday of a week is the day itself on Monday and six days back on Sunday', () => {
  expect(isoDate(mondayOf(day('2026-02-16')))).toBe('2026-02-16');
  expect(isoDate(mondayOf(day('2026-02-22')))).toBe('2026-02-16');
  expect(isoDate(mondayOf(day('1969-12-31')))).toBe('1969-12-29');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2026-05-15', 0, '2026-05-15'],
  ['2026-01-10', -1, '2025-12-10'],
  ['2026-08-31', 13, '2027-09-30'],
])('%s and %d months is %s', (from, months, expected) => {
  expect(isoDate(addMonths(day(from), months))).toBe(expected);
});

test.each([
  ['2028-02-29', -1, '2027-02-28'],
  ['2029-02-28', -1, '2028-02-29'],
  ['2028-02-28', -1, '2027-02-28'],
  ['2027-02-28', 1, '2028-02-29'],
  ['2027-02-28', -1, '2026-02-28'],
  ['2027-02-27', 1, '2028-02-27'],
  ['2028-03-28', -1, '2027-03-28'],
  ['2027-04-30', 1, '2028-04-30'],
  ['2026-12-31', 2, '2028-12-31'],
])('%s pairs %d years away with %s', (from, years, expected) => {
  expect(isoDate(addYears(day(from), years))).toBe(expected);
});

test.each([
  ['2020-12-31', 2020, 53],
  ['2021-01-03', 2020, 53],
  ['2021-01-04', 2021, 1],
  ['2024-12-30', 2025, 1],
  ['2026-01-01', 2026, 1],
  ['2026-02-14', 2026, 7],
  ['2026-12-31', 2026, 53],
  ['2027-01-01', 2026, 53],
  ['2022-01-02', 2021, 52],
])('%s lies in ISO week %d W%d', (date, weekYear, week) => {
  expect(isoWeek(day(date))).toEqual({ weekYear, week });
});

test.each([
  [2026, 1, '2025-12-29'],
  [2026, 7, '2026-02-09'],
  [2020, 53, '2020-12-28'],
  [2021, 1, '2021-01-04'],
])('ISO week %d W%d begins on %s', (weekYear, week, expected) => {
  expect(isoDate(mondayOfIsoWeek(weekYear, week))).toBe(expected);
});

test('a date is written with all its zeros', () => {
  expect(isoDate(dayFromCivil(987, 6, 5))).toBe('0987-06-05');
  expect(compactDate(day('2026-02-04'))).toBe('20260204');
});

test.each(['', '2026-2-14', '2026-02-29', '2026-13-01', 'x2026-02-14', '2026-02-14 ', '20260214'])(
  '"%s" is no date',
  (text) => {
    expect(dayFromIsoDate(text)).toBeNull();
  },
);

test('a date that exists is read back as it was written', () => {
  expect(dayFromIsoDate('2028-02-29')).toBe(dayFromCivil(2028, 2, 29));
  expect(dayFromIsoDate('1969-12-31')).toBe(-1);
});
