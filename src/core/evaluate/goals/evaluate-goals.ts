import type { GoalEvaluation, KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { knownOr } from '../../model/quantity.ts';
import { isJudged, type StatusCode, statusOrder } from '../../model/status.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { EvaluatedKpi } from '../drivers/evaluate-drivers.ts';
import { progressAtNextStop } from '../fuel/kpi-fuel.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { fuelOfGoal } from './goal-fuel.ts';
import { nextGoalStop } from './goal-stops.ts';
import { progressBefore } from './progress-before.ts';
import { countStatuses, filledWeights, type Rollup, type RollupPart, rollUp } from './rollup.ts';
import { checkRoutes } from './route-check.ts';

const DAYS_PER_YEAR = 365.25;

interface GoalMember {
  kpi: Kpi;
  evaluation: KpiEvaluation;
  kpiCase: KpiCase | null;
}

/** From the goal's own dates, else those of its KPIs. */
function periodOf(
  goal: Goal,
  members: readonly GoalMember[],
): Pick<GoalEvaluation, 'start' | 'due'> {
  if (members.length === 0) return { start: goal.start, due: goal.due };
  return {
    start: goal.start ?? Math.min(...members.map(({ kpi }) => kpi.start)),
    due: goal.due ?? Math.max(...members.map(({ kpi }) => kpi.due)),
  };
}

/** Length in years, to the quarter. */
function yearsOf({ start, due }: Pick<GoalEvaluation, 'start' | 'due'>): number | null {
  if (start === null || due === null || due < start) return null;
  return Math.max(0.25, Math.round(((due - start + 1) / DAYS_PER_YEAR) * 4) / 4);
}

const kpiPart = ({ kpi, evaluation }: GoalMember): RollupPart => ({
  status: evaluation.status,
  weight: evaluation.weight,
  isCritical: kpi.isCritical,
  course: evaluation.course.value,
  score: evaluation.score.value,
});

/**
 * The KPI that needs attention first; of equal statuses the one furthest behind. A weight of 0 is
 * information only: nothing has to be done about it for the goal.
 */
function worstMember(members: readonly GoalMember[]): GoalMember | null {
  let worst: GoalMember | null = null;
  const rank = ({ evaluation }: GoalMember): [number, number] => [
    statusOrder(evaluation.status),
    evaluation.course.value ?? 1,
  ];
  for (const member of members) {
    if (!isJudged(member.evaluation.status) || member.kpi.weight === 0) continue;
    const [order, course] = rank(member);
    const [worstOrder, worstCourse] = worst === null ? [Infinity, Infinity] : rank(worst);
    if (order < worstOrder || (order === worstOrder && course < worstCourse)) worst = member;
  }
  return worst;
}

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

interface RolledGoal {
  goal: Goal;
  status: StatusCode;
  rollup: Rollup;
  members: readonly GoalMember[];
  subGoals: readonly RolledGoal[];
}

/** Rolls every goal up, sub-goals first; a sub-goal counts like one KPI of mean weight. */
function rollGoals(workspace: Workspace, membersOf: Map<string, GoalMember[]>) {
  const inCycle = goalsInCycle(workspace.goals);
  const rolled = new Map<string, RolledGoal>();
  const roll = (goal: Goal): RolledGoal => {
    const before = rolled.get(goal.id);
    if (before !== undefined) return before;
    const members = membersOf.get(goal.id) ?? [];
    const isInvalid = goal.errors.length > 0 || inCycle.has(goal.id);
    const subGoals = inCycle.has(goal.id)
      ? []
      : workspace.goals.filter(({ parentGoalId }) => parentGoalId === goal.id).map(roll);
    const rollup = isInvalid
      ? { status: 'invalid' as const, course: null, score: null, judgedShare: null }
      : rollParts(goal, members, subGoals);
    const made = { goal, status: rollup.status, rollup, members, subGoals };
    rolled.set(goal.id, made);
    return made;
  };
  const rollParts = (
    goal: Goal,
    members: readonly GoalMember[],
    below: readonly RolledGoal[],
  ): Rollup => {
    // What a blank weight would get is the mean of those that count.
    const [meanWeight] = filledWeights([
      null,
      ...members.map(({ evaluation }) => evaluation.weight),
    ]);
    const parts = [
      ...members.map(kpiPart),
      ...below.map(({ rollup, goal: subGoal }) => ({
        status: rollup.status,
        weight: subGoal.weight ?? meanWeight,
        isCritical: false,
        course: rollup.course,
        score: rollup.score,
      })),
    ];
    const all = rollUp(parts, goal.statusRule, workspace.settings);
    const outcome = members.find(({ kpi }) => kpi.id === goal.outcomeKpiId);
    if (outcome === undefined) return all;
    const { evaluation } = outcome;
    return {
      status: evaluation.status,
      course: evaluation.course.value,
      score: evaluation.score.value,
      judgedShare: all.judgedShare,
    };
  };
  for (const goal of workspace.goals) roll(goal);
  return rolled;
}

/** Some weights filled and some not; one that is wrong was not left blank. */
function weightIssue(goal: Goal, members: readonly GoalMember[]): Issue[] {
  const weights = members.flatMap(({ kpi }) => (kpi.errors.length > 0 ? [] : [kpi.weight]));
  const hasBlank = weights.some((weight) => weight === null);
  const hasFilled = weights.some((weight) => weight !== null);
  if (!hasBlank || !hasFilled) return [];
  const weight = filledWeights(weights)[weights.indexOf(null)];
  return [newIssue('W_WEIGHT', goal.place, { goal: goal.name, weight }, { goalId: goal.id })];
}

/** The KPIs of a goal and of every goal below it. */
const casesUnder = ({ members, subGoals }: RolledGoal): KpiCase[] => [
  ...members.flatMap(({ kpiCase }) => kpiCase ?? []),
  ...subGoals.flatMap(casesUnder),
];

const FAILED: ReadonlySet<StatusCode> = new Set(['off_course', 'missed']);

/** The KPI that is why the goal is off course, whatever the others do. */
function criticalMember({ goal, status, members }: RolledGoal): GoalMember | null {
  const hasOutcome = members.some(({ kpi }) => kpi.id === goal.outcomeKpiId);
  if (goal.statusRule !== 'worst_critical' || status !== 'off_course' || hasOutcome) return null;
  const isFailed = ({ kpi, evaluation }: GoalMember) =>
    kpi.isCritical && evaluation.weight > 0 && FAILED.has(evaluation.status);
  return members.find(isFailed) ?? null;
}

function evaluateGoal(
  own: RolledGoal,
  childStatuses: readonly StatusCode[],
  resources: Workspace['resources'],
): GoalEvaluation {
  const { goal, rollup, members, subGoals } = own;
  const outcome = members.find(({ kpi }) => kpi.id === goal.outcomeKpiId);
  const period = periodOf(goal, members);
  const before = progressBefore(own);
  const next = nextGoalStop(
    members.map(({ evaluation }) => evaluation),
    outcome?.evaluation ?? null,
  );
  const isJudgedGoal = isJudged(rollup.status);
  return {
    goalId: goal.id,
    status: rollup.status,
    ...period,
    horizonYears: yearsOf(period),
    progress: knownOr(rollup.score, 'NO_DATA'),
    progressChange: rollup.score === null || before === null ? null : rollup.score - before,
    course: knownOr(isJudgedGoal ? rollup.course : null, 'NO_DATA'),
    meter: outcome?.evaluation.meter ?? knownOr(isJudgedGoal ? rollup.course : null, 'NO_DATA'),
    judgedShare: knownOr(rollup.judgedShare, 'NO_DATA'),
    worstKpiId: worstMember(members)?.kpi.id ?? null,
    criticalKpiId: criticalMember(own)?.kpi.id ?? null,
    outcomeKpiId: outcome?.kpi.id ?? null,
    kpiIds: members.map(({ kpi }) => kpi.id),
    subGoalIds: subGoals.map(({ goal: { id } }) => id),
    nextStop: next === null ? null : { stop: next.stop, day: next.day, status: next.status },
    counts: countStatuses(members.map(({ evaluation }) => evaluation.status)),
    subGoalCounts: countStatuses(childStatuses),
    fuel: fuelOfGoal(goal, resources, casesUnder(own), rollup.score, nextStopProgress(outcome)),
  };
}

function nextStopProgress(outcome: GoalMember | undefined): number | null {
  const kpiCase = outcome?.kpiCase ?? null;
  return outcome === undefined || kpiCase === null
    ? null
    : progressAtNextStop(kpiCase.aim, outcome.evaluation.milestones);
}

/** Every goal, from its KPIs, its sub-goals and its outcome KPI (calculations.md §11). */
export function evaluateGoals(
  workspace: Workspace,
  kpis: readonly EvaluatedKpi[],
): { goals: GoalEvaluation[]; issues: Issue[] } {
  const membersOf = new Map<string, GoalMember[]>();
  workspace.kpis.forEach((kpi, i) => {
    if (kpi.goalId === null) return;
    const list = membersOf.get(kpi.goalId) ?? [];
    list.push({ kpi, ...kpis[i] });
    membersOf.set(kpi.goalId, list);
  });
  const rolled = rollGoals(workspace, membersOf);
  const goals: GoalEvaluation[] = [];
  const issues: Issue[] = [];
  for (const goal of workspace.goals) {
    const own = rolled.get(goal.id);
    if (own === undefined) continue;
    const below = workspace.goals.flatMap(({ id, parentGoalId }) =>
      parentGoalId === goal.id ? (rolled.get(id)?.status ?? []) : [],
    );
    goals.push(evaluateGoal(own, below, workspace.resources));
    issues.push(...weightIssue(goal, own.members));
  }
  const caseById = new Map(workspace.kpis.map(({ id }, i) => [id, kpis[i].kpiCase]));
  issues.push(...checkRoutes(workspace.goals, (id) => caseById.get(id) ?? null));
  return { goals, issues };
}
