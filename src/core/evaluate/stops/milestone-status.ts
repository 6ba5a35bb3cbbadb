import type { Day } from '../../model/calendar-date.ts';
import type { MilestoneEvaluation } from '../../model/evaluation.ts';
import type { Milestone } from '../../model/milestone.ts';
import { atLeast, known, nearlyEqual, type Quantity, unknown } from '../../model/quantity.ts';
import type { MilestoneStatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';
import type { Arrival } from '../judgement/arrival.ts';
import { isByTouch } from '../judgement/kpi-status.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { type Aim, isWay } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { doneStop, reachedStatus, type Stop } from './done-stop.ts';

interface Stopover {
  milestone: Milestone | null;
  /** As it was typed. */
  day: Day;
  /** On which it is compared. */
  countedDay: Day;
  value: number | null;
}

/** What passes its stopovers. */
type Passing = KpiPart<
  | 'kpi'
  | 'measure'
  | 'definition'
  | 'aim'
  | 'period'
  | 'judged'
  | 'actuals'
  | 'milestones'
  | 'lastMilestone'
  | 'isNeverNegative'
  | 'thresholds'
  | 'calendar'
>;

/** For cadences coarser than a day a stopover counts at the end of its interval. */
function countedDayOf({ measure, calendar, period }: Passing, day: Day): Day {
  if (measure.cadence === 'day' || measure.cadence === 'irregular') return day;
  return Math.min(calendar.holding(measure.cadence, day).end, period.end);
}

/** More use is not an arrival, and what is in question is none yet. */
const hasArrival = ({ judgedAs }: Aim): boolean =>
  judgedAs !== 'ceiling' && judgedAs !== 'corridor' && judgedAs !== 'undecided';

/**
 * The stopovers of a KPI, the due date with the target as the last. What is planned to be used of a
 * ceiling bends its plan and is nothing to arrive at.
 */
function stopoversOf(passing: Passing): Stopover[] {
  const { aim, milestones, lastMilestone, period } = passing;
  const stopovers: Stopover[] = milestones
    .filter(({ value }) => hasArrival(aim) || value === null)
    .map((milestone) => ({
      milestone,
      day: milestone.day,
      countedDay: countedDayOf(passing, milestone.day),
      value: milestone.value,
    }));
  const day = period.end;
  if (isWay(aim)) {
    stopovers.push({ milestone: lastMilestone, day, countedDay: day, value: aim.target });
  } else if (lastMilestone?.value != null && hasArrival(aim)) {
    stopovers.push({ milestone: lastMilestone, day, countedDay: day, value: lastMilestone.value });
  }
  return stopovers;
}

/** First interval end up to A at which X is as good as the value, and, under hold, still is at A. */
export function reachedDayOf(
  passing: KpiPart<'kpi' | 'definition' | 'aim' | 'judged' | 'actuals' | 'isNeverNegative'>,
  value: number,
  actual: number | null,
): Day | null {
  const { aim, judged, actuals } = passing;
  const direction = aim.direction ?? 1;
  const isReached = (own: number | null) =>
    own !== null && atLeast(direction * own, direction * value);
  if (!isByTouch(passing, aim) && !isReached(actual)) return null;
  for (let i = 0; i <= judged.judgedIndex; i++) {
    if (isReached(actuals.toDate[i])) return judged.intervals.end[i];
  }
  return null;
}

/** Late as a share of its leg, by the KPI's own thresholds: a stop and its KPI tell one story. */
function expectedStatus(
  expectedDay: Day | null,
  day: Day,
  legDays: number,
  { onCourseFrom, atRiskFrom }: Thresholds,
): MilestoneStatusCode {
  if (expectedDay === null) return 'unknown';
  const late = (expectedDay - day) / legDays;
  if (expectedDay <= day || atLeast(1 / onCourseFrom - 1, late)) return 'expected_on_time';
  return atLeast(1 / atRiskFrom - 1, late) ? 'at_risk' : 'expected_late';
}

interface Leg {
  start: Day;
  startValue: number | null;
}

function valuedStopover(
  passing: Passing,
  { milestone, day, countedDay, value }: Stopover & { value: number },
  leg: Leg,
  actual: number | null,
  arrive: (value: number) => Arrival,
): Stop {
  const { kpi, judged, period, thresholds } = passing;
  const { judgedDay } = judged;
  const reachedDay = reachedDayOf(passing, value, actual);
  const arrival: Arrival =
    reachedDay === null
      ? arrive(value)
      : { day: reachedDay, reason: null, expectedDay: reachedDay };
  const isOverdue = judgedDay !== null && judgedDay >= countedDay;
  const status =
    reachedDay !== null
      ? reachedStatus(reachedDay, countedDay)
      : isOverdue
        ? 'overdue'
        : expectedStatus(arrival.expectedDay, countedDay, countedDay - leg.start, thresholds);
  return {
    milestoneId: milestone?.id ?? null,
    stop: milestone?.stop ?? '',
    kpiId: kpi.id,
    day,
    value,
    status,
    reachedDay,
    etaDay: arrival.day,
    daysLate: arrival.day === null ? unknown(arrival.reason) : known(arrival.day - countedDay),
    valueToGo:
      actual === null ? unknown('NO_DATA') : known(reachedDay === null ? value - actual : 0),
    requiredSpeed: requiredSpeed(),
    legProgress: legProgress(),
  };

  function legProgress(): Quantity {
    const { startValue } = leg;
    if (actual === null || startValue === null) return unknown('NO_DATA');
    return nearlyEqual(value, startValue)
      ? unknown('PLAN_FLAT')
      : known((actual - startValue) / (value - startValue));
  }

  function requiredSpeed(): Quantity {
    if (actual === null || judgedDay === null) return unknown('NO_DATA');
    if (reachedDay !== null) return known(0);
    const left = weightUpTo(period, countedDay) - weightUpTo(period, judgedDay);
    return left > 0 ? known((value - actual) / left) : unknown('PERIOD_OVER');
  }
}

/** Of a KPI that is measured; it has a day of its own, whatever the rhythm of the measure. */
const valuelessStopover = (
  { kpi, calendar }: KpiPart<'kpi' | 'calendar'>,
  { milestone, day }: Stopover,
) =>
  doneStop(
    kpi,
    {
      milestoneId: milestone?.id ?? null,
      stop: milestone?.stop ?? '',
      day,
      doneOn: milestone?.doneOn ?? null,
    },
    calendar.today,
  );

/** The earliest stopover not reached is the next one, overdue included. */
export function markNext(stopovers: readonly Stop[]): MilestoneEvaluation[] {
  const next = stopovers.findIndex(({ reachedDay }) => reachedDay === null);
  return stopovers.map((stopover, order) => ({ ...stopover, order, isNext: order === next }));
}

/**
 * Where every stopover of a KPI stands (calculations.md §9).
 *
 * @param arrive when a value is reached at the share of the plan kept so far
 */
export function milestoneStatuses(
  passing: Passing,
  actual: number | null,
  arrive: (value: number) => Arrival,
): MilestoneEvaluation[] {
  let leg: Leg = { start: passing.period.start - 1, startValue: passing.definition.baseline };
  const evaluations = stopoversOf(passing).map((stopover) => {
    const { value } = stopover;
    const evaluation =
      value === null
        ? valuelessStopover(passing, stopover)
        : valuedStopover(passing, { ...stopover, value }, leg, actual, arrive);
    const start = value === null ? stopover.day : stopover.countedDay;
    leg = { start, startValue: value ?? leg.startValue };
    return evaluation;
  });
  return markNext(evaluations);
}
