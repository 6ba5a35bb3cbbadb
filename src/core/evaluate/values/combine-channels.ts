import type { Aggregation } from '../../model/measure.ts';
import { intervalContaining, type RegularCadence, type YearCut } from '../../model/period.ts';
import type { DailyValues } from './aggregate-days.ts';

/** Values of a measure, day by day, after its channels have been combined or one was chosen. */
export type CombinedDays = Pick<DailyValues, 'days' | 'value' | 'count'>;

export const NO_DAYS: CombinedDays = {
  days: new Int32Array(0),
  value: new Float64Array(0),
  count: new Int32Array(0),
};

interface Entry {
  day: number;
  value: number;
  count: number;
  channelIndex: number;
}

const entriesOf = (days: CombinedDays, channelIndex: number): Entry[] =>
  Array.from(days.days, (day, i) => ({
    day,
    value: days.value[i],
    count: days.count[i],
    channelIndex,
  }));

const fromEntries = (entries: ReadonlyArray<Omit<Entry, 'channelIndex'>>): CombinedDays => ({
  days: Int32Array.from(entries, (entry) => entry.day),
  value: Float64Array.from(entries, (entry) => entry.value),
  count: Int32Array.from(entries, (entry) => entry.count),
});

type Merge = (before: number, value: number) => number;

const MERGE_OF: Partial<Record<Aggregation, Merge>> = {
  sum: (before, value) => before + value,
  count: (before, value) => before + value,
  mean: (before, value) => before + value,
  min: Math.min,
  max: Math.max,
};

/** All channels of a day as one value; entries ascending by day. */
function mergeSameDay(entries: readonly Entry[], merge: Merge): CombinedDays {
  const merged: Entry[] = [];
  for (const entry of entries) {
    const last = merged[merged.length - 1];
    if (last !== undefined && last.day === entry.day) {
      last.value = merge(last.value, entry.value);
      last.count += entry.count;
    } else merged.push({ ...entry });
  }
  return fromEntries(merged);
}

/** A level over channels: the sum of the newest value of each, at every day on which one changed. */
function addNewest(entries: readonly Entry[], channelCount: number): CombinedDays {
  const newest = new Float64Array(channelCount);
  const levels: Entry[] = [];
  for (const entry of entries) {
    newest[entry.channelIndex] = entry.value;
    // Added up anew: what comes and goes would leave its rounding behind, and 0 be no longer 0.
    const total = newest.reduce((sum, value) => sum + value, 0);
    const last = levels[levels.length - 1];
    if (last !== undefined && last.day === entry.day) {
      last.value = total;
      last.count += entry.count;
    } else levels.push({ ...entry, value: total });
  }
  return fromEntries(levels);
}

/**
 * The total of a measure: channels combined, except in an interval that has a row with a blank
 * channel, which is the total there while the channels only explain it (calculations.md §3).
 */
export function combineChannels(
  blank: CombinedDays | null,
  channels: readonly CombinedDays[],
  aggregation: Aggregation,
  cadence: RegularCadence,
  cut: YearCut,
): CombinedDays {
  if (channels.length === 0) return blank ?? NO_DAYS;
  const entries = channels
    .flatMap((days, index) => entriesOf(days, index))
    .sort((a, b) => a.day - b.day);
  const merge = MERGE_OF[aggregation];
  const combined =
    merge === undefined ? addNewest(entries, channels.length) : mergeSameDay(entries, merge);
  if (blank === null || blank.days.length === 0) return combined;

  const total = entriesOf(blank, -1);
  const blankIntervals = new Set(
    total.map((entry) => intervalContaining(cadence, entry.day, cut).start),
  );
  for (const entry of entriesOf(combined, 0)) {
    const { start } = intervalContaining(cadence, entry.day, cut);
    if (!blankIntervals.has(start)) total.push(entry);
  }
  return fromEntries(total.sort((a, b) => a.day - b.day));
}
