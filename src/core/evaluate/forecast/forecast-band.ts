import { atLeast } from '../../model/quantity.ts';
import type { Spread } from './series/spread.ts';

/** A forecast in two parts, and how far the second may turn out from it; null: nobody knows. */
export interface Outlook {
  /** What does not change any more. */
  readonly already: number;
  readonly rest: number;
  readonly spread: Spread | null;
}

export interface Band {
  low: number;
  high: number;
}

/** The t deviate with 4 degrees of freedom that leaves 10% above it. */
const BAND_DEVIATE = 1.5332062737131438;

/** The 80% band; the forecast itself where nothing is uncertain. Null without a spread. */
export function bandOf({ already, rest, spread }: Outlook): Band | null {
  if (spread === null) return null;
  const { deviation, isRelative } = spread;
  const edge = (side: number) =>
    already + (isRelative ? rest * Math.exp(side * deviation) : rest + side * deviation);
  const [one, other] = [edge(-BAND_DEVIATE), edge(BAND_DEVIATE)];
  // What is still to come may be less than nothing.
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

/** Share of a t distribution with 4 degrees of freedom below z, 0–1. */
export function shareBelow(z: number): number {
  const u = z / Math.sqrt(1 + (z * z) / 4);
  return 0.5 + 0.375 * u * (1 - (u * u) / 12);
}

/** Chance, 0–1, that what comes is at least (direction 1) or at most (−1) as much. */
export function chanceOf(outlook: Outlook, target: number, direction: 1 | -1): number | null {
  const { already, rest, spread } = outlook;
  if (spread === null) return null;
  const { deviation, isRelative } = spread;
  const needed = target - already;
  const ahead = isRelative ? logOf(rest) - logOf(needed) : rest - needed;
  if (deviation === 0 || !Number.isFinite(ahead / deviation)) {
    return atLeast(direction * (already + rest), direction * target) ? 1 : 0;
  }
  return shareBelow((direction * ahead) / deviation);
}

const logOf = (value: number): number => (value > 0 ? Math.log(value) : Number.NEGATIVE_INFINITY);
