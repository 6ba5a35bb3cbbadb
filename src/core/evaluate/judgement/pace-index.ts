import { known, nearlyEqual, type Quantity, unknown } from '../../model/quantity.ts';
import type { KpiDefinition } from '../target/kpi-definition.ts';
import { type Plan, planAt } from '../target/plan.ts';

/**
 * pace index ρ = (X − B)/(P − B): what was covered against what the plan had covered by then.
 * Null while the plan has not moved towards the target (q ≤ 0). A ceiling: ρ = P/X, and 1 when
 * nothing was used (calculations.md §5). Null for thresholds, which have no way to go.
 */
export function paceIndexOf(
  definition: KpiDefinition,
  plan: Plan | null,
  day: number,
  actual: number,
): Quantity {
  if (plan === null) return unknown('NOT_APPLICABLE');
  const planned = planAt(plan, day);
  if (definition.type === 'ceiling') {
    return known(actual <= 0 ? 1 : planned / actual);
  }
  const way = plan.target - plan.baseline;
  const covered = planned - plan.baseline;
  if (way === 0 || covered / way <= 0 || nearlyEqual(planned, plan.baseline)) {
    return unknown('PLAN_FLAT');
  }
  return known((actual - plan.baseline) / covered);
}
