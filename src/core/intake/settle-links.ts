import { measuresIn } from '../model/formula.ts';
import type { Goal } from '../model/goal.ts';
import type { Kpi } from '../model/kpi.ts';
import type { Measure } from '../model/measure.ts';
import { type FactSurvey, NO_FACT } from './figures/survey-facts.ts';
import { KIND_RULES } from './kpi-kinds.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { unknownReference } from './name-index.ts';
import { nearestName } from './nearest-name.ts';
import type { ReadContext } from './read-context.ts';
import { chainsInCircles } from './reference-chains.ts';

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

/**
 * A measure that only a KPI names must have values somewhere; else its name was probably misspelt.
 */
export function withoutPresumed(
  kpis: readonly Kpi[],
  drafts: readonly MeasureDraft[],
  measures: readonly Measure[],
  { newestFact }: FactSurvey,
  context: ReadContext,
): Kpi[] {
  const isMissing = new Set(
    drafts.flatMap((draft, position) =>
      draft.isPresumed && newestFact[position] === NO_FACT && !measures[position].isSourceLoading
        ? [draft.id]
        : [],
    ),
  );
  const operands = new Set(drafts.flatMap(({ formula }) => (formula ? measuresIn(formula) : [])));
  const nearest = nearestName(
    drafts.flatMap((draft) => (isMissing.has(draft.id) ? [] : [draft.name])),
  );
  const nameOf = new Map(drafts.map(({ id, name }) => [id, name]));
  const placeOf = new Map(drafts.map(({ id, place }) => [id, place]));
  return kpis.map((kpi) => {
    const needsValues = KIND_RULES[kpi.kind].aggregation !== null;
    if (!needsValues || !isMissing.has(kpi.measureId) || operands.has(kpi.measureId)) return kpi;
    const { problem } = unknownReference(nameOf.get(kpi.measureId) ?? '', nearest, 'measures');
    const place = placeOf.get(kpi.measureId) ?? kpi.place;
    const column = { tab: 'measures', columns: ['name'] } as const;
    context.issues.addProblem(problem, column, place, { kpiId: kpi.id });
    return { ...kpi, errors: [...kpi.errors, problem.code] };
  });
}
