import fc from 'fast-check';
import { isoDate } from '../../../src/core/model/calendar-date.ts';
import type { YearCut } from '../../../src/core/model/period.ts';
import { followingName } from '../../../src/workflows/next-period/following-name.ts';
import { followingPeriod } from '../../../src/workflows/next-period/following-period.ts';
import { on } from '../../support/sample-evaluation.ts';

const CALENDAR: YearCut = { fiscalStartMonth: 1, customPeriods: [] };

const range = (start: string, end: string) => ({ start: on(start), end: on(end) });

const next = (start: string, end: string, cut = CALENDAR): string => {
  const { range: found } = followingPeriod(range(start, end), cut);
  return `${isoDate(found.start)} ${isoDate(found.end)}`;
};

const moved = (start: string, end: string, day: string, cut = CALENDAR): string =>
  isoDate(followingPeriod(range(start, end), cut).dayOf(on(day)));

describe('the period that follows', () => {
  test.each([
    ['a quarter', '2026-01-01', '2026-03-31', '2026-04-01 2026-06-30'],
    ['the last quarter', '2026-10-01', '2026-12-31', '2027-01-01 2027-03-31'],
    ['a year', '2027-01-01', '2027-12-31', '2028-01-01 2028-12-31'],
    ['a month into February of a leap year', '2028-01-01', '2028-01-31', '2028-02-01 2028-02-29'],
    ['a month out of February', '2026-02-01', '2026-02-28', '2026-03-01 2026-03-31'],
    ['half a year', '2026-01-01', '2026-06-30', '2026-07-01 2026-12-31'],
    ['three years', '2026-01-01', '2028-12-31', '2029-01-01 2031-12-31'],
    ['a month from the middle', '2026-01-15', '2026-02-14', '2026-02-15 2026-03-14'],
    ['thirteen weeks', '2025-12-29', '2026-03-29', '2026-03-30 2026-06-28'],
    ['one day', '2026-02-28', '2026-02-28', '2026-03-01 2026-03-01'],
  ])('%s', (_, start, end, expected) => {
    expect(next(start, end)).toBe(expected);
  });

  test('a quarter and a year of a 4-4-5 calendar keep to its weeks', () => {
    const lengths = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6, 4, 4, 5];
    let start = on('2026-01-05');
    const customPeriods = lengths.map((weeks, at) => {
      const period = {
        label: `P${(at % 12) + 1}`,
        year: at < 12 ? 2026 : 2027,
        start,
        end: start + weeks * 7 - 1,
      };
      start = period.end + 1;
      return period;
    });
    const cut = { fiscalStartMonth: 1, customPeriods };
    expect(next('2026-01-05', '2026-04-05', cut)).toBe('2026-04-06 2026-07-05');
    // The fourth quarter of a year of 53 weeks is a week longer; the one after it is not.
    expect(next('2026-10-05', '2027-01-10', cut)).toBe('2027-01-11 2027-04-11');
    expect(next('2026-11-30', '2027-01-10', cut)).toBe('2027-01-11 2027-02-07');
    expect(moved('2026-01-05', '2026-04-05', '2026-02-01', cut)).toBe('2026-05-03');
    expect(moved('2026-01-05', '2026-04-05', '2026-01-12', cut)).toBe('2026-04-13');
  });

  test('days keep their place, and month ends stay month ends', () => {
    expect(moved('2026-01-01', '2026-03-31', '2026-01-31')).toBe('2026-04-30');
    expect(moved('2026-01-01', '2026-03-31', '2026-02-28')).toBe('2026-05-31');
    expect(moved('2026-01-01', '2026-03-31', '2026-02-14')).toBe('2026-05-14');
    expect(moved('2026-01-01', '2026-03-31', '2026-03-31')).toBe('2026-06-30');
    expect(moved('2027-01-01', '2027-12-31', '2027-02-28')).toBe('2028-02-29');
    expect(moved('2025-12-29', '2026-03-29', '2026-01-04')).toBe('2026-04-05');
  });

  test('it begins the day after, and no day of the one falls outside the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: on('2020-01-01'), max: on('2030-12-31') }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        (start, length, offset) => {
          const own = { start, end: start + length };
          const following = followingPeriod(own, CALENDAR);
          expect(following.range.start).toBe(own.end + 1);
          const day = following.dayOf(start + Math.min(offset, length));
          expect(day).toBeGreaterThanOrEqual(following.range.start);
          expect(day).toBeLessThanOrEqual(following.range.end);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the name that follows', () => {
  const named = (name: string, start: string, end: string, taken: readonly string[] = [name]) => {
    const from = range(start, end);
    const to = followingPeriod(from, CALENDAR).range;
    const names = new Set(taken.map((own) => own.toLowerCase()));
    return followingName(name, { from, to, cut: CALENDAR }, names);
  };

  test.each([
    ['Revenue Q1', '2026-01-01', '2026-03-31', 'Revenue Q2'],
    ['Omzet K4 2026', '2026-10-01', '2026-12-31', 'Omzet K1 2027'],
    ['Revenue 2026', '2026-01-01', '2026-12-31', 'Revenue 2027'],
    ['Revenue', '2026-01-01', '2026-03-31', 'Revenue 2026 Q2'],
    ['Route 2030', '2026-01-01', '2026-12-31', 'Route 2030 2027'],
    ['Sprint', '2026-01-05', '2026-01-18', 'Sprint 2026-01-19'],
  ])('%s', (name, start, end, expected) => {
    expect(named(name, start, end)).toBe(expected);
  });

  test('is never one that is taken', () => {
    const taken = ['Revenue Q1', 'Revenue Q2', 'Revenue Q2 2026 Q2'];
    expect(named('Revenue Q1', '2026-01-01', '2026-03-31', taken)).toBe('Revenue Q2 2026 Q2 (2)');
  });
});
