import type { DriverEvaluation, KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { Issue } from '../../model/issue.ts';
import type { DayRange } from '../../model/period.ts';
import { known, type Quantity, type ReasonCode, unknown } from '../../model/quantity.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import { wholeInterval } from '../period/judged-day.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import type { Values } from '../values/value-reader.ts';
import { driverOpportunities, gapToClose } from '../ways-out/opportunities.ts';
import { addUpIssue } from './add-up-check.ts';
import { factorTogether, neededFactor } from './alternative-route.ts';
import { type Contributions, contributionsOf } from './driver-contributions.ts';
import { type Driver, type DriverSet, findDrivers } from './find-drivers.ts';

/** A KPI with what it is made of; null for one that could not be prepared. */
export interface EvaluatedKpi {
  kpiCase: KpiCase | null;
  evaluation: KpiEvaluation;
}

/**
 * The days that X describes: from the start to the judged day, whole intervals at both ends; on a
 * line the judged interval alone. Null before there is a judged day.
 */
function judgedRange({ judged, measure, definition, calendar }: KpiCase): DayRange | null {
  const { intervals, judgedIndex } = judged;
  if (judgedIndex === -1) return null;
  const end = intervals.whole.end[judgedIndex];
  if (definition.isLine) return { start: intervals.whole.start[judgedIndex], end };
  return { start: wholeInterval(measure, intervals.start[0], calendar).start, end };
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

const valuesOver = (
  { drivers }: DriverSet,
  { start, end }: DayRange,
  values: Values,
): Array<number | null> =>
  drivers.map(({ measure, channel }) => values.reader(measure, channel).over(start, end));

/** The outcome of a goal, and the other KPIs of the goal. */
interface Outcome {
  readonly goal: Goal;
  readonly kpiCase: KpiCase;
  readonly evaluation: KpiEvaluation;
  readonly others: ReadonlyMap<KpiCase, KpiEvaluation>;
}

/** κ of the outcome; null without a gap that could be closed. */
function factorOf({ kpiCase, evaluation }: Outcome): number | null {
  const target = evaluation.target.value;
  const actual = evaluation.actual.value;
  const forecast = evaluation.forecast.value.value;
  const { direction, family } = kpiCase.definition;
  if (target === null || actual === null || forecast === null || direction === null) return null;
  return neededFactor(family, direction, { target, actual, forecast });
}

/** Of a sum one driver alone has to make up the whole shortfall from what it still brings. */
function factorAlone(
  kind: DriverSet['kind'],
  { kpiCase }: Driver,
  factor: number,
  { evaluation: outcome, others }: Outcome,
): number | null {
  if (kind === 'product') return factor;
  const own = kpiCase === null ? undefined : others.get(kpiCase);
  const forecast = own?.forecast.value.value ?? null;
  const actual = own?.actual.value ?? null;
  const target = outcome.target.value;
  const expected = outcome.forecast.value.value;
  if (forecast === null || actual === null || target === null || expected === null) return null;
  const toCome = outcome.family === 'total' ? forecast - actual : forecast;
  return toCome > 0 ? 1 + (target - expected) / toCome : null;
}

/** By what share each driver must change alone, and all of them alike. */
function neededChanges({ kind, drivers }: DriverSet, outcome: Outcome) {
  const factor = factorOf(outcome);
  if (factor === null) return { alone: drivers.map(() => null), together: null };
  return {
    alone: drivers.map((driver) => {
      const alone = factorAlone(kind, driver, factor, outcome);
      return alone === null ? null : alone - 1;
    }),
    together: (kind === 'sum' ? factor : factorTogether(factor, drivers.length)) - 1,
  };
}

/** What each driver contributed, held against its plan and against last year. */
function contributionsIn(
  set: DriverSet,
  range: DayRange,
  { kpiCase }: Outcome,
  values: Values,
): Record<DriverEvaluation['against'], Contributions | null> {
  const after = valuesOver(set, range, values);
  const yearBefore = yearEarlier(kpiCase.measure.cadence, range, kpiCase.calendar);
  const planned = set.drivers.map((driver) => plannedOver(driver, range, kpiCase));
  return {
    plan: contributionsOf(set, planned, after),
    last_year: contributionsOf(set, valuesOver(set, yearBefore, values), after),
  };
}

const orUnknown = (value: number | null, reason: ReasonCode): Quantity =>
  value === null ? unknown(reason) : known(value);

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
        neededChangeAlone: orUnknown(alone[i], 'NOT_APPLICABLE'),
        neededChangeTogether: orUnknown(together, 'NOT_APPLICABLE'),
        opportunity: opportunities[i],
      }),
    ),
  );
}

/** Null for a goal whose outcome cannot be judged, or that has none. */
function outcomeOf(goal: Goal, members: readonly EvaluatedKpi[]): Outcome | null {
  const outcome = members.find(({ evaluation }) => evaluation.kpiId === goal.outcomeKpiId);
  if (outcome === undefined || outcome.kpiCase === null) return null;
  const others = new Map<KpiCase, KpiEvaluation>();
  for (const { kpiCase, evaluation } of members) {
    if (kpiCase !== null && kpiCase !== outcome.kpiCase) others.set(kpiCase, evaluation);
  }
  return { goal, kpiCase: outcome.kpiCase, evaluation: outcome.evaluation, others };
}

function membersByGoal(kpis: readonly EvaluatedKpi[]): Map<string | null, EvaluatedKpi[]> {
  const membersOf = new Map<string | null, EvaluatedKpi[]>();
  for (const member of kpis) {
    if (member.kpiCase === null) continue;
    const { goalId } = member.kpiCase.kpi;
    const members = membersOf.get(goalId);
    if (members === undefined) membersOf.set(goalId, [member]);
    else members.push(member);
  }
  return membersOf;
}

/** The drivers of every goal that has an outcome KPI (calculations.md §12). */
export function evaluateDrivers(
  { workspace, values, measureById }: EvaluationContext,
  kpis: readonly EvaluatedKpi[],
): { drivers: DriverEvaluation[]; issues: Issue[] } {
  const drivers: DriverEvaluation[] = [];
  const issues: Issue[] = [];
  const membersOf = membersByGoal(kpis);
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
