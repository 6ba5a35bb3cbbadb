import { atLeast, known, nearlyEqual, type Quantity, unknown } from '../../../model/quantity.ts';
import type { Way } from '../../target/aim.ts';
import { daysToPlannedValue, isFlat, isMonotone, planAt } from '../../target/plan.ts';
import { deviationFrom } from '../deviation.ts';
import { colourOf } from '../status.ts';
import type { Kind, ValueAt } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

/** Below this share of the way the pace index says little, and the gap decides. */
export const SHARE_JUDGED_BY_GAP = 0.15;

const isEarly = ({ plan, baseline, target }: Way, { day }: ValueAt): boolean =>
  !atLeast((planAt(plan, day) - baseline) / (target - baseline), SHARE_JUDGED_BY_GAP);

/** dir·(X − P) as a share of the way. */
const gapShare = ({ plan, direction, target, baseline }: Way, { day, actual }: ValueAt): number =>
  (direction * (actual - planAt(plan, day))) / Math.abs(target - baseline);

/**
 * ρ = (X − B)/(P − B): what was covered against what the plan had covered by then; null while the
 * plan has not moved towards the target (q ≤ 0).
 */
function paceIndex({ plan, baseline, target }: Way, { day, actual }: ValueAt): Quantity {
  const planned = planAt(plan, day);
  const covered = planned - baseline;
  if (covered / (target - baseline) <= 0 || nearlyEqual(planned, baseline)) {
    return unknown('PLAN_FLAT');
  }
  return known((actual - baseline) / covered);
}

/** What brings a value from B to T: progress, pace and days behind its plan. */
export const WAY: Kind<Way> = {
  isPaced: true,
  isByInterval: false,
  hasRecords: true,
  plannedOn: ({ plan }, day) => planAt(plan, day),
  meets: isTargetMet,
  distanceOutside: distanceToTarget,
  statusAt: (way, at, thresholds) => {
    const planned = planAt(way.plan, at.day);
    if (atLeast(way.direction * at.actual, way.direction * planned)) return 'on_course';
    if (isEarly(way, at)) return colourOf(1 + gapShare(way, at), thresholds);
    const pace = paceIndex(way, at).value;
    return pace === null ? 'off_course' : colourOf(pace, thresholds);
  },
  // The share of the way covered, not clamped; the direction cancels out.
  progress: ({ baseline, target }, actual) => known((actual - baseline) / (target - baseline)),
  attainment: deviationFrom,
  paceIndex,
  // ES is the plan's time at which P equals X ("earned schedule"), τ the moment that time is reached.
  daysBehind: ({ plan }, { day, actual }) => {
    if (plan.isStep || isFlat(plan)) return unknown('PLAN_FLAT');
    if (!isMonotone(plan)) return unknown('PLAN_NOT_MONOTONE');
    const judgedDays = day - plan.period.start + 1;
    return known(judgedDays - daysToPlannedValue(plan, actual, judgedDays));
  },
  courseIndex: (way, _, at) => {
    if (at === null) return null;
    return isEarly(way, at) ? 1 + gapShare(way, at) : paceIndex(way, at).value;
  },
  score: ({ progress, attainment }) => progress ?? attainment,
};
