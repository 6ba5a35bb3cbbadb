import type { Day } from '../model/calendar-date.ts';
import type { KpiFlag } from '../model/evaluation.ts';
import { atLeast, type ReasonCode } from '../model/quantity.ts';
import type { StatusCode } from '../model/status.ts';
import { actualAt, actualFilledWithPlan, intervalActual, missingIntervals } from './actual.ts';
import { weightUpTo } from './day-weights.ts';
import type { KpiCase } from './kpi-case.ts';
import { type Plan, planAt } from './plan.ts';
import { meetsTarget, runningStatus } from './status.ts';
import type { TargetInForce } from './target-versions.ts';

export interface KpiStatus {
  status: StatusCode;
  reason: ReasonCode | null;
  flags: readonly KpiFlag[];
  /** The day from which the target is reached, by touch or, once closed, at the due date. */
  reachedDay: Day | null;
}

/** Longest stretch, in weighted days, in which a result may be too early to judge. */
const MOST_TOO_EARLY_DAYS = 60;

/**
 * Whether so little of the first leg has passed that neither ahead nor behind means anything:
 * W(A) < min(0.15·W(first leg), 60) (calculations.md §8).
 */
export function isTooEarly(kpiCase: KpiCase): boolean {
  const { definition, judged, period, milestones, context } = kpiCase;
  const { type } = definition;
  if (judged.judgedDay === null || (type !== 'reach' && type !== 'ceiling')) return false;
  if (definition.isHeldAtTarget) return false;
  const firstLegEnd = milestones.find(({ value }) => value !== null)?.day ?? period.end;
  const firstLeg = weightUpTo(period, firstLegEnd);
  const least = Math.min(context.workspace.settings.tooEarlyBelow * firstLeg, MOST_TOO_EARLY_DAYS);
  return !atLeast(weightUpTo(period, judged.judgedDay), least);
}

/** Achieved by touch counts from the first day, for good; hold waits for the due date. */
export function isByTouch({ kpi, definition, isNeverNegative }: KpiCase): boolean {
  if (definition.type !== 'reach' || definition.isHeldAtTarget) return false;
  if (kpi.reached !== null) return kpi.reached === 'touch';
  return definition.family === 'total' && isNeverNegative;
}

/** The first interval end up to A at which X is at least as good as the value. */
export function firstReached(kpiCase: KpiCase, value: number): Day | null {
  const { judged, definition } = kpiCase;
  const direction = definition.direction ?? 1;
  for (let i = 0; i <= judged.judgedIndex; i++) {
    const actual = actualAt(kpiCase, i);
    if (actual !== null && atLeast(direction * actual, direction * value)) {
      return judged.intervals[i].end;
    }
  }
  return null;
}

/** How the whole period ended: by the value over it, by every interval, or by a share of them. */
function isAchievedAtClose(kpiCase: KpiCase, target: number | null, actual: number): boolean {
  const { kpi, definition, judged } = kpiCase;
  const { closedRule } = kpi;
  const isThreshold =
    definition.type === 'at_least' || definition.type === 'at_most' || definition.isHeldAtTarget;
  if (!isThreshold || closedRule.kind === 'whole_period') {
    return meetsTarget(definition, target, actual);
  }
  const values = judged.intervals
    .slice(0, judged.judgedIndex + 1)
    .map((interval) => (interval.hasValue ? intervalActual(kpiCase, interval) : null))
    .filter((value): value is number => value !== null);
  const met = values.filter((value) => meetsTarget(definition, target, value)).length;
  return atLeast(met / values.length, closedRule.kind === 'every' ? 1 : closedRule.share);
}

/** Closed or running, from a value that is known to be complete. */
function judgedStatus(kpiCase: KpiCase, inForce: TargetInForce, actual: number): StatusCode {
  const { definition, judged, thresholds } = kpiCase;
  if (definition.type === 'track') return 'tracked';
  if (judged.isClosed) {
    return isAchievedAtClose(kpiCase, inForce.target, actual) ? 'achieved' : 'missed';
  }
  if (isTooEarly(kpiCase)) return 'too_early';
  const day = judged.judgedDay ?? kpiCase.period.start;
  return (
    runningStatus(definition, inForce.plan, inForce.target, day, actual, thresholds) ?? 'invalid'
  );
}

const plain = (status: StatusCode, reason: ReasonCode | null = null): KpiStatus => ({
  status,
  reason,
  flags: [],
  reachedDay: null,
});

/** The status of a whole KPI that is not `done`: the first match of calculations.md §8 wins. */
export function kpiStatus(
  kpiCase: KpiCase,
  inForce: TargetInForce,
  actual: number | null,
): KpiStatus {
  const { kpi, definition, judged, context } = kpiCase;
  if (kpi.state === 'cancelled') return plain('cancelled');
  if (kpi.state === 'paused') return plain('paused');
  if (context.today <= kpi.start) return plain('not_started', 'NOT_STARTED');
  const isIncomplete = definition.family === 'total' && missingIntervals(kpiCase).length > 0;
  if (inForce.target !== null && isByTouch(kpiCase)) {
    const reachedDay = firstReached(kpiCase, inForce.target);
    const flags: KpiFlag[] = isIncomplete ? ['INCOMPLETE'] : [];
    if (reachedDay !== null) return { status: 'achieved', reason: null, flags, reachedDay };
  }
  if (judged.isBeforeFirstValue) return plain('too_early', 'FIRST_INTERVAL');
  if (judged.judgedDay === null || actual === null) return plain('no_data', 'NO_DATA');
  const status = statusWith(kpiCase, inForce, actual);
  const isPassed =
    definition.type === 'ceiling' && inForce.target !== null && !atLeast(inForce.target, actual);
  const flags: KpiFlag[] = isPassed ? ['CEILING_PASSED'] : [];
  if (isIncomplete) flags.push('INCOMPLETE');
  if (isIncomplete && inForce.plan !== null) {
    const filled = actualFilledWithPlan(kpiCase, inForce.plan, actual);
    if (filledStatus(kpiCase, inForce, inForce.plan, filled) !== status) {
      return { status: 'no_data', reason: 'INCOMPLETE', flags, reachedDay: null };
    }
  }
  if (status === 'stale') return plain('stale');
  const reason: ReasonCode | null = isPassed
    ? 'CEILING_PASSED'
    : status === 'too_early'
      ? 'TOO_EARLY'
      : null;
  return {
    status,
    reason,
    flags,
    reachedDay: status === 'achieved' ? kpiCase.period.end : null,
  };
}

/** The status with every missing interval at its plan, all along the way. */
function filledStatus(
  kpiCase: KpiCase,
  inForce: TargetInForce,
  plan: Plan,
  filled: number,
): StatusCode {
  const { judged, definition } = kpiCase;
  if (isByTouch(kpiCase)) {
    let planned = 0;
    for (let i = 0; i <= judged.judgedIndex; i++) {
      const interval = judged.intervals[i];
      const isMissing = interval.weight > 0 && !interval.hasValue;
      if (isMissing) planned += planAt(plan, interval.end) - planAt(plan, interval.start - 1);
      const actual = actualAt(kpiCase, i) ?? 0;
      if (meetsTarget(definition, inForce.target, actual + planned)) return 'achieved';
    }
  }
  return statusWith(kpiCase, inForce, filled);
}

/** The status with this value at the judged day, from touch on. */
function statusWith(kpiCase: KpiCase, inForce: TargetInForce, actual: number): StatusCode {
  const { definition, judged } = kpiCase;
  const isTouched = isByTouch(kpiCase) && meetsTarget(definition, inForce.target, actual);
  if (isTouched) return 'achieved';
  return judged.isStale ? 'stale' : judgedStatus(kpiCase, inForce, actual);
}
