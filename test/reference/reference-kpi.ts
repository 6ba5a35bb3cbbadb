import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Signal } from '../../src/core/model/evaluation.ts';
import type { ForecastMethod, Kpi } from '../../src/core/model/kpi.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import type { TargetChange } from '../../src/core/model/workspace.ts';
import { type Book, operandsOf } from './naive-rows.ts';
import { arrivalDay, speedsOf } from './reference-arrival.ts';
import {
  type Case,
  coverageOf,
  hasWeight,
  isClosed,
  lacksTotal,
  openCase,
} from './reference-case.ts';
import { channelsOfCase, type ReferenceChannel } from './reference-channels.ts';
import { courseOf, meterOf, scoreOf } from './reference-course.ts';
import { above, type Definition, define } from './reference-definition.ts';
import { judgeDone } from './reference-done.ts';
import { defaultMethod, forecastBy } from './reference-forecast.ts';
import { fuelsOf, type ReferenceFuel } from './reference-fuel.ts';
import { grownTarget, growthReference } from './reference-last-year.ts';
import { milestonesOf, type ReferenceStop } from './reference-milestones.ts';
import { daysBehind, fiveNumbers } from './reference-numbers.ts';
import { overrideOf } from './reference-override.ts';
import { signalOf } from './reference-signal.ts';
import { judge } from './reference-status.ts';
import { type ReferenceInterval, timelineOfCase } from './reference-timeline.ts';
import { changesOf, versionedPlan } from './reference-versions.ts';

/** The published numbers of a KPI, under the names of KpiEvaluation; null where there is none. */
export interface ReferenceKpi {
  kpiId: string;
  type: string | null;
  direction: number | null;
  status: StatusCode;
  reason: string | null;
  flags: readonly string[];
  isClosed: boolean;
  judgedDay: Day | null;
  milestones: readonly ReferenceStop[];
  fuel: readonly ReferenceFuel[];
  /** Undefined where §14 is not asked. */
  signal?: Signal | null;
  versionOne: { progress: number | null; status: StatusCode | null };
  channels: readonly ReferenceChannel[];
  timeline: readonly ReferenceInterval[];
  override: StatusCode | null;
  /** What it was read from; null for an invalid one. */
  kase: Case | null;
  numbers: Readonly<Record<string, number | null>>;
}

const without = (kpi: Kpi, status: StatusCode, reason: string | null = null): ReferenceKpi => ({
  kpiId: kpi.id,
  type: null,
  direction: null,
  status,
  reason,
  flags: [],
  isClosed: false,
  judgedDay: null,
  milestones: [],
  fuel: [],
  versionOne: { progress: null, status: null },
  channels: [],
  timeline: [],
  override: null,
  kase: null,
  numbers: {},
});

/** A reach whose target is where it starts is judged like a threshold and stays a reach. */
function publishedType({ kpi, type, family }: Definition): string {
  const isReach = kpi.type === 'reach' || (family === 'total' && kpi.type === 'at_least');
  return isReach && type !== 'ceiling' ? 'reach' : type;
}

/** The number of one version of a target: the typed one, or the one in force. */
function openVersion(book: Book, kpi: Kpi, changes: readonly TargetChange[]): Case | null {
  const target = changes.length === 0 ? kpi.target : changes[changes.length - 1].target;
  const original = define(book, kpi, kpi.target);
  if (original === null) return null;
  // The way is that of version 1: a target on the other side of B contradicts it.
  const told = { ...kpi, declaredDirection: original.direction };
  const versions = changes.map((change) => define(book, told, change.target));
  const definition = changes.length === 0 ? original : define(book, told, target);
  if (definition === null || versions.includes(null)) return null;
  return openCase(book, definition, versionedPlan(book, definition, changes));
}

/** As it is, unless gaps decide: then neither failure nor success. */
function judgeWithGaps(kase: Case): { status: StatusCode; isSplit: boolean } {
  const status = judge(kase);
  // A range and what is only tracked have no plan to put in a gap.
  const hasPlan = kase.definition.type !== 'range' && kase.definition.type !== 'track';
  const hasGaps = hasPlan && kase.definition.family === 'total' && kase.missing.length > 0;
  const isSplit = hasGaps && judge(kase, true) !== status;
  return { status: isSplit ? 'no_data' : status, isSplit };
}

/** A target moved late, or while it was being missed. */
function isGoalpost(book: Book, kase: Case, changes: readonly TargetChange[]): boolean {
  const { weightTo, due, kpi } = kase.definition;
  if (changes.length === 0) return false;
  const last = changes[changes.length - 1];
  if (above(weightTo(last.effectiveFrom), 0.9 * weightTo(due))) return true;
  // What is paused was not off course either.
  if (kpi.state !== 'active') return false;
  const before = openVersion(book, kpi, changes.slice(0, -1));
  return before !== null && judgeWithGaps(before).status === 'off_course';
}

/** What says nothing of how it goes has nothing to qualify. */
const UNJUDGED: readonly StatusCode[] = ['stale', 'paused', 'cancelled'];

function flagsOf(
  book: Book,
  kase: Case,
  status: StatusCode,
  changes: readonly TargetChange[],
): string[] {
  const { definition, judged, actualAt, missing } = kase;
  const actual = judged === null ? null : actualAt(judged);
  const flags: string[] = [];
  if (isGoalpost(book, kase, changes)) flags.push('GOALPOST');
  if (UNJUDGED.includes(status)) return flags;
  if (definition.family === 'total' && missing.length > 0) flags.push('INCOMPLETE');
  const isPassed = actual !== null && above(actual, definition.target ?? 0);
  if (definition.type === 'ceiling' && isPassed) flags.push('CEILING_PASSED');
  return flags;
}

function waiting(kase: Case, override: StatusCode | null): ReferenceKpi {
  const { definition, book } = kase;
  const first = definition.intervals.find((interval) => hasWeight(definition, interval));
  const isWaiting =
    first !== undefined &&
    definition.cadence !== 'irregular' &&
    book.today <= first.end + definition.lag + (definition.grace ?? 0);
  const found = isWaiting
    ? without(definition.kpi, 'too_early', 'FIRST_INTERVAL')
    : without(definition.kpi, 'no_data');
  return { ...found, override, kase };
}

function doneKpi(book: Book, kase: Case, idle: StatusCode | null): ReferenceKpi {
  const { kpi } = kase.definition;
  const { status: judged, score, due } = judgeDone(book, kpi);
  const status = idle ?? judged;
  const courses: Partial<Record<StatusCode, number>> = {
    achieved: 1,
    on_course: 1,
    at_risk: 0.8,
    missed: 0,
  };
  const course = courses[status] ?? null;
  return {
    ...without(kpi, status),
    type: 'done',
    kase,
    override: overrideOf(book, kpi.id),
    isClosed: book.today > due,
    numbers: { course, score, meter: course },
  };
}

/** Without a rhythm no interval is 0; before S a shape of last year is that of no year. */
const hasOddHistory = ({ book, definition: { cadence, kpi } }: Case): boolean =>
  kpi.dayWeights.kind === 'last_year' ||
  (cadence === 'irregular' &&
    operandsOf(book, kpi.measureId).some(({ missing }) => missing === 'zero'));

/** What has no way to go is reached when it is achieved, and that is at its end. */
function etaOf(kase: Case, status: StatusCode): Day | null {
  const { type, target, due } = kase.definition;
  if (type === 'reach') return target === null ? null : arrivalDay(kase, target);
  return status === 'achieved' && type !== 'range' ? due : null;
}

/** What goes before any judgement. */
function idleStatus(book: Book, kpi: Kpi): StatusCode | null {
  if (kpi.state !== 'active') return kpi.state;
  return book.today <= kpi.start ? 'not_started' : null;
}

/** `method`: the forecast to give, where the engine chose another than the default. */
export function referenceKpi(
  book: Book,
  typed: Kpi,
  method: ForecastMethod | null = null,
): ReferenceKpi {
  const reference = growthReference(book, typed);
  const kpi = { ...typed, target: grownTarget(typed, reference) };
  const changes = changesOf(book, kpi);
  const kase = openVersion(book, kpi, changes);
  if (kase === null) return without(kpi, 'invalid');
  if (kpi.type !== 'done' && lacksTotal(kase)) return without(kpi, 'invalid', 'E_CHANNELS');
  const idle = idleStatus(book, kpi);
  if (kpi.type === 'done') return doneKpi(book, kase, idle);
  const { definition, judged, actualAt } = kase;
  const override = overrideOf(book, kpi.id);
  if (judged === null) {
    return idle === null ? waiting(kase, override) : { ...without(kpi, idle), override, kase };
  }
  const day = definition.intervals[judged].end;
  const actual = actualAt(judged);
  const { status, isSplit } =
    idle === null ? judgeWithGaps(kase) : { status: idle, isSplit: false };
  const { planShare, ...five } = fiveNumbers(kase);
  const milestones = milestonesOf(kase);
  const eta = etaOf(kase, status);
  const one = changes.length === 0 ? kase : openVersion(book, kpi, []);
  return {
    kpiId: kpi.id,
    type: publishedType(definition),
    direction: definition.baseline === null ? null : definition.direction,
    status,
    reason: isSplit ? 'INCOMPLETE' : null,
    flags: flagsOf(book, kase, status, changes),
    isClosed: isClosed(kase),
    judgedDay: day,
    milestones,
    channels: channelsOfCase(kase),
    timeline: timelineOfCase(kase),
    override,
    kase,
    fuel: fuelsOf(kase, milestones),
    signal: hasOddHistory(kase) ? undefined : signalOf(kase),
    versionOne: {
      progress: one === null ? null : fiveNumbers(one).progress,
      status: idle ?? (one === null ? 'invalid' : judgeWithGaps(one).status),
    },
    numbers: {
      target: definition.target,
      actual,
      baseline: definition.baseline,
      reference,
      growthVsReference:
        actual === null || reference === null || reference === 0
          ? null
          : (actual - reference) / Math.abs(reference),
      elapsed: definition.weightTo(day) / definition.weightTo(kpi.due),
      coverage: coverageOf(kase),
      daysBehind: daysBehind(kase),
      ...five,
      ...speedsOf(kase),
      etaDay: eta,
      daysLate: eta === null ? null : eta - definition.due,
      meter: meterOf(kase, status),
      course: courseOf(kase, status),
      score: scoreOf(kase),
      ...forecastBy(kase, method ?? defaultMethod(kase)),
    },
  };
}
