import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { isoDate } from '../../src/core/model/calendar-date.ts';
import type {
  Evaluation,
  FuelEvaluation,
  GoalEvaluation,
  KpiEvaluation,
  MilestoneEvaluation,
} from '../../src/core/model/evaluation.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import { compareChannels, compareDrivers, compareTimeline } from './compare-parts.ts';
import { type Awaited, engineNumbers } from './engine-numbers.ts';
import { fuelKey, type ReferenceFuel } from './naive/fuel.ts';
import type { ReferenceGoal } from './naive/goals.ts';
import type { ReferenceKpi } from './naive/kpi.ts';
import type { ReferenceStop } from './naive/stopovers.ts';
import { type Choices, referenceOf } from './naive/workspace.ts';
import { isSame, type Note } from './notes.ts';
import type { RandomWorkbook } from './random-workbook.ts';

function numberOf(kpi: KpiEvaluation, name: string): number | null {
  const found = engineNumbers(kpi)[name];
  if (found === undefined) throw new Error(`the engine has no ${name}`);
  return found;
}

const BETTER: Partial<Record<StatusCode, StatusCode>> = {
  at_risk: 'on_course',
  off_course: 'at_risk',
};

/** §8, Outlook: where a chance that was measured moves a colour. */
function movedBy(byPlan: StatusCode, probability: number | null): StatusCode {
  if (probability === null) return byPlan;
  if (byPlan === 'on_course' && probability < 0.1) return 'at_risk';
  if (byPlan === 'at_risk' && probability < 0.02) return 'off_course';
  return probability > 0.9 ? (BETTER[byPlan] ?? byPlan) : byPlan;
}

/** The engine chooses methods, and by them moves colours: of both it only has to keep the rules. */
const choicesOf = (evaluation: Evaluation, kpis: readonly Kpi[]): Choices => {
  const engineOf = (kpiId: string) => evaluation.kpis.find((kpi) => kpi.kpiId === kpiId);
  return {
    methodOf: (kpiId) => engineOf(kpiId)?.forecast.method ?? null,
    shownStatusOf: (kpiId, byPlan) => {
      const engine = engineOf(kpiId);
      const isNamed = kpis.some(
        ({ id, forecastMethod }) => id === kpiId && forecastMethod !== null,
      );
      if (engine === undefined || isNamed) return byPlan;
      const moved = movedBy(byPlan, engine.forecast.probability.value);
      return engine.status === moved ? moved : byPlan;
    },
  };
};

/** Bands are measured, not defined: they hold the forecast, and nothing is certain beforehand. */
function compareBand({ forecast }: KpiEvaluation, note: Note): void {
  const { value, low, high, probability } = forecast;
  if (value.value === null || low.value === null || high.value === null) return;
  const slack = 1e-9 * Math.max(1, Math.abs(value.value));
  note('band holds its forecast', true, low.value <= value.value + slack);
  note('band holds its forecast', true, high.value >= value.value - slack);
  const chance = probability.value ?? 0.5;
  const isDecided = chance === 0 || chance === 1;
  note('chance', true, isDecided || (chance >= 0.01 && chance <= 0.99));
}

function compareStop(expected: ReferenceStop, got: MilestoneEvaluation, note: Note): void {
  const name = (part: string) => `stopover ${got.order} ${part}`;
  note(name('status'), expected.status, got.status);
  note(name('reachedDay'), expected.reachedDay, got.reachedDay);
  note(name('etaDay'), expected.etaDay, got.etaDay);
  note(name('isNext'), expected.isNext, got.isNext);
  note(name('daysLate'), expected.daysLate, got.daysLate.value);
  note(name('valueToGo'), expected.valueToGo, got.valueToGo.value);
  note(name('requiredSpeed'), expected.requiredSpeed, got.requiredSpeed.value);
  note(name('legProgress'), expected.legProgress, got.legProgress.value);
}

function compareFuel(expected: ReferenceFuel, got: FuelEvaluation, note: Note): void {
  const name = (part: string) => `${expected.resource} ${part}`;
  note(name('status'), expected.status, got.status);
  note(name('budget'), expected.budget, got.budget.value);
  note(name('used'), expected.used, got.used.value);
  note(name('left'), expected.left, got.left.value);
  note(name('need'), expected.need, got.need.value);
  note(name('index'), expected.index, got.index.value);
  note(name('completionEstimate'), expected.completionEstimate, got.completionEstimate.value);
  note(name('daysLeft'), expected.daysLeft, got.daysLeft.value);
  note(name('nextStopIndex'), expected.nextStopIndex, got.nextStopIndex.value);
  const { ranOutDay } = got as { ranOutDay?: number | null };
  if (ranOutDay !== undefined) note(name('ranOutDay'), expected.ranOutDay, ranOutDay);
}

function compareJudgement(expected: ReferenceKpi, got: KpiEvaluation, note: Note): void {
  note('status', expected.status, got.status);
  note('status by plan', expected.statusByPlan, got.statusByPlan);
  note('override', expected.override, got.override?.status ?? null);
  if (expected.reason !== null) note('reason', expected.reason, got.reason);
  note('judgedDay', expected.judgedDay, got.judgedDay);
  for (const [name, value] of Object.entries(expected.numbers)) {
    note(name, value, numberOf(got, name));
  }
  if (expected.type === null) return;
  note('type', expected.type, got.type);
  note('isClosed', expected.isClosed, got.isClosed);
  compareBand(got, note);
  if (expected.every === null) return;
  note('periods met', expected.every.met, (got as Awaited).periodsMet ?? null);
  note('periods judged', expected.every.judged, (got as Awaited).periodsJudged ?? null);
}

function compareKpi(expected: ReferenceKpi, got: KpiEvaluation, note: Note): void {
  compareJudgement(expected, got, note);
  if (expected.type === null || expected.type === 'done') return;
  note('flags', [...expected.flags].sort().join(), [...got.flags].sort().join());
  note('version 1 status', expected.versionOne.status, got.versionOne.status);
  note('version 1 progress', expected.versionOne.progress, got.versionOne.progress.value);
  if (expected.signal !== undefined) {
    note('signal', expected.signal?.rule ?? null, got.signal?.rule ?? null);
    note('favourable', expected.signal?.isFavourable ?? null, got.signal?.isFavourable ?? null);
  }
  note('resources', expected.fuel.length, got.fuel.length);
  expected.fuel.forEach((fuel) => {
    const other = got.fuel.find((one) => fuelKey(one) === fuel.resource);
    if (other !== undefined) compareFuel(fuel, other, note);
  });
  compareTimeline(expected.timeline, got.timeline, note);
  compareChannels(expected.channels, got.channels, expected.every !== null, note);
  if (expected.type !== 'reach') return;
  note('direction', expected.direction, expected.direction === null ? null : got.direction);
  note('stopovers', expected.milestones.length, got.milestones.length);
  if (expected.milestones.length !== got.milestones.length) return;
  expected.milestones.forEach((stop, i) => {
    compareStop(stop, got.milestones[i], note);
  });
}

function compareGoal(expected: ReferenceGoal, got: GoalEvaluation, note: Note): void {
  note('status', expected.status, got.status);
  note('course', expected.course, got.course.value);
  note('progress', expected.score, got.progress.value);
  note('judgedShare', expected.judgedShare, got.judgedShare.value);
}

const describe = (kpi: Kpi): string =>
  `${kpi.id} (${kpi.kind}, ${isoDate(kpi.start)} – ${isoDate(kpi.due)})`;

/** Where the engine and the reference differ on a workbook, in words; empty when they agree. */
export function differencesOn(
  { workspace, today }: RandomWorkbook,
  evaluate: (book: RandomWorkbook) => Evaluation = (book) =>
    evaluateWorkspace(book.workspace, book.today),
): string[] {
  const evaluation = evaluate({ workspace, today });
  const reference = referenceOf(workspace, today, choicesOf(evaluation, workspace.kpis));
  const found: string[] = [];
  const noteFor =
    (what: string): Note =>
    (name, expected, got) => {
      if (isSame(expected, got)) return;
      found.push(`${what} on ${isoDate(today)}: ${name} is ${got}, by the definitions ${expected}`);
    };
  workspace.kpis.forEach((kpi, i) => {
    compareKpi(reference.kpis[i], evaluation.kpis[i], noteFor(describe(kpi)));
  });
  workspace.goals.forEach((goal, i) => {
    compareGoal(reference.goals[i], evaluation.goals[i], noteFor(goal.id));
  });
  workspace.goals.forEach((goal, i) => {
    compareDrivers(goal.id, reference.drivers[i], evaluation, noteFor(`drivers of ${goal.id}`));
  });
  return found;
}
