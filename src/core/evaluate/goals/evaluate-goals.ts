import type { GoalEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import { knownOr } from '../../model/quantity.ts';
import { isJudged, type StatusCode, statusOrder } from '../../model/status.ts';
import type { Workspace } from '../../model/workspace.ts';
import { progressAtNextStop } from '../fuel/kpi-fuel.ts';
import type { EvaluatedKpi } from '../kpi/evaluate-kpi.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { fuelOfGoal } from './goal-fuel.ts';
import { nextGoalStop } from './goal-stops.ts';
import { progressBefore } from './progress-before.ts';
import { type RolledGoal, rollGoals } from './roll-goals.ts';
import { countStatuses, filledWeights } from './rollup.ts';
import { checkRoutes } from './route-check.ts';

const DAYS_PER_YEAR = 365.25;

/** From the goal's own dates, else those of its KPIs. */
function periodOf(
  goal: Goal,
  members: readonly EvaluatedKpi[],
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

/**
 * The KPI that needs attention first; of equal statuses the one furthest behind. A weight of 0 is
 * information only: nothing has to be done about it for the goal.
 */
function worstMember(members: readonly EvaluatedKpi[]): EvaluatedKpi | null {
  let worst: EvaluatedKpi | null = null;
  const rank = ({ evaluation }: EvaluatedKpi): [number, number] => [
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

/** Some weights filled and some not; one that is wrong was not left blank. */
function weightIssue(goal: Goal, members: readonly EvaluatedKpi[]): Issue[] {
  const weights = members.flatMap(({ kpi }) => (kpi.errors.length > 0 ? [] : [kpi.weight]));
  const hasBlank = weights.some((weight) => weight === null);
  const hasFilled = weights.some((weight) => weight !== null);
  if (!hasBlank || !hasFilled) return [];
  const weight = filledWeights(weights)[weights.indexOf(null)];
  return [newIssue('W_WEIGHT', goal.place, { goal: goal.name, weight }, { goalId: goal.id })];
}

/** The KPIs of a goal and of every goal below it. */
function casesUnder(goal: RolledGoal): KpiCase[] {
  const cases: KpiCase[] = [];
  const open = [goal];
  for (let own = open.pop(); own !== undefined; own = open.pop()) {
    for (const { kpiCase } of own.members) if (kpiCase !== null) cases.push(kpiCase);
    open.push(...own.subGoals);
  }
  return cases;
}

const FAILED: ReadonlySet<StatusCode> = new Set(['off_course', 'missed']);

/** The KPI that is why the goal is off course, whatever the others do. */
function criticalMember({ goal, status, members }: RolledGoal): EvaluatedKpi | null {
  const hasOutcome = members.some(({ kpi }) => kpi.id === goal.outcomeKpiId);
  if (goal.statusRule !== 'worst_critical' || status !== 'off_course' || hasOutcome) return null;
  const isFailed = ({ kpi, evaluation }: EvaluatedKpi) =>
    kpi.isCritical && evaluation.weight > 0 && FAILED.has(evaluation.status);
  return members.find(isFailed) ?? null;
}

/** What is known around a goal. */
interface Around {
  /** Of the goals right below it. */
  readonly statusesBelow: readonly StatusCode[];
  readonly resources: Workspace['resources'];
  readonly progressBefore: number | null;
}

function evaluateGoal(
  own: RolledGoal,
  { statusesBelow, resources, progressBefore: before }: Around,
): GoalEvaluation {
  const { goal, rollup, members, subGoals } = own;
  const outcome = members.find(({ kpi }) => kpi.id === goal.outcomeKpiId);
  const period = periodOf(goal, members);
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
    subGoalCounts: countStatuses(statusesBelow),
    fuel:
      resources.length === 0
        ? []
        : fuelOfGoal(goal, resources, casesUnder(own), rollup.score, nextStopProgress(outcome)),
  };
}

function nextStopProgress(outcome: EvaluatedKpi | undefined): number | null {
  const kpiCase = outcome?.kpiCase ?? null;
  return outcome === undefined || kpiCase === null
    ? null
    : progressAtNextStop(kpiCase.aim, outcome.evaluation.milestones);
}

/**
 * Every goal, from its KPIs, its sub-goals and its outcome KPI (calculations.md §11).
 *
 * @param membersOf the KPIs of each goal
 */
export function evaluateGoals(
  { goals, settings, resources }: Workspace,
  kpis: readonly EvaluatedKpi[],
  membersOf: ReadonlyMap<string, readonly EvaluatedKpi[]>,
): { goals: GoalEvaluation[]; issues: Issue[] } {
  const childrenOf = groupBy(goals, ({ parentGoalId }) => parentGoalId);
  const rolledById = rollGoals(goals, childrenOf, membersOf, settings);
  const rolled = goals.flatMap(({ id }) => rolledById.get(id) ?? []);
  const before = new Map<string, number | null>();
  for (const own of rolledById.values()) {
    before.set(
      own.goal.id,
      progressBefore(own, ({ goal }) => before.get(goal.id) ?? null),
    );
  }
  const resourcesOf = groupBy(resources, ({ goalId, kpiId }) => (kpiId === null ? goalId : null));
  const caseById = new Map(kpis.map(({ kpi, kpiCase }) => [kpi.id, kpiCase]));
  return {
    goals: rolled.map((own) => {
      const { id } = own.goal;
      return evaluateGoal(own, {
        statusesBelow: (childrenOf.get(id) ?? []).flatMap(
          (child) => rolledById.get(child.id)?.status ?? [],
        ),
        resources: resourcesOf.get(id) ?? [],
        progressBefore: before.get(id) ?? null,
      });
    }),
    issues: [
      ...rolled.flatMap(({ goal, members }) => weightIssue(goal, members)),
      ...checkRoutes(goals, (id) => caseById.get(id) ?? null),
    ],
  };
}
