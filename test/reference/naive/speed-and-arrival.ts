import type { Day } from '../../../src/core/model/calendar-date.ts';
import { type Case, firstReached, judgedDay } from './case.ts';
import type { Definition } from './definition.ts';
import { fiveNumbers, isTooEarlyForAny } from './five-numbers.ts';
import { above, atLeast, near } from './numbers.ts';

type Value = number | null;

/** §6 speaks of totals, levels and lines; of the rest there is no speed. */
const isFlow = ({ family, isLine }: Definition): boolean => family !== 'average' || isLine;

export interface Speeds {
  speed: Value;
  recentSpeed: Value;
  requiredSpeed: Value;
  speedFactor: Value;
}

const NONE: Speeds = { speed: null, recentSpeed: null, requiredSpeed: null, speedFactor: null };

/** Position of the interval that ends where the recent window starts; −1: at S. */
function windowStartOf({ book, definition, judged }: Case): number {
  const { intervals } = definition;
  const days = book.workspace.settings.recentSpeedWindowDays;
  if (judged === null) return -1;
  let position = judged - 3;
  while (position >= 0 && intervals[position].end > intervals[judged].end - days) position--;
  return Math.max(-1, position);
}

/** Change over max(28 civil days, 3 intervals) ending at A, per weighted day. */
function recentSpeed(kase: Case): Value {
  const { definition, judged, actualAt } = kase;
  const { baseline, start, intervals, weightTo } = definition;
  if (judged === null) return null;
  const from = windowStartOf(kase);
  const earlier = from < 0 ? baseline : actualAt(from);
  const day = from < 0 ? start - 1 : intervals[from].end;
  const weight = weightTo(intervals[judged].end) - weightTo(day);
  const actual = actualAt(judged);
  return near(weight, 0) || actual === null || earlier === null
    ? null
    : (actual - earlier) / weight;
}

export function speedsOf(kase: Case): Speeds {
  const { definition, judged, actualAt } = kase;
  const { direction, target, baseline, due, weightTo, type } = definition;
  const day = judgedDay(kase);
  const actual = judged === null ? null : actualAt(judged);
  if (day === null || actual === null || !isFlow(definition)) return NONE;
  const passed = weightTo(day);
  const speed = baseline === null || near(passed, 0) ? null : (actual - baseline) / passed;
  const recent = recentSpeed(kase);
  if (target === null || direction === null) return { ...NONE, speed, recentSpeed: recent };
  const left = weightTo(due) - passed;
  const isReached = type !== 'ceiling' && atLeast(direction * actual, direction * target);
  let required: Value = near(left, 0) ? null : (target - actual) / left;
  if (isReached) required = 0;
  const isMoving = type !== 'ceiling' && speed !== null && above(direction * speed, 0);
  const factor = required !== null && speed !== null && isMoving ? required / speed : null;
  return { speed, recentSpeed: recent, requiredSpeed: required, speedFactor: factor };
}

/** §7: enough values to look ahead: 3 intervals, 2 when the period has at most 4. */
export function isForeseeable(kase: Case): boolean {
  const { definition, judged, held } = kase;
  if (judged === null || isTooEarlyForAny(kase)) return false;
  const hasCount = definition.cadence !== 'irregular' || definition.family === 'total';
  return held.length >= (hasCount && definition.intervals.length <= 4 ? 2 : 3);
}

/** §9: the first day that a value was reached; by the rule hold it must still be so at A. */
export function reachedDay(kase: Case, value: number): Day | null {
  const { definition, judged, actualAt } = kase;
  const day = firstReached(kase, value);
  const actual = judged === null ? null : actualAt(judged);
  if (day === null || kase.isReachedByTouch) return day;
  if (actual === null) return null;
  const direction = definition.direction ?? 1;
  return atLeast(direction * actual, direction * value) ? day : null;
}

/**
 * §6: the first day on which the plan, sped up or slowed down as so far, comes to a value that is
 * not reached yet; also a day that lies in the past.
 */
export function expectedDay(kase: Case, value: number): Day | null {
  const { definition, plan } = kase;
  const { baseline, target, direction, start, due, weightTo, type } = definition;
  const day = judgedDay(kase);
  const { paceIndex } = fiveNumbers(kase);
  if (day === null || baseline === null || target === null || direction === null) return null;
  if (type !== 'reach' || !isForeseeable(kase)) return null;
  if (paceIndex === null || !above(paceIndex, 0)) return null;
  const horizon = due + 5 * (due - start + 1);
  for (let next = day + 1; next <= horizon; next++) {
    const beyond = ((target - baseline) / weightTo(due)) * (weightTo(next) - weightTo(due));
    const planned = next <= due ? (plan.lineAt(next) ?? 0) : target + beyond;
    const expected = baseline + paceIndex * (planned - baseline);
    if (atLeast(direction * expected, direction * value)) return next;
  }
  return null;
}

/** §6, the arrival that is published: none on a day that is past without the figures for it. */
export function arrivalDay(kase: Case, value: number): Day | null {
  const { type } = kase.definition;
  if (type === 'ceiling' || type === 'corridor') return null;
  const reached = reachedDay(kase, value);
  if (reached !== null) return reached;
  const expected = expectedDay(kase, value);
  return expected !== null && expected <= kase.book.today ? null : expected;
}
