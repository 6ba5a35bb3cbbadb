import { averageOf } from './series.ts';

/** Eight intervals ago counts half. */
const FADING = 0.5 ** (1 / 8);
/** "As restless as ever" has a voice worth this many changes. */
const DOUBT = 1;

/**
 * How much more, or less, a series moves lately than it did over its whole history: the faded mean
 * size of its changes ÷ the plain one. A shop's first years are noisier than its tenth, and a band
 * is about the years to come. Unit: none, 1 is as ever. Needs 2 values or more; 1 where nothing moves.
 */
export function recentUnrest(values: readonly number[]): number {
  const changes = values.slice(1).map((value, i) => value - values[i]);
  const mean = averageOf(changes);
  let all = 0;
  let recent = 0;
  let weights = 0;
  let squares = 0;
  for (const change of changes) {
    const size = Math.abs(change - mean);
    all += size;
    recent = FADING * recent + size;
    weights = FADING * weights + 1;
    squares = FADING * FADING * squares + 1;
  }
  if (!(all > 0)) return 1;
  const ratio = recent / weights / (all / changes.length);
  const voices = (weights * weights) / squares;
  return (voices * ratio + DOUBT) / (voices + DOUBT);
}
