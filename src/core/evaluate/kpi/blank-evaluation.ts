import type { Forecast, JudgedAs, KpiEvaluation } from '../../model/evaluation.ts';
import type { Kpi, KpiType } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { known, knownOr, type ReasonCode, unknown } from '../../model/quantity.ts';
import type { Settings } from '../../model/workspace.ts';
import { NO_TIMELINE } from '../timeline/timeline.ts';

const noForecast = (reason: ReasonCode): Forecast => ({
  method: null,
  value: unknown(reason),
  low: unknown(reason),
  high: unknown(reason),
  probability: unknown(reason),
  bentBy: [],
  supposed: [],
});

export const JUDGED_AS: Readonly<Record<KpiType, JudgedAs>> = {
  reach: 'way',
  at_least: 'threshold',
  at_most: 'threshold',
  ceiling: 'ceiling',
  range: 'range',
  done: 'done',
  track: 'track',
};

/** A KPI by itself, before it is held against its past, its goal and what drives it. */
export type KpiFigures = Omit<
  KpiEvaluation,
  'weight' | 'comparison' | 'statusSince' | 'wayOut' | 'smartScore' | 'checkIn'
>;

/** A KPI of which nothing is known but what was typed; every number null for the same reason. */
export function blankEvaluation(
  kpi: Kpi,
  measure: Measure | undefined,
  settings: Settings,
  reason: ReasonCode,
): KpiFigures {
  const none = unknown(reason);
  const target = kpi.type === 'done' || kpi.type === 'track' ? null : kpi.target;
  return {
    kpiId: kpi.id,
    type: kpi.type,
    judgedAs: JUDGED_AS[kpi.type],
    family: null,
    direction: kpi.declaredDirection,
    cadence: measure?.cadence ?? 'irregular',
    status: 'invalid',
    statusByPlan: 'invalid',
    reason,
    flags: [],
    unreadableCount: 0,
    isClosed: false,
    intervalsMet: null,
    periodsMet: null,
    periodsJudged: null,
    start: kpi.start,
    due: kpi.due,
    periodDue: kpi.due,
    judgedDay: null,
    dataThroughDay: null,
    latestDay: null,
    latestValue: none,
    firstResultDay: null,
    actual: none,
    target: knownOr(target, 'NO_TARGET'),
    rangeLow: knownOr(kpi.low, 'NOT_APPLICABLE'),
    rangeHigh: knownOr(kpi.high, 'NOT_APPLICABLE'),
    baseline: none,
    reference: knownOr(kpi.lastTime, 'NO_HISTORY'),
    referencePeriod: null,
    growthVsReference: none,
    plan: none,
    progress: none,
    attainment: none,
    gap: none,
    gapShare: none,
    distanceOutside: none,
    paceIndex: none,
    daysBehind: none,
    elapsed: none,
    coverage: none,
    speed: none,
    recentSpeed: none,
    requiredSpeed: none,
    speedFactor: none,
    daysPerSpeedUnit: 1,
    isSpeedPerWorkingDay: false,
    reachedDay: null,
    etaDay: null,
    etaReason: reason,
    daysLate: none,
    daysLeft: none,
    forecast: noForecast(reason),
    meter: none,
    course: none,
    score: none,
    milestones: [],
    timeline: NO_TIMELINE,
    isRestated: false,
    channels: [],
    fuel: [],
    signal: null,
    override: null,
    bestEver: null,
    ambition: null,
    versionOne: { target: knownOr(target, 'NO_TARGET'), progress: none, status: null },
    onCourseFrom: kpi.onCourseFrom ?? settings.onCourseFrom,
    atRiskFrom: kpi.atRiskFrom ?? settings.atRiskFrom,
    tolerance: knownOr(kpi.tolerance, 'NOT_APPLICABLE'),
  };
}

/** Days that remain, today included; 0 once the due date is over. */
export const daysLeftOf = (due: number, today: number) => known(Math.max(0, due - today + 1));
