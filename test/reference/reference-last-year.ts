import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { DayRange } from '../../src/core/model/period.ts';
import {
  type Interval,
  intervalsBetween,
  monthAround,
  pairedRange,
  yearBefore,
} from './naive-calendar.ts';
import { type Book, measureOf, operandsOf, valueOver } from './naive-rows.ts';

/** B_ref of §12: "Last time", else X over S..E a year earlier, by the measure's own aggregation. */
export function growthReference(book: Book, kpi: Kpi): number | null {
  if (kpi.lastTime !== null) return kpi.lastTime;
  const { workspace, today } = book;
  const { cadence } = measureOf(book, kpi.measureId);
  const { start, end } = pairedRange(workspace, cadence, kpi.start, kpi.due);
  // A year that is still going on would grow while it is compared with.
  if (end >= today || firstDayOf(book, kpi) > end) return null;
  const intervals = intervalsBetween(workspace, cadence, start, end);
  // Unique counts are those of one interval.
  const isOfOne = operandsOf(book, kpi.measureId).some(
    ({ aggregation }) => aggregation === 'unique',
  );
  const counted = isOfOne ? intervals.slice(-1) : intervals;
  return valueOver(book, kpi.measureId, kpi.channel, counted);
}

/** Before the first row of any operand nobody counted; later on one without a row may be 0. */
function firstDayOf(book: Book, { measureId, channel }: Kpi): Day {
  const firsts = operandsOf(book, measureId).map(({ id }) =>
    Math.min(
      ...book
        .rowsOf(id)
        .filter((row) => channel === null || row.channel === channel)
        .map(({ day }) => day),
    ),
  );
  return firsts.includes(Number.POSITIVE_INFINITY) ? Number.POSITIVE_INFINITY : Math.min(...firsts);
}

/** T of a growth target: B_ref + |B_ref|·g. Null when that is 0 or unknown. */
export function grownTarget(kpi: Kpi, reference: number | null): number | null {
  if (kpi.target !== null || kpi.growth === null) return kpi.target;
  if (reference === null || reference === 0) return null;
  return reference + Math.abs(reference) * kpi.growth;
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
