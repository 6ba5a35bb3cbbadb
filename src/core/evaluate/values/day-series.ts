import type { Day } from '../../model/calendar-date.ts';
import { type ExactSums, runningTotals, totalBetween, withoutRounding } from './exact-sum.ts';

/** Values of a measure, one entry a day that has a row, ascending. */
export interface DailyValues {
  days: Int32Array;
  /** Of the day, by the measure's own aggregation. */
  value: Float64Array;
  /** Rows of the day. */
  count: Int32Array;
  /** Σ|v| of the rows of the day; null where none is negative: then it is the value. */
  size: Float64Array | null;
}

export const NO_DAYS: DailyValues = {
  days: new Int32Array(0),
  value: new Float64Array(0),
  count: new Int32Array(0),
  size: null,
};

/** Daily values with running totals, so that any range costs two searches. */
export interface DaySeries extends DailyValues {
  readonly totals: ExactSums;
  readonly sizes: ExactSums | null;
  /** Rows of all days before a position; one entry more than there are days. */
  readonly rowsBefore: Float64Array;
}

/** Worked out when it is first asked for: of a level nobody asks for the totals. */
function whenAsked<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function daySeries(daily: DailyValues): DaySeries {
  const { value, size, count } = daily;
  const totals = whenAsked(() => runningTotals({ high: value }));
  const sizes = whenAsked(() => (size === null ? null : runningTotals({ high: size })));
  const rowsBefore = whenAsked(() => runningCount(count));
  return {
    ...daily,
    get totals() {
      return totals();
    },
    get sizes() {
      return sizes();
    },
    get rowsBefore() {
      return rowsBefore();
    },
  };
}

function runningCount(count: Int32Array): Float64Array {
  const before = new Float64Array(count.length + 1);
  for (let i = 0; i < count.length; i++) before[i + 1] = before[i] + count[i];
  return before;
}

/** How many of the ascending days, each there once, lie before the day. */
export function countBeforeDay(days: Int32Array, day: Day): number {
  if (days.length === 0 || day <= days[0]) return 0;
  // No more days than that can lie between; where every day has a row it is exactly so many.
  let high = Math.min(days.length, day - days[0]);
  if (days[high - 1] < day) return high;
  let low = 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The newest day with a row up to and including the day, or null. */
export function newestDay({ days }: DailyValues, upTo: Day): Day | null {
  const position = countBeforeDay(days, upTo + 1) - 1;
  return position < 0 ? null : days[position];
}

/** The sum of days at the positions from up to to. */
export function sumIn({ value, totals, sizes }: DaySeries, from: number, to: number): number {
  if (to - from === 1) return value[from];
  const sum = totalBetween(totals, from, to);
  return sizes === null ? sum : withoutRounding(sum, totalBetween(sizes, from, to));
}

export const rowsIn = ({ rowsBefore }: DaySeries, from: number, to: number): number =>
  rowsBefore[to] - rowsBefore[from];

export const newestIn = ({ value }: DaySeries, _from: number, to: number): number => value[to - 1];

export function smallestIn({ value }: DaySeries, from: number, to: number): number {
  let least = value[from];
  for (let i = from + 1; i < to; i++) if (value[i] < least) least = value[i];
  return least;
}

export function largestIn({ value }: DaySeries, from: number, to: number): number {
  let most = value[from];
  for (let i = from + 1; i < to; i++) if (value[i] > most) most = value[i];
  return most;
}
