import type { Day } from '../model/calendar-date.ts';
import {
  CADENCES,
  type DayRange,
  intervalLabel,
  type RegularCadence,
  type YearCut,
} from '../model/period.ts';
import { lastYearInterval } from './last-year.ts';

/** What a calendar interval is to every KPI alike. */
interface CalendarFact {
  readonly label: string;
  /** Its pair of the year before. */
  readonly lastYear: DayRange;
}

/** Of a whole interval of the cadence. */
export type CalendarFacts = (cadence: RegularCadence, whole: DayRange) => CalendarFact;

/** Worked out once an evaluation: three years of days are a thousand labels for each KPI. */
export function calendarFacts(cut: YearCut): CalendarFacts {
  const known = new Map(CADENCES.map((cadence) => [cadence, new Map<Day, CalendarFact>()]));
  return (cadence, whole) => {
    const before = known.get(cadence)?.get(whole.start);
    if (before !== undefined) return before;
    const fact = {
      label: intervalLabel(cadence, whole, cut),
      lastYear: lastYearInterval(cadence, whole, cut),
    };
    known.get(cadence)?.set(whole.start, fact);
    return fact;
  };
}
