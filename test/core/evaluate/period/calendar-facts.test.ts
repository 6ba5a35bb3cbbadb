import { calendarFacts, yearEarlier } from '../../../../src/core/evaluate/period/calendar-facts.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { Cadence, DayRange, RegularCadence } from '../../../../src/core/model/period.ts';
import { day } from '../../../support/workspace-builder.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const facts = () => calendarFacts(CUT, day('2026-03-03'));
const range = (start: string, end: string) => ({ start: day(start), end: day(end) });
const february = range('2026-02-01', '2026-02-28');
const days = (...dates: string[]) => dates.map(day);

test('the interval that holds a day, and the day that pairs with one a year before', () => {
  const calendar = facts();
  expect(calendar.holding('month', day('2026-02-14'))).toEqual(february);
  expect(calendar.holding('day', day('2026-02-14'))).toEqual(range('2026-02-14', '2026-02-14'));
  const paired = (cadence: RegularCadence, date: string) =>
    isoDate(calendar.pairedDay(cadence, day(date)));
  expect(paired('month', '2026-02-14')).toBe('2025-02-14');
  expect(paired('month', '2024-02-29')).toBe('2023-02-28');
  expect(paired('month', '2025-02-28')).toBe('2024-02-29');
  expect(paired('day', '2026-02-14')).toBe('2025-02-14');
  expect(paired('quarter', '2026-03-31')).toBe('2025-03-31');
  // Wednesday of week 7 with Wednesday of week 7; week 53 with week 52.
  expect(paired('week', '2026-02-11')).toBe('2025-02-12');
  expect(paired('week', '2027-01-03')).toBe('2025-12-28');
});

test('whole intervals over a range; none over an empty one', () => {
  const over = ({ start, end }: DayRange) => facts().over('month', { start, end });
  expect(over(range('2026-01-20', '2026-02-03'))).toEqual({
    start: days('2026-01-01', '2026-02-01'),
    end: days('2026-01-31', '2026-02-28'),
  });
  expect(over(range('2026-02-03', '2026-01-20'))).toEqual({ start: [], end: [] });
});

test('intervals are cut to the range, and know what is partial and to come', () => {
  const found = facts().intervals('month', range('2026-01-20', '2026-04-30'));
  expect(found).toEqual({
    start: days('2026-01-20', '2026-02-01', '2026-03-01', '2026-04-01'),
    end: days('2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'),
    whole: {
      start: days('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      end: days('2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'),
    },
    label: ['2026-01', '2026-02', '2026-03', '2026-04'],
    // Cut, whole, running on 3 March, and one that has not begun.
    isPartial: [true, false, true, false],
    isFuture: [false, false, false, true],
    lastYear: {
      start: days('2025-01-20', '2025-02-01', '2025-03-01', '2025-04-01'),
      end: days('2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30'),
    },
  });
});

test('every KPI of one cadence and period has the same intervals and weights', () => {
  const calendar = facts();
  expect(calendar.intervals('month', february)).toBe(calendar.intervals('month', { ...february }));
  expect(calendar.intervals('week', february).label).toContain('2026 W06');
  const even = calendar.everyDay(february);
  expect(even.total).toBe(28);
  expect(calendar.everyDay({ ...february })).toBe(even);
  expect(calendar.everyDay({ ...february, end: february.end + 3 }).total).toBe(31);
});

test('a stretch a year earlier runs from the pair of its first to the pair of its last day', () => {
  const stretch = range('2026-01-15', '2026-03-10');
  const earlier = (cadence: Cadence): string => {
    const { start, end } = yearEarlier(cadence, stretch, facts());
    return `${isoDate(start)} ${isoDate(end)}`;
  };
  expect(earlier('month')).toBe('2025-01-15 2025-03-10');
  expect(earlier('day')).toBe('2025-01-15 2025-03-10');
  expect(earlier('irregular')).toBe('2025-01-15 2025-03-10');
  expect(earlier('week')).toBe('2025-01-16 2025-03-11');
});
