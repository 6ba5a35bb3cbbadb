import { newIssue } from '../language/issue-texts.ts';
import { addYears } from '../model/calendar-date.ts';
import type { DriverEvaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { Goal } from '../model/goal.ts';
import type { Issue } from '../model/issue.ts';
import type { DayRange } from '../model/period.ts';
import { atLeast, knownOr, unknown } from '../model/quantity.ts';
import { factorTogether, neededFactor } from './alternative-route.ts';
import { type Driver, type DriverSet, findDrivers } from './find-drivers.ts';
import type { KpiCase } from './kpi-case.ts';
import { planAt } from './plan.ts';
import { splitDifference } from './split-difference.ts';
import { wholeInterval } from './value-reader.ts';

/** A KPI with what it is made of; null for one that could not be prepared. */
export interface EvaluatedKpi {
  kpiCase: KpiCase | null;
  evaluation: KpiEvaluation;
}

/** The days from the start to the judged day, whole intervals at both ends. */
function judgedRange({ judged, measure, context }: KpiCase): DayRange | null {
  const { intervals, judgedIndex } = judged;
  if (judgedIndex === -1) return null;
  const first = wholeInterval(measure, intervals[0].start, context.cut);
  return { start: first.start, end: intervals[judgedIndex].whole.end };
}

/** What was planned of a driver over the range: of a total its plan, else the mean of its line. */
function plannedOver({ kpiCase }: Driver, range: DayRange): number | null {
  if (kpiCase === null) return null;
  const { plan, target } = kpiCase.inForce;
  if (plan === null) return target;
  if (kpiCase.definition.family === 'total') {
    return planAt(plan, range.end) - planAt(plan, range.start - 1);
  }
  let sum = 0;
  for (let day = range.start; day <= range.end; day++) sum += planAt(plan, day);
  return sum / (range.end - range.start + 1);
}

function valuesOver(set: DriverSet, outcome: KpiCase, range: DayRange): Array<number | null> {
  const { values } = outcome.context;
  return set.drivers.map(({ measure }) => values.reader(measure, outcome.kpi.channel).over(range));
}

const isFull = (values: ReadonlyArray<number | null>): values is readonly number[] =>
  values.every((value) => value !== null);

/** What each driver added to the difference; null when a value is missing. */
function contributions(
  { kind }: DriverSet,
  before: ReadonlyArray<number | null>,
  after: ReadonlyArray<number | null>,
): number[] | null {
  if (!isFull(before) || !isFull(after)) return null;
  if (kind === 'sum') return after.map((value, i) => value - before[i]);
  return splitDifference(before, after);
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
  const lastYear = { start: addYears(range.start, -1), end: addYears(range.end, -1) };
  const befores = {
    plan: set.drivers.map((driver) => plannedOver(driver, range)),
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

  const drivers = (['plan', 'last_year'] as const).flatMap((against) => {
    const parts = contributions(set, befores[against], after);
    const total = parts?.reduce((sum, part) => sum + part, 0) ?? 0;
    return set.drivers.map((driver, i): DriverEvaluation => {
      const alone = factor === null ? null : factorAlone(set, driver, factor, evaluation, others);
      return {
        goalId: goal.id,
        outcomeKpiId: outcome.kpi.id,
        driverKpiId: driver.kpiCase?.kpi.id ?? null,
        driverMeasureId: driver.measure.id,
        order: i,
        against,
        contribution: knownOr(parts?.[i] ?? null, 'NO_HISTORY'),
        contributionShare:
          parts === null ? unknown('NO_HISTORY') : knownOr(parts[i] / total, 'DIVISION_BY_ZERO'),
        neededChangeAlone: knownOr(alone === null ? null : alone - 1, 'NOT_APPLICABLE'),
        neededChangeTogether: knownOr(together === null ? null : together - 1, 'NOT_APPLICABLE'),
      };
    });
  });
  return { set, drivers };
}

/** g = T/B_ref − 1, or T − B_ref; a driver without a target of its own stays as it is. */
function plannedGrowth(kpiCase: KpiCase | null, kind: DriverSet['kind']): number {
  const target = kpiCase?.inForce.target ?? null;
  const reference = kpiCase?.definition.reference ?? null;
  if (target === null || reference === null) return 0;
  if (kind === 'sum') return target - reference;
  return reference === 0 ? 0 : target / reference - 1;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

/** Whether the drivers, each on target, would bring the outcome to its target (§12). */
function addUpIssue(goal: Goal, outcome: KpiCase, set: DriverSet): Issue[] {
  const { target } = outcome.inForce;
  const { reference, direction } = outcome.definition;
  if (target === null || reference === null || reference === 0 || direction !== 1) return [];
  const needed = plannedGrowth(outcome, set.kind);
  const growths = set.drivers.map(({ kpiCase }) => plannedGrowth(kpiCase, set.kind));
  const made =
    set.kind === 'sum'
      ? growths.reduce((sum, growth) => sum + growth, 0)
      : growths.reduce((all, growth) => all * (1 + growth), 1) - 1;
  if (atLeast(made, needed)) return [];
  const words = set.kind === 'sum' ? String : percent;
  const details = { goal: goal.name, sum: words(made), needed: words(needed) };
  return [newIssue('W_ADD_UP', goal.place, details, { goalId: goal.id })];
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
