import type { KpiView } from '../language/kpi-view.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Evaluation, GoalEvaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { Goal } from '../model/goal.ts';
import type { Issue } from '../model/issue.ts';
import type { Kpi } from '../model/kpi.ts';
import type { Measure } from '../model/measure.ts';
import type { CloseSnapshot, HistoryRow } from '../model/record.ts';
import type { Language, Workspace } from '../model/workspace.ts';

/** The run that made the numbers, in the workbook's time zone. */
export interface Recalculation {
  readonly day: Day;
  readonly secondsOfDay: number;
  /** Whose authorisation it ran on. */
  readonly by: string;
  readonly version: string;
}

/** Everything a result table is made of. */
export interface ResultInput {
  readonly workspace: Workspace;
  readonly evaluation: Evaluation;
  /** Of intake and evaluation together. */
  readonly issues: readonly Issue[];
  readonly language: Language;
  readonly recalculation: Recalculation | null;
  /** At most one row per KPI per day, in any order. */
  readonly history: readonly HistoryRow[];
  /** The day taken as today. */
  readonly viewDay: Day;
  /** Sheet ids by tab name, for links to cells; without them links open the workbook. */
  readonly sheetIds?: Readonly<Record<string, number>>;
  /** How KPIs were written down when they closed. */
  readonly snapshots?: readonly CloseSnapshot[];
  /** Day each finding was first found, by `issueKey`; absent where that is not kept. */
  readonly firstSeen?: Readonly<Record<string, Day>>;
}

export interface KpiResult {
  readonly kpi: Kpi;
  readonly evaluation: KpiEvaluation;
  readonly measure: Measure | null;
  readonly goal: GoalResult | null;
  /** What its sentences are made of. */
  readonly view: KpiView;
  readonly currency: string;
  /** Oldest first, up to the day looked from. */
  readonly history: readonly HistoryRow[];
}

export interface GoalResult {
  readonly goal: Goal;
  /** Null when it was not evaluated. */
  readonly evaluation: GoalEvaluation | null;
}

export interface Results {
  readonly input: ResultInput;
  readonly kpis: readonly KpiResult[];
  readonly goals: readonly GoalResult[];
  kpi(id: string | null): KpiResult | null;
  goal(id: string | null): GoalResult | null;
}

const byId = <Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> =>
  new Map(items.map((item) => [idOf(item), item]));

function listsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null) {
  const lists = new Map<string | null, Item[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list === undefined) lists.set(keyOf(item), [item]);
    else list.push(item);
  }
  return lists;
}

type FindGoal = Results['goal'];

/** The KPIs that were evaluated, in the workbook's order. */
function kpiResults(input: ResultInput, goalOf: FindGoal): KpiResult[] {
  const { workspace, evaluation, language, viewDay } = input;
  const measures = byId(workspace.measures, ({ id }) => id);
  const evaluations = byId(evaluation.kpis, ({ kpiId }) => kpiId);
  const issuesOf = listsBy(input.issues, ({ kpiId }) => kpiId);
  const past = input.history.filter(({ day }) => day <= viewDay).sort((a, b) => a.day - b.day);
  const historyOf = listsBy(past, ({ kpiId }) => kpiId);
  const closed = (input.snapshots ?? []).filter(({ day }) => day <= viewDay);
  const closedAs = byId(closed, ({ kpiId }) => kpiId);
  return workspace.kpis.flatMap((kpi): KpiResult[] => {
    const own = evaluations.get(kpi.id);
    if (own === undefined) return [];
    const about = { kpi, evaluation: own, measure: measures.get(kpi.measureId) ?? null };
    const view: KpiView = {
      ...about,
      issues: issuesOf.get(kpi.id) ?? [],
      language,
      viewDay,
      closedAs: closedAs.get(kpi.id) ?? null,
    };
    return [
      {
        ...about,
        view,
        goal: goalOf(kpi.goalId),
        currency: workspace.settings.currency,
        history: historyOf.get(kpi.id) ?? [],
      },
    ];
  });
}

/** Looks everything up once, so that rows need not search. */
export function prepareResults(input: ResultInput): Results {
  const evaluations = byId(input.evaluation.goals, ({ goalId }) => goalId);
  const goals = input.workspace.goals.map((goal) => ({
    goal,
    evaluation: evaluations.get(goal.id) ?? null,
  }));
  const goalById = byId(goals, ({ goal }) => goal.id);
  const goalOf: FindGoal = (id) => goalById.get(id ?? '') ?? null;
  const kpis = kpiResults(input, goalOf);
  const kpiById = byId(kpis, ({ kpi }) => kpi.id);
  return { input, kpis, goals, kpi: (id) => kpiById.get(id ?? '') ?? null, goal: goalOf };
}
