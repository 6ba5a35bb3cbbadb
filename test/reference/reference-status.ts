import type { StatusCode } from '../../src/core/model/status.ts';
import { type Case, firstReached, isClosed, isStale } from './reference-case.ts';
import { above, atLeast, near } from './reference-definition.ts';
import { fiveNumbers, isTooEarly, toleranceOf } from './reference-numbers.ts';

type Judgement = StatusCode;

export function thresholds({ book, definition }: Case): { onCourse: number; atRisk: number } {
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

function reachStatus(kase: Case, isFilled: boolean): StatusCode {
  const { definition, judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged, isFilled);
  const { plan, planShare, gapShare, paceIndex } = fiveNumbers(kase, isFilled);
  if (actual === null || plan === null || definition.direction === null) return 'no_data';
  if (atLeast(definition.direction * actual, definition.direction * plan)) return 'on_course';
  if (paceIndex === null || planShare === null || above(0.15, planShare)) {
    return band(kase, 1 + (gapShare ?? 0));
  }
  return band(kase, paceIndex);
}

function isMet(kase: Case, actual: number): boolean {
  const { direction, target, type, kpi } = kase.definition;
  if (type === 'range') {
    return (
      kpi.low !== null && kpi.high !== null && atLeast(actual, kpi.low) && atLeast(kpi.high, actual)
    );
  }
  return direction !== null && target !== null && atLeast(direction * actual, direction * target);
}

function thresholdStatus(kase: Case, actual: number): StatusCode {
  const { definition } = kase;
  const { direction, target, type } = definition;
  if (isMet(kase, actual)) return 'on_course';
  if (type === 'range') {
    const { attainment } = fiveNumbers(kase);
    return attainment !== null && attainment > 0 && !near(attainment, 0) ? 'at_risk' : 'off_course';
  }
  const tolerance = toleranceOf(definition) ?? 0;
  return atLeast((direction ?? 1) * (actual - (target ?? 0)), -tolerance)
    ? 'at_risk'
    : 'off_course';
}

/** Achieved or missed, at close. */
function closedStatus(kase: Case, actual: number): StatusCode {
  const { definition, judged } = kase;
  const { closedRule } = definition.kpi;
  const isPerInterval = definition.type === 'at_least' || definition.type === 'at_most';
  if (!isPerInterval || closedRule.kind === 'whole_period') {
    return isMet(kase, actual) ? 'achieved' : 'missed';
  }
  const met = intervalValues(kase, judged ?? -1).map((value) => isMet(kase, value));
  const share = met.filter((one) => one).length / met.length;
  const wanted = closedRule.kind === 'every' ? 1 : closedRule.share;
  return met.length > 0 && atLeast(share, wanted) ? 'achieved' : 'missed';
}

/** The value of every interval up to a position that has one. */
function intervalValues(kase: Case, last: number): number[] {
  const values: number[] = [];
  for (let position = 0; position <= last; position++) {
    const value = kase.intervalValue(position);
    if (value !== null) values.push(value);
  }
  return values;
}

/** §8, for a KPI that has values; `isFilled`: every missing interval at its plan. */
export function judge(kase: Case, isFilled = false): Judgement {
  const { definition, judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged, isFilled);
  if (judged === null || actual === null) return 'no_data';
  const { type, target } = definition;
  const touched =
    kase.isReachedByTouch && target !== null && firstReached(kase, target, isFilled) !== null;
  if (touched) return 'achieved';
  if (isStale(kase)) return 'stale';
  if (type === 'track') return 'tracked';
  if (isClosed(kase)) return closedStatus(kase, actual);
  if (isTooEarly(kase)) return 'too_early';
  if (type === 'ceiling') {
    const { paceIndex } = fiveNumbers(kase, isFilled);
    if (above(actual, target ?? 0)) return 'off_course';
    return band(kase, paceIndex ?? 0);
  }
  return type === 'reach' ? reachStatus(kase, isFilled) : thresholdStatus(kase, actual);
}
