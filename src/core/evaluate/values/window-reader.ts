import { addMonths, type Day } from '../../model/calendar-date.ts';
import type { Measure, MeasureWindow } from '../../model/measure.ts';
import type { DayRange, RegularCadence } from '../../model/period.ts';
import { atLeast } from '../../model/quantity.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { hasWeight } from '../period/day-weights.ts';
import type { Asker, ValueReader } from './value-reader.ts';

const MONTHS: Readonly<Record<'month' | 'quarter' | 'year', number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/** A window with fewer of its intervals has no value. */
const LEAST_HELD = 0.9;

/**
 * The first day of a window that ends on a day: twelve months to 30 June begin on 1 July. Whole
 * months, quarters, years or typed periods where it ends with one, else the same date so much earlier.
 */
function windowStart({ length, unit }: MeasureWindow, end: Day, calendar: CalendarFacts): Day {
  if (unit === 'day') return end - length + 1;
  if (unit === 'week') return end - 7 * length + 1;
  let whole = calendar.holding(unit, end);
  if (whole.end !== end) return addMonths(end + 1, -length * MONTHS[unit]);
  for (let back = 1; back < length; back++) whole = calendar.holding(unit, whole.start - 1);
  return whole.start;
}

/** What a window looks back on. */
interface Looked {
  readonly measure: Measure;
  readonly window: MeasureWindow;
  /** The measure without its window. */
  readonly plain: ValueReader;
  /** What adds up is scaled to all intervals of the window. */
  readonly isAdding: boolean;
  /** The first row of the operand that starts last. */
  readonly firstRow: Day;
}

/** Reads at the end of an interval what the window that ends there comes to (calculations.md §1). */
export function readWindow(
  { measure, window, plain, isAdding, firstRow }: Looked,
  { weightOf }: Asker,
  calendar: CalendarFacts,
): ValueReader {
  const cadence: RegularCadence = measure.cadence === 'irregular' ? 'day' : measure.cadence;
  const holding = (day: Day): DayRange => calendar.holding(cadence, day);
  const firstStart = Number.isFinite(firstRow) ? holding(firstRow).start : Number.POSITIVE_INFINITY;
  const isOpen = (end: Day): boolean => windowStart(window, end, calendar) < firstStart;

  const workOut = (end: Day): number | null => {
    if (isOpen(end)) return null;
    const start = windowStart(window, end, calendar);
    const spans = calendar.over(cadence, { start, end });
    let weighing = 0;
    let weighingHeld = 0;
    let held = 0;
    for (let i = 0; i < spans.start.length; i++) {
      const from = Math.max(start, spans.start[i]);
      const to = Math.min(end, spans.end[i]);
      const isHeld = plain.hasValueIn(from, to);
      if (isHeld) held++;
      if (!hasWeight({ start: from, end: to }, weightOf)) continue;
      weighing++;
      if (isHeld) weighingHeld++;
    }
    const asked = weighing === 0 ? spans.start.length : weighing;
    const found = weighing === 0 ? held : weighingHeld;
    if (found === 0 || !atLeast(found / asked, LEAST_HELD)) return null;
    const value = plain.over(start, end);
    return value === null || !isAdding ? value : (value * asked) / found;
  };

  const known = new Map<Day, number | null>();
  const valueAt = (end: Day): number | null => {
    const before = known.get(end);
    if (before !== undefined) return before;
    const value = workOut(end);
    known.set(end, value);
    return value;
  };
  const hasValueIn = (start: Day, end: Day): boolean =>
    plain.hasRowsIn(start, end) && valueAt(end) !== null;

  /** Of several intervals that of the last one which has a value. */
  const over = (start: Day, end: Day): number | null => {
    const first = Number.isFinite(start) ? start : firstRow;
    for (let last = end; last >= first; last = holding(last).start - 1) {
      if (hasValueIn(Math.max(start, holding(last).start), last)) return valueAt(last);
    }
    return null;
  };
  return {
    ...plain,
    over,
    parts: () => null,
    hasValueIn,
    hasRowsIn: (start, end) => plain.hasRowsIn(start, end),
    isWindowOpenIn: (start, end) => isOpen(end) || plain.isWindowOpenIn(start, end),
    cutRowsIn: () => [],
    newestIn: (start, end) => {
      const day = plain.newestDay(end);
      return day === null || day < start ? null : over(holding(day).start, holding(day).end);
    },
  };
}
