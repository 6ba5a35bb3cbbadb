import { type CellPlace, cellPosition } from '../../model/a1-notation.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { Goal } from '../../model/goal.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Issue } from '../../model/issue.ts';
import { known, type Quantity } from '../../model/quantity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { checkGoal } from './goal-checks.ts';
import { type Checked, checkKpi, type Described } from './kpi-checks.ts';

type Evaluated = Pick<Described, 'kpi' | 'evaluation' | 'issues'>;

interface Examined {
  /** Mean of the marks, by KPI; those that are over or cancelled have none. */
  readonly scores: ReadonlyMap<string, Quantity>;
  readonly advice: readonly Issue[];
}

/** Another column in the row of a cell; the cell itself where the tab does not have it. */
function inRowOf(place: CellPlace, letter: string | undefined): CellPlace {
  const position = place.cell === null ? null : cellPosition(place.cell);
  if (letter === undefined || position === null) return place;
  return { tab: place.tab, cell: `${letter}${position.row + 1}` };
}

/** Whether the goal, or one above it, serves a line of the strategy. */
function strategyFinder(goals: readonly Goal[]): (goal: Goal) => boolean {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  return (goal) => {
    const seen = new Set<string>();
    let own: Goal | undefined = goal;
    while (own !== undefined && !seen.has(own.id)) {
      if (own.strategyLineId !== null) return true;
      seen.add(own.id);
      own = byId.get(own.parentGoalId ?? '');
    }
    return false;
  };
}

/** What is said of a measure once is not said again for the next KPI on it. */
function withoutRepeats(advice: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return advice.filter(({ code, place }) => {
    const key = `${code}|${place.tab}|${place.cell}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** KPIs that still run or are to; what is over can no longer be described better. */
const isCurrent = ({ kpi }: Evaluated, today: Day): boolean =>
  kpi.state !== 'cancelled' && today <= kpi.due;

type Surroundings = Pick<Described, 'measure' | 'goal' | 'hasStrategy' | 'hasStops'>;

/** A KPI with what surrounds it, and where the cells of its row stand. */
function describe(own: Evaluated, around: Surroundings, { columnLetters }: Workspace): Described {
  const { kpi } = own;
  const { measure } = around;
  const hasOwnRow = measure !== null && measure.place.tab !== kpi.place.tab;
  return {
    ...own,
    ...around,
    cell: (column) => inRowOf(kpi.place, columnLetters.kpis[column]),
    measureCell: (column) =>
      hasOwnRow ? inRowOf(measure.place, columnLetters.measures[column]) : kpi.place,
  };
}

function examineGoals(
  { goals, columnLetters }: Workspace,
  current: readonly Evaluated[],
  hasStrategy: (goal: Goal) => boolean,
  today: Day,
): Issue[] {
  const kpis = current.map(({ kpi }) => kpi);
  const kpisOf = groupBy(kpis, ({ goalId }) => goalId);
  const parents = new Set(goals.map(({ parentGoalId }) => parentGoalId));
  const running = goals.filter(({ due }) => due === null || due >= today);
  return running.flatMap((goal) =>
    checkGoal({
      goal,
      kpis: kpisOf.get(goal.id) ?? [],
      hasSubGoals: parents.has(goal.id),
      hasStrategy: hasStrategy(goal),
      strategyCell: inRowOf(goal.place, columnLetters.goals.strategy_line),
    }),
  );
}

/**
 * The SMART check: how well each KPI is described, and what to fill in where (calculations.md §20).
 */
export function examine(workspace: Workspace, kpis: readonly Evaluated[], today: Day): Examined {
  const goalById = new Map(workspace.goals.map((goal) => [goal.id, goal]));
  const measureById = new Map(workspace.measures.map((measure) => [measure.id, measure]));
  const milestonesOf = groupBy(workspace.milestones, ({ kpiId }) => kpiId);
  const withTargets = new Set(workspace.periodTargets.map(({ kpiId }) => kpiId));
  const hasStrategy = strategyFinder(workspace.goals);
  const current = kpis.filter((own) => isCurrent(own, today));
  const checked = current.map((own) => {
    const { id, due, measureId, goalId } = own.kpi;
    const goal = goalById.get(goalId ?? '') ?? null;
    const around = {
      measure: measureById.get(measureId) ?? null,
      goal,
      hasStrategy: goal !== null && hasStrategy(goal),
      hasStops: withTargets.has(id) || (milestonesOf.get(id) ?? []).some(({ day }) => day < due),
    };
    return { id, checks: checkKpi(describe(own, around, workspace)) };
  });
  const scoreOf = (checks: readonly Checked[]) =>
    known(checks.reduce((sum, { mark }) => sum + mark, 0) / checks.length);
  return {
    scores: new Map(checked.map(({ id, checks }) => [id, scoreOf(checks)])),
    advice: [
      ...withoutRepeats(checked.flatMap(({ checks }) => checks.flatMap(({ advice }) => advice))),
      ...examineGoals(workspace, current, hasStrategy, today),
    ],
  };
}
