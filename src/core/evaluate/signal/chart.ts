import type { Numbers, Signal, SignalRule } from '../../model/evaluation.ts';
import type { Direction } from '../../model/kpi.ts';
import { atLeast, differenceOf, nearlyEqual } from '../../model/quantity.ts';

/** Points that set the limits, which then stay. */
const LOCKED_AFTER = 24;
const LEAST_POINTS = 6;
const RUN_LENGTH = 8;
/** Natural process limits of an XmR chart: 3 ÷ d₂ (Wheeler, Understanding Variation). */
const LIMIT_FACTOR = 2.66;

interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** The chart of a history: what holds at each of its points, and null where there are no limits. */
export interface Chart {
  /** What the limits are about: the values themselves, or their distance from the seasonal plan. */
  readonly value: Numbers;
  readonly limits: ReadonlyArray<Limits | null>;
  /** Null also at a point that breaks none. */
  readonly rule: ReadonlyArray<SignalRule | null>;
}

/**
 * x̄ ± 2.66·mR̄ of the first points from `start` on; null below six, or when nothing moves. No
 * moving range runs across a missing point.
 */
function limitsOf(history: Numbers, start: number): Limits | null {
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

interface Segment {
  readonly start: number;
  readonly limits: Limits;
}

function segmentFrom(value: Numbers, start: number): Segment | null {
  const limits = limitsOf(value, start);
  return limits === null ? null : { start, limits };
}

/** What was said of a point, to be said again. */
interface Marked {
  readonly index: number;
  readonly limits: Limits;
  readonly rule: SignalRule | null;
}

interface Marks {
  readonly limits: Array<Limits | null>;
  readonly rule: Array<SignalRule | null>;
  readonly shifts: Marked[];
}

/** Marks the points of a segment; gives the one that follows when the values have shifted. */
function markSegment(value: Numbers, { start, limits }: Segment, marks: Marks): Segment | null {
  const recent = noPoints();
  for (let index = start; index < value.length; index++) {
    const own = value[index];
    if (own === null) continue;
    addPoint(recent, index, own, limits);
    const rule = ruleAt(own, recent, limits);
    marks.limits[index] = limits;
    marks.rule[index] = rule;
    if (!isRunOfEight(recent)) continue;
    const first = recent.indexes[recent.indexes.length - RUN_LENGTH];
    // A run that opens the segment is what its limits were made of: nothing shifted.
    if (first === start) continue;
    marks.shifts.push({ index, limits, rule });
    // Where nothing moves any more the new segment has no limits, and the old ones are not its own.
    marks.limits.fill(null, first);
    marks.rule.fill(null, first);
    return segmentFrom(value, first);
  }
  return null;
}

/**
 * XmR chart of a history: limits per segment and the rule each point breaks (calculations.md §14;
 * rules of Wheeler). After eight in a row on one side a segment starts at the first of the eight.
 *
 * @param value by interval; null where it has none
 */
export function chartOf(value: Numbers): Chart {
  const marks: Marks = { limits: value.map(() => null), rule: value.map(() => null), shifts: [] };
  let segment = segmentFrom(value, 0);
  while (segment !== null) segment = markSegment(value, segment, marks);
  // The point that gave a shift away keeps its limits: they say to which side it went.
  for (const { index, limits, rule } of marks.shifts) {
    marks.limits[index] = limits;
    marks.rule[index] = rule;
  }
  return { value, limits: marks.limits, rule: marks.rule };
}

/** What holds at the latest point, and whether it is good news for the direction. */
export function latestSignal(
  { value, limits, rule }: Chart,
  direction: Direction | null,
): Signal | null {
  for (let at = value.length - 1; at >= 0; at--) {
    const [own, range] = [value[at], limits[at]];
    if (own === null) continue;
    if (range === null) return null;
    const side = Math.sign(own - range.centre);
    const isFavourable = rule[at] === null || direction === null ? null : side === direction;
    return { rule: rule[at], isFavourable };
  }
  return null;
}
