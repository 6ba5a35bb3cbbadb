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

/**
 * Every goal by its id, in the order in which they are rolled up: after all goals below it, without
 * recursion, for a chain may be as long as the tab. Those that are their own ancestor come last.
 *
 * @param childrenOf the goals right below each
 */
export function rollGoals(
  goals: readonly Goal[],
  childrenOf: ReadonlyMap<string, readonly Goal[]>,
  membersOf: ReadonlyMap<string, readonly EvaluatedKpi[]>,
  thresholds: Thresholds,
): Map<string, RolledGoal> {
  const goalById = new Map(goals.map((goal) => [goal.id, goal]));
  const rolled = new Map<string, RolledGoal>();
  const roll = (goal: Goal, isCircular: boolean): void => {
    const members = membersOf.get(goal.id) ?? [];
    const below = isCircular ? [] : (childrenOf.get(goal.id) ?? []);
    const subGoals = below.flatMap(({ id }) => rolled.get(id) ?? []);
    const isInvalid = goal.errors.length > 0 || isCircular;
    const rollup = isInvalid ? NOTHING_ROLLED : rollParts(goal, members, subGoals, thresholds);
    rolled.set(goal.id, { goal, status: rollup.status, rollup, members, subGoals });
  };
  const waitingFor = new Map([...childrenOf].map(([id, below]) => [id, below.length]));
  for (const leaf of goals) {
    if (waitingFor.has(leaf.id)) continue;
    for (let goal: Goal | undefined = leaf; goal !== undefined; goal = readyAbove(goal)) {
      roll(goal, false);
    }
  }
  for (const goal of goals) if (!rolled.has(goal.id)) roll(goal, true);
  return rolled;

  /** The goal above, once all those below it are rolled. */
  function readyAbove({ parentGoalId }: Goal): Goal | undefined {
    if (parentGoalId === null) return undefined;
    const count = (waitingFor.get(parentGoalId) ?? 0) - 1;
    waitingFor.set(parentGoalId, count);
    return count === 0 ? goalById.get(parentGoalId) : undefined;
  }
}
