import { atLeast, nearlyEqual } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';
import { type KpiDefinition, toleranceFor } from '../target/kpi-definition.ts';
import { type Plan, planAt, plannedShare } from '../target/plan.ts';
import { distanceOutside } from './attainment.ts';
import { paceIndexOf } from './pace-index.ts';

/** How a running KPI stands at a day with a value; the colours of calculations.md §8. */
export type RunningStatus = Extract<StatusCode, 'on_course' | 'at_risk' | 'off_course'>;

/** Below this share of the way the pace index says little, and the gap decides. */
export const SHARE_JUDGED_BY_GAP = 0.15;

export function bandOf(index: number, { onCourseFrom, atRiskFrom }: Thresholds): RunningStatus {
  if (atLeast(index, onCourseFrom)) return 'on_course';
  return atLeast(index, atRiskFrom) ? 'at_risk' : 'off_course';
}

function thresholdStatus(
  direction: 1 | -1,
  target: number,
  tolerance: number,
  actual: number,
): RunningStatus {
  const ahead = direction * (actual - target);
  if (atLeast(direction * actual, direction * target)) return 'on_course';
  return atLeast(ahead, -tolerance) ? 'at_risk' : 'off_course';
}

function reachStatus(
  definition: KpiDefinition,
  plan: Plan,
  day: number,
  actual: number,
  thresholds: Thresholds,
): RunningStatus {
  const direction = definition.direction ?? 1;
  const planned = planAt(plan, day);
  if (atLeast(direction * actual, direction * planned)) return 'on_course';
  const share = plannedShare(plan, day) ?? 0;
  const pace = paceIndexOf(definition, plan, day, actual).value;
  if (share < SHARE_JUDGED_BY_GAP && !nearlyEqual(share, SHARE_JUDGED_BY_GAP)) {
    const gapShare = (direction * (actual - planned)) / Math.abs(plan.target - plan.baseline);
    return bandOf(1 + gapShare, thresholds);
  }
  return pace === null ? 'off_course' : bandOf(pace, thresholds);
}

/**
 * The colour of a value on a day, before anything about missing data, closing or too early is
 * considered (calculations.md §8). A boundary goes to the better status.
 *
 * @param target in force, for thresholds; ways have theirs in the plan
 */
export function runningStatus(
  definition: KpiDefinition,
  plan: Plan | null,
  target: number | null,
  day: number,
  actual: number,
  thresholds: Thresholds,
): RunningStatus | null {
  const { type, low, high, tolerance, direction } = definition;
  if (type === 'range') {
    if (low === null || high === null || tolerance === null) return null;
    const distance = distanceOutside(low, high, actual);
    if (nearlyEqual(distance, 0)) return 'on_course';
    return distance < tolerance && !nearlyEqual(distance, tolerance) ? 'at_risk' : 'off_course';
  }
  if (type === 'ceiling') {
    if (target === null || plan === null) return null;
    if (!atLeast(target, actual)) return 'off_course';
    return bandOf(paceIndexOf(definition, plan, day, actual).value ?? 1, thresholds);
  }
  if (target === null || direction === null) return null;
  if (type === 'at_least' || type === 'at_most' || definition.isHeldAtTarget) {
    return thresholdStatus(direction, target, toleranceFor(definition, target) ?? 0, actual);
  }
  return type === 'reach' && plan !== null
    ? reachStatus(definition, plan, day, actual, thresholds)
    : null;
}

/** Whether the value is as good as the target: what achieved means at the close. */
export function meetsTarget(
  definition: KpiDefinition,
  target: number | null,
  actual: number,
): boolean {
  const { type, low, high, direction } = definition;
  if (type === 'range') {
    return low !== null && high !== null && nearlyEqual(distanceOutside(low, high, actual), 0);
  }
  if (target === null || direction === null) return false;
  return atLeast(direction * actual, direction * target);
}
