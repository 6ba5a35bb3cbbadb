import { atLeast, known, type Quantity } from '../../../model/quantity.ts';
import type { Ceiling } from '../../target/aim.ts';
import { planAt } from '../../target/plan.ts';
import { onDial, PASSED } from '../dial.ts';
import { colourOf } from '../status.ts';
import { gapTo, type Kind, notApplicable, type ValueAt } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

/** ρ = P/X; 1 when nothing was used. Of a planned loss both stand on the other side of 0. */
function shareOfPlan({ plan, direction }: Ceiling, { day, actual }: ValueAt): number {
  const used = -direction * actual;
  return atLeast(0, used) ? 1 : planAt(plan, day) / actual;
}

const paceIndex = (aim: Ceiling, at: ValueAt): Quantity => known(shareOfPlan(aim, at));

/** What may be used, or lost: not to be covered, so without progress or attainment. */
export const CEILING: Kind<Ceiling> = {
  isPaced: true,
  isByInterval: false,
  hasRecords: false,
  plannedOn: ({ plan }, day) => planAt(plan, day),
  planned: ({ plan }, { day }) => planAt(plan, day),
  meets: (aim, { actual }) => isTargetMet(aim, actual),
  isPassed: (aim, actual) => !isTargetMet(aim, actual),
  distanceOutside: (aim, { actual }) => distanceToTarget(aim, actual),
  statusAt: (aim, at, thresholds) =>
    isTargetMet(aim, at.actual) ? colourOf(shareOfPlan(aim, at), thresholds) : 'off_course',
  progress: notApplicable,
  attainment: notApplicable,
  gap: ({ plan, direction }, { day, actual }) => gapTo(direction, planAt(plan, day), actual),
  paceIndex,
  daysBehind: notApplicable,
  courseIndex: (aim, _, at, { thresholds }) => {
    if (at === null) return null;
    if (!isTargetMet(aim, at.actual)) return (PASSED * aim.target) / at.actual;
    return onDial(shareOfPlan(aim, at), thresholds);
  },
  score: ({ paceIndex: pace }) => pace,
};
