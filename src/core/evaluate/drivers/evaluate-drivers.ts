import type { DriverEvaluation, KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import type { DayRange } from '../../model/period.ts';
import { knownOr, unknown } from '../../model/quantity.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { wholeInterval } from '../values/value-reader.ts';
import { driverOpportunities, gapToClose } from '../ways-out/opportunities.ts';
import { addUpIssue } from './add-up-check.ts';
import { factorTogether, neededFactor } from './alternative-route.ts';
import { contributionsOf } from './driver-contributions.ts';
import { type Driver, type DriverSet, findDrivers } from './find-drivers.ts';

/** A KPI with what it is made of; null for one that could not be prepared. */
export interface EvaluatedKpi {
  kpiCase: KpiCase | null;
  evaluation: KpiEvaluation;
}

/**
 * The days that X describes: from the start to the judged day, whole intervals at both ends; on a
 * line the judged interval alone.
 */
function judgedRange({ judged, measure, definition, context }: KpiCase): DayRange | null {
  const { intervals, judgedIndex } = judged;
  if (judgedIndex === -1) return null;
  if (definition.isLine) return intervals[judgedIndex].whole;
  const first = wholeInterval(measure, intervals[0].start, context.cut);
  return { start: first.start, end: intervals[judgedIndex].whole.end };
}

/**
 * What was planned of a driver over the range: of a total its plan, of a level where it should stand
 * at the end, else the mean of its line; of an outcome on a line where every line should stand.
 */
function plannedOver({ kpiCase }: Driver, range: DayRange, outcome: KpiCase): number | null {
  if (kpiCase === null) return null;
  const plan = planOf(kpiCase.aim);
  if (plan === null) return targetOf(kpiCase.aim);
  const { family } = kpiCase.definition;
  if (family === 'total') return planAt(plan, range.end) - planAt(plan, range.start - 1);
  if (family === 'level' || outcome.definition.isLine) return planAt(plan, range.end);
  let sum = 0;
  for (let day = range.start; day <= range.end; day++) sum += planAt(plan, day);
  return sum / (range.end - range.start + 1);
}

function valuesOver(set: DriverSet, outcome: KpiCase, range: DayRange): Array<number | null> {
  const { values } = outcome.context;
  return set.drivers.map(({ measure, channel }) => values.reader(measure, channel).over(range));
}

/** Of a sum one driver alone has to make up the whole shortfall from what it still brings. */
function factorAlone(
  set: DriverSet,
  driver: Driver,
  factor: number,
  outcome: KpiEvaluation,
  others: ReadonlyMap<KpiCase, KpiEvaluation>,
): number | null {
  if (set.kind === 'product') return factor;
  const own = driver.kpiCase === null ? undefined : others.get(driver.kpiCase);
  const forecast = own?.forecast.value.value ?? null;
  const actual = own?.actual.value ?? null;
  const target = outcome.target.value;
  const expected = outcome.forecast.value.value;
  if (forecast === null || actual === null || target === null || expected === null) return null;
  const toCome = outcome.family === 'total' ? forecast - actual : forecast;
  return toCome > 0 ? 1 + (target - expected) / toCome : null;
}

interface GoalDrivers {
  set: DriverSet;
  drivers: DriverEvaluation[];
}

function evaluateGoalDrivers(
  goal: Goal,
  outcome: KpiCase,
  evaluation: KpiEvaluation,
  others: ReadonlyMap<KpiCase, KpiEvaluation>,
): GoalDrivers | null {
  const range = judgedRange(outcome);
  if (range === null) return null;
  const set = findDrivers(outcome, [...others.keys()], range);
  if (set === null) return null;
  const after = valuesOver(set, outcome, range);
  const lastYear = yearEarlier(outcome.measure.cadence, range, outcome.context.calendar);
  const befores = {
    plan: set.drivers.map((driver) => plannedOver(driver, range, outcome)),
    last_year: valuesOver(set, outcome, lastYear),
  };
  const target = evaluation.target.value;
  const actual = evaluation.actual.value;
  const forecast = evaluation.forecast.value.value;
  const direction = outcome.definition.direction;
  const factor =
    target === null || actual === null || forecast === null || direction === null
      ? null
      : neededFactor(outcome.definition.family, direction, { target, actual, forecast });
  const together =
    factor === null
      ? null
      : set.kind === 'sum'
        ? factor
        : factorTogether(factor, set.drivers.length);

  const changes = set.drivers.map((driver) => {
    const alone = factor === null ? null : factorAlone(set, driver, factor, evaluation, others);
    return alone === null ? null : alone - 1;
  });
  const contributions = {
    plan: contributionsOf(set, befores.plan, after),
    last_year: contributionsOf(set, befores.last_year, after),
  };
  const gap = gapToClose({ ...evaluation, target, forecast });
  const opportunities = driverOpportunities(
    changes.map((change, i) => ({
      change,
      contribution: contributions.plan?.parts[i] ?? null,
    })),
    gap,
  );
  const drivers = (['plan', 'last_year'] as const).flatMap((against) => {
    const found = contributions[against];
    return set.drivers.map(
      (driver, i): DriverEvaluation => ({
        goalId: goal.id,
        outcomeKpiId: outcome.kpi.id,
        driverKpiId: driver.kpiCase?.kpi.id ?? null,
        driverMeasureId: driver.measure.id,
        name: (driver.kpiCase?.kpi ?? driver.measure).name,
        order: i,
        against,
        contribution: knownOr(found?.parts[i] ?? null, 'NO_HISTORY'),
        contributionShare:
          found === null
            ? unknown('NO_HISTORY')
            : knownOr(found.parts[i] / found.total, 'DIVISION_BY_ZERO'),
        neededChangeAlone: knownOr(changes[i], 'NOT_APPLICABLE'),
        neededChangeTogether: knownOr(together === null ? null : together - 1, 'NOT_APPLICABLE'),
        opportunity: opportunities[i],
      }),
    );
  });
  return { set, drivers };
}

/** The drivers of every goal that has an outcome KPI (calculations.md §12). */
export function evaluateDrivers(
  goals: readonly Goal[],
  kpis: readonly EvaluatedKpi[],
): { drivers: DriverEvaluation[]; issues: Issue[] } {
  const drivers: DriverEvaluation[] = [];
  const issues: Issue[] = [];
  for (const goal of goals) {
    const members = kpis.filter(({ kpiCase }) => kpiCase?.kpi.goalId === goal.id);
    const outcome = members.find(({ evaluation }) => evaluation.kpiId === goal.outcomeKpiId);
    if (outcome === undefined || outcome.kpiCase === null) continue;
    const others = new Map<KpiCase, KpiEvaluation>();
    for (const { kpiCase, evaluation } of members) {
      if (kpiCase !== null && kpiCase !== outcome.kpiCase) others.set(kpiCase, evaluation);
    }
    const found = evaluateGoalDrivers(goal, outcome.kpiCase, outcome.evaluation, others);
    if (found === null) continue;
    drivers.push(...found.drivers);
    issues.push(...addUpIssue(goal, outcome.kpiCase, found.set));
  }
  return { drivers, issues };
}
