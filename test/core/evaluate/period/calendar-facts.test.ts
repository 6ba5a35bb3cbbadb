import { calendarFacts, yearEarlier } from '../../../../src/core/evaluate/period/calendar-facts.ts';
import { dayFromCivil, isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { Cadence } from '../../../../src/core/model/period.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const february = { start: dayFromCivil(2026, 2, 1), end: dayFromCivil(2026, 2, 28) };

describe('what a calendar interval is to every KPI', () => {
  it('is its label and its pair of the year before', () => {
    expect(calendarFacts(CUT).of('month', february)).toEqual({
      label: '2026-02',
      lastYear: { start: dayFromCivil(2025, 2, 1), end: dayFromCivil(2025, 2, 28) },
    });
  });

  it('is another thing for another cadence that starts on the same day', () => {
    const facts = calendarFacts(CUT);
    const first = { start: dayFromCivil(2026, 1, 1), end: dayFromCivil(2026, 1, 1) };
    expect(facts.of('day', first).label).toBe('2026-01-01');
    const january = { start: first.start, end: dayFromCivil(2026, 1, 31) };
    expect(facts.of('month', january).label).toBe('2026-01');
    const year = { start: first.start, end: dayFromCivil(2026, 12, 31) };
    expect(facts.of('year', year).label).toBe('2026');
    expect(facts.of('day', first).lastYear.start).toBe(dayFromCivil(2025, 1, 1));
  });

  it('is worked out once', () => {
    const facts = calendarFacts(CUT);
    expect(facts.of('month', february)).toBe(facts.of('month', { ...february }));
  });

  it('weighs a period of even days once, and another period apart', () => {
    const facts = calendarFacts(CUT);
    const even = facts.everyDay(february);
    expect(even.total).toBe(28);
    expect(facts.everyDay({ ...february })).toBe(even);
    expect(facts.everyDay({ ...february, end: february.end + 3 }).total).toBe(31);
  });

  it('lists whole intervals, the same objects for every KPI', () => {
    const facts = calendarFacts(CUT);
    const winter = { start: dayFromCivil(2026, 1, 20), end: dayFromCivil(2026, 2, 3) };
    const january = { start: dayFromCivil(2026, 1, 1), end: dayFromCivil(2026, 1, 31) };
    const listed = facts.over('month', winter);
    expect(listed).toEqual([january, february]);
    expect(facts.over('month', january)).toEqual([january]);
    expect(facts.over('month', february)[0]).toBe(listed[1]);
    expect(facts.over('month', { start: winter.end, end: winter.start })).toEqual([]);
  });
});

test('a stretch a year earlier runs from the pair of its first to the pair of its last interval', () => {
  const stretch = { start: dayFromCivil(2026, 1, 15), end: dayFromCivil(2026, 3, 10) };
  const earlier = (cadence: Cadence): string => {
    const { start, end } = yearEarlier(cadence, stretch, calendarFacts(CUT));
    return `${isoDate(start)} ${isoDate(end)}`;
  };
  expect(earlier('month')).toBe('2025-01-01 2025-03-31');
  expect(earlier('day')).toBe('2025-01-15 2025-03-10');
  expect(earlier('irregular')).toBe('2025-01-15 2025-03-10');
  expect(earlier('week')).toBe('2025-01-13 2025-03-16');
});
