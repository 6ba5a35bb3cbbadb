import type { Day } from '../../model/calendar-date.ts';
import type { KpiFlag } from '../../model/evaluation.ts';
import { atLeast, type ReasonCode } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { type Plan, planAt } from '../target/plan.ts';
import type { TargetInForce } from '../target/target-versions.ts';
import { actualAt, intervalActual, missingIntervals } from './actual.ts';
import { meetsTarget, runningStatus } from './status.ts';

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

/** What the missing intervals up to each interval had planned, added up. */
function plannedGaps({ judged }: KpiCase, plan: Plan): number[] {
  let planned = 0;
  return judged.intervals.slice(0, judged.judgedIndex + 1).map((interval) => {
    const isMissing = interval.weight > 0 && !interval.hasValue;
    if (isMissing) planned += planAt(plan, interval.end) - planAt(plan, interval.start - 1);
    return planned;
  });
}

interface Outcome {
  status: StatusCode;
  reachedDay: Day | null;
}

/**
 * From touch on: achieved for good from the first day, else stale, closed or a colour.
 *
 * @param gaps added to X at the end of each interval; none as it is
 */
function outcomeOf(
  kpiCase: KpiCase,
  inForce: TargetInForce,
  actual: number,
  gaps: readonly number[],
): Outcome {
  const { definition, judged } = kpiCase;
  if (isByTouch(kpiCase)) {
    for (let i = 0; i <= judged.judgedIndex; i++) {
      const value = actualAt(kpiCase, i);
      if (value !== null && meetsTarget(definition, inForce.target, value + (gaps[i] ?? 0))) {
        return { status: 'achieved', reachedDay: judged.intervals[i].end };
      }
    }
  }
  if (judged.isStale) return { status: 'stale', reachedDay: null };
  const status = judgedStatus(kpiCase, inForce, actual + (gaps[judged.judgedIndex] ?? 0));
  return { status, reachedDay: status === 'achieved' ? kpiCase.period.end : null };
}

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
  if (judged.isBeforeFirstValue) return plain('too_early', 'FIRST_INTERVAL');
  if (judged.judgedDay === null) return plain('no_data', 'NO_DATA');
  // Every operand has a value at A, so what is missing is the result.
  if (actual === null) return plain('no_data', 'DIVISION_BY_ZERO');
  const { status, reachedDay } = outcomeOf(kpiCase, inForce, actual, []);
  const isPassed =
    definition.type === 'ceiling' && inForce.target !== null && !atLeast(inForce.target, actual);
  const flags: KpiFlag[] = isPassed ? ['CEILING_PASSED'] : [];
  const isIncomplete = definition.family === 'total' && missingIntervals(kpiCase).length > 0;
  if (isIncomplete) flags.push('INCOMPLETE');
  if (isIncomplete && inForce.plan !== null) {
    const gaps = plannedGaps(kpiCase, inForce.plan);
    if (outcomeOf(kpiCase, inForce, actual, gaps).status !== status) {
      return { status: 'no_data', reason: 'INCOMPLETE', flags, reachedDay: null };
    }
  }
  if (status === 'stale') return plain('stale');
  const reason: ReasonCode | null = isPassed
    ? 'CEILING_PASSED'
    : status === 'too_early'
      ? 'TOO_EARLY'
      : null;
  return { status, reason, flags, reachedDay };
}
