import { addYears, type Day } from '../../model/calendar-date.ts';
import {
  CADENCES,
  type Cadence,
  type DayRange,
  intervalContaining,
  intervalLabel,
  intervalsOver,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';
import { EVERY_DAY, type WeightedPeriod, weighPeriod } from './day-weights.ts';
import { lastYearInterval } from './last-year.ts';

/** What a calendar interval is to every KPI alike. */
interface CalendarFact {
  readonly label: string;
  /** Its pair of the year before. */
  readonly lastYear: DayRange;
}

/** Worked out once an evaluation: three years of days are a thousand intervals for each KPI. */
export interface CalendarFacts {
  /** Of a whole interval of the cadence. */
  of(cadence: RegularCadence, whole: DayRange): CalendarFact;
  /** The whole interval of the cadence that holds the day. */
  holding(cadence: RegularCadence, day: Day): DayRange;
  /** Every whole interval that shares a day with the range, in order; none for an empty range. */
  over(cadence: RegularCadence, range: DayRange): DayRange[];
  /** A period whose days all weigh the same. */
  everyDay(range: DayRange): WeightedPeriod;
}

export function calendarFacts(cut: YearCut): CalendarFacts {
  const known = new Map(
    CADENCES.map((cadence) => [
      cadence,
      { facts: new Map<Day, CalendarFact>(), intervals: new Map<Day, DayRange>() },
    ]),
  );
  const of = (cadence: RegularCadence, whole: DayRange): CalendarFact => {
    const before = known.get(cadence)?.facts.get(whole.start);
    if (before !== undefined) return before;
    const fact = {
      label: intervalLabel(cadence, whole, cut),
      lastYear: lastYearInterval(cadence, whole, cut),
    };
    known.get(cadence)?.facts.set(whole.start, fact);
    return fact;
  };
  const holding = (cadence: RegularCadence, day: Day): DayRange => {
    const before = known.get(cadence)?.intervals.get(day);
    if (before !== undefined) return before;
    const interval = intervalContaining(cadence, day, cut);
    known.get(cadence)?.intervals.set(day, interval);
    return interval;
  };
  const over = (cadence: RegularCadence, range: DayRange): DayRange[] =>
    intervalsOver(cadence, range, cut, holding);
  const periods = new Map<string, WeightedPeriod>();
  const everyDay = ({ start, end }: DayRange): WeightedPeriod => {
    const key = `${start} ${end}`;
    const before = periods.get(key);
    if (before !== undefined) return before;
    const period = weighPeriod({ start, end }, EVERY_DAY);
    periods.set(key, period);
    return period;
  };
  return { of, holding, over, everyDay };
}

/** The same stretch a year earlier, its first and last interval paired. */
export function yearEarlier(
  cadence: Cadence,
  { start, end }: DayRange,
  calendar: CalendarFacts,
): DayRange {
  if (cadence === 'irregular') return { start: addYears(start, -1), end: addYears(end, -1) };
  const pair = (day: Day) => calendar.of(cadence, calendar.holding(cadence, day)).lastYear;
  return { start: pair(start).start, end: pair(end).end };
}
