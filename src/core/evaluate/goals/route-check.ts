import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';

type Routed = KpiPart<'kpi' | 'measure' | 'definition' | 'aim'>;

const sameUnit = (a: Routed, b: Routed): boolean =>
  JSON.stringify(a.measure.unit) === JSON.stringify(b.measure.unit);

/**
 * W_ROUTE: the outcome of a sub-goal aims at less than the route of its parent needs by then. Of
 * totals the parent's plan over the child's own days is compared: a year's revenue is not held
 * against three years' (calculations.md §11).
 */
export function checkRoutes(
  goals: readonly Goal[],
  kpiCaseOf: (kpiId: string) => Routed | null,
): Issue[] {
  const goalById = new Map(goals.map((goal) => [goal.id, goal]));
  return goals.flatMap((goal) => {
    const parent = goal.parentGoalId === null ? undefined : goalById.get(goal.parentGoalId);
    const own = goal.outcomeKpiId === null ? null : kpiCaseOf(goal.outcomeKpiId);
    const route =
      parent === undefined || parent.outcomeKpiId === null ? null : kpiCaseOf(parent.outcomeKpiId);
    if (own === null || route === null || parent === undefined || !sameUnit(own, route)) return [];
    const target = targetOf(own.aim);
    const plan = planOf(route.aim);
    const { direction, family } = own.definition;
    if (target === null || plan === null || direction === null) return [];
    if (own.kpi.due < route.kpi.start || own.kpi.due > route.kpi.due) return [];
    const before = family === 'total' ? planAt(plan, own.kpi.start - 1) : 0;
    const needed = planAt(plan, own.kpi.due) - before;
    if (direction * (target - needed) >= -1e-9 * Math.max(1, Math.abs(needed))) return [];
    const details = {
      kpi: own.kpi.name,
      target: { amount: target, unit: own.measure.unit },
      goal: parent.name,
      plan: { amount: needed, unit: own.measure.unit },
    };
    return [newIssue('W_ROUTE', own.kpi.place, details, { goalId: goal.id, kpiId: own.kpi.id })];
  });
}
