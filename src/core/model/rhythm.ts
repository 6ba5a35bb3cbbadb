import type { Day } from './calendar-date.ts';
import type { Cadence } from './period.ts';

/** Classes of distances in days, both ends included; what lies between two of them has no rhythm. */
const CLASSES: ReadonlyArray<readonly [cadence: Cadence, shortest: number, longest: number]> = [
  ['day', 1, 3],
  ['week', 5, 9],
  ['month', 26, 35],
  ['quarter', 80, 100],
  ['year', 350, 380],
];

/**
 * The rhythm of dates: the class of the median distance between one and the next, so that a gap is
 * a gap (calculations.md §2). Null for a single date, which shows none.
 *
 * | dates | rhythm |
 * |---|---|
 * | 90 days of one year and 45 of the next | day |
 * | 31 Jan, 28 Feb, 31 Mar, 31 Jan | month |
 * | 5, 12 and 26 January | week |
 * | 1, 12 and 24 May | irregular |
 *
 * @param days ascending, each once
 */
export function rhythmOf(days: ArrayLike<Day>): Cadence | null {
  if (days.length < 2) return null;
  const distances = new Int32Array(days.length - 1);
  for (let i = 0; i < distances.length; i++) distances[i] = days[i + 1] - days[i];
  distances.sort();
  // Of two in the middle the shorter: the other one may have a gap in it.
  const median = distances[(distances.length - 1) >> 1];
  const found = CLASSES.find(([, shortest, longest]) => median >= shortest && median <= longest);
  return found === undefined ? 'irregular' : found[0];
}
