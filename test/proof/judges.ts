import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Evaluation, KpiEvaluation } from '../../src/core/model/evaluation.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { engineNumbers } from '../reference/engine-numbers.ts';
import type { ReferenceKpi } from '../reference/naive/kpi.ts';
import { type Reference, referenceOf } from '../reference/naive/workspace.ts';

/** What is said of a KPI, by whoever says it. */
export interface Said {
  kpiId: string;
  /** By the plan: no chance of a forecast moves it. */
  status: StatusCode;
  type: string | null;
  direction: number | null;
  judgedDay: Day | null;
  /** Under the names of the reference; null where there is none. */
  number: (name: string) => number | null;
  /** What is planned by the end of each interval up to the judged day. */
  planToDate: ReadonlyArray<{ end: Day; value: number | null }>;
}

interface SaidOfGoal {
  status: StatusCode;
  course: number | null;
  score: number | null;
}

interface Verdict {
  kpis: readonly Said[];
  goals: readonly SaidOfGoal[];
  /** Everything that was said, to be compared as it is. */
  printed: string;
}

/** Who judges: the engine, and the reference that it is held against, which is slow. */
export interface Judge {
  name: string;
  /** At least so many cases are looked at. */
  cases: number;
  judge: (workspace: Workspace, today: Day) => Verdict;
}

function saidByEngine(kpi: KpiEvaluation): Said {
  const numbers = engineNumbers(kpi);
  return {
    kpiId: kpi.kpiId,
    status: kpi.statusByPlan,
    type: kpi.type,
    direction: kpi.direction,
    judgedDay: kpi.judgedDay,
    number: (name) => numbers[name] ?? null,
    planToDate: kpi.timeline.end.map((end, i) => ({ end, value: kpi.timeline.planToDate[i] })),
  };
}

const byEngine = ({ kpis, goals, drivers }: Evaluation): Verdict => ({
  kpis: kpis.map(saidByEngine),
  goals: goals.map(({ status, course, progress }) => ({
    status,
    course: course.value,
    score: progress.value,
  })),
  printed: JSON.stringify({ kpis, goals, drivers }),
});

const saidByReference = ({ numbers, timeline, statusByPlan, ...kpi }: ReferenceKpi): Said => ({
  kpiId: kpi.kpiId,
  status: statusByPlan,
  type: kpi.type,
  direction: kpi.direction,
  judgedDay: kpi.judgedDay,
  number: (name) => numbers[name] ?? null,
  planToDate: timeline.map(({ end, planToDate }) => ({ end, value: planToDate })),
});

const byReference = ({ kpis, goals, drivers }: Reference): Verdict => ({
  kpis: kpis.map(saidByReference),
  goals,
  printed: JSON.stringify({
    kpis: kpis.map(({ kase: _, ...said }) => said),
    goals,
    drivers,
  }),
});

/** KOERS_AGREEMENT_RUNS=10000 looks at ten thousand cases of each; the default keeps the gate short. */
const RUNS = Number(process.env.KOERS_AGREEMENT_RUNS ?? 200);

export const ENGINE: Judge = {
  name: 'the engine',
  cases: RUNS,
  judge: (workspace, today) => byEngine(evaluateWorkspace(workspace, today)),
};

export const JUDGES: readonly Judge[] = [
  ENGINE,
  {
    name: 'the reference',
    cases: Math.ceil(RUNS / 6),
    judge: (workspace, today) => byReference(referenceOf(workspace, today)),
  },
];
