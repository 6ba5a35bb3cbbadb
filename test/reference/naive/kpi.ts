import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Signal } from '../../../src/core/model/evaluation.ts';
import type { ForecastMethod, Kpi } from '../../../src/core/model/kpi.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import type { TargetChange } from '../../../src/core/model/workspace.ts';
import type { Book } from './book.ts';
import { type Case, coverageOf, isClosed } from './case.ts';
import { channelsOfCase, type ReferenceChannel } from './channels.ts';
import { courseOf, meterOf, scoreOf } from './course.ts';
import { addsUnique, type Definition, isOfInterval } from './definition.ts';
import { judgeDone } from './done.ts';
import { daysBehind, fiveNumbers } from './five-numbers.ts';
import { defaultMethod, forecastBy, isExact } from './forecast.ts';
import { fuelsOf, type ReferenceFuel } from './fuel.ts';
import { type GrowthReference, grownTarget, growthReference, referenceToDate } from './growth.ts';
import { idleStatus, judgeCase, lacksTotal, openVersion, type Part } from './judged-case.ts';
import { above } from './numbers.ts';
import { overrideOf } from './override.ts';
import { signalOf } from './signal.ts';
import { arrivalDay, speedsOf } from './speed-and-arrival.ts';
import { isPassed, type Judgement } from './status.ts';
import { type ReferenceStop, stopoversOf } from './stopovers.ts';
import { type ReferenceInterval, timelineOfCase } from './timeline.ts';
import { changesOf } from './versions.ts';

type Value = number | null;

/** The published numbers of a KPI, under the names of KpiEvaluation; null where there is none. */
export interface ReferenceKpi {
  kpiId: string;
  type: string | null;
  direction: number | null;
  /** As it is shown: by the plan, unless an outlook moves it. */
  status: StatusCode;
  statusByPlan: StatusCode;
  reason: string | null;
  /** Code of what leaves it invalid. */
  error: string | null;
  flags: readonly string[];
  isClosed: boolean;
  judgedDay: Day | null;
  milestones: readonly ReferenceStop[];
  fuel: readonly ReferenceFuel[];
  /** Undefined where §14 is not asked. */
  signal?: Signal | null;
  versionOne: { progress: Value; status: StatusCode | null };
  channels: readonly ReferenceChannel[];
  timeline: readonly ReferenceInterval[];
  override: StatusCode | null;
  /** Of a KPI with Every the record of its periods. */
  every: { met: number; judged: number } | null;
  /** What it was read from; null for an invalid one. */
  kase: Case | null;
  numbers: Readonly<Record<string, Value>>;
}

export const without = (
  kpi: Kpi,
  status: StatusCode,
  reason: string | null = null,
): ReferenceKpi => ({
  kpiId: kpi.id,
  type: null,
  direction: null,
  status,
  statusByPlan: status,
  reason,
  error: null,
  flags: [],
  isClosed: false,
  judgedDay: null,
  milestones: [],
  fuel: [],
  versionOne: { progress: null, status: null },
  channels: [],
  timeline: [],
  override: null,
  every: null,
  kase: null,
  numbers: {},
});

/** Of errors only this one is published as a reason. */
const E_CHANNELS = 'E_CHANNELS';

export const invalid = (kpi: Kpi, error: string): ReferenceKpi => ({
  ...without(kpi, 'invalid', error === E_CHANNELS ? error : null),
  error,
});

/** A reach whose target is where it starts is judged like a threshold and stays a reach. */
function publishedType({ kpi, type, family }: Definition): string {
  if (type === 'corridor') return 'range';
  const isReach = kpi.type === 'reach' || (family === 'total' && kpi.type === 'at_least');
  return isReach && type !== 'ceiling' ? 'reach' : type;
}

/** §13: a target moved late, or while it was being missed. */
function isGoalpost(
  book: Book,
  kase: Case,
  changes: readonly TargetChange[],
  part?: Part,
): boolean {
  const { weightTo, due, kpi } = kase.definition;
  if (changes.length === 0) return false;
  const last = changes[changes.length - 1];
  if (above(weightTo(last.effectiveFrom), 0.9 * weightTo(due))) return true;
  // What is paused was not off course either.
  if (kpi.state !== 'active') return false;
  const before = openVersion(book, kpi, changes.slice(0, -1), part);
  return !('error' in before) && judgeCase(before).status === 'off_course';
}

/** What says nothing of how it goes has nothing to qualify. */
const UNJUDGED: readonly StatusCode[] = ['stale', 'paused', 'cancelled'];

function flagsOf(
  book: Book,
  kase: Case,
  status: StatusCode,
  changes: readonly TargetChange[],
  part?: Part,
): string[] {
  const { definition, judged, actualAt, missing, unreadable } = kase;
  const actual = judged === null ? null : actualAt(judged);
  const flags: string[] = [];
  if (unreadable.length > 0) flags.push('UNREADABLE');
  if (isGoalpost(book, kase, changes, part)) flags.push('GOALPOST');
  if (UNJUDGED.includes(status)) return flags;
  if (definition.family === 'total' && missing.length > 0) flags.push('INCOMPLETE');
  if (actual !== null && isPassed(kase, actual)) flags.push('CEILING_PASSED');
  return flags;
}

function doneKpi(book: Book, kpi: Kpi, idle: StatusCode | null): ReferenceKpi {
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
    override: overrideOf(book, kpi.id),
    isClosed: book.today > due,
    numbers: { course, score, meter: course },
  };
}

/** Without a way to go it arrives when it is achieved, and that is at its end. */
function etaOf(kase: Case, status: StatusCode): Day | null {
  const { type, target, due } = kase.definition;
  if (type === 'reach') return target === null ? null : arrivalDay(kase, target);
  return status === 'achieved' && type !== 'range' && type !== 'corridor' ? due : null;
}

/** §12, like with like; the whole only after close. */
function growthOf(kase: Case, reference: GrowthReference, day: Day, actual: Value): Value {
  const { book, definition } = kase;
  const before = isClosed(kase)
    ? reference.value
    : referenceToDate(book, reference, day, isOfInterval(definition));
  if (actual === null || before === null || before === 0) return null;
  return (actual - before) / Math.abs(before);
}

function numbersOf(
  kase: Case,
  status: StatusCode,
  /** Of a period of a KPI with Every that of the period: it arrives by itself. */
  own: StatusCode,
  reference: GrowthReference,
  method: ForecastMethod | null,
): Record<string, Value> {
  const { definition, judged, actualAt, unreadable } = kase;
  const { type, target, weightTo, due, baseline, intervals } = definition;
  if (judged === null) return {};
  const day = intervals[judged].end;
  const actual = actualAt(judged);
  const { planShare, ...five } = fiveNumbers(kase);
  const eta = etaOf(kase, own);
  const way = method ?? defaultMethod(kase);
  return {
    target: type === 'corridor' ? null : target,
    actual,
    baseline,
    reference: reference.value,
    growthVsReference: growthOf(kase, reference, day, actual),
    elapsed: weightTo(day) / weightTo(due),
    coverage: coverageOf(kase),
    daysBehind: daysBehind(kase),
    ...five,
    ...speedsOf(kase),
    etaDay: eta,
    daysLate: eta === null ? null : eta - due,
    meter: meterOf(kase, status),
    course: courseOf(kase, status),
    score: scoreOf(kase),
    unreadableCount: unreadable.length,
    ...(isExact(way) ? { forecastValue: forecastBy(kase, way) } : {}),
  };
}

/** Everything about a case, with its status. */
export function publish(
  book: Book,
  kase: Case,
  { status, reason }: Judgement,
  reference: GrowthReference,
  method: ForecastMethod | null,
  changes: readonly TargetChange[],
  part?: Part,
  own: StatusCode = status,
): ReferenceKpi {
  const { definition, judged } = kase;
  const { kpi } = definition;
  const override = overrideOf(book, kpi.id);
  if (judged === null) return { ...without(kpi, status, reason), override, kase };
  if (definition.asked.isInDoubt) return withoutTarget(book, kase, { status, reason });
  const milestones = stopoversOf(kase);
  const one = changes.length === 0 ? kase : openVersion(book, kpi, [], part);
  const isIdle = ['paused', 'cancelled', 'not_started'].includes(status);
  const statusOne = 'error' in one ? 'invalid' : judgeCase(one).status;
  return {
    kpiId: kpi.id,
    type: publishedType(definition),
    direction: definition.baseline === null ? null : definition.direction,
    status,
    statusByPlan: status,
    reason,
    error: null,
    flags: flagsOf(book, kase, status, changes, part),
    isClosed: isClosed(kase),
    judgedDay: definition.intervals[judged].end,
    milestones,
    channels: channelsOfCase(kase),
    timeline: timelineOfCase(kase),
    override,
    every: null,
    kase,
    fuel: fuelsOf(kase, milestones),
    // Before S a shape of last year is that of no year.
    signal: kpi.dayWeights.kind === 'last_year' ? undefined : signalOf(kase),
    versionOne: {
      progress: 'error' in one ? null : fiveNumbers(one).progress,
      status: isIdle ? status : statusOne,
    },
    numbers: numbersOf(kase, status, own, reference, method),
  };
}

/** §12: a growth target on half a year is none. */
const isReferenceIncomplete = (kpi: Kpi, { value }: GrowthReference): boolean =>
  kpi.growth !== null && kpi.target === null && value === null;

/** A KPI that is judged over one period. `method`: the forecast to give. */
export function wholeKpi(book: Book, typed: Kpi, method: ForecastMethod | null): ReferenceKpi {
  const reference = growthReference(book, typed);
  const idle = idleStatus(book, typed);
  if (typed.errors.length > 0) return invalid(typed, typed.errors[0]);
  if (typed.type === 'done') return doneKpi(book, typed, idle);
  const kpi = { ...typed, target: grownTarget(typed, reference) };
  if (isReferenceIncomplete(typed, reference)) {
    return incompleteReference(book, typed, idle);
  }
  const changes = changesOf(book, kpi);
  const kase = openVersion(book, kpi, changes);
  if ('error' in kase) return invalid(kpi, kase.error);
  if (lacksTotal(book, kpi)) return invalid(kpi, E_CHANNELS);
  const judgement = idle === null ? judgeCase(kase) : { status: idle, reason: null };
  return publish(book, kase, judgement, reference, method, changes);
}

/** §12: no target and no judgement until "Last time" is typed; what was measured stands. */
function incompleteReference(book: Book, kpi: Kpi, idle: StatusCode | null): ReferenceKpi {
  if (addsUnique(book, kpi)) return invalid(kpi, 'E_UNIQUE_PERIOD');
  const tracked = openVersion(book, { ...kpi, type: 'track' }, []);
  if ('error' in tracked) return invalid(kpi, tracked.error);
  if (lacksTotal(book, kpi)) return invalid(kpi, E_CHANNELS);
  const found = judgeCase(tracked);
  let judgement: Judgement = { status: 'no_data', reason: 'REFERENCE_INCOMPLETE' };
  if (found.status === 'too_early') judgement = found;
  if (idle !== null) judgement = { status: idle, reason: null };
  return withoutTarget(book, tracked, judgement);
}

/** Where nothing can be said of the target: what was measured, and why there is no more. */
function withoutTarget(book: Book, kase: Case, { status, reason }: Judgement): ReferenceKpi {
  const { definition, judged } = kase;
  const override = overrideOf(book, definition.kpi.id);
  const found = { ...without(definition.kpi, status, reason), override };
  if (judged === null) return found;
  const judgedDay = definition.intervals[judged].end;
  return {
    ...found,
    judgedDay,
    numbers: { actual: kase.actualAt(judged), coverage: coverageOf(kase) },
  };
}
