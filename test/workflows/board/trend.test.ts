import type { Day } from '../../../src/core/model/calendar-date.ts';
import { type Course, daysBetween, trendOf } from '../../../src/workflows/board/trend.ts';
import { on } from '../../support/sample-evaluation.ts';

const NONE = [null, null, null];
const JANUARY = on('2026-01-01');
const ends = (...days: readonly string[]): Day[] => days.map(on);

const course = (parts: Partial<Course>): Course => ({
  start: JANUARY,
  ends: ends('2026-01-31', '2026-02-28', '2026-03-31'),
  plan: NONE,
  actual: NONE,
  forecast: NONE,
  unitLabel: '',
  ...parts,
});

describe('the course of a KPI as a picture', () => {
  const quarter = course({
    plan: [10, 20, 30],
    actual: [-10, 0, null],
    forecast: [null, null, 15],
    unitLabel: '€',
  });

  test('stands between round values, from its first day to its last, in thousandths', () => {
    expect(trendOf(quarter, on('2026-02-15'), 'en')).toMatchObject({
      x: [337, 652, 1000],
      plan: [500, 667, 833],
      actual: [167, 333, null],
      forecast: [null, null, 583],
      today: 506,
    });
  });

  test('names its round values and days in the words of the language', () => {
    const texts = (language: 'en' | 'nl') => {
      const trend = trendOf(quarter, on('2026-02-15'), language);
      return [trend?.values, trend?.days].map((ticks) => ticks?.map(({ text }) => text));
    };
    expect(texts('en')).toEqual([
      ['-€20', '€0', '€20', '€40'],
      ['Jan 2026', 'Feb', 'Mar'],
    ]);
    expect(texts('nl')[0]?.[0]).toBe('-€ 20');
    expect(texts('nl')[1]).toEqual(['jan 2026', 'feb', 'mrt']);
  });

  test('of which the values begin near nothing is seen from nothing, others where they lie', () => {
    const lowest = (plan: number[]) =>
      trendOf(course({ plan, unitLabel: '%' }), JANUARY, 'en')?.values[0].text;
    expect(lowest([3, 40, 90])).toBe('0%');
    expect(lowest([94, 97, 99])).toBe('94%');
  });

  test('that stands still is a line in the middle, at 0 too', () => {
    const still = course({ plan: [0, 0, 0] });
    expect(trendOf(still, JANUARY, 'en')?.plan).toEqual([500, 500, 500]);
    expect(trendOf(still, on('2026-12-31'), 'en')?.today).toBeGreaterThan(1000);
  });

  test.each([
    ['no interval', []],
    ['one interval', ends('2026-01-31')],
    ['intervals without values', ends('2026-01-31', '2026-02-28', '2026-03-31')],
  ])('of %s is none', (_, own) => {
    expect(trendOf(course({ ends: own, plan: [], actual: [] }), JANUARY, 'en')).toBeNull();
  });

  test('of years of days keeps its ends and its last actual', () => {
    const days = Array.from({ length: 1095 }, (_, at) => JANUARY + at);
    const trend = trendOf(
      course({
        ends: days,
        plan: days.map((_, at) => at),
        actual: days.map((_, at) => (at < 411 ? at * 2 : null)),
      }),
      JANUARY + 410,
      'en',
    );
    expect(trend?.x.length).toBeLessThan(32);
    expect([trend?.x[0], trend?.x.at(-1)]).toEqual([0, 1000]);
    expect(trend?.actual.filter((value) => value !== null).at(-1)).toBe(
      Math.round((820 / 1500) * 1000),
    );
    expect(trend?.days.map(({ text }) => text)).toEqual(['2026', '2027', '2028']);
  });
});

test('a route of one day has that day in its middle, and one that ends before it begins none', () => {
  expect(daysBetween(JANUARY, JANUARY, 'en')).toEqual([{ at: 500, text: '1 Jan 2026' }]);
  expect(daysBetween(JANUARY, JANUARY - 3, 'en')).toEqual([]);
});
