import { atLeast, known, nearlyEqual, type Quantity, unknown } from '../../../model/quantity.ts';
import type { Way } from '../../target/aim.ts';
import {
  daysToPlannedValue,
  isFlat,
  isMonotone,
  legAt,
  type Plan,
  planAt,
} from '../../target/plan.ts';
import { deviationFrom } from '../deviation.ts';
import { onDial } from '../dial.ts';
import { colourOf } from '../status.ts';
import { gapTo, type Kind, never, type ValueAt } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

/** Below this share of the way the pace index says little, and the running leg decides. */
export const SHARE_JUDGED_BY_LEG = 0.15;

/** dir·(X − P) */
const gapOf = ({ plan, direction }: Way, { day, actual }: ValueAt): number =>
  direction * (actual - planAt(plan, day));

/** q: the share of the way that was planned by now. */
const plannedShare = ({ plan, baseline, target }: Way, { day }: ValueAt): number =>
  (planAt(plan, day) - baseline) / (target - baseline);

/**
 * ρ = (X − B)/(P − B): what was covered against what the plan had covered by then; null while the
 * plan has not moved towards the target (q ≤ 0).
 */
function paceIndex(way: Way, at: ValueAt): Quantity {
  const planned = planAt(way.plan, at.day);
  if (plannedShare(way, at) <= 0 || nearlyEqual(planned, way.baseline)) return unknown('PLAN_FLAT');
  return known((at.actual - way.baseline) / (planned - way.baseline));
}

/**
 * What the bands look at: ρ, and while little of the way was planned 1 + the gap as a share of the
 * running leg, because almost nothing of a first stop is far behind on a route of years
 * (calculations.md §8).
 */
function bandIndex(way: Way, at: ValueAt): number | null {
  const pace = paceIndex(way, at).value;
  if (pace !== null && atLeast(plannedShare(way, at), SHARE_JUDGED_BY_LEG)) return pace;
  const leg = legAt(way.plan, at.day);
  return leg === null ? null : 1 + gapOf(way, at) / leg;
}

/** What brings a value from B to T: progress, pace and days behind its plan. */
export const WAY: Kind<Way> = {
  isPaced: true,
  isByInterval: false,
  hasRecords: true,
  plannedOn: ({ plan }, day) => planAt(plan, day),
  planned: ({ plan }, { day }) => planAt(plan, day),
  meets: (way, { actual }) => isTargetMet(way, actual),
  isPassed: never,
  distanceOutside: (way, { actual }) => distanceToTarget(way, actual),
  statusAt: (way, at, thresholds) => {
    if (atLeast(gapOf(way, at), 0)) return 'on_course';
    const index = bandIndex(way, at);
    return index === null ? 'off_course' : colourOf(index, thresholds);
  },
  // The share of the way covered, not clamped; the direction cancels out.
  progress: ({ baseline, target }, { actual }) => known((actual - baseline) / (target - baseline)),
  attainment: (way, { actual }, scale) => deviationFrom(way, actual, scale),
  gap: ({ plan, direction }, { day, actual }) => gapTo(direction, planAt(plan, day), actual),
  paceIndex,
  daysBehind: ({ plan }, at) => daysBehindPlan(plan, at),
  courseIndex: (way, _, at, { thresholds }) => {
    const index = at === null ? null : bandIndex(way, at);
    return index === null ? null : onDial(index, thresholds);
  },
  score: ({ progress, attainment }) => progress ?? attainment,
};

/** ES is the plan's time at which P equals X ("earned schedule"), τ the moment that time is reached. */
function daysBehindPlan(plan: Plan, { day, actual }: ValueAt): Quantity {
  if (plan.isStep || isFlat(plan)) return unknown('PLAN_FLAT');
  if (!isMonotone(plan)) return unknown('PLAN_NOT_MONOTONE');
  const judgedDays = day - plan.period.start + 1;
  return known(judgedDays - daysToPlannedValue(plan, actual, judgedDays));
}
