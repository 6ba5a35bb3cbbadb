import type { Day } from '../../model/calendar-date.ts';
import type { Aggregation } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import type { CombinedDays } from './combine-channels.ts';

/** Daily values of a measure with running totals, so that any range costs two searches. */
export interface DaySeries extends CombinedDays {
  aggregation: Aggregation;
  /** Sum of all values before position i; one entry more than there are days. */
  totalBefore: Float64Array;
  countBefore: Float64Array;
}

export function daySeries(days: CombinedDays, aggregation: Aggregation): DaySeries {
  const size = days.days.length;
  const totalBefore = new Float64Array(size + 1);
  const countBefore = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) {
    totalBefore[i + 1] = totalBefore[i] + days.value[i];
    countBefore[i + 1] = countBefore[i] + days.count[i];
  }
  return { ...days, aggregation, totalBefore, countBefore };
}

/** How many of the ascending days lie before the day. */
export function countBeforeDay(days: Int32Array, day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const hasRowIn = (series: CombinedDays, range: DayRange): boolean => {
  const from = countBeforeDay(series.days, range.start);
  return from < series.days.length && series.days[from] <= range.end;
};

/** The newest day with a row up to and including the day, or null. */
export function newestDay(series: CombinedDays, upTo: Day): Day | null {
  const position = countBeforeDay(series.days, upTo + 1) - 1;
  return position < 0 ? null : series.days[position];
}

interface Slice {
  series: DaySeries;
  from: number;
  to: number;
}

function extreme({ series, from, to }: Slice, better: (a: number, b: number) => number): number {
  let best = series.value[from];
  for (let i = from + 1; i < to; i++) best = better(best, series.value[i]);
  return best;
}

/** A single day as it was typed: running totals subtracted from each other leave a rounding. */
const total = ({ series, from, to }: Slice): number =>
  to - from === 1 ? series.value[from] : series.totalBefore[to] - series.totalBefore[from];

const newest = ({ series, to }: Slice): number => series.value[to - 1];

/** One value over a stretch of days that has at least one row. */
const OVER: Record<Aggregation, (slice: Slice) => number> = {
  sum: total,
  count: total,
  count_distinct: total,
  last: newest,
  unique: newest,
  mean: (slice) =>
    total(slice) / (slice.series.countBefore[slice.to] - slice.series.countBefore[slice.from]),
  min: (slice) => extreme(slice, Math.min),
  max: (slice) => extreme(slice, Math.max),
};

/** The measure's value over the range by its own aggregation; null when no row lies in it. */
export function valueOver(series: DaySeries, range: DayRange): number | null {
  const from = countBeforeDay(series.days, range.start);
  const to = countBeforeDay(series.days, range.end + 1);
  return from < to ? OVER[series.aggregation]({ series, from, to }) : null;
}

/** Sum and count of the rows in the range; null when there are none. */
export function meanParts(
  series: DaySeries,
  range: DayRange,
): { numerator: number; denominator: number } | null {
  const from = countBeforeDay(series.days, range.start);
  const to = countBeforeDay(series.days, range.end + 1);
  if (from === to) return null;
  return {
    numerator: series.totalBefore[to] - series.totalBefore[from],
    denominator: series.countBefore[to] - series.countBefore[from],
  };
}
