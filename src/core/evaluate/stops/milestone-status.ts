import type { Day } from '../../model/calendar-date.ts';
import type { MilestoneEvaluation } from '../../model/evaluation.ts';
import type { Milestone } from '../../model/milestone.ts';
import { intervalContaining } from '../../model/period.ts';
import { atLeast, known, knownOr, type Quantity, unknown } from '../../model/quantity.ts';
import type { MilestoneStatusCode } from '../../model/status.ts';
import { actualAt } from '../judgement/actual.ts';
import type { Arrival } from '../judgement/arrival.ts';
import { isByTouch } from '../judgement/kpi-status.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { isWay } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';

/** A delay up to this share of the leg is a risk, more is late. */
const AT_RISK_SHARE_OF_LEG = 0.1;

const WARNING_DAYS = 14;

/** Days before a due date from which something that is done or not is at risk. */
export const warningDaysOf = (kpi: { warnDays: number | null }): number =>
  kpi.warnDays ?? WARNING_DAYS;

export const isWithinWarning = (today: Day, due: Day, warnDays: number): boolean =>
  due - today < warnDays;

interface Stopover {
  milestone: Milestone | null;
  day: Day;
  value: number | null;
}

/** For cadences coarser than a day a stopover counts at the end of its interval. */
function countedDay({ measure, context, period }: KpiCase, day: Day): Day {
  if (measure.cadence === 'day' || measure.cadence === 'irregular') return day;
  return Math.min(intervalContaining(measure.cadence, day, context.cut).end, period.end);
}

/**
 * The stopovers of a KPI, the due date with the target as the last. What is planned to be used of a
 * ceiling bends its plan and is nothing to arrive at.
 */
function stopoversOf(kpiCase: KpiCase): Stopover[] {
  const { aim } = kpiCase;
  const stopovers: Stopover[] = kpiCase.milestones
    .filter(({ value }) => aim.judgedAs !== 'ceiling' || value === null)
    .map((milestone) => ({
      milestone,
      day: countedDay(kpiCase, milestone.day),
      value: milestone.value,
    }));
  if (isWay(aim)) {
    stopovers.push({
      milestone: kpiCase.lastMilestone,
      day: kpiCase.period.end,
      value: aim.target,
    });
  }
  return stopovers;
}

/** First interval end up to A at which X is as good as the value, and, under hold, still is at A. */
export function reachedDayOf(kpiCase: KpiCase, value: number, actual: number | null): Day | null {
  const { aim, judged } = kpiCase;
  const direction = aim.direction ?? 1;
  const isReached = (own: number | null) =>
    own !== null && atLeast(direction * own, direction * value);
  if (!isByTouch(kpiCase, aim) && !isReached(actual)) return null;
  for (let i = 0; i <= judged.judgedIndex; i++) {
    if (isReached(actualAt(kpiCase, i))) return judged.intervals[i].end;
  }
  return null;
}

const reachedStatus = (reachedDay: Day, day: Day): MilestoneStatusCode =>
  reachedDay < day ? 'reached_early' : reachedDay === day ? 'reached_on_time' : 'reached_late';

function expectedStatus(etaDay: Day | null, day: Day, legDays: number): MilestoneStatusCode {
  if (etaDay === null) return 'unknown';
  if (etaDay <= day) return 'expected_on_time';
  return atLeast(AT_RISK_SHARE_OF_LEG * legDays, etaDay - day) ? 'at_risk' : 'expected_late';
}

/** A stopover without a value follows the rule of done, on today instead of the judged day. */
export function doneStatus(
  doneOn: Day | null,
  day: Day,
  today: Day,
  warnDays: number,
): MilestoneStatusCode {
  if (doneOn !== null && doneOn <= today) return reachedStatus(doneOn, day);
  if (today > day) return 'overdue';
  return isWithinWarning(today, day, warnDays) ? 'at_risk' : 'expected_on_time';
}

interface Leg {
  start: Day;
  startValue: number | null;
}

function valuedStopover(
  kpiCase: KpiCase,
  { milestone, day, value }: Stopover & { value: number },
  leg: Leg,
  actual: number | null,
  arrive: (value: number) => Arrival,
): Omit<MilestoneEvaluation, 'isNext' | 'order'> {
  const { judged, period } = kpiCase;
  const judgedDay = judged.judgedDay;
  const reachedDay = reachedDayOf(kpiCase, value, actual);
  const etaDay = reachedDay ?? arrive(value).day;
  const legDays = day - leg.start;
  const isOverdue = judgedDay !== null && judgedDay >= day;
  const status =
    reachedDay !== null
      ? reachedStatus(reachedDay, day)
      : isOverdue
        ? 'overdue'
        : expectedStatus(etaDay, day, legDays);
  return {
    milestoneId: milestone?.id ?? null,
    stop: milestone?.stop ?? '',
    kpiId: kpiCase.kpi.id,
    day,
    value,
    status,
    reachedDay,
    etaDay,
    daysLate: etaDay === null ? unknown(arrive(value).reason ?? 'NO_ETA') : known(etaDay - day),
    valueToGo:
      actual === null ? unknown('NO_DATA') : known(reachedDay === null ? value - actual : 0),
    requiredSpeed: requiredSpeed(),
    legProgress:
      actual === null || leg.startValue === null
        ? unknown('NO_DATA')
        : knownOr((actual - leg.startValue) / (value - leg.startValue), 'PLAN_FLAT'),
  };

  function requiredSpeed(): Quantity {
    if (actual === null || judgedDay === null) return unknown('NO_DATA');
    if (reachedDay !== null) return known(0);
    const left = weightUpTo(period, day) - weightUpTo(period, judgedDay);
    return left > 0 ? known((value - actual) / left) : unknown('PERIOD_OVER');
  }
}

function valuelessStopover(
  kpiCase: KpiCase,
  { milestone, day: counted }: Stopover,
): Omit<MilestoneEvaluation, 'isNext' | 'order'> {
  const { today } = kpiCase.context;
  // What is done or not has a day of its own, whatever the rhythm of the measure.
  const day = milestone?.day ?? counted;
  const doneOn = milestone?.doneOn ?? null;
  const reachedDay = doneOn !== null && doneOn <= today ? doneOn : null;
  return {
    milestoneId: milestone?.id ?? null,
    stop: milestone?.stop ?? '',
    kpiId: kpiCase.kpi.id,
    day,
    value: null,
    status: doneStatus(doneOn, day, today, warningDaysOf(kpiCase.kpi)),
    reachedDay,
    etaDay: reachedDay,
    daysLate: reachedDay === null ? unknown('NO_ETA') : known(reachedDay - day),
    valueToGo: unknown('NOT_APPLICABLE'),
    requiredSpeed: unknown('NOT_APPLICABLE'),
    legProgress: unknown('NOT_APPLICABLE'),
  };
}

/** The earliest stopover not reached is the next one, overdue included. */
export function markNext(
  stopovers: ReadonlyArray<Omit<MilestoneEvaluation, 'isNext' | 'order'>>,
): MilestoneEvaluation[] {
  const next = stopovers.findIndex(({ reachedDay }) => reachedDay === null);
  return stopovers.map((stopover, order) => ({ ...stopover, order, isNext: order === next }));
}

/**
 * Where every stopover of a KPI stands (calculations.md §9).
 *
 * @param arrive when a value is reached at the share of the plan kept so far
 */
export function milestoneStatuses(
  kpiCase: KpiCase,
  actual: number | null,
  arrive: (value: number) => Arrival,
): MilestoneEvaluation[] {
  let leg: Leg = { start: kpiCase.period.start - 1, startValue: kpiCase.definition.baseline };
  const evaluations = stopoversOf(kpiCase).map((stopover) => {
    const { value } = stopover;
    const evaluation =
      value === null
        ? valuelessStopover(kpiCase, stopover)
        : valuedStopover(kpiCase, { ...stopover, value }, leg, actual, arrive);
    leg = { start: evaluation.day, startValue: value ?? leg.startValue };
    return evaluation;
  });
  return markNext(evaluations);
}
