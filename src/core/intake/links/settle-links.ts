import type { Goal } from '../../model/goal.ts';
import type { Kpi } from '../../model/kpi.ts';
import { followReferences } from '../../model/reference-chains.ts';
import type { ReadContext } from '../rows/read-context.ts';

/** What only shows once goals and KPIs are both read: outcomes that cannot be, circles of Follows. */
export function settleLinks(
  goals: readonly Goal[],
  kpis: readonly Kpi[],
  context: ReadContext,
): { goals: Goal[]; kpis: Kpi[] } {
  const kpiById = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  return {
    goals: goals.map((goal) => withPossibleOutcome(goal, kpiById, context)),
    kpis: withoutFollowCircles(kpis, kpiById, context),
  };
}

function withPossibleOutcome(
  goal: Goal,
  kpiById: ReadonlyMap<string, Kpi>,
  context: ReadContext,
): Goal {
  if (goal.outcomeKpiId === null) return goal;
  const outcome = kpiById.get(goal.outcomeKpiId);
  if (outcome === undefined || outcome.type !== 'track') return goal;
  const details = { received: outcome.name };
  context.issues.add('E_OUTCOME_TRACK', goal.place, details, { goalId: goal.id });
  return { ...goal, outcomeKpiId: null, errors: [...goal.errors, 'E_OUTCOME_TRACK'] };
}

function withoutFollowCircles(
  kpis: readonly Kpi[],
  kpiById: ReadonlyMap<string, Kpi>,
  context: ReadContext,
): Kpi[] {
  const { circleOf } = followReferences(kpis, (kpi) => {
    const followed = kpi.followsKpiId === null ? undefined : kpiById.get(kpi.followsKpiId);
    return followed === undefined ? [] : [followed];
  });
  return kpis.map((kpi) => {
    const chain = circleOf.get(kpi);
    if (chain === undefined) return kpi;
    context.issues.add('E_FOLLOWS_CYCLE', kpi.place, { chain }, { kpiId: kpi.id });
    return { ...kpi, followsKpiId: null };
  });
}
