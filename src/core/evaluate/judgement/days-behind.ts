import { known, type Quantity, unknown } from '../../model/quantity.ts';
import { daysToPlannedValue, isFlat, isMonotone, type Plan } from '../target/plan.ts';

/**
 * days behind = A − τ(ES), in civil days, positive is behind: ES is the plan's time at which P
 * equals X ("earned schedule"), and τ the moment that time is reached (calculations.md §5). Null
 * when the plan is flat, a step or not monotone, and for thresholds and ceilings (no plan here).
 */
export function daysBehindOf(plan: Plan | null, judgedDay: number, actual: number): Quantity {
  if (plan === null) return unknown('NOT_APPLICABLE');
  if (plan.isStep || isFlat(plan)) return unknown('PLAN_FLAT');
  if (!isMonotone(plan)) return unknown('PLAN_NOT_MONOTONE');
  const judgedDays = judgedDay - plan.period.start + 1;
  return known(judgedDays - daysToPlannedValue(plan, actual, judgedDays));
}
