import type { ForecastMethod } from '../../model/kpi.ts';
import type { ReasonCode } from '../../model/quantity.ts';
import { type Band, bandOf, chanceOf, type Outlook } from './forecast-band.ts';

/** A forecast from the judged day to the due date, an interval of weight > 0 a step. */
export interface ForecastPath {
  /** Null when there is none; the reason says why. */
  method: ForecastMethod | null;
  reason: ReasonCode | null;
  stepsLeft: number;
  /** What X is expected to be after 0, 1, 2 … steps; null when nothing is. */
  after: (steps: number) => Outlook | null;
  /** What X can be at all: a forecast is cut there, and so are its band and chance. */
  bounds: Band;
  /** The method was chosen by the measure's own past. */
  isChosen?: boolean;
  /** Names of the events that bend F; absent when none does. */
  bentBy?: readonly string[];
  /** Positions in the what-if of the changes it was made with; absent when there is none. */
  supposed?: readonly number[];
}

export const UNBOUNDED: Band = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export const noPath = (reason: ReasonCode, method: ForecastMethod | null = null): ForecastPath => ({
  method,
  reason,
  stepsLeft: 0,
  after: () => null,
  bounds: UNBOUNDED,
});

/** No chance is nothing or certainty before it is decided. */
const LEAST_CHANCE = 0.01;

const within = ({ low, high }: Band, value: number): number => Math.min(high, Math.max(low, value));

export function valueAfter(path: ForecastPath, steps: number): number | null {
  const outlook = path.after(steps);
  return outlook === null ? null : within(path.bounds, outlook.already + outlook.rest);
}

/** Null without a band. */
export function bandAfter(path: ForecastPath, steps: number): Band | null {
  const outlook = path.after(steps);
  const band = outlook === null ? null : bandOf(outlook);
  if (band === null) return null;
  return { low: within(path.bounds, band.low), high: within(path.bounds, band.high) };
}

/** Chance to be between two values, both included; null without a band. */
export function chanceBetween(
  path: ForecastPath,
  steps: number,
  { low, high }: Band,
): number | null {
  const [above, below] = [chanceAfter(path, steps, low, 1), chanceAfter(path, steps, high, -1)];
  if (above === null || below === null) return null;
  const chance = above + below - 1;
  const isDecided = steps === 0 || below === 0;
  return isDecided
    ? Math.max(0, chance)
    : Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
}

/**
 * Chance to be at the target or better: 0.01–0.99 until it is decided, by what cannot be undone or
 * because no step is left. Null without a band.
 */
export function chanceAfter(
  path: ForecastPath,
  steps: number,
  target: number,
  direction: 1 | -1,
): number | null {
  const outlook = path.after(steps);
  const chance = outlook === null ? null : chanceOf(outlook, target, direction);
  if (outlook === null || chance === null) return null;
  // What cannot be negative takes nothing back.
  const over = outlook.already - target;
  const isSettled = outlook.spread?.isRelative === true && (direction === 1 ? over >= 0 : over > 0);
  if (steps === 0 || isSettled) return chance;
  const { low, high } = path.bounds;
  const isBeyond = direction === 1 ? target > high : target < low;
  return isBeyond ? LEAST_CHANCE : Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
}
