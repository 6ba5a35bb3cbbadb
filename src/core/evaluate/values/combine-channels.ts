import type { Day } from '../../model/calendar-date.ts';
import type { DayRange } from '../../model/period.ts';
import type { Spans } from '../period/intervals.ts';
import { type AggregationRule, add, type Fold } from './aggregations.ts';
import { type DailyValues, NO_DAYS, rowStarts } from './day-series.ts';
import { addTo, exactSums, runningTotals, totalBetween, withoutRounding } from './exact-sum.ts';

/** Every day on which any of them has a row, ascending. */
export function unionOfDays(channels: readonly DailyValues[]): Int32Array {
  if (channels.length === 0) return NO_DAYS.days;
  if (channels.length === 1) return channels[0].days;
  const all = new Int32Array(channels.reduce((sum, { days }) => sum + days.length, 0));
  let size = 0;
  for (const { days } of channels) {
    all.set(days, size);
    size += days.length;
  }
  all.sort();
  let last = 0;
  for (let i = 1; i < all.length; i++) if (all[i] !== all[last]) all[++last] = all[i];
  return all.subarray(0, Math.min(all.length, last + 1));
}

const isSigned = ({ size }: DailyValues): boolean => size !== null;
const sizeAt = ({ size, value }: DailyValues, i: number): number =>
  size === null ? Math.abs(value[i]) : size[i];

/** All channels of a day as one value. */
function mergeSameDay(channels: readonly DailyValues[], fold: Fold): DailyValues {
  const days = unionOfDays(channels);
  const value = new Float64Array(days.length);
  const count = new Int32Array(days.length);
  const size = channels.some(isSigned) ? new Float64Array(days.length) : null;
  for (const channel of channels) {
    let at = 0;
    for (let i = 0; i < channel.days.length; i++) {
      while (days[at] < channel.days[i]) at++;
      value[at] = count[at] === 0 ? channel.value[i] : fold(value[at], channel.value[i]);
      count[at] += channel.count[i];
      if (size !== null) size[at] += sizeAt(channel, i);
    }
  }
  if (size !== null && fold === add) {
    for (let at = 0; at < days.length; at++) value[at] = withoutRounding(value[at], size[at]);
  }
  return { days, value, count, size, rows: mergedRows(channels, days, count) };
}

/** The rows of all channels, day by day; null where they are not kept. */
function mergedRows(
  channels: readonly DailyValues[],
  days: Int32Array,
  count: Int32Array,
): Float64Array | null {
  if (channels.some(({ rows }) => rows === null)) return null;
  const next = rowStarts(count);
  const merged = new Float64Array(next[days.length]);
  for (const { days: own, count: rowsOf, rows } of channels) {
    let at = 0;
    let row = 0;
    for (let i = 0; i < own.length; i++) {
      while (days[at] < own[i]) at++;
      for (const end = row + rowsOf[i]; row < end; row++) merged[next[at]++] = rows?.[row] ?? 0;
    }
  }
  return merged;
}

/** A level over channels: the sum of the newest value of each, at every day on which one changed. */
function addNewest(channels: readonly DailyValues[]): DailyValues {
  const days = unionOfDays(channels);
  const count = new Int32Array(days.length);
  // By how much the sum and its size change on each day: what comes and goes leaves no rounding.
  const change = exactSums(days.length);
  const sizeChange = exactSums(days.length);
  for (const channel of channels) {
    let before = 0;
    let at = 0;
    for (let i = 0; i < channel.days.length; i++) {
      while (days[at] < channel.days[i]) at++;
      addTo(change, at, channel.value[i]);
      addTo(change, at, -before);
      addTo(sizeChange, at, Math.abs(channel.value[i]) - Math.abs(before));
      before = channel.value[i];
      count[at] += channel.count[i];
    }
  }
  const totals = runningTotals(change);
  const sizes = runningTotals(sizeChange);
  const value = Float64Array.from(days, (_, at) =>
    withoutRounding(totalBetween(totals, 0, at + 1), totalBetween(sizes, 0, at + 1)),
  );
  return { days, value, count, size: null, rows: null };
}

/** Only the days at these positions. */
function pick(
  { days, value, count, size, rows }: DailyValues,
  positions: readonly number[],
): DailyValues {
  const starts = rows === null ? null : rowStarts(count);
  return {
    days: Int32Array.from(positions, (i) => days[i]),
    value: Float64Array.from(positions, (i) => value[i]),
    count: Int32Array.from(positions, (i) => count[i]),
    size: size === null ? null : Float64Array.from(positions, (i) => size[i]),
    rows:
      rows === null || starts === null
        ? null
        : Float64Array.from(
            positions.flatMap((i) => Array.from(rows.subarray(starts[i], starts[i + 1]))),
          ),
  };
}

/** Days in intervals that have none of the others. */
function outsideIntervalsOf(
  others: Int32Array,
  days: Int32Array,
  holding: (day: Day) => DayRange,
): number[] {
  const outside: number[] = [];
  let other = 0;
  let interval = { start: 0, end: Number.NEGATIVE_INFINITY };
  let hasOther = false;
  for (let i = 0; i < days.length; i++) {
    if (days[i] > interval.end) {
      interval = holding(days[i]);
      while (other < others.length && others[other] < interval.start) other++;
      hasOther = other < others.length && others[other] <= interval.end;
    }
    if (!hasOther) outside.push(i);
  }
  return outside;
}

/**
 * The measure as a whole: in every interval the first of the channels that hold the total and has a
 * row there, else the parts combined (calculations.md §3).
 *
 * @param holding the interval that holds a day
 */
export function combineChannels(
  totals: readonly DailyValues[],
  parts: readonly DailyValues[],
  { merge, fold }: AggregationRule,
  holding: (day: Day) => DayRange,
): DailyValues {
  const combined = merge === 'fold' ? mergeSameDay(parts, fold) : addNewest(parts);
  let whole: DailyValues | null = null;
  for (const next of parts.length === 0 ? totals : [...totals, combined]) {
    if (whole === null || whole.days.length === 0) whole = next;
    else {
      const explained = outsideIntervalsOf(whole.days, next.days, holding);
      if (explained.length > 0) whole = mergeSameDay([whole, pick(next, explained)], add);
    }
  }
  return whole ?? NO_DAYS;
}

/** The values of all days but those in these spans. */
export function outsideSpans(daily: DailyValues, { start, end }: Spans): DailyValues {
  const positions: number[] = [];
  let span = 0;
  for (let i = 0; i < daily.days.length; i++) {
    while (span < end.length && end[span] < daily.days[i]) span++;
    if (span === end.length || start[span] > daily.days[i]) positions.push(i);
  }
  return positions.length === daily.days.length ? daily : pick(daily, positions);
}
