import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import { type DayRange, intervalLabel } from '../../model/period.ts';
import type { CalendarFacts } from './calendar-facts.ts';

/** Stretches of days, in order: what stands at one position is one of them. */
export interface Spans {
  readonly start: readonly Day[];
  readonly end: readonly Day[];
}

/**
 * The intervals of the cadence in the period of a KPI, cut to it. Columns, because three years of
 * days are a thousand of them, and all KPIs of one cadence and period share them.
 */
export interface Intervals extends Spans {
  /** The whole calendar intervals: a value dated anywhere inside belongs to it. */
  readonly whole: Spans;
  readonly label: readonly string[];
  /** Runs on the day looked from, or is cut by the start or the due date. */
  readonly isPartial: readonly boolean[];
  readonly isFuture: readonly boolean[];
  /** What pairs with each of them a year before; null without a rhythm. */
  readonly lastYear: Spans | null;
}

/** The position of the span that holds the day, or would: of the first that ends on it or later. */
export function spanHolding({ end }: Spans, day: Day): number {
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Intervals that are called by their last day, and pair with nothing. */
export function dayNamed(
  start: readonly Day[],
  end: readonly Day[],
  { today, cut }: CalendarFacts,
): Intervals {
  const spans = { start, end };
  return {
    ...spans,
    whole: spans,
    label: end.map((day) => intervalLabel('day', { start: day, end: day }, cut)),
    isPartial: start.map((day, i) => day <= today && end[i] >= today),
    isFuture: start.map((day) => day > today),
    lastYear: null,
  };
}

/** The whole interval of a measure's rhythm that holds the day; without one the day itself. */
export const wholeInterval = ({ cadence }: Measure, day: Day, calendar: CalendarFacts): DayRange =>
  cadence === 'irregular' ? { start: day, end: day } : calendar.holding(cadence, day);
