import type { StatusCode } from '../../../src/core/model/status.ts';
import type { Interval } from './calendar.ts';
import { type Case, firstReached, hasWeight, isClosed, isStale, judgedDay } from './case.ts';
import {
  askedAt,
  askedOver,
  fiveNumbers,
  isTooEarly,
  shareOfLeg,
  toleranceOf,
} from './five-numbers.ts';
import { above, atLeast, near } from './numbers.ts';

export interface Thresholds {
  onCourse: number;
  atRisk: number;
}

export function thresholds({ book, definition }: Case): Thresholds {
  const { settings } = book.workspace;
  return {
    onCourse: definition.kpi.onCourseFrom ?? settings.onCourseFrom,
    atRisk: definition.kpi.atRiskFrom ?? settings.atRiskFrom,
  };
}

function band(kase: Case, value: number): StatusCode {
  const { onCourse, atRisk } = thresholds(kase);
  if (atLeast(value, onCourse)) return 'on_course';
  return atLeast(value, atRisk) ? 'at_risk' : 'off_course';
}

/** On plan or beyond it; else by ρ, and while little was planned by the share of the leg. */
function reachStatus(kase: Case, actual: number, isFilled: boolean): StatusCode {
  const { direction } = kase.definition;
  const { plan, planShare, paceIndex } = fiveNumbers(kase, isFilled);
  if (plan === null || direction === null) return 'no_data';
  if (atLeast(direction * actual, direction * plan)) return 'on_course';
  if (paceIndex === null || planShare === null || above(0.15, planShare)) {
    return band(kase, 1 + (shareOfLeg(kase, isFilled) ?? 0));
  }
  return band(kase, paceIndex);
}

/** Is more used than there was, or more brought than the corridor is high? */
export function isPassed({ definition }: Case, actual: number): boolean {
  const { type, target, isPlannedLoss } = definition;
  if (target === null || (type !== 'ceiling' && type !== 'corridor')) return false;
  return isPlannedLoss ? above(target, actual) : above(actual, target);
}

function isInside({ definition }: Case, actual: number): boolean {
  const { low, high } = definition.kpi;
  return low !== null && high !== null && atLeast(actual, low) && atLeast(high, actual);
}

/** `asked`: the T to be met, of a range its band. */
function isMet(kase: Case, actual: number, asked: number | null): boolean {
  const { direction, type } = kase.definition;
  if (type === 'range' || type === 'corridor') return isInside(kase, actual);
  return direction !== null && asked !== null && atLeast(direction * actual, direction * asked);
}

function thresholdStatus(kase: Case, actual: number): StatusCode {
  const { direction, type } = kase.definition;
  const asked = askedAt(kase);
  if (isMet(kase, actual, asked)) return 'on_course';
  if (type === 'range') {
    const { attainment } = fiveNumbers(kase);
    return attainment !== null && attainment > 0 && !near(attainment, 0) ? 'at_risk' : 'off_course';
  }
  const tolerance = toleranceOf(kase) ?? 0;
  const ahead = (direction ?? 1) * (actual - (asked ?? 0));
  return atLeast(ahead, -tolerance) ? 'at_risk' : 'off_course';
}

/** Of the intervals that have a value, the share that met what was asked in them. */
function shareMet(kase: Case): number | null {
  const { definition, judged, intervalValue } = kase;
  const met: boolean[] = [];
  definition.intervals.slice(0, (judged ?? -1) + 1).forEach(({ start, end }, position) => {
    const value = intervalValue(position);
    if (value !== null) met.push(isMet(kase, value, askedOver(kase, start, end)));
  });
  return met.length === 0 ? null : met.filter((one) => one).length / met.length;
}

/** Achieved or missed, at close. */
function closedStatus(kase: Case, actual: number): StatusCode {
  const { type, kpi } = kase.definition;
  const { closedRule } = kpi;
  const isThreshold = type === 'at_least' || type === 'at_most';
  // With Every the rule is of its periods, and each of them is judged as a whole.
  if (!isThreshold || closedRule.kind === 'whole_period' || kase.isOver !== null) {
    return isMet(kase, actual, askedAt(kase)) ? 'achieved' : 'missed';
  }
  const share = shareMet(kase);
  const wanted = closedRule.kind === 'every' ? 1 : closedRule.share;
  return share !== null && atLeast(share, wanted) ? 'achieved' : 'missed';
}

export const isTouched = (kase: Case, isFilled = false): boolean => {
  const { target } = kase.definition;
  return kase.isReachedByTouch && target !== null && firstReached(kase, target, isFilled) !== null;
};

/** §8, for a KPI that has values; `isFilled`: every missing interval at its plan. */
function judge(kase: Case, isFilled = false): StatusCode {
  const { definition, judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged, isFilled);
  if (judged === null || actual === null) return 'no_data';
  const { type } = definition;
  if (isTouched(kase, isFilled)) return 'achieved';
  if (isStale(kase)) return 'stale';
  if (type === 'track') return 'tracked';
  if (isClosed(kase)) return closedStatus(kase, actual);
  if (isTooEarly(kase)) return 'too_early';
  if (isPassed(kase, actual)) return 'off_course';
  if (type === 'ceiling' || type === 'corridor') {
    return band(kase, fiveNumbers(kase, isFilled).paceIndex ?? 0);
  }
  return type === 'reach' ? reachStatus(kase, actual, isFilled) : thresholdStatus(kase, actual);
}

export interface Judgement {
  status: StatusCode;
  reason: string | null;
}

/** §8, of what does not add up: more than a tenth of the intervals cannot be read. */
function isHardlyReadable(kase: Case): boolean {
  const { definition, unreadable, held } = kase;
  const { family, type, cadence, intervals } = definition;
  const day = judgedDay(kase);
  if (day === null || family === 'total' || type === 'track') return false;
  const bad = unreadable.filter(({ end }) => end <= day);
  if (cadence === 'irregular') return above(bad.length, 0.1 * (held.length + bad.length));
  const isCounted = (one: Interval) => one.end <= day && hasWeight(definition, one);
  return above(bad.filter(isCounted).length, 0.1 * intervals.filter(isCounted).length);
}

/** §3: as it is, unless gaps decide: then neither failure nor success. */
export function judgeWithGaps(kase: Case): Judgement {
  const { definition, missing, unreadable } = kase;
  const status = judge(kase);
  const isOpen = status !== 'no_data' && !isTouched(kase);
  if (isOpen && isHardlyReadable(kase)) return { status: 'no_data', reason: 'UNREADABLE' };
  const hasGaps =
    definition.family === 'total' && definition.type !== 'track' && missing.length > 0;
  if (!hasGaps || judge(kase, true) === status) return { status, reason: null };
  const ends = new Set(unreadable.map(({ end }) => end));
  const isUnread = missing.some(({ end }) => ends.has(end));
  return { status: 'no_data', reason: isUnread ? 'UNREADABLE' : 'INCOMPLETE' };
}
