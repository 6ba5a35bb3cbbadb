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
import type { Intervals, Spans } from './intervals.ts';
import { lastYearInterval, pairedDay as pairedDayIn } from './last-year.ts';

/** Worked out once an evaluation: three years of days are a thousand intervals for each KPI. */
export interface CalendarFacts {
  readonly cut: YearCut;
  /** The day looked from. */
  readonly today: Day;
  /** The whole interval of the cadence that holds the day. */
  holding(cadence: RegularCadence, day: Day): DayRange;
  /** Every whole interval that shares a day with the range; none for an empty range. */
  over(cadence: RegularCadence, range: DayRange): Spans;
  /** The same, cut to the range, with what a timeline says of them. */
  intervals(cadence: RegularCadence, range: DayRange): Intervals;
  /** The day of a year earlier that pairs with the day. */
  pairedDay(cadence: RegularCadence, day: Day): Day;
  /** A period whose days all weigh the same. */
  everyDay(range: DayRange): WeightedPeriod;
}

/** Remembers what was made for a key; no key is ever forgotten within an evaluation. */
function remembered<Key, Made>(make: (key: Key) => Made, nameOf: (key: Key) => string | Day) {
  const known = new Map<string | Day, Made>();
  return (key: Key): Made => {
    const name = nameOf(key);
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(name, made);
    return made;
  };
}

const spansOf = (ranges: readonly DayRange[]): Spans => ({
  start: ranges.map(({ start }) => start),
  end: ranges.map(({ end }) => end),
});

const nameOf = ({ start, end }: DayRange): string => `${start} ${end}`;

/** Facts of one cadence. */
function cadenceFacts(cadence: RegularCadence, cut: YearCut, today: Day) {
  const holding = remembered((day: Day) => intervalContaining(cadence, day, cut), Number);
  const wholes = remembered(
    (range: DayRange) => intervalsOver(cadence, range, cut, (_, day) => holding(day)),
    nameOf,
  );
  const over = remembered((range: DayRange) => spansOf(wholes(range)), nameOf);
  const labelOf = remembered((whole: DayRange) => intervalLabel(cadence, whole, cut), nameOf);
  const pairOf = remembered((whole: DayRange) => lastYearInterval(cadence, whole, cut), nameOf);

  const intervals = remembered((range: DayRange): Intervals => {
    const whole = over(range);
    const start = whole.start.map((day) => Math.max(day, range.start));
    const end = whole.end.map((day) => Math.min(day, range.end));
    return {
      start,
      end,
      whole,
      label: wholes(range).map(labelOf),
      isPartial: start.map(
        (day, i) =>
          (day <= today && end[i] >= today) || whole.start[i] < day || whole.end[i] > end[i],
      ),
      isFuture: start.map((day) => day > today),
      lastYear: cutPairs(spansOf(wholes(range).map(pairOf)), start, end),
    };
  }, nameOf);

  return { holding, over, intervals, pairedDay };

  function pairedDay(day: Day): Day {
    const whole = holding(day);
    return pairedDayIn(whole, pairOf(whole), day, cut);
  }

  /** Cut like this year's, so that like stands against like. */
  function cutPairs(pairs: Spans, start: readonly Day[], end: readonly Day[]): Spans {
    const last = end.length - 1;
    if (last < 0 || cadence === 'day') return pairs;
    return {
      start: [pairedDay(start[0]), ...pairs.start.slice(1)],
      end: [...pairs.end.slice(0, last), pairedDay(end[last])],
    };
  }
}

/** @param today the day looked from */
export function calendarFacts(cut: YearCut, today: Day): CalendarFacts {
  const facts = Object.fromEntries(
    CADENCES.map((cadence) => [cadence, cadenceFacts(cadence, cut, today)]),
    // SAFETY: made for every regular cadence just above.
  ) as Record<RegularCadence, ReturnType<typeof cadenceFacts>>;
  return {
    cut,
    today,
    holding: (cadence, day) => facts[cadence].holding(day),
    over: (cadence, range) => facts[cadence].over(range),
    intervals: (cadence, range) => facts[cadence].intervals(range),
    pairedDay: (cadence, day) => facts[cadence].pairedDay(day),
    everyDay: remembered((range: DayRange) => weighPeriod(range, EVERY_DAY), nameOf),
  };
}

/** The same stretch a year earlier, from the paired day of its first to that of its last. */
export function yearEarlier(
  cadence: Cadence,
  { start, end }: DayRange,
  calendar: CalendarFacts,
): DayRange {
  if (cadence === 'irregular') return { start: addYears(start, -1), end: addYears(end, -1) };
  return {
    start: calendar.pairedDay(cadence, start),
    end: calendar.pairedDay(cadence, end),
  };
}
