import { known, type Quantity, unknown } from '../../../model/quantity.ts';
import type { Ceiling } from '../../target/aim.ts';
import { planAt } from '../../target/plan.ts';
import { colourOf } from '../status.ts';
import type { Kind, ValueAt } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

const shareOfPlan = ({ plan }: Ceiling, { day, actual }: ValueAt): number =>
  actual <= 0 ? 1 : planAt(plan, day) / actual;

/** ρ = P/X; 1 when nothing was used. */
const paceIndex = (aim: Ceiling, at: ValueAt): Quantity => known(shareOfPlan(aim, at));

/** What may be used: not to be covered, so without progress or attainment. */
export const CEILING: Kind<Ceiling> = {
  isPaced: true,
  isByInterval: false,
  hasRecords: false,
  plannedOn: ({ plan }, day) => planAt(plan, day),
  meets: isTargetMet,
  distanceOutside: distanceToTarget,
  statusAt: (aim, at, thresholds) =>
    isTargetMet(aim, at.actual) ? colourOf(shareOfPlan(aim, at), thresholds) : 'off_course',
  progress: () => unknown('NOT_APPLICABLE'),
  attainment: () => unknown('NOT_APPLICABLE'),
  paceIndex,
  daysBehind: () => unknown('NOT_APPLICABLE'),
  courseIndex: (aim, _, at) => (at === null ? null : shareOfPlan(aim, at)),
  score: ({ paceIndex: pace }) => pace,
};
