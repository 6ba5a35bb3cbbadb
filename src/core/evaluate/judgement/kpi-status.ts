import type { Day } from '../../model/calendar-date.ts';
import type { KpiFlag } from '../../model/evaluation.ts';
import { atLeast, type ReasonCode } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import type { JudgedPeriod } from '../actuals/judged-day.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { type Aim, expectedBy, isWay } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import type { ValueAt } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';

export interface KpiStatus {
  status: StatusCode;
  reason: ReasonCode | null;
  flags: readonly KpiFlag[];
  /** The day from which the target is reached, by touch or, once closed, at the due date. */
  reachedDay: Day | null;
}

/** What says how far a KPI is, and what counts as there. */
export type Standing = KpiPart<
  | 'kpi'
  | 'measure'
  | 'isOneValue'
  | 'definition'
  | 'judged'
  | 'actuals'
  | 'period'
  | 'thresholds'
  | 'isNeverNegative'
  | 'settings'
  | 'calendar'
>;

/** Longest stretch, in weighted days, in which a result may be too early to judge. */
const MOST_TOO_EARLY_DAYS = 60;

/**
 * Whether so little of the first leg has passed that neither ahead nor behind means anything:
 * W(A) < min(0.15·W(first leg), 60) (calculations.md §8).
 */
export function isTooEarly(
  {
    judged,
    period,
    definition,
    settings,
  }: KpiPart<'judged' | 'period' | 'definition' | 'settings'>,
  aim: Aim,
): boolean {
  if (judged.judgedDay === null || !kindOf(aim).isPaced) return false;
  const firstLegEnd = definition.asked.anchors.find(({ isLegEnd }) => isLegEnd)?.day ?? period.end;
  const firstLeg = weightUpTo(period, firstLegEnd);
  const least = Math.min(settings.tooEarlyBelow * firstLeg, MOST_TOO_EARLY_DAYS);
  return !atLeast(weightUpTo(period, judged.judgedDay), least);
}

/** Achieved by touch counts from the first day, for good; hold waits for the due date. */
export function isByTouch(
  { kpi, definition, isNeverNegative }: KpiPart<'kpi' | 'definition' | 'isNeverNegative'>,
  aim: Aim,
): boolean {
  if (!isWay(aim)) return false;
  if (kpi.reached !== null) return kpi.reached === 'touch';
  return definition.family === 'total' && isNeverNegative;
}

/** Of a KPI that asks it of its intervals: how many met it, of those with a value; else null. */
export function metIntervals(
  { kpi, judged, actuals }: Standing,
  aim: Aim,
): { met: number; judged: number } | null {
  const kind = kindOf(aim);
  if (!kind.isByInterval || kpi.closedRule.kind === 'whole_period') return null;
  const { start, end } = judged.intervals;
  // Without a rhythm a value is that of its day, not of the days since the one before.
  const since = judged.rhythm === 'irregular' ? end : start;
  let valued = 0;
  let met = 0;
  for (let i = 0; i <= judged.judgedIndex; i++) {
    const own = judged.hasValue[i] ? actuals.own[i] : null;
    if (own === null) continue;
    valued++;
    if (kind.meets(aim, { since: since[i], day: end[i], actual: own })) met++;
  }
  return { met, judged: valued };
}

/** How the whole period ended: by the value over it, by every interval, or by a share of them. */
function isAchievedAtClose(standing: Standing, aim: Aim, at: ValueAt): boolean {
  const { closedRule } = standing.kpi;
  const record = metIntervals(standing, aim);
  if (record === null) return kindOf(aim).meets(aim, at);
  const wanted = closedRule.kind === 'share' ? closedRule.share : 1;
  return atLeast(record.met / record.judged, wanted);
}

/** Closed or running, from a value that is known to be complete. */
function judgedStatus(standing: Standing, aim: Aim, at: ValueAt): StatusCode {
  if (aim.judgedAs === 'track') return 'tracked';
  if (standing.judged.isClosed) {
    return isAchievedAtClose(standing, aim, at) ? 'achieved' : 'missed';
  }
  if (isTooEarly(standing, aim)) return 'too_early';
  return kindOf(aim).statusAt(aim, at, standing.thresholds) ?? 'invalid';
}

const plain = (status: StatusCode, reason: ReasonCode | null = null): KpiStatus => ({
  status,
  reason,
  flags: [],
  reachedDay: null,
});

/**
 * What a day with a row of an irregular total brings in the mean; null of any other measure, and
 * without one. A gift that cannot be read is a gift, not a day's share of the plan.
 */
function usualAmount({ measure, judged, actuals }: Standing): number | null {
  if (measure.cadence !== 'irregular') return null;
  const days = actuals.own.slice(0, judged.judgedIndex + 1);
  const amounts = days.filter((value, i): value is number => {
    return value !== null && value !== 0 && judged.hasValue[i] === true;
  });
  return amounts.length === 0
    ? null
    : amounts.reduce((sum, value) => sum + value, 0) / amounts.length;
}

/** What was to be expected of the missing intervals up to each interval, added up. */
function expectedGaps(standing: Standing, aim: Aim): number[] {
  const { intervals, weight, hasValue, judgedIndex } = standing.judged;
  const usual = usualAmount(standing);
  const gaps: number[] = [];
  let expected = 0;
  for (let i = 0; i <= judgedIndex; i++) {
    if (weight[i] > 0 && !hasValue[i]) {
      const before = expectedBy(aim, intervals.start[i] - 1) ?? 0;
      expected += usual ?? (expectedBy(aim, intervals.end[i]) ?? 0) - before;
    }
    gaps.push(expected);
  }
  return gaps;
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
function outcomeOf(standing: Standing, aim: Aim, at: ValueAt, gaps: readonly number[]): Outcome {
  const { judged, actuals, period } = standing;
  const kind = kindOf(aim);
  if (isByTouch(standing, aim)) {
    for (let i = 0; i <= judged.judgedIndex; i++) {
      const value = actuals.toDate[i];
      if (value === null) continue;
      const day = judged.intervals.end[i];
      if (kind.meets(aim, { since: at.since, day, actual: value + (gaps[i] ?? 0) })) {
        return { status: 'achieved', reachedDay: day };
      }
    }
  }
  if (judged.isStale) return { status: 'stale', reachedDay: null };
  const filled = { ...at, actual: at.actual + (gaps[judged.judgedIndex] ?? 0) };
  const status = judgedStatus(standing, aim, filled);
  return { status, reachedDay: status === 'achieved' ? period.end : null };
}

/** Before there is a value to be judged by. */
function waiting(judged: JudgedPeriod): KpiStatus {
  const { isWindowOpen, isClosed, haveFiguresEnded, isBeforeFirstValue, rhythm } = judged;
  if (isWindowOpen) {
    return plain(isClosed || haveFiguresEnded ? 'no_data' : 'too_early', 'WINDOW_OPEN');
  }
  if (isBeforeFirstValue && !(isClosed && rhythm === 'day')) {
    return plain('too_early', 'FIRST_INTERVAL');
  }
  return plain('no_data', judged.unreadableCount > 0 ? 'UNREADABLE' : 'NO_DATA');
}

/** So much of what does not add up may be unreadable. */
const MOST_UNREADABLE = 0.1;

/** What cannot be read, and what a single value does not say, leave no judgement (§8). */
function withDoubts(standing: Standing, aim: Aim, found: KpiStatus): KpiStatus {
  const { definition, judged, isOneValue } = standing;
  const { unreadableShare, isClosed, isStale } = judged;
  const { flags } = found;
  const isSettled = found.status === 'achieved' && (!isClosed || isByTouch(standing, aim));
  const isHardlyReadable =
    definition.family !== 'total' &&
    aim.judgedAs !== 'track' &&
    !atLeast(MOST_UNREADABLE, unreadableShare);
  if (isHardlyReadable && !isSettled) {
    return { status: 'no_data', reason: 'UNREADABLE', flags, reachedDay: null };
  }
  if (isOneValue && !isSettled) {
    const status = isClosed || isStale ? 'no_data' : 'too_early';
    return { status, reason: 'ONE_VALUE', flags, reachedDay: null };
  }
  return found;
}

/** The status of a whole KPI that is not `done`: the first match of calculations.md §8 wins. */
export function kpiStatus(standing: Standing, aim: Aim, actual: number | null): KpiStatus {
  const found = statusByValue(standing, aim, actual);
  const isIdle = standing.kpi.state !== 'active' || found.status === 'not_started';
  if (isIdle) return found;
  const own = standing.judged.judgedDay === null ? found : withDoubts(standing, aim, found);
  // Whatever came in, there is no target to hold it against.
  const hasNoTarget = aim.judgedAs === 'undecided' && aim.why === 'REFERENCE_INCOMPLETE';
  return hasNoTarget && own.status !== 'too_early' ? plain('no_data', aim.why) : own;
}

/** As its value says. */
function statusByValue(standing: Standing, aim: Aim, actual: number | null): KpiStatus {
  const { kpi, definition, judged, calendar } = standing;
  if (kpi.state === 'cancelled') return plain('cancelled');
  if (kpi.state === 'paused') return plain('paused');
  if (calendar.today <= kpi.start) return plain('not_started', 'NOT_STARTED');
  if (judged.judgedDay === null) return waiting(judged);
  // Every operand has a value at A, so what is missing is the result; of a period, perhaps all of it.
  const isIncomplete = definition.family === 'total' && judged.missingCount > 0;
  const gaps: KpiFlag[] = isIncomplete ? ['INCOMPLETE'] : [];
  if (actual === null) {
    const reason = judged.valueCount > 0 ? 'DIVISION_BY_ZERO' : 'NO_DATA';
    return { ...plain('no_data', reason), flags: gaps };
  }
  if (aim.judgedAs === 'undecided') return plain('no_data', aim.why);
  const at = { since: kpi.start, day: judged.judgedDay, actual };
  const { status, reachedDay } = outcomeOf(standing, aim, at, []);
  const isPassed = kindOf(aim).isPassed(aim, actual);
  const flags: KpiFlag[] = isPassed ? ['CEILING_PASSED', ...gaps] : gaps;
  if (isIncomplete && expectedBy(aim, at.day) !== null) {
    if (outcomeOf(standing, aim, at, expectedGaps(standing, aim)).status !== status) {
      const reason = judged.unreadableGapCount > 0 ? 'UNREADABLE' : 'INCOMPLETE';
      return { status: 'no_data', reason, flags, reachedDay: null };
    }
  }
  if (status === 'stale') return { status, reason: null, flags, reachedDay: null };
  const reason: ReasonCode | null = isPassed
    ? 'CEILING_PASSED'
    : status === 'too_early'
      ? 'TOO_EARLY'
      : null;
  return { status, reason, flags, reachedDay };
}
