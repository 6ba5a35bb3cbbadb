import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { DayRange } from '../../src/core/model/period.ts';
import { type Interval, intervalsBetween, monthAround, yearBefore } from './naive-calendar.ts';
import { type Book, measureOf, valueOver } from './naive-rows.ts';

/** T of a growth target: B_ref + |B_ref|·g, from "Last time". Null when that is 0. */
export function grownTarget(kpi: Kpi): number | null {
  if (kpi.target !== null || kpi.growth === null) return kpi.target;
  const { lastTime, growth } = kpi;
  if (lastTime === null || lastTime === 0) return null;
  return lastTime + Math.abs(lastTime) * growth;
}

/** What the same month of last year came to, spread evenly over the days of this one. */
function lastYearWeight(book: Book, kpi: Kpi, now: DayRange, then: DayRange | null): number {
  if (then === null) return 0;
  const { cadence } = measureOf(book, kpi.measureId);
  // A row counts in the month it is dated in, also where its week goes on in the next.
  const parts: Interval[] = intervalsBetween(book.workspace, cadence, then.start, then.end).map(
    (part) => ({ ...part, only: then }),
  );
  const total = valueOver(book, kpi.measureId, kpi.channel, parts) ?? 0;
  return Math.max(0, total) / (now.end - now.start + 1);
}

/** The weight of a day, of every day of a month alike. */
export function lastYearWeights(book: Book, kpi: Kpi): (day: Day) => number {
  const known = new Map<Day, number>();
  return (day) => {
    const month = monthAround(book.workspace, day);
    const weight =
      known.get(month.start) ?? lastYearWeight(book, kpi, month, yearBefore(book.workspace, day));
    known.set(month.start, weight);
    return weight;
  };
}
