import type { Goal } from '../../model/goal.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { chainsInCircles } from '../rows/reference-chains.ts';

/** What only shows once goals and KPIs are both read: outcomes that cannot be, circles of Follows. */
export function settleLinks(
  goals: readonly Goal[],
  kpis: readonly Kpi[],
  context: ReadContext,
): { goals: Goal[]; kpis: Kpi[] } {
  return {
    goals: goals.map((goal) => withPossibleOutcome(goal, kpis, context)),
    kpis: withoutFollowCircles(kpis, context),
  };
}

function withPossibleOutcome(goal: Goal, kpis: readonly Kpi[], context: ReadContext): Goal {
  if (goal.outcomeKpiId === null) return goal;
  const outcome = kpis.find(({ id }) => id === goal.outcomeKpiId);
  if (outcome === undefined || outcome.type !== 'track') return goal;
  const details = { received: outcome.name };
  context.issues.add('E_OUTCOME_TRACK', goal.place, details, { goalId: goal.id });
  return { ...goal, outcomeKpiId: null, errors: [...goal.errors, 'E_OUTCOME_TRACK'] };
}

function withoutFollowCircles(kpis: readonly Kpi[], context: ReadContext): Kpi[] {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const circles = chainsInCircles(kpis, (kpi) => {
    const followed = kpi.followsKpiId === null ? undefined : byId.get(kpi.followsKpiId);
    return followed === undefined ? [] : [followed];
  });
  return kpis.map((kpi) => {
    const chain = circles.get(kpi);
    if (chain === undefined) return kpi;
    const names = chain.map(({ name }) => name).join(' → ');
    context.issues.add('E_FOLLOWS_CYCLE', kpi.place, { chain: names }, { kpiId: kpi.id });
    return { ...kpi, followsKpiId: null };
  });
}
