import type { Signal, SignalRule } from '../../model/evaluation.ts';
import { atLeast, differenceOf, nearlyEqual } from '../../model/quantity.ts';

/** Limits at one interval, and which rule it breaks. */
export interface IntervalSignal {
  /** What the limits are about: the value itself, or its deviation from the seasonal plan. */
  value: number;
  centre: number;
  lower: number;
  upper: number;
  rule: SignalRule | null;
}

/** One interval of a measure's history; null where it has no value. */
export type SignalPoint = number | null;

/** Points that set the limits, which then stay. */
const LOCKED_AFTER = 24;
const LEAST_POINTS = 6;
const RUN_LENGTH = 8;
/** Natural process limits of an XmR chart: 3 ÷ d₂ (Wheeler, Understanding Variation). */
const LIMIT_FACTOR = 2.66;

interface Limits {
  centre: number;
  lower: number;
  upper: number;
}

/**
 * x̄ ± 2.66·mR̄ of the first points from `start` on; null below six, or when nothing moves. No
 * moving range runs across a missing point.
 */
function limitsOf(history: readonly SignalPoint[], start: number): Limits | null {
  let counted = 0;
  let sum = 0;
  let moved = 0;
  let moves = 0;
  for (let i = start; i < history.length && counted < LOCKED_AFTER; i++) {
    const own = history[i];
    if (own === null) continue;
    counted++;
    sum += own;
    const before = i > start ? history[i - 1] : null;
    if (before === null) continue;
    moved += Math.abs(differenceOf(own, before));
    moves++;
  }
  if (counted < LEAST_POINTS || moves === 0 || moved === 0) return null;
  const centre = sum / counted;
  const reach = (LIMIT_FACTOR * moved) / moves;
  return { centre, lower: centre - reach, upper: centre + reach };
}

const sideOf = (value: number, { centre }: Limits): number =>
  nearlyEqual(value, centre) ? 0 : Math.sign(value - centre);

/** On which side the value lies nearer a limit than the centre; 0 on neither. */
function farSideOf(value: number, { centre, upper }: Limits): number {
  return atLeast((upper - centre) / 2, Math.abs(value - centre)) ? 0 : Math.sign(value - centre);
}

/** The newest points of a segment, as the rules look at them. */
interface Recent {
  /** Positions in the history. */
  readonly indexes: number[];
  /** How many in a row, up to the newest, lie on its side; 0 when it lies on none. */
  run: number;
  side: number;
  /** Far sides of the newest and of the three before it. */
  far: number;
  farBefore: number;
  farSecond: number;
  farThird: number;
}

const noPoints = (): Recent => ({
  indexes: [],
  run: 0,
  side: 0,
  far: 0,
  farBefore: 0,
  farSecond: 0,
  farThird: 0,
});

function addPoint(recent: Recent, index: number, value: number, limits: Limits): void {
  const side = sideOf(value, limits);
  recent.run = side === 0 ? 0 : side === recent.side ? recent.run + 1 : 1;
  recent.side = side;
  recent.farThird = recent.farSecond;
  recent.farSecond = recent.farBefore;
  recent.farBefore = recent.far;
  recent.far = farSideOf(value, limits);
  recent.indexes.push(index);
}

const isRunOfEight = ({ run }: Recent): boolean => run >= RUN_LENGTH;

function isThreeOfFour({ far, farBefore, farSecond, farThird }: Recent): boolean {
  if (far === 0) return false;
  let count = 1;
  if (farBefore === far) count++;
  if (farSecond === far) count++;
  if (farThird === far) count++;
  return count >= 3;
}

function ruleAt(value: number, recent: Recent, limits: Limits): SignalRule | null {
  if (!atLeast(limits.upper, value) || !atLeast(value, limits.lower)) return 'outside';
  if (isRunOfEight(recent)) return 'run_of_eight';
  return isThreeOfFour(recent) ? 'three_of_four' : null;
}

/**
 * XmR chart of a history: limits per segment and the rule each point breaks (calculations.md §14;
 * rules of Wheeler). After eight in a row on one side a segment starts at the first of the eight.
 * No moving range runs across a missing point. Null where there are no limits.
 */
export function signalsOf(history: readonly SignalPoint[]): Array<IntervalSignal | null> {
  const signals: Array<IntervalSignal | null> = history.map(() => null);
  let start = 0;
  while (start < history.length) {
    const limits = limitsOf(history, start);
    if (limits === null) break;
    start = markSegment(history, start, limits, signals);
  }
  return signals;
}

/** Marks the points of a segment; gives the start of the next one, or the end of the history. */
function markSegment(
  history: readonly SignalPoint[],
  start: number,
  limits: Limits,
  signals: Array<IntervalSignal | null>,
): number {
  const { centre, lower, upper } = limits;
  const recent = noPoints();
  for (let index = start; index < history.length; index++) {
    const value = history[index];
    if (value === null) continue;
    addPoint(recent, index, value, limits);
    const rule = ruleAt(value, recent, limits);
    signals[index] = { value, centre, lower, upper, rule };
    if (isRunOfEight(recent)) {
      const first = recent.indexes[recent.indexes.length - RUN_LENGTH];
      // A run that opens the segment is what its limits were made of: nothing shifted.
      if (first > start && limitsOf(history, first) !== null) return restart(first, index);
    }
  }
  return history.length;

  /** The point that gave the shift away keeps its limits: they say to which side it went. */
  function restart(first: number, last: number): number {
    const shift = signals[last];
    const next = limitsOf(history, first);
    if (next !== null && shift !== null) {
      const rest = markSegment(history, first, next, signals);
      signals[last] = shift;
      return rest;
    }
    return history.length;
  }
}

/** What holds at the latest point, and whether it is good news for the direction. */
export function latestSignal(
  signals: ReadonlyArray<IntervalSignal | null>,
  direction: 1 | -1 | null,
): Signal | null {
  let at = signals.length - 1;
  while (at >= 0 && signals[at] === null) at--;
  if (at < 0) return null;
  const latest = signals[at] as IntervalSignal; // SAFETY: the loop stopped at one.
  const side = Math.sign(latest.value - latest.centre);
  return {
    rule: latest.rule,
    isFavourable: latest.rule === null || direction === null ? null : side === direction,
  };
}
