import { type Day, isoDate } from '../../model/calendar-date.ts';
import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import {
  known,
  knownOr,
  nearlyEqual,
  type Quantity,
  relativeChange,
  unknown,
} from '../../model/quantity.ts';
import { isJudged } from '../../model/status.ts';
import { channelsOfKpi, withOpportunities } from '../channels/kpi-channels.ts';
import { bendByEvents } from '../forecast/bend-forecast.ts';
import { type ForecastPath, noPath, valueAfter } from '../forecast/forecast-path.ts';
import {
  forecastObstacle,
  forecastOf,
  forecastPoints,
  publishForecast,
} from '../forecast/kpi-forecast.ts';
import { stretchOf } from '../forecast/kpi-stretch.ts';
import { fuelOfKpi } from '../fuel/kpi-fuel.ts';
import { actualAt, coverageOf } from '../judgement/actual.ts';
import { type Arrival, arrivalOf } from '../judgement/arrival.ts';
import { attainmentOf } from '../judgement/attainment.ts';
import { courseIndex, courseShare, meterOf, scoreOf } from '../judgement/course.ts';
import { daysBehindOf } from '../judgement/days-behind.ts';
import { isGoalpostMoved } from '../judgement/goalpost.ts';
import { isTooEarly, kpiStatus } from '../judgement/kpi-status.ts';
import { overrideInForce } from '../judgement/override.ts';
import { paceIndexOf } from '../judgement/pace-index.ts';
import { progressOf } from '../judgement/progress.ts';
import { daysPerSpeedUnit, NO_SPEEDS, type Speeds, speedsOf } from '../judgement/speed.ts';
import { isWorkingCalendar, weightUpTo } from '../period/day-weights.ts';
import { bestEverOf } from '../signal/best-ever.ts';
import { type HistoryPoint, historyPoints, signalsOfKpi } from '../signal/kpi-signal.ts';
import { milestoneStatuses, reachedDayOf } from '../stops/milestone-status.ts';
import {
  calendarOf,
  type EvaluationContext,
  type KpiCase,
  prepareKpi,
} from '../target/kpi-case.ts';
import { toleranceFor } from '../target/kpi-definition.ts';
import { plannedShare } from '../target/plan.ts';
import { plannedOn } from '../target/target-versions.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { gapToClose } from '../ways-out/opportunities.ts';
import { blankEvaluation, daysLeftOf, type KpiFigures } from './blank-evaluation.ts';
import { compareWithPast } from './comparison.ts';
import { evaluateDone } from './evaluate-done.ts';
import { addWarnings } from './kpi-warnings.ts';
import { isSourceLoading, lastGoodResult } from './last-good.ts';

/** The recent speed rests on at least so many intervals. */
const LEAST_RECENT_INTERVALS = 3;

/** Where the window of the recent speed begins, and X there (calculations.md §6). */
function recentWindow(kpiCase: KpiCase): { day: number; actual: number } | null {
  const { judged, period, definition, context } = kpiCase;
  const { judgedDay, judgedIndex, intervals } = judged;
  if (judgedDay === null) return null;
  const latestEnd = judgedDay - context.workspace.settings.recentSpeedWindowDays;
  let before = judgedIndex - LEAST_RECENT_INTERVALS;
  while (before >= 0 && intervals[before].end > latestEnd) before--;
  const isFromStart = before < 0;
  const day = isFromStart ? period.start - 1 : intervals[before].end;
  const actual = isFromStart ? definition.baseline : actualAt(kpiCase, before);
  return actual === null ? null : { day, actual };
}

/** Totals, levels and lines move; what only describes its whole period does not (§6). */
const isFlow = ({ definition: { family, isLine } }: KpiCase): boolean =>
  family !== 'average' || isLine;

/** Speeds are shown per working day where the weights are working days (§6). */
function isByWorkingDay({ kpi, context }: KpiCase): boolean {
  const calendar = calendarOf(kpi, context.workspace);
  return calendar !== null && isWorkingCalendar(calendar);
}

/** The day the target was reached and, under hold, still is; else the day it will be (§6, §9). */
function arrivalAtTarget(
  kpiCase: KpiCase,
  actual: number | null,
  reachedDay: Day | null,
  arrive: (value: number) => Arrival,
): Arrival {
  const { definition, inForce } = kpiCase;
  if (inForce.target === null) return { day: null, reason: 'NOT_APPLICABLE' };
  const isWay = definition.type === 'reach' && !definition.isHeldAtTarget;
  const day = isWay ? reachedDayOf(kpiCase, inForce.target, actual) : reachedDay;
  return day === null ? arrive(inForce.target) : { day, reason: null };
}

function speeds(kpiCase: KpiCase, actual: number | null): Speeds {
  const { judged, definition, inForce, period } = kpiCase;
  if (!isFlow(kpiCase)) return NO_SPEEDS;
  if (judged.judgedDay === null || actual === null) {
    const none = unknown('NO_DATA');
    return { speed: none, recentSpeed: none, requiredSpeed: none, speedFactor: none };
  }
  return speedsOf({
    period,
    judgedDay: judged.judgedDay,
    baseline: definition.baseline,
    target: inForce.target,
    // A ceiling is not a target to reach: what may still be used is never "reached".
    direction: definition.type === 'ceiling' ? null : definition.direction,
    actual,
    recentFrom: recentWindow(kpiCase),
  });
}

function forecastPath(
  kpiCase: KpiCase,
  actual: number | null,
  own: Speeds,
  history: readonly HistoryPoint[],
): ForecastPath {
  const obstacle = forecastObstacle(kpiCase);
  const { judgedDay } = kpiCase.judged;
  if (obstacle !== null) return noPath(obstacle);
  if (actual === null || judgedDay === null) return noPath('NO_DATA');
  const { points, stepsLeft } = forecastPoints(kpiCase);
  const recentFromDay = recentWindow(kpiCase)?.day ?? null;
  const recent = points.filter(({ interval }) => interval.start > (recentFromDay ?? -1)).length;
  const path = forecastOf({
    kpiCase,
    judgedDay,
    actual,
    recentSpeed: own.recentSpeed.value,
    points,
    stepsLeft,
    history,
    stretch: stretchOf(kpiCase, history, stepsLeft, recent),
  });
  return bendByEvents(kpiCase, path);
}

/** gap = dir·(X − P), positive is ahead; of thresholds P is the target (§5). */
function gapOf(kpiCase: KpiCase, planned: number | null, actual: number | null): Quantity {
  const { direction } = kpiCase.definition;
  if (actual === null) return unknown('NO_DATA');
  if (planned === null || direction === null) return unknown('NOT_APPLICABLE');
  return known(direction * (actual - planned));
}

function gapShareOf(kpiCase: KpiCase, gap: Quantity): Quantity {
  const { definition, inForce } = kpiCase;
  if (gap.value === null) return gap;
  if (inForce.target === null || definition.baseline === null) return unknown('NO_BASELINE');
  if (nearlyEqual(inForce.target, definition.baseline)) return unknown('PLAN_FLAT');
  return known(gap.value / Math.abs(inForce.target - definition.baseline));
}

/** Everything about a KPI whose definition is whole. */
function evaluateWhole(kpiCase: KpiCase): KpiFigures {
  const { kpi, measure, definition, judged, period, inForce, first, context, thresholds } = kpiCase;
  const { today, workspace } = context;
  const { judgedDay, judgedIndex } = judged;
  const actual = actualAt(kpiCase, judgedIndex);
  const { status, reason, flags, reachedDay } = kpiStatus(kpiCase, inForce, actual);
  const isMoved = isGoalpostMoved(kpiCase, actual);
  const hasActual = judgedDay !== null && actual !== null;
  const ifActual = (compute: (actual: number, day: number) => Quantity): Quantity =>
    hasActual ? compute(actual, judgedDay) : unknown(reason ?? 'NO_DATA');

  const planned = judgedDay === null ? null : plannedOn(definition, inForce, judgedDay);
  const progress = ifActual((value) => progressOf(definition, inForce.target, value));
  const attainment = ifActual((value) =>
    attainmentOf(definition, inForce.target, value, kpi.scale),
  );
  const gap = gapOf(kpiCase, planned, actual);
  const gapShare = gapShareOf(kpiCase, gap);
  const paceIndex = ifActual((value, day) => paceIndexOf(definition, inForce.plan, day, value));
  const ownSpeeds = speeds(kpiCase, actual);
  const history = historyPoints(kpiCase);
  const path = forecastPath(kpiCase, actual, ownSpeeds, history);
  const arrive = arrivalOf(kpiCase, actual, forecastObstacle(kpiCase) === null);
  const arrival = arrivalAtTarget(kpiCase, actual, reachedDay, arrive);
  const elapsed = judgedDay === null ? null : weightUpTo(period, judgedDay) / period.total;
  const index = isJudged(status)
    ? courseIndex({
        definition,
        status,
        target: inForce.target,
        actual,
        paceIndex: paceIndex.value,
        gapShare: gapShare.value,
        plannedShare:
          inForce.plan === null || judgedDay === null
            ? null
            : plannedShare(inForce.plan, judgedDay),
        attainment: attainment.value,
        scale: kpi.scale,
      })
    : null;
  const isPerWorkingDay = isByWorkingDay(kpiCase);
  const referencePeriod = definition.referencePeriod;
  const milestones = milestoneStatuses(kpiCase, actual, arrive);
  const signals = signalsOfKpi(kpiCase, history);
  const timeline = timelineOf(kpiCase, path, actual, signals.at);
  addWarnings(kpiCase, elapsed, isMoved);

  return {
    kpiId: kpi.id,
    type: definition.type,
    family: definition.family,
    direction: definition.direction,
    cadence: measure.cadence,
    status,
    reason,
    flags: isMoved ? [...flags, 'GOALPOST'] : flags,
    isClosed: judged.isClosed,
    start: kpi.start,
    due: kpi.due,
    judgedDay,
    dataThroughDay: kpiCase.reader.newestDay(today),
    latestValue: knownOr(kpiCase.reader.newest(today)?.value ?? null, 'NO_DATA'),
    firstResultDay: judgedDay === null ? judged.firstResultDay : null,
    actual: knownOr(actual, 'NO_DATA'),
    target: knownOr(inForce.target, 'NO_TARGET'),
    rangeLow: knownOr(definition.low, 'NOT_APPLICABLE'),
    rangeHigh: knownOr(definition.high, 'NOT_APPLICABLE'),
    baseline: knownOr(definition.baseline, 'NO_BASELINE'),
    reference: knownOr(definition.reference, 'NO_HISTORY'),
    referencePeriod:
      referencePeriod === null
        ? ''
        : `${isoDate(referencePeriod.start)} – ${isoDate(referencePeriod.end)}`,
    growthVsReference: growth(actual, definition.reference),
    plan:
      judgedDay === null
        ? unknown('NO_DATA')
        : knownOr(planned, inForce.target === null ? 'NO_TARGET' : 'NO_BASELINE'),
    progress,
    attainment,
    gap,
    gapShare,
    paceIndex,
    daysBehind:
      hasActual && isTooEarly(kpiCase)
        ? unknown('TOO_EARLY')
        : ifActual((value, day) =>
            daysBehindOf(definition.type === 'ceiling' ? null : inForce.plan, day, value),
          ),
    elapsed: knownOr(elapsed, 'NO_DATA'),
    coverage: knownOr(coverageOf(kpiCase), 'NO_DATA'),
    ...ownSpeeds,
    daysPerSpeedUnit: daysPerSpeedUnit(measure.cadence, isPerWorkingDay),
    isSpeedPerWorkingDay: isPerWorkingDay,
    reachedDay,
    etaDay: arrival.day,
    etaReason: arrival.reason,
    daysLate:
      arrival.day === null
        ? unknown(arrival.reason ?? 'NOT_APPLICABLE')
        : known(arrival.day - period.end),
    daysLeft: daysLeftOf(period.end, today),
    forecast: publishForecast(path, kpiCase),
    meter: knownOr(meterOf(index, definition, thresholds), 'NOT_APPLICABLE'),
    course: knownOr(courseShare(index), 'NOT_APPLICABLE'),
    score: knownOr(
      scoreOf(definition, progress.value, attainment.value, paceIndex.value),
      'NOT_APPLICABLE',
    ),
    milestones,
    timeline,
    channels: withOpportunities(
      channelsOfKpi(kpiCase, timeline),
      definition.family,
      actual,
      gapToClose({
        isClosed: judged.isClosed,
        reachedDay,
        direction: definition.direction,
        target: inForce.target,
        forecast: valueAfter(path, path.stepsLeft),
      }),
    ),
    fuel: fuelOfKpi(kpiCase, actual, progress.value, milestones),
    signal: signals.signal,
    override: overrideInForce(workspace.actions, kpi.id, today),
    bestEver: bestEverOf(kpiCase, history),
    versionOne: {
      target: knownOr(first.target, 'NO_TARGET'),
      progress: ifActual((value) => progressOf(definition, first.target, value)),
      status: kpiStatus({ ...kpiCase, definition: kpiCase.firstDefinition }, first, actual).status,
    },
    ...thresholds,
    tolerance: knownOr(toleranceFor(definition, inForce.target), 'NOT_APPLICABLE'),
  };
}

/** Change against the reference as a share of it; null without one or when it is 0. */
function growth(actual: number | null, reference: number | null): Quantity {
  if (actual === null) return unknown('NO_DATA');
  if (reference === null) return unknown('NO_HISTORY');
  return knownOr(relativeChange(reference, actual), 'DIVISION_BY_ZERO');
}

interface KpiResult {
  figures: KpiFigures;
  issues: readonly Issue[];
  kpiCase: KpiCase | null;
}

function figuresOf(kpi: Kpi, context: EvaluationContext): KpiResult {
  if (isSourceLoading(kpi, context)) {
    return { figures: lastGoodResult(kpi, context), issues: [], kpiCase: null };
  }
  const prepared = prepareKpi(kpi, context);
  if (!prepared.isWhole) {
    const measure = context.measureById.get(kpi.measureId);
    const hasChannelFault = prepared.issues.some(({ code }) => code === 'E_CHANNELS');
    const blank = blankEvaluation(
      kpi,
      measure,
      context.workspace.settings,
      hasChannelFault ? 'E_CHANNELS' : 'INVALID',
    );
    return { figures: blank, issues: prepared.issues, kpiCase: null };
  }
  const { kpiCase } = prepared;
  const figures =
    kpiCase.definition.type === 'done' ? evaluateDone(kpiCase) : evaluateWhole(kpiCase);
  return { figures, issues: kpiCase.issues, kpiCase };
}

/** One KPI, with the issues that its numbers raised. */
export function evaluateKpi(
  kpi: Kpi,
  context: EvaluationContext,
): { evaluation: KpiEvaluation; issues: readonly Issue[]; kpiCase: KpiCase | null } {
  const { figures, issues, kpiCase } = figuresOf(kpi, context);
  const evaluation = {
    ...figures,
    weight: context.weightOf.get(kpi.id) ?? 1,
    wayOut: null,
    ...compareWithPast(figures, context),
  };
  return { evaluation, issues, kpiCase };
}
