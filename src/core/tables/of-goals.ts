import type { ResultInput } from './results.ts';

/** The goals and, at any depth, those below them. */
function withGoalsBelow(
  { workspace: { goals } }: Pick<ResultInput, 'workspace'>,
  goalIds: readonly string[],
): ReadonlySet<string> {
  const all = new Set(goalIds);
  let before = -1;
  while (all.size > before) {
    before = all.size;
    for (const { id, parentGoalId } of goals) if (all.has(parentGoalId ?? '')) all.add(id);
  }
  return all;
}

/**
 * What result tables may say to somebody who is to know these goals and nothing else: they, the
 * goals below them, which they are made of, and their KPIs. Whatever belongs to another goal or to
 * none is left out before a table is made, so that no sum, sentence or name can hold any of it, and
 * no position tells how much was left out.
 * Findings are left out too: they are for whoever fills in the workbook, and tell what stands there.
 */
export function ofGoals(input: ResultInput, goalIds: readonly string[]): ResultInput {
  const { workspace, evaluation } = input;
  const chosen = withGoalsBelow(input, goalIds);
  const goals = workspace.goals
    .filter(({ id }) => chosen.has(id))
    .map((goal, order) => ({
      ...goal,
      order,
      parentGoalId: chosen.has(goal.parentGoalId ?? '') ? goal.parentGoalId : null,
    }));
  const members = workspace.kpis.filter(({ goalId }) => chosen.has(goalId ?? ''));
  const own = new Set(members.map(({ id }) => id));
  const isOwn = ({ kpiId }: { readonly kpiId: string | null }) => own.has(kpiId ?? '');
  const kpis = members.map((kpi, order) => ({
    ...kpi,
    order,
    followsKpiId: own.has(kpi.followsKpiId ?? '') ? kpi.followsKpiId : null,
  }));
  const measures = new Set(kpis.map(({ measureId }) => measureId));
  const lines = new Set(goals.map(({ strategyLineId }) => strategyLineId));
  const actions = workspace.actions.filter(isOwn);
  const actionIds = new Set(actions.map(({ id }) => id));
  return {
    ...input,
    workspace: {
      ...workspace,
      goals,
      kpis,
      actions,
      measures: workspace.measures.filter(({ id }) => measures.has(id)),
      strategy: workspace.strategy
        .filter(({ id }) => lines.has(id))
        .map((line, order) => ({ ...line, order })),
      targetChanges: workspace.targetChanges.filter(isOwn),
    },
    evaluation: {
      ...evaluation,
      kpis: evaluation.kpis.filter(isOwn),
      goals: evaluation.goals.filter(({ goalId }) => chosen.has(goalId)),
      drivers: evaluation.drivers.filter(({ goalId }) => chosen.has(goalId)),
      actions: evaluation.actions.filter(({ actionId }) => actionIds.has(actionId)),
      issues: [],
      advice: [],
    },
    issues: [],
    history: input.history.filter(isOwn),
    snapshots: input.snapshots?.filter(isOwn),
    firstSeen: undefined,
  };
}
