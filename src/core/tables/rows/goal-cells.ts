import { sentencesIn } from '../../language/languages.ts';
import { type Cells, cellsThrough, dateCell } from '../cells.ts';
import type { GoalResult, KpiResult, Results } from '../results.ts';
import { cellUrl } from './cell-url.ts';
import { ownersOf, strategyText } from './kpi-cells.ts';
import { stampCells } from './stamp-cells.ts';
import { STATUS_SYMBOLS } from './status-symbols.ts';

/** The KPIs of a goal, in the workbook's order. */
export const kpisOfGoal = ({ goal }: GoalResult, { kpis }: Results): KpiResult[] =>
  kpis.filter(({ kpi }) => kpi.goalId === goal.id);

/** What every row says about its goal, with the stamps. */
export function goalCells<Row>(
  results: Results,
  goalOf: (row: Row) => GoalResult | null,
): Cells<Row> {
  const { input } = results;
  const { workspace, language } = input;
  const book = sentencesIn(language);
  const cells: Cells<GoalResult> = {
    goal_id: ({ goal }) => goal.id,
    goal: ({ goal }) => goal.name,
    goal_order: ({ goal }) => goal.order + 1,
    success_when: ({ goal }) => goal.successWhen,
    parent_goal_id: ({ goal }) => goal.parentGoalId,
    parent_goal: ({ goal }) => results.goal(goal.parentGoalId)?.goal.name ?? null,
    horizon_years: ({ evaluation }) => evaluation?.horizonYears ?? null,
    goal_owner: ({ goal }) =>
      ownersOf(goal.owner, workspace)
        .map(({ name }) => name)
        .join(', '),
    strategy: ({ goal }) => strategyText(goal.strategyLineId, workspace),
    goal_start_date: ({ evaluation }) => dateCell(evaluation?.start ?? null),
    goal_due_date: ({ evaluation }) => dateCell(evaluation?.due ?? null),
    goal_status: ({ evaluation }) => evaluation?.status ?? null,
    goal_status_label: ({ evaluation }) =>
      evaluation === null ? null : book.statuses[evaluation.status],
    goal_status_symbol: ({ evaluation }) =>
      evaluation === null ? null : STATUS_SYMBOLS[evaluation.status],
    goal_url: ({ goal }) => cellUrl(goal.place, input),
  };
  return { ...stampCells(results), ...cellsThrough(cells, goalOf) };
}
