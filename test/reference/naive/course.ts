import type { StatusCode } from '../../../src/core/model/status.ts';
import type { Case } from './case.ts';
import { askedAt, fiveNumbers, shareOfLeg, toleranceOf } from './five-numbers.ts';
import { above, atLeast, clamp, near } from './numbers.ts';
import { isPassed, type Thresholds, thresholds } from './status.ts';

type Value = number | null;

const JUDGED: readonly StatusCode[] = ['achieved', 'missed', 'on_course', 'at_risk', 'off_course'];

/** The meter's scale of tables.md: the KPI's own edges at 0.80 and 0.95. */
function onScale(pace: number, { onCourse, atRisk }: Thresholds): number {
  if (pace <= atRisk) return (0.8 * pace) / atRisk;
  if (pace >= onCourse) return 0.95 + pace - onCourse;
  return 0.8 + (0.15 * (pace - atRisk)) / (onCourse - atRisk);
}

/** Of a way by ρ, and while little was planned by the share of the leg; of what is passed below 0.80. */
function paceCourse(kase: Case, actual: number): Value {
  const { type, target } = kase.definition;
  const { paceIndex, planShare } = fiveNumbers(kase);
  if (isPassed(kase, actual)) return target === null ? null : (0.79 * target) / actual;
  const edges = thresholds(kase);
  if (type === 'reach' && (planShare === null || paceIndex === null || above(0.15, planShare))) {
    const share = shareOfLeg(kase);
    return share === null ? null : onScale(1 + share, edges);
  }
  return paceIndex === null ? null : onScale(paceIndex, edges);
}

function thresholdCourse(kase: Case, actual: number): Value {
  const { direction } = kase.definition;
  const asked = askedAt(kase);
  const { attainment } = fiveNumbers(kase);
  if (direction === null || asked === null || attainment === null) return null;
  const ahead = direction * (actual - asked);
  if (atLeast(ahead, 0)) return 1;
  const tolerance = toleranceOf(kase) ?? 0;
  if (near(tolerance, 0) || near(asked, 0)) return 0;
  if (atLeast(ahead, -tolerance)) return 0.8 + (0.15 * (tolerance + ahead)) / tolerance;
  const edge = 1 - tolerance / Math.abs(asked);
  return above(edge, 0) ? 0.8 * Math.max(0, attainment / edge) : 0;
}

/** §11, ρ′ before it is cut. */
function courseLike(kase: Case, status: StatusCode): Value {
  const { definition, judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged);
  if (actual === null || !JUDGED.includes(status)) return null;
  if (status === 'achieved') return 1;
  const { type } = definition;
  if (type === 'reach' || type === 'ceiling' || type === 'corridor')
    return paceCourse(kase, actual);
  if (type !== 'range') return thresholdCourse(kase, actual);
  const { attainment } = fiveNumbers(kase);
  if (attainment === null) return null;
  if (near(attainment, 1)) return 1;
  return near(attainment, 0) ? 0 : 0.8 + 0.15 * attainment;
}

export function courseOf(kase: Case, status: StatusCode): Value {
  const like = courseLike(kase, status);
  return like === null ? null : clamp(like, 0, 1);
}

/** The same dial, which goes on to 1.5. */
export function meterOf(kase: Case, status: StatusCode): Value {
  const like = courseLike(kase, status);
  return like === null ? null : clamp(like, 0, 1.5);
}

/** §11: progress, else attainment; of ceilings and corridors ρ. */
export function scoreOf(kase: Case): Value {
  const { progress, attainment, paceIndex } = fiveNumbers(kase);
  const { type } = kase.definition;
  const isOfPace = type === 'ceiling' || type === 'corridor';
  const score = isOfPace ? paceIndex : (progress ?? attainment);
  return score === null ? null : clamp(score, 0, 1);
}
