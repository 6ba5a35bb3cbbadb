import type { Day } from '../../model/calendar-date.ts';
import type { PlanShape } from '../../model/kpi.ts';
import { atLeast, leastNearlyEqual, nearlyEqual } from '../../model/quantity.ts';
import { type WeightedPeriod, weightIn } from '../period/day-weights.ts';
import type { Spans } from '../period/intervals.ts';

/**
 * P(t): what is expected by the end of each day. Between the ends of two days the plan is linear,
 * because it is linear in the weight of the days and a day's weight is spread evenly over it.
 */
export interface Plan {
  /** B */
  baseline: number;
  /** T in force */
  target: number;
  period: WeightedPeriod;
  /** P at the end of the k-th day; position 0 is the eve of the start. */
  atDayEnd: Float64Array;
  /** The same with steps read as lines between their anchors; the same list without steps. */
  lines: Float64Array;
  isStep: boolean;
  /** From one thing asked to the next, T on E the last. */
  legs: readonly Leg[];
}

/** A part of the way, from the end of the one before. */
interface Leg {
  readonly end: Day;
  /** How far it is, without a sign. */
  readonly size: number;
}

/** What is to be reached by the end of a day. */
export interface PlanAnchor {
  readonly day: Day;
  readonly value: number;
  /** A milestone with a value, or the end of a period with a target; not the end of a gap. */
  readonly isLegEnd: boolean;
}

/** A later version of the target, in force from a day on. */
interface TargetVersion {
  effectiveFrom: Day;
  target: number;
  /** X on the eve of the change when what was left is planned anew from there; else null. */
  rebasedFrom: number | null;
}

interface PlanInputs {
  period: WeightedPeriod;
  baseline: number;
  /** Of version 1. */
  target: number;
  /** Before the due date, ascending. */
  anchors: readonly PlanAnchor[];
  shape: PlanShape;
  /** Intervals of the cadence, for the shape by interval; none without a rhythm. */
  intervals: Spans;
  versions: readonly TargetVersion[];
}

/** For the shape by interval every interval takes as long as every other. */
function evenIntervals(period: WeightedPeriod, { start, end }: Spans): Float64Array {
  const time = new Float64Array(period.cumulative.length);
  let done = 0;
  let k = 1;
  for (let i = 0; i < end.length; i++) {
    const weight = weightIn(period, { start: start[i], end: end[i] });
    const before = period.cumulative[k - 1];
    for (; k < time.length && period.start + k - 1 <= end[i]; k++) {
      time[k] = weight > 0 ? done + (period.cumulative[k] - before) / weight : done;
    }
    if (weight > 0) done++;
  }
  return time;
}

/** Linear between anchors in the given time; of anchors at the same time the latest counts. */
function linesBetween(
  time: Float64Array,
  anchors: ReadonlyArray<{ k: number; value: number }>,
): Float64Array {
  const plan = new Float64Array(time.length);
  let leg = 0;
  for (let k = 0; k < time.length; k++) {
    while (leg + 1 < anchors.length && time[anchors[leg + 1].k] <= time[k]) leg++;
    const from = anchors[leg];
    const to = anchors[leg + 1];
    if (to === undefined) plan[k] = from.value;
    else {
      const span = time[to.k] - time[from.k];
      plan[k] = from.value + ((to.value - from.value) * (time[k] - time[from.k])) / span;
    }
  }
  // What is asked on first days without weight is asked from there on, not on the eve.
  plan[0] = anchors[0].value;
  return plan;
}

function stepsBetween(size: number, anchors: ReadonlyArray<{ k: number; value: number }>) {
  const plan = new Float64Array(size);
  let leg = 0;
  for (let k = 0; k < size; k++) {
    while (leg + 1 < anchors.length && anchors[leg + 1].k <= k) leg++;
    plan[k] = anchors[leg].value;
  }
  return plan;
}

/**
 * The version in force scales what the version before it planned, from its day on (§13); gives how
 * it moves any value that was planned.
 */
function applyVersion(
  plan: Float64Array,
  { effectiveFrom, target, rebasedFrom }: TargetVersion,
  baseline: number,
  period: WeightedPeriod,
): (value: number) => number {
  const last = plan.length - 1;
  const from = Math.max(0, effectiveFrom - period.start + 1);
  const eve = Math.max(0, from - 1);
  const oldStart = rebasedFrom === null ? baseline : plan[eve];
  const newStart = rebasedFrom ?? baseline;
  const oldSpan = plan[last] - oldStart;
  const weight = (k: number) => period.cumulative[k];
  const elapsedFrom = rebasedFrom === null ? 0 : weight(eve);
  const remaining = period.total - elapsedFrom;
  for (let k = from; k <= last; k++) {
    // A plan that stood still has no shape to keep: the new one is a straight line.
    const share =
      oldSpan === 0
        ? remaining === 0
          ? 1
          : (weight(k) - elapsedFrom) / remaining
        : (plan[k] - oldStart) / oldSpan;
    plan[k] = newStart + share * (target - newStart);
  }
  return (value) =>
    oldSpan === 0 ? target : newStart + ((value - oldStart) / oldSpan) * (target - newStart);
}

/** The legs that end where something is asked, as far as the values lie apart. */
function legsBetween(baseline: number, ends: readonly PlanAnchor[]): Leg[] {
  let before = baseline;
  return ends.map(({ day, value }) => {
    const size = Math.abs(value - before);
    before = value;
    return { end: day, size };
  });
}

/** Builds P for every day of the period (calculations.md §4 and §13). */
export function buildPlan(inputs: PlanInputs): Plan {
  const { period, baseline, target, shape, versions } = inputs;
  const last = period.cumulative.length - 1;
  const anchors = [
    { k: 0, value: baseline },
    ...inputs.anchors.map(({ day, value }) => ({ k: day - period.start + 1, value })),
    { k: last, value: target },
  ];
  const time =
    shape === 'by_interval' && inputs.intervals.end.length > 0
      ? evenIntervals(period, inputs.intervals)
      : period.cumulative;
  const lines = linesBetween(time, anchors);
  const atDayEnd = shape === 'step' ? stepsBetween(last + 1, anchors) : lines;
  let ends = [
    ...inputs.anchors.filter(({ isLegEnd }) => isLegEnd),
    { day: period.end, value: target, isLegEnd: true },
  ];
  for (const version of versions) {
    let move = applyVersion(lines, version, baseline, period);
    if (shape === 'step') move = applyVersion(atDayEnd, version, baseline, period);
    ends = ends.map((end) => ({ ...end, value: move(end.value) }));
  }
  return {
    baseline,
    target: versions.length === 0 ? target : versions[versions.length - 1].target,
    period,
    atDayEnd,
    lines,
    isStep: shape === 'step',
    legs: legsBetween(baseline, ends),
  };
}

/** How far the leg is that holds the day, or, where that one is flat, the next; null without one. */
export function legAt({ legs }: Plan, day: Day): number | null {
  const leg = legs.find(({ end, size }) => end >= day && !nearlyEqual(size, 0));
  return leg?.size ?? null;
}

/** P(t): B before the start, T from the due date on. */
export function planAt(plan: Plan, day: Day): number {
  const k = day - plan.period.start + 1;
  if (k <= 0) return plan.baseline;
  return plan.atDayEnd[Math.min(k, plan.atDayEnd.length - 1)];
}

/** q: the share of the way that the plan has covered; null when there is no way to go. */
export const plannedShare = (plan: Plan, day: Day): number | null =>
  plan.target === plan.baseline
    ? null
    : (planAt(plan, day) - plan.baseline) / (plan.target - plan.baseline);

export function isMonotone(plan: Plan): boolean {
  const way = Math.sign(plan.target - plan.baseline);
  const { atDayEnd } = plan;
  for (let k = 1; k < atDayEnd.length; k++) {
    const step = (atDayEnd[k] - atDayEnd[k - 1]) * way;
    if (step < 0 && !nearlyEqual(atDayEnd[k], atDayEnd[k - 1])) return false;
  }
  return true;
}

export const isFlat = (plan: Plan): boolean =>
  plan.atDayEnd.every((value) => nearlyEqual(value, plan.baseline));

/**
 * The moment, in days since the start and nearest to the judged one, at which the plan equals the
 * value; the value is clamped to the way from B to T. For a plan that is monotone and not flat.
 */
export function daysToPlannedValue(plan: Plan, value: number, judgedDays: number): number {
  const { atDayEnd, baseline, target, period } = plan;
  const way = Math.sign(target - baseline);
  const wanted = Math.min(Math.max(value * way, baseline * way), target * way);
  const height = (k: number) => atDayEnd[k] * way;
  const equals = (k: number) => nearlyEqual(height(k), wanted);
  const last = atDayEnd.length - 1;
  const leastEqual = leastNearlyEqual(wanted);
  let first = 0;
  while (first < last && height(first) < leastEqual) first++;
  while (first < last && height(first) < wanted && !equals(first)) first++;
  const isWithinADay = first > 0 && !equals(first);
  // On a day without weight a plan can only jump, and it does so as the day begins.
  const isJump = isWithinADay && period.cumulative[first] === period.cumulative[first - 1];
  const fraction =
    isWithinADay && !isJump
      ? (wanted - height(first - 1)) / (height(first) - height(first - 1))
      : 0;
  const earliest = isWithinADay ? first - 1 + fraction : first;
  let latest = earliest;
  if (!isWithinADay) {
    latest = first;
    while (latest < last && equals(latest + 1)) latest++;
  }
  return Math.min(Math.max(judgedDays, earliest), latest);
}

/**
 * The first day after the judged one on which the value is reached when the rest of the way goes
 * at the same share of the plan as so far; null when that is later than `lastDay`. After the due
 * date the plan goes on at its average speed per weighted day (calculations.md §6).
 */
export function arrivalDay(
  plan: Plan,
  wanted: { value: number; direction: 1 | -1; paceIndex: number },
  after: Day,
  lastDay: Day,
): Day | null {
  const { baseline, target, period, lines } = plan;
  const { direction, paceIndex } = wanted;
  const height = direction * wanted.value;
  const leastEqual = leastNearlyEqual(height);
  const averageSpeed = (target - baseline) / period.total;
  let planned = lines[Math.min(Math.max(0, after - period.start + 1), lines.length - 1)];
  for (let day = after + 1; day <= lastDay; day++) {
    const k = day - period.start + 1;
    planned = k < lines.length ? lines[k] : planned + averageSpeed * period.weightOf(day);
    const reached = direction * (baseline + paceIndex * (planned - baseline));
    if (reached >= leastEqual && atLeast(reached, height)) return day;
  }
  return null;
}
