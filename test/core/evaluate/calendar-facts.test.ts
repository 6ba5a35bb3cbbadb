import { calendarFacts } from '../../../src/core/evaluate/calendar-facts.ts';
import { dayFromCivil } from '../../../src/core/model/calendar-date.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const february = { start: dayFromCivil(2026, 2, 1), end: dayFromCivil(2026, 2, 28) };

describe('what a calendar interval is to every KPI', () => {
  it('is its label and its pair of the year before', () => {
    expect(calendarFacts(CUT)('month', february)).toEqual({
      label: '2026-02',
      lastYear: { start: dayFromCivil(2025, 2, 1), end: dayFromCivil(2025, 2, 28) },
    });
  });

  it('is another thing for another cadence that starts on the same day', () => {
    const facts = calendarFacts(CUT);
    const first = { start: dayFromCivil(2026, 1, 1), end: dayFromCivil(2026, 1, 1) };
    expect(facts('day', first).label).toBe('2026-01-01');
    const january = { start: first.start, end: dayFromCivil(2026, 1, 31) };
    expect(facts('month', january).label).toBe('2026-01');
    const year = { start: first.start, end: dayFromCivil(2026, 12, 31) };
    expect(facts('year', year).label).toBe('2026');
    expect(facts('day', first).lastYear.start).toBe(dayFromCivil(2025, 1, 1));
  });

  it('is worked out once', () => {
    const facts = calendarFacts(CUT);
    expect(facts('month', february)).toBe(facts('month', { ...february }));
  });
});
