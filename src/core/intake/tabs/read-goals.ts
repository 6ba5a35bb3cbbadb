import type { Goal, StrategyLine } from '../../model/goal.ts';
import { followReferences } from '../../model/reference-chains.ts';
import { type NameIndex, nameIndex, readReference } from '../rows/name-index.ts';
import { readWeight } from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { NamedRow } from '../rows/read-identities.ts';
import { reportOrder } from '../rows/tab-row.ts';

/** The Goals tab. A goal with a broken parent, weight or date keeps its place, with its errors. */
export function readGoals(
  rows: readonly NamedRow<'goals'>[],
  strategy: readonly StrategyLine[],
  kpis: NameIndex<NamedRow<'kpis'>>,
  context: ReadContext,
): Goal[] {
  const lines = nameIndex(
    'strategy',
    strategy.map((line) => ({ id: line.id, name: line.text })),
  );
  const goals = nameIndex('goals', rows);
  const read = rows.map((named, order) => readGoal(named, order, lines, goals, kpis));
  return withoutCircles(read, context);
}

function readGoal(
  { row, name, id }: NamedRow<'goals'>,
  order: number,
  lines: NameIndex<{ id: string }>,
  goals: NameIndex<NamedRow<'goals'>>,
  kpis: NameIndex<NamedRow<'kpis'>>,
): Goal {
  const start = row.firstDay('start');
  const due = row.lastDay('due');
  if (start !== null && due !== null && due < start) reportOrder(row, start, due, 'due');
  const outcome = readReference(row, 'outcome_kpi', kpis, ownKpi(goals, id));
  return {
    id,
    name,
    order,
    successWhen: row.read('success_when'),
    strategyLineId:
      row.take(readReference(row, 'strategy_line', lines), 'strategy_line')?.id ?? null,
    parentGoalId: row.take(readReference(row, 'parent_goal', goals), 'parent_goal')?.id ?? null,
    start,
    due,
    outcomeKpiId: row.take(outcome, 'outcome_kpi')?.id ?? null,
    weight: readWeight(row, 'weight'),
    statusRule: row.read('status_rule') ?? 'worst_critical',
    owner: row.read('owner'),
    note: row.read('note'),
    place: row.place('name'),
    errors: row.errors,
  };
}

/** Among KPIs of one name, the outcome is the one that stands under the goal. */
const ownKpi =
  (goals: NameIndex<NamedRow<'goals'>>, goalId: string) =>
  ({ row }: NamedRow<'kpis'>): boolean =>
    goals.find(String(row.cell('goal') ?? '')).some(({ id }) => id === goalId);

function withoutCircles(goals: readonly Goal[], context: ReadContext): Goal[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const { circleOf } = followReferences(goals, (goal) => {
    const parent = goal.parentGoalId === null ? undefined : byId.get(goal.parentGoalId);
    return parent === undefined ? [] : [parent];
  });
  return goals.map((goal) => {
    const chain = circleOf.get(goal);
    if (chain === undefined) return goal;
    context.issues.add('E_GOAL_CYCLE', goal.place, { chain }, { goalId: goal.id });
    return { ...goal, errors: [...goal.errors, 'E_GOAL_CYCLE'] };
  });
}
