import type { DriverEvaluation, KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import type { DayRange } from '../../model/period.ts';
import { known, knownOr, unknown } from '../../model/quantity.ts';
import type { EvaluatedKpi } from '../kpi/evaluate-kpi.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import { planOf, targetOf } from '../target/aim.ts';
import { askedOver } from '../target/asking.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import type { Values } from '../values/value-reader.ts';
import { driverOpportunities, gapToClose } from '../ways-out/opportunities.ts';
import { addUpIssue } from './add-up-check.ts';
import { type Contributions, contributionsOf } from './driver-contributions.ts';
import { type Driver, type DriverSet, findDrivers } from './find-drivers.ts';
import { neededChanges, type Outcome } from './needed-change.ts';

/**
 * The days that X describes: from the start to the judged day; on a line the judged interval alone.
 * Null before there is a judged day.
 */
function judgedRange({ judged, period, reading }: KpiCase): DayRange | null {
  const { intervals, judgedIndex } = judged;
  if (judgedIndex === -1) return null;
  const end = intervals.end[judgedIndex];
  return { start: reading.isByInterval ? intervals.start[judgedIndex] : period.start, end };
}

/**
 * What was planned of a driver over the range: of a total its plan, of a level where it should stand
 * at the end, else the mean of its line; of an outcome on a line where every line should stand.
 */
function plannedOver({ kpiCase }: Driver, range: DayRange, outcome: KpiCase): number | null {
  if (kpiCase === null) return null;
  const { aim } = kpiCase;
  const plan = planOf(aim);
  if (plan === null) {
    const since = outcome.definition.isLine ? range.end : range.start;
    return aim.judgedAs === 'threshold' ? askedOver(aim.asking, since, range.end) : targetOf(aim);
  }
  const { family } = kpiCase.definition;
  if (family === 'total') return planAt(plan, range.end) - planAt(plan, range.start - 1);
  if (family === 'level' || outcome.definition.isLine) return planAt(plan, range.end);
  let sum = 0;
  for (let day = range.start; day <= range.end; day++) sum += planAt(plan, day);
  return sum / (range.end - range.start + 1);
}

/** As the outcome reads its own. */
const valuesOver = (
  { drivers }: DriverSet,
  { start, end }: DayRange,
  values: Values,
  { asker }: KpiCase,
): Array<number | null> =>
  drivers.map(({ measure, channel }) =>
    values.reader(measure, { ...asker, channel }).over(start, end),
  );

/** What each driver contributed, held against its plan and against last year. */
function contributionsIn(
  set: DriverSet,
  range: DayRange,
  { kpiCase }: Outcome,
  values: Values,
): Record<DriverEvaluation['against'], Contributions | null> {
  const after = valuesOver(set, range, values, kpiCase);
  const yearBefore = yearEarlier(kpiCase.measure.cadence, range, kpiCase.calendar);
  const planned = set.drivers.map((driver) => plannedOver(driver, range, kpiCase));
  return {
    plan: contributionsOf(set, planned, after),
    last_year: contributionsOf(set, valuesOver(set, yearBefore, values, kpiCase), after),
  };
}

function contributionOf(found: Contributions | null, i: number) {
  if (found === null) {
    return { contribution: unknown('NO_HISTORY'), contributionShare: unknown('NO_HISTORY') };
  }
  const { parts, total } = found;
  return {
    contribution: known(parts[i]),
    contributionShare: total === 0 ? unknown('DIVISION_BY_ZERO') : known(parts[i] / total),
  };
}

function driversOfGoal(
  set: DriverSet,
  range: DayRange,
  outcome: Outcome,
  values: Values,
): DriverEvaluation[] {
  const { goal, kpiCase, evaluation } = outcome;
  const { alone, together } = neededChanges(set, outcome);
  const contributions = contributionsIn(set, range, outcome, values);
  const gap = gapToClose({
    ...evaluation,
    target: evaluation.target.value,
    forecast: evaluation.forecast.value.value,
  });
  const opportunities = driverOpportunities(
    alone.map((change, i) => ({
      change,
      contribution: contributions.plan?.parts[i] ?? null,
    })),
    gap,
  );
  return (['plan', 'last_year'] as const).flatMap((against) =>
    set.drivers.map(
      (driver, i): DriverEvaluation => ({
        goalId: goal.id,
        outcomeKpiId: kpiCase.kpi.id,
        driverKpiId: driver.kpiCase?.kpi.id ?? null,
        driverMeasureId: driver.measure.id,
        name: (driver.kpiCase?.kpi ?? driver.measure).name,
        order: i,
        against,
        ...contributionOf(contributions[against], i),
        neededChangeAlone: knownOr(alone[i], 'NOT_APPLICABLE'),
        neededChangeTogether: knownOr(together, 'NOT_APPLICABLE'),
        opportunity: opportunities[i],
      }),
    ),
  );
}

/** What is done or not, or of which nobody knows what is asked, is driven by no measure. */
const isDecided = (kpiCase: KpiCase | null): kpiCase is KpiCase =>
  kpiCase !== null && kpiCase.aim.judgedAs !== 'undecided' && kpiCase.aim.judgedAs !== 'done';

/** Null for a goal whose outcome cannot be judged, or that has none. */
function outcomeOf(goal: Goal, members: readonly EvaluatedKpi[]): Outcome | null {
  const outcome = members.find(({ evaluation }) => evaluation.kpiId === goal.outcomeKpiId);
  if (outcome === undefined || !isDecided(outcome.kpiCase)) return null;
  const others = new Map<KpiCase, KpiEvaluation>();
  for (const { kpiCase, evaluation } of members) {
    if (isDecided(kpiCase) && kpiCase !== outcome.kpiCase) others.set(kpiCase, evaluation);
  }
  return { goal, kpiCase: outcome.kpiCase, evaluation: outcome.evaluation, others };
}

/**
 * The drivers of every goal that has an outcome KPI (calculations.md §12).
 *
 * @param membersOf the KPIs of each goal
 */
export function evaluateDrivers(
  { workspace, values, measureById }: EvaluationContext,
  membersOf: ReadonlyMap<string, readonly EvaluatedKpi[]>,
): { drivers: DriverEvaluation[]; issues: Issue[] } {
  const drivers: DriverEvaluation[] = [];
  const issues: Issue[] = [];
  for (const goal of workspace.goals) {
    const outcome = outcomeOf(goal, membersOf.get(goal.id) ?? []);
    const range = outcome === null ? null : judgedRange(outcome.kpiCase);
    if (outcome === null || range === null) continue;
    const { kpiCase, others } = outcome;
    const set = findDrivers(kpiCase, [...others.keys()], range, measureById);
    if (set === null) continue;
    drivers.push(...driversOfGoal(set, range, outcome, values));
    issues.push(...addUpIssue(goal, kpiCase, set));
  }
  return { drivers, issues };
}
