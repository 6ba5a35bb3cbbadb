import {
  calendarWeight,
  EVERY_DAY,
  lastYearWeight,
  weighPeriod,
  weightIn,
  weightUpTo,
} from '../../../../src/core/evaluate/period/day-weights.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { day } from '../../../support/workspace-builder.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
/** Monday 2 – Sunday 8 February 2026. */
const week = { start: day('2026-02-02'), end: day('2026-02-08') };

const calendar = {
  name: 'Shop',
  dates: [
    { day: day('2026-02-03'), weight: 0, label: 'Closed' },
    { day: day('2026-02-07'), weight: 3, label: 'Sale' },
    { day: day('2026-02-05'), weight: -2, label: 'Below zero' },
  ],
  weekdays: [
    { weekday: 6, weight: 0.5 },
    { weekday: 7, weight: 0 },
    { weekday: 3, weight: 4 },
  ],
  months: [{ month: 2, weight: 2 }],
};

test("a date's own weight goes before that of its weekday times that of its month", () => {
  const weight = calendarWeight(calendar);
  const days = Array.from({ length: 7 }, (_, i) => weight(week.start + i));
  expect(days).toEqual([2, 0, 8, 0, 2, 3, 0]);
  expect(weight(day('2026-02-14'))).toBe(1);
  expect(weight(day('2026-03-07'))).toBe(0.5);
  expect(weight(day('2026-03-05'))).toBe(1);
});

test('a silent calendar weighs every day as one, and a negative weight as none', () => {
  const silent = calendarWeight({ name: 'Silent', dates: [], weekdays: [], months: [] });
  expect(silent(week.start)).toBe(1);
  const negative = { ...calendar, dates: [], months: [{ month: 2, weight: -3 }] };
  expect(calendarWeight(negative)(week.start)).toBe(0);
});

test('weights are scaled to a mean of one over the days that count', () => {
  const period = weighPeriod(week, calendarWeight(calendar));
  // 2, 0, 8, 0, 2, 3, 0: four days, 15 together, so each is multiplied by 4 ÷ 15.
  const expected = [0, 8, 8, 40, 40, 48, 60, 60].map((value) => expect.closeTo(value / 15, 9));
  expect(Array.from(period.cumulative)).toEqual(expected);
  expect(period.total).toBeCloseTo(4, 9);
  expect(period.weightOf(day('2026-02-04'))).toBeCloseTo(32 / 15, 9);
  expect(period.weightOf(day('2026-02-10'))).toBeCloseTo(8 / 15, 9);
});

test('without any day that counts the period weighs nothing', () => {
  const period = weighPeriod(week, () => 0);
  expect(period.total).toBe(0);
  expect(Array.from(period.cumulative)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(period.weightOf(week.start)).toBe(1);
});

test('a period that ends before it starts has no days', () => {
  const period = weighPeriod({ start: week.end, end: week.start }, EVERY_DAY);
  expect(period.cumulative).toHaveLength(1);
  expect(period.total).toBe(0);
});

test('W is 0 before the period, grows a day at a time, and stays at the total', () => {
  const period = weighPeriod(week, EVERY_DAY);
  const upTo = (date: string) => weightUpTo(period, day(date));
  expect(upTo('2026-01-20')).toBe(0);
  expect(upTo('2026-02-01')).toBe(0);
  expect(upTo('2026-02-02')).toBe(1);
  expect(upTo('2026-02-05')).toBe(4);
  expect(upTo('2026-02-08')).toBe(7);
  expect(upTo('2026-03-08')).toBe(7);
  expect(weightIn(period, { start: day('2026-02-03'), end: day('2026-02-05') })).toBe(3);
  expect(weightIn(period, { start: day('2026-01-25'), end: day('2026-02-02') })).toBe(1);
  expect(weightIn(period, { start: day('2026-02-09'), end: day('2026-02-12') })).toBe(0);
});

test("last year's shape gives every day its month's value over the days of the month", () => {
  const asked: string[] = [];
  const values: Readonly<Record<string, number | null>> = {
    '2026-01-01': 62,
    '2026-02-01': -28,
    '2026-03-01': null,
    '2026-04-01': 0,
  };
  const weight = lastYearWeight((month) => {
    asked.push(isoDate(month.start));
    return values[isoDate(month.start)] ?? null;
  }, CUT);
  expect(weight(day('2026-01-01'))).toBe(2);
  expect(weight(day('2026-01-31'))).toBe(2);
  expect(weight(day('2026-02-10'))).toBe(0);
  expect(weight(day('2026-03-10'))).toBe(0);
  expect(weight(day('2026-04-10'))).toBe(0);
  expect(asked).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']);
});
