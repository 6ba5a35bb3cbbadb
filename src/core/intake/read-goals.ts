import type { Goal, StrategyLine } from '../model/goal.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import { type NameIndex, nameIndex, resolveReference } from './name-index.ts';
import type { ReadContext } from './read-context.ts';
import type { NamedRow } from './read-identities.ts';
import { chainsInCircles } from './reference-chains.ts';
import { reportOrder, type TabRow } from './tab-row.ts';

/** What a weight cell gives: null when blank; negative or text is an error. */
export function readWeight(row: TabRow): number | null {
  const weight = row.number('weight');
  if (weight === null || weight >= 0) return weight;
  row.report('E_WEIGHT', { received: { typed: weight } }, 'weight');
  return null;
}

/** The Goals tab. A goal with a broken parent, weight or date keeps its place, with its errors. */
export function readGoals(
  rows: readonly NamedRow[],
  strategy: readonly StrategyLine[],
  kpis: NameIndex<NamedRow>,
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
  { row, name, id }: NamedRow,
  order: number,
  lines: NameIndex<{ id: string }>,
  goals: NameIndex<NamedRow>,
  kpis: NameIndex<NamedRow>,
): Goal {
  row.subject = { goalId: id };
  const start = row.firstDay('start');
  const due = row.lastDay('due');
  if (start !== null && due !== null && due < start) reportOrder(row, start, due, 'due');
  return {
    id,
    name,
    order,
    successWhen: row.text('success_when'),
    strategyLineId: resolveReference(row, 'strategy_line', lines)?.id ?? null,
    parentGoalId: resolveReference(row, 'parent_goal', goals)?.id ?? null,
    start,
    due,
    outcomeKpiId: resolveReference(row, 'outcome_kpi', kpis, ownKpi(goals, id))?.id ?? null,
    weight: readWeight(row),
    statusRule: row.choice('status_rule', CHOICE_LISTS.status_rule) ?? 'worst_critical',
    owner: row.text('owner'),
    note: row.text('note'),
    place: row.place('name'),
    errors: row.errors,
  };
}

/** Among KPIs of one name, the outcome is the one that stands under the goal. */
const ownKpi =
  (goals: NameIndex<NamedRow>, goalId: string) =>
  ({ row }: NamedRow): boolean =>
    goals.find(String(row.cell('goal') ?? '')).some(({ id }) => id === goalId);

function withoutCircles(goals: readonly Goal[], context: ReadContext): Goal[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const circles = chainsInCircles(goals, (goal) => {
    const parent = goal.parentGoalId === null ? undefined : byId.get(goal.parentGoalId);
    return parent === undefined ? [] : [parent];
  });
  return goals.map((goal) => {
    const chain = circles.get(goal);
    if (chain === undefined) return goal;
    const names = chain.map(({ name }) => name).join(' → ');
    context.issues.add('E_GOAL_CYCLE', goal.place, { chain: names }, { goalId: goal.id });
    return { ...goal, errors: [...goal.errors, 'E_GOAL_CYCLE'] };
  });
}
