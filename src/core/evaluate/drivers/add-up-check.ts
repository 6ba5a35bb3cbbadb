import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import { atLeast } from '../../model/quantity.ts';
import { targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { isFull } from './driver-contributions.ts';
import type { DriverSet } from './find-drivers.ts';

type Aiming = KpiPart<'aim' | 'definition'>;

/**
 * g = T/B_ref − 1, or T − B_ref. A driver without a KPI, or without a target, stays as it is; null
 * when it has a target but nothing to grow from.
 */
function plannedGrowth(kpiCase: Aiming | null, kind: DriverSet['kind']): number | null {
  const target = kpiCase === null ? null : targetOf(kpiCase.aim);
  if (kpiCase === null || target === null) return 0;
  const { reference } = kpiCase.definition;
  if (reference === null) return null;
  if (kind === 'sum') return target - reference;
  return reference === 0 ? null : target / reference - 1;
}

/** Whether the drivers, each on target, would bring the outcome to its target (§12). */
export function addUpIssue(goal: Goal, outcome: Aiming, { kind, drivers }: DriverSet): Issue[] {
  if (targetOf(outcome.aim) === null || outcome.definition.direction !== 1) return [];
  const needed = plannedGrowth(outcome, kind);
  const growths: ReadonlyArray<number | null> = drivers.map(({ kpiCase }) =>
    plannedGrowth(kpiCase, kind),
  );
  if (needed === null || !isFull(growths)) return [];
  const made =
    kind === 'sum'
      ? growths.reduce((sum, growth) => sum + growth, 0)
      : growths.reduce((all, growth) => all * (1 + growth), 1) - 1;
  if (atLeast(made, needed)) return [];
  const shown = (growth: number) => (kind === 'sum' ? growth : { share: growth });
  const details = {
    goal: goal.name,
    sum: shown(made),
    needed: shown(needed),
    shortfall: kind === 'sum' ? needed - made : { points: (needed - made) * 100 },
  };
  return [newIssue('W_ADD_UP', goal.place, details, { goalId: goal.id })];
}
