import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { StatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';
import type { EvaluatedKpi } from '../kpi/evaluate-kpi.ts';
import type { StandingGoal } from './progress-before.ts';
import { filledWeights, type Rollup, type RollupPart, rollUp } from './rollup.ts';

/** A period that is over counts as on or off course while its KPI runs (calculations.md §1). */
function statusInGoal({ status, isClosed, periodsJudged }: KpiEvaluation): StatusCode {
  if (periodsJudged === null || isClosed) return status;
  if (status === 'achieved') return 'on_course';
  return status === 'missed' ? 'off_course' : status;
}

const kpiPart = ({ kpi, evaluation }: EvaluatedKpi): RollupPart => ({
  status: statusInGoal(evaluation),
  weight: evaluation.weight,
  isCritical: kpi.isCritical,
  course: evaluation.course.value,
  score: evaluation.score.value,
});

/** Goals that are their own ancestor. */
function goalsInCycle(goals: readonly Goal[]): Set<string> {
  const parentOf = new Map(goals.map(({ id, parentGoalId }) => [id, parentGoalId]));
  const inCycle = new Set<string>();
  for (const { id } of goals) {
    const seen = new Set<string>();
    let at: string | null | undefined = id;
    while (typeof at === 'string' && !seen.has(at)) {
      seen.add(at);
      at = parentOf.get(at);
      if (at === id) inCycle.add(id);
    }
  }
  return inCycle;
}

/** A goal with what it is made of, rolled up. */
export interface RolledGoal extends StandingGoal {
  readonly rollup: Rollup;
  readonly members: readonly EvaluatedKpi[];
  /** None of a goal that is its own ancestor. */
  readonly subGoals: readonly RolledGoal[];
}

const NOTHING_ROLLED: Rollup = { status: 'invalid', course: null, score: null, judgedShare: null };

/** A sub-goal counts like one KPI of mean weight; an outcome KPI decides alone. */
function rollParts(
  goal: Goal,
  members: readonly EvaluatedKpi[],
  subGoals: readonly RolledGoal[],
  thresholds: Thresholds,
): Rollup {
  // What a blank weight would get is the mean of those that count.
  const [meanWeight] = filledWeights([null, ...members.map(({ evaluation }) => evaluation.weight)]);
  const parts = [
    ...members.map(kpiPart),
    ...subGoals.map(({ rollup, goal: { weight } }) => ({
      status: rollup.status,
      weight: weight ?? meanWeight,
      isCritical: false,
      course: rollup.course,
      score: rollup.score,
    })),
  ];
  const all = rollUp(parts, goal.statusRule, thresholds);
  const outcome = members.find(({ kpi }) => kpi.id === goal.outcomeKpiId);
  if (outcome === undefined) return all;
  const { status, course, score } = kpiPart(outcome);
  return { status, course, score, judgedShare: all.judgedShare };
}

/** Every goal by its id, rolled up after the goals below it. */
export function rollGoals(
  goals: readonly Goal[],
  membersOf: ReadonlyMap<string, readonly EvaluatedKpi[]>,
  thresholds: Thresholds,
): Map<string, RolledGoal> {
  const inCycle = goalsInCycle(goals);
  const rolled = new Map<string, RolledGoal>();
  const roll = (goal: Goal): RolledGoal => {
    const before = rolled.get(goal.id);
    if (before !== undefined) return before;
    const members = membersOf.get(goal.id) ?? [];
    const isCircular = inCycle.has(goal.id);
    const below = isCircular ? [] : goals.filter(({ parentGoalId }) => parentGoalId === goal.id);
    const subGoals = below.map(roll);
    const isInvalid = goal.errors.length > 0 || isCircular;
    const rollup = isInvalid ? NOTHING_ROLLED : rollParts(goal, members, subGoals, thresholds);
    const made = { goal, status: rollup.status, rollup, members, subGoals };
    rolled.set(goal.id, made);
    return made;
  };
  for (const goal of goals) roll(goal);
  return rolled;
}
