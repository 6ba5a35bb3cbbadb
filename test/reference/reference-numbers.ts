import type { Day } from '../../src/core/model/calendar-date.ts';
import { type Case, judgedDay } from './reference-case.ts';
import { above, atLeast, type Definition, near } from './reference-definition.ts';
import { type Plan, valuedMilestones } from './reference-plan.ts';

/** §5 at A, with the target in force. */
export interface FiveNumbers {
  plan: number | null;
  /** q = (P − B)/(T − B) */
  planShare: number | null;
  progress: number | null;
  attainment: number | null;
  gap: number | null;
  gapShare: number | null;
  paceIndex: number | null;
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

export function toleranceOf({ kpi, type, target }: Definition): number | null {
  if (kpi.tolerance !== null) return kpi.tolerance;
  if (type !== 'range') return target === null ? null : 0.05 * Math.abs(target);
  return kpi.high === null || kpi.low === null ? null : (kpi.high - kpi.low) / 2;
}

function rangeAttainment(definition: Definition, actual: number): number | null {
  const { low, high } = definition.kpi;
  const tolerance = toleranceOf(definition);
  if (low === null || high === null || tolerance === null) return null;
  const distance = Math.max(0, low - actual, actual - high);
  if (near(distance, 0)) return 1;
  return Math.max(0, 1 - distance / tolerance);
}

function attainmentOf(definition: Definition, actual: number): number | null {
  const { direction, target, baseline, kpi } = definition;
  if (direction === null || target === null) return null;
  const isMet = atLeast(direction * actual, direction * target);
  let scale = Math.abs(target);
  if (near(target, 0)) {
    scale = kpi.scale ?? (baseline === null ? 0 : Math.abs(target - baseline));
  }
  if (near(scale, 0)) return isMet ? 1 : 0;
  return 1 + (direction * (actual - target)) / scale;
}

export function fiveNumbers(kase: Case, isFilled = false): FiveNumbers {
  const { definition, judged, actualAt, plan } = kase;
  const { type, direction, baseline, target } = definition;
  const day = judgedDay(kase);
  if (day === null || judged === null || type === 'track' || type === 'done') return NONE;
  const actual = actualAt(judged, isFilled);
  if (type === 'range') {
    return { ...NONE, attainment: actual === null ? null : rangeAttainment(definition, actual) };
  }
  const planned = plan.at(day);
  if (actual === null) return { ...NONE, plan: planned };
  if (planned === null || target === null || direction === null) return NONE;
  const gap = direction * (actual - planned);
  const attainment = type === 'ceiling' ? null : attainmentOf(definition, actual);
  if (baseline === null) return { ...NONE, plan: planned, attainment, gap };
  const distance = target - baseline;
  const isFlat = near(distance, 0);
  const isMet = atLeast(direction * actual, direction * target);
  const planShare = isFlat ? null : (planned - baseline) / distance;
  let paceIndex: number | null = null;
  if (type === 'ceiling') paceIndex = actual <= 0 ? 1 : planned / actual;
  else if (type === 'reach' && planShare !== null && above(planShare, 0)) {
    paceIndex = (actual - baseline) / (planned - baseline);
  }
  let progress: number | null = null;
  if (type !== 'ceiling') progress = isFlat ? (isMet ? 1 : 0) : (actual - baseline) / distance;
  return {
    plan: planned,
    planShare,
    progress,
    attainment,
    gap,
    gapShare: isFlat ? null : gap / Math.abs(distance),
    paceIndex,
  };
}

/** Too little of the first leg is over to say anything. */
export function isTooEarly(kase: Case): boolean {
  const { definition, book } = kase;
  const day = judgedDay(kase);
  if (day === null || (definition.type !== 'reach' && definition.type !== 'ceiling')) return false;
  const [first] = valuedMilestones(definition, book.workspace.milestones);
  const leg = definition.weightTo(first?.day ?? definition.due);
  const limit = Math.min(book.workspace.settings.tooEarlyBelow * leg, 60);
  return above(limit, definition.weightTo(day));
}

/** A − τ(ES): how many civil days ago the plan stood where the actual stands now. */
export function daysBehind(kase: Case): number | null {
  const { definition, judged, plan } = kase;
  const day = judgedDay(kase);
  if (day === null || judged === null || definition.type !== 'reach') return null;
  const { baseline, target, kpi } = definition;
  const actual = kase.actualAt(judged);
  if (actual === null || baseline === null || target === null) return null;
  const up = target > baseline ? 1 : -1;
  if (kpi.planShape === 'step' || near(baseline, target) || isTooEarly(kase)) return null;
  if (!isMonotone(kase, up)) return null;
  // Beyond its ends the plan is as it is there.
  const reachable = up * Math.min(Math.max(actual * up, baseline * up), target * up);
  const [earliest, latest] = momentsAt(definition, plan, up, reachable);
  return day - Math.min(Math.max(day, earliest), latest);
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
