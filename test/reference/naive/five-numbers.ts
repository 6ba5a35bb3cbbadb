import type { Day } from '../../../src/core/model/calendar-date.ts';
import { once } from './book.ts';
import { type Case, historyOf, isOfOneValue, judgedDay } from './case.ts';
import { type Definition, isOfInterval } from './definition.ts';
import { valueIn } from './measure-values.ts';
import { above, atLeast, clamp, near } from './numbers.ts';
import { legsOf, type Plan } from './plan.ts';

type Value = number | null;

/** §5 at A. */
export interface FiveNumbers {
  /** P; of a threshold the T that is asked at A; of a corridor its nearer edge, null inside. */
  plan: Value;
  /** q = (P − B)/(T − B) */
  planShare: Value;
  progress: Value;
  attainment: Value;
  gap: Value;
  gapShare: Value;
  paceIndex: Value;
}

const NONE: FiveNumbers = {
  plan: null,
  planShare: null,
  progress: null,
  attainment: null,
  gap: null,
  gapShare: null,
  paceIndex: null,
};

export const isThreshold = ({ type }: Definition): boolean =>
  type === 'at_least' || type === 'at_most';

/** §4: of an average the weighted mean of what was in force, of the rest the one on the last day. */
export function askedOver({ definition, plan }: Case, from: Day, to: Day): Value {
  const { family, weightTo } = definition;
  if (family !== 'average' || isOfInterval(definition)) return plan.at(to);
  const weight = weightTo(to) - weightTo(from - 1);
  if (near(weight, 0)) return plan.at(to);
  let sum = 0;
  for (let day = from; day <= to; day++) {
    sum += (plan.at(day) ?? 0) * (weightTo(day) - weightTo(day - 1));
  }
  return sum / weight;
}

/** The T that a judgement at A asks. */
export function askedAt(kase: Case): Value {
  const { definition } = kase;
  const day = judgedDay(kase);
  if (day === null || !isThreshold(definition)) return definition.target;
  return askedOver(kase, definition.start, day);
}

/** §5, §7: was no value of the measure ever beyond a bound? */
export const hasNeverPassed = (kase: Case, bound: 'below 0' | 'above 1'): boolean =>
  once(kase.book, `${bound} ${kase.definition.kpi.id} ${kase.definition.start}`, () =>
    isNeverBeyond(kase, (value) => (bound === 'below 0' ? value < 0 : above(value, 1))),
  );

function isNeverBeyond(kase: Case, isBeyond: (value: number) => boolean): boolean {
  const { book, definition } = kase;
  const { measure, subject } = definition;
  // Of a window its values count, not the rows it adds.
  if (measure.formula === null && measure.window === null)
    return !book.rowsOf(measure.id).some(({ value }) => isBeyond(value));
  return historyOf(book, definition).every((interval) => {
    const value = valueIn(subject, interval);
    return value === null || !isBeyond(value);
  });
}

/** §5: in the unit; blank 5 % of T, of a share no more than half the way to 1. */
export function toleranceOf(kase: Case): Value {
  const { kpi, type, measure } = kase.definition;
  if (kpi.tolerance !== null) return kpi.tolerance;
  if (type === 'range') {
    return kpi.high === null || kpi.low === null ? null : (kpi.high - kpi.low) / 2;
  }
  const target = askedAt(kase);
  if (target === null) return null;
  const usual = 0.05 * Math.abs(target);
  const isShare =
    measure.unit.kind === 'percent' &&
    target > 0 &&
    atLeast(1, target) &&
    hasNeverPassed(kase, 'above 1');
  return isShare ? Math.min(usual, Math.max(0.5 * (1 - target), 0.0005)) : usual;
}

function rangeNumbers(kase: Case, actual: Value): FiveNumbers {
  const { low, high } = kase.definition.kpi;
  const tolerance = toleranceOf(kase);
  if (low === null || high === null || tolerance === null || actual === null) return NONE;
  const distance = Math.max(0, low - actual, actual - high);
  const attainment = near(distance, 0) ? 1 : Math.max(0, 1 - distance / tolerance);
  return { ...NONE, attainment };
}

/** §5, a corridor: 1 inside, and how far outside it is. */
function corridorNumbers({ definition, plan }: Case, day: Day, actual: Value): FiveNumbers {
  const edges = plan.edgesAt(day);
  const { target } = definition;
  if (edges === null || target === null || actual === null) return NONE;
  const planShare = edges.high / target;
  const progress = actual / target;
  const isBelow = !atLeast(actual, edges.low);
  const isAbove = above(actual, edges.high);
  if (!isBelow && !isAbove) {
    return { ...NONE, planShare, progress, attainment: 1, gap: 0, gapShare: 0, paceIndex: 1 };
  }
  const edge = isBelow ? edges.low : edges.high;
  const gap = actual - edge;
  const paceIndex = isAbove ? edge / actual : edge === 0 ? 0 : actual / edge;
  return {
    plan: edge,
    planShare,
    progress,
    attainment: paceIndex,
    gap,
    gapShare: gap / target,
    paceIndex,
  };
}

function attainmentOf(definition: Definition, target: number, actual: number): Value {
  const { direction, baseline, kpi } = definition;
  if (direction === null) return null;
  let scale = Math.abs(target);
  if (near(target, 0)) {
    scale = kpi.scale ?? (baseline === null ? 0 : Math.abs(target - baseline));
  }
  if (near(scale, 0)) return atLeast(direction * actual, direction * target) ? 1 : 0;
  return 1 + (direction * (actual - target)) / scale;
}

/** ρ of a way and of a ceiling; of a planned loss both stand on the other side of 0. */
function paceOf(definition: Definition, actual: number, planned: number, planShare: Value): Value {
  const { type, baseline, isPlannedLoss } = definition;
  if (type === 'ceiling') {
    const used = isPlannedLoss ? -actual : actual;
    return atLeast(0, used) ? 1 : planned / actual;
  }
  if (type !== 'reach' || baseline === null || planShare === null) return null;
  return above(planShare, 0) ? (actual - baseline) / (planned - baseline) : null;
}

export function fiveNumbers(kase: Case, isFilled = false): FiveNumbers {
  const { definition, judged, actualAt, plan } = kase;
  const { type, direction, baseline, target } = definition;
  const day = judgedDay(kase);
  if (day === null || judged === null || type === 'track' || type === 'done') return NONE;
  const actual = actualAt(judged, isFilled);
  if (type === 'range') return rangeNumbers(kase, actual);
  if (type === 'corridor') return corridorNumbers(kase, day, actual);
  const asked = askedAt(kase);
  const planned = isThreshold(definition) ? asked : plan.at(day);
  if (actual === null) return { ...NONE, plan: planned };
  if (planned === null || target === null || asked === null || direction === null) return NONE;
  const gap = direction * (actual - planned);
  const attainment = type === 'ceiling' ? null : attainmentOf(definition, asked, actual);
  if (baseline === null) return { ...NONE, plan: planned, attainment, gap };
  const distance = target - baseline;
  const isFlat = near(distance, 0);
  const isMet = atLeast(direction * actual, direction * target);
  const planShare = isFlat ? null : (planned - baseline) / distance;
  let progress: Value = null;
  if (type !== 'ceiling') progress = isFlat ? (isMet ? 1 : 0) : (actual - baseline) / distance;
  return {
    plan: planned,
    planShare,
    progress,
    attainment,
    gap,
    gapShare: isFlat ? null : gap / Math.abs(distance),
    paceIndex: paceOf(definition, actual, planned, planShare),
  };
}

/** §5, §7: nothing is said of the way while it is too early for any colour. */
export const isTooEarlyForAny = (kase: Case): boolean => isTooEarly(kase) || isOfOneValue(kase);

/** §8: too little of the first leg is over to say anything. */
export function isTooEarly(kase: Case): boolean {
  const { definition, book } = kase;
  const day = judgedDay(kase);
  if (day === null || !['reach', 'ceiling', 'corridor'].includes(definition.type)) return false;
  const { asked, due, weightTo } = definition;
  const first =
    definition.type === 'corridor' ? undefined : asked.points.find((one) => one.isLegEnd);
  const leg = weightTo(first?.day ?? due);
  const limit = Math.min(book.workspace.settings.tooEarlyBelow * leg, 60);
  return above(limit, weightTo(day));
}

/** §8: the gap as a share of the leg that holds A, or of the next one that is not flat. */
export function shareOfLeg(kase: Case, isFilled = false): Value {
  const { definition, plan } = kase;
  const day = judgedDay(kase);
  const { gap } = fiveNumbers(kase, isFilled);
  if (day === null || gap === null) return null;
  const leg = legsOf(definition, plan).find(({ end, size }) => end >= day && !near(size, 0));
  return leg === undefined ? null : gap / leg.size;
}

/** Milestones and changed targets may turn a plan back on its way to T. */
function isMonotone({ definition, plan }: Case, up: 1 | -1): boolean {
  for (let day = definition.start; day <= definition.due; day++) {
    if (!atLeast(up * (plan.at(day) ?? 0), up * (plan.at(day - 1) ?? 0))) return false;
  }
  return true;
}

/**
 * First and last moment, in days (the end of day d is d), at which the plan stands at a value; within
 * a day it goes straight from P(d − 1) to P(d).
 */
function momentsAt(
  { start, due, weightTo }: Definition,
  { at }: Plan,
  up: 1 | -1,
  actual: number,
): [number, number] {
  const wanted = actual * up;
  const planned = (day: Day) => (at(day) ?? 0) * up;
  let first: number | null = atLeast(planned(start - 1), wanted) ? start - 1 : null;
  let last = start - 1;
  for (let day = start; day <= due; day++) {
    const before = planned(day - 1);
    const after = planned(day);
    const share = near(after, before) ? 1 : (wanted - before) / (after - before);
    // On a day without weight a plan can only jump, and W was there when the day began.
    const moment = near(weightTo(day), weightTo(day - 1)) ? day - 1 : day - 1 + share;
    if (first === null && atLeast(after, wanted)) first = moment;
    if (atLeast(wanted, after)) last = day;
    else if (atLeast(wanted, before)) last = moment;
  }
  return [first ?? due, last];
}

/** §5, A − τ(ES): how many civil days ago the plan stood where the actual stands now. */
export function daysBehind(kase: Case): Value {
  const { definition, judged, plan } = kase;
  const day = judgedDay(kase);
  if (day === null || judged === null || definition.type !== 'reach') return null;
  const { baseline, target, kpi } = definition;
  const actual = kase.actualAt(judged);
  if (actual === null || baseline === null || target === null) return null;
  const up = target > baseline ? 1 : -1;
  if (kpi.planShape === 'step' || near(baseline, target) || isTooEarlyForAny(kase)) return null;
  if (!isMonotone(kase, up)) return null;
  // Beyond its ends the plan is as it is there.
  const reachable = up * clamp(actual * up, baseline * up, target * up);
  const [earliest, latest] = momentsAt(definition, plan, up, reachable);
  return day - clamp(day, earliest, latest);
}
