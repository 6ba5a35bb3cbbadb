import { newIssue } from '../language/issue-texts.ts';
import type { DriverEvaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { Goal } from '../model/goal.ts';
import type { Issue } from '../model/issue.ts';
import type { DayRange } from '../model/period.ts';
import { atLeast, knownOr, unknown } from '../model/quantity.ts';
import { factorTogether, neededFactor } from './alternative-route.ts';
import { type Driver, type DriverSet, findDrivers } from './find-drivers.ts';
import type { KpiCase } from './kpi-case.ts';
import { yearEarlier } from './last-year.ts';
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

/**
 * What was planned of a driver over the range: of a total its plan, of a level where it should stand
 * at the end, else the mean of its line.
 */
function plannedOver({ kpiCase }: Driver, range: DayRange): number | null {
  if (kpiCase === null) return null;
  const { plan, target } = kpiCase.inForce;
  if (plan === null) return target;
  const { family } = kpiCase.definition;
  if (family === 'total') return planAt(plan, range.end) - planAt(plan, range.start - 1);
  if (family === 'level') return planAt(plan, range.end);
  let sum = 0;
  for (let day = range.start; day <= range.end; day++) sum += planAt(plan, day);
  return sum / (range.end - range.start + 1);
}

function valuesOver(set: DriverSet, outcome: KpiCase, range: DayRange): Array<number | null> {
  const { values } = outcome.context;
  return set.drivers.map(({ measure, channel }) => values.reader(measure, channel).over(range));
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
  const lastYear = yearEarlier(outcome.measure.cadence, range, outcome.context.cut);
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

/**
 * g = T/B_ref − 1, or T − B_ref. A driver without a KPI, or without a target, stays as it is; null
 * when it has a target but nothing to grow from.
 */
function plannedGrowth(kpiCase: KpiCase | null, kind: DriverSet['kind']): number | null {
  const target = kpiCase?.inForce.target ?? null;
  if (kpiCase === null || target === null) return 0;
  const { reference } = kpiCase.definition;
  if (reference === null) return null;
  if (kind === 'sum') return target - reference;
  return reference === 0 ? null : target / reference - 1;
}

/** Whether the drivers, each on target, would bring the outcome to its target (§12). */
function addUpIssue(goal: Goal, outcome: KpiCase, { kind, drivers }: DriverSet): Issue[] {
  if (outcome.inForce.target === null || outcome.definition.direction !== 1) return [];
  const needed = plannedGrowth(outcome, kind);
  const growths: ReadonlyArray<number | null> = drivers.map(({ kpiCase }) =>
    plannedGrowth(kpiCase, kind),
  );
  if (needed === null || !isFull(growths)) return [];
  const made =
    kind === 'sum'
      ? growths.reduce((sum, growth) => sum + growth, 0)
      : growths.reduce((all, growth) => all * (1 + growth), 1) - 1;
  if (atLeast(made, needed)) return [];
  const shown = (growth: number) => (kind === 'sum' ? growth : { share: growth });
  const details = {
    goal: goal.name,
    sum: shown(made),
    needed: shown(needed),
    shortfall: kind === 'sum' ? needed - made : { points: (needed - made) * 100 },
  };
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
