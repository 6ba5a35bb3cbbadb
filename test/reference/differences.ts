import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { isoDate } from '../../src/core/model/calendar-date.ts';
import type {
  Evaluation,
  FuelEvaluation,
  GoalEvaluation,
  KpiEvaluation,
  MilestoneEvaluation,
} from '../../src/core/model/evaluation.ts';
import type { ForecastMethod, Kpi } from '../../src/core/model/kpi.ts';
import type { Quantity } from '../../src/core/model/quantity.ts';
import { compareChannels, compareDrivers, compareTimeline } from './compare-parts.ts';
import { isSame, type Note, RELATIVE } from './notes.ts';
import type { RandomWorkbook } from './random-workbook.ts';
import { fuelKey, type ReferenceFuel } from './reference-fuel.ts';
import type { ReferenceGoal } from './reference-goals.ts';
import type { ReferenceKpi } from './reference-kpi.ts';
import type { ReferenceStop } from './reference-milestones.ts';
import { referenceOf } from './reference-workspace.ts';

/** The engine's number under a name of the reference. */
function engineNumber(kpi: KpiEvaluation, name: string): number | null {
  const { forecast } = kpi;
  const quantities: Record<string, Quantity | number | null> = {
    forecastValue: forecast.value,
    target: kpi.target,
    actual: kpi.actual,
    baseline: kpi.baseline,
    reference: kpi.reference,
    growthVsReference: kpi.growthVsReference,
    elapsed: kpi.elapsed,
    coverage: kpi.coverage,
    plan: kpi.plan,
    progress: kpi.progress,
    attainment: kpi.attainment,
    gap: kpi.gap,
    gapShare: kpi.gapShare,
    paceIndex: kpi.paceIndex,
    daysBehind: kpi.daysBehind,
    speed: kpi.speed,
    recentSpeed: kpi.recentSpeed,
    requiredSpeed: kpi.requiredSpeed,
    speedFactor: kpi.speedFactor,
    etaDay: kpi.etaDay,
    daysLate: kpi.daysLate,
    meter: kpi.meter,
    course: kpi.course,
    score: kpi.score,
  };
  const found = quantities[name];
  if (found === undefined) throw new Error(`the engine has no ${name}`);
  return found === null || typeof found === 'number' ? found : found.value;
}

/** The methods that go by the measure's earlier years are not known to the reference. */
const isKnown = (method: ForecastMethod | null): boolean =>
  method !== 'trend_season' && method !== 'last_year_share';

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

/** What calculations.md leaves open, or what the engine may choose. */
function isOpen(name: string, got: KpiEvaluation): boolean {
  if (name !== 'forecastValue') return false;
  const { value, method } = got.forecast;
  // Cut where the measure cannot go, which takes its whole history.
  return !isKnown(method) || value.value === 0 || value.value === 1;
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
}

function compareKpi(expected: ReferenceKpi, got: KpiEvaluation, note: Note): void {
  // What the outlook makes of it follows from a measured chance.
  note('status', expected.status, got.statusByPlan);
  note('override', expected.override, got.override?.status ?? null);
  if (expected.reason !== null) note('reason', expected.reason, got.reason);
  note('judgedDay', expected.judgedDay, got.judgedDay);
  if (expected.type === null) return;
  note('type', expected.type, got.type);
  note('isClosed', expected.isClosed, got.isClosed);
  for (const [name, value] of Object.entries(expected.numbers)) {
    if (isOpen(name, got)) continue;
    note(name, value, engineNumber(got, name));
  }
  compareBand(got, note);
  if (expected.type === 'done') return;
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
  compareChannels(expected.channels, got.channels, note);
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
  const reference = referenceOf(workspace, today, (kpiId) => {
    const method = evaluation.kpis.find((kpi) => kpi.kpiId === kpiId)?.forecast.method ?? null;
    return isKnown(method) ? method : null;
  });
  const found: string[] = [];
  const noteFor =
    (what: string): Note =>
    (name, expected, got, tolerance = RELATIVE) => {
      if (isSame(expected, got, tolerance)) return;
      found.push(`${what} on ${isoDate(today)}: ${name} is ${got}, by the definitions ${expected}`);
    };
  workspace.kpis.forEach((kpi, i) => {
    compareKpi(reference.kpis[i], evaluation.kpis[i], noteFor(describe(kpi)));
  });
  // A colour that the outlook moved counts in its goal, and in the goals above it.
  const isMoved = evaluation.kpis.some(({ status, statusByPlan }) => status !== statusByPlan);
  workspace.goals.forEach((goal, i) => {
    if (!isMoved) compareGoal(reference.goals[i], evaluation.goals[i], noteFor(goal.id));
  });
  workspace.goals.forEach((goal, i) => {
    compareDrivers(goal.id, reference.drivers[i], evaluation, noteFor(`drivers of ${goal.id}`));
  });
  return found;
}
