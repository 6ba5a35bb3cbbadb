import type { Day } from '../../model/calendar-date.ts';
import { atLeast, nearlyEqual } from '../../model/quantity.ts';
import { type WeightedPeriod, weightIn } from '../period/day-weights.ts';

/** From this day on, until the next one. */
export interface InForce {
  readonly from: Day;
  readonly target: number;
}

/** What a threshold asks: which target was in force when, and how far off it may be. */
export interface Asking {
  /** Ascending; the first holds on every day before it too. */
  readonly inForce: readonly InForce[];
  /** An average describes a stretch of days, so what was in force in it counts for its weight. */
  readonly isMean: boolean;
  readonly period: WeightedPeriod;
  /** How far off is still at risk, as it was typed, in the unit. */
  readonly tolerance: number | null;
  /** A percent whose values never passed 1. */
  readonly isShare: boolean;
}

/** T on a day: of targets per period, or of versions. */
export function inForceOn({ inForce }: Asking, day: Day): number {
  let at = inForce.length - 1;
  while (at > 0 && inForce[at].from > day) at--;
  return inForce[at].target;
}

/** T that is asked of what describes these days (calculations.md §4). */
export function askedOver(asking: Asking, start: Day, end: Day): number {
  const { inForce, isMean, period } = asking;
  const weight = isMean && inForce.length > 1 ? weightIn(period, { start, end }) : 0;
  if (weight <= 0) return inForceOn(asking, end);
  const asked = inForce.reduce((sum, { from, target }, i) => {
    const first = i === 0 ? start : Math.max(start, from);
    const last = Math.min(end, (inForce[i + 1]?.from ?? Number.POSITIVE_INFINITY) - 1);
    return last < first ? sum : sum + target * weightIn(period, { start: first, end: last });
  }, 0);
  return asked / weight;
}

const SHARE_OF_TARGET = 0.05;
/** Of what is left to 100%: a target near its bound leaves little to be off. */
const SHARE_TO_BOUND = 0.5;
const LEAST_SHARE = 0.0005;

/**
 * How far off is still at risk, in the unit: as typed, else 5% of what is asked, of a share no more
 * than half the way to 1 (calculations.md §5).
 *
 * | asked | blank tolerance |
 * |---|---|
 * | 60 | 3 |
 * | 90% | 4.5 points |
 * | 97% | 1.5 points |
 * | 99.95%, 100% | 0.05 points |
 */
export function toleranceFor({ tolerance, isShare }: Asking, asked: number): number {
  if (tolerance !== null) return tolerance;
  const usual = SHARE_OF_TARGET * Math.abs(asked);
  if (!isShare || asked <= 0 || nearlyEqual(asked, 0) || !atLeast(1, asked)) return usual;
  return Math.min(usual, Math.max(SHARE_TO_BOUND * (1 - asked), LEAST_SHARE));
}
