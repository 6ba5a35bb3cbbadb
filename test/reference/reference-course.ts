import type { StatusCode } from '../../src/core/model/status.ts';
import type { Case } from './reference-case.ts';
import { above, atLeast, near } from './reference-definition.ts';
import { fiveNumbers, toleranceOf } from './reference-numbers.ts';
import { thresholds } from './reference-status.ts';

const clamp = (value: number, high = 1): number => Math.min(high, Math.max(0, value));

const JUDGED: readonly StatusCode[] = ['achieved', 'missed', 'on_course', 'at_risk', 'off_course'];

/** ρ′ of §11, before it is cut. */
function paceLike(kase: Case, status: StatusCode): number | null {
  const { definition, judged, actualAt } = kase;
  const { type, direction, target, baseline, kpi } = definition;
  const actual = judged === null ? null : actualAt(judged);
  if (actual === null || !JUDGED.includes(status)) return null;
  if (status === 'achieved') return 1;
  const { paceIndex, planShare, gapShare, attainment } = fiveNumbers(kase);
  if (type === 'ceiling') return paceIndex;
  if (type === 'reach') {
    return planShare === null || paceIndex === null || above(0.15, planShare)
      ? gapShare === null
        ? null
        : 1 + gapShare
      : paceIndex;
  }
  if (type === 'range') {
    if (attainment === null) return null;
    if (near(attainment, 1)) return 1;
    return near(attainment, 0) ? 0 : 0.8 + 0.15 * attainment;
  }
  if (direction === null || target === null || attainment === null) return null;
  const ahead = direction * (actual - target);
  const tolerance = toleranceOf(definition) ?? 0;
  if (atLeast(ahead, 0)) return 1;
  if (atLeast(ahead, -tolerance)) return 0.8 + (0.15 * (tolerance + ahead)) / tolerance;
  let scale = Math.abs(target);
  if (near(target, 0)) scale = kpi.scale ?? (baseline === null ? 0 : Math.abs(target - baseline));
  const edge = near(scale, 0) ? 0 : 1 - tolerance / scale;
  return above(edge, 0) ? 0.8 * Math.max(0, attainment / edge) : 0;
}

export function courseOf(kase: Case, status: StatusCode): number | null {
  const like = paceLike(kase, status);
  return like === null ? null : clamp(like);
}

export function meterOf(kase: Case, status: StatusCode): number | null {
  const { definition } = kase;
  const like = paceLike(kase, status);
  if (like === null) return null;
  if (definition.type !== 'reach' && definition.type !== 'ceiling') return clamp(like, 1.5);
  const { onCourse, atRisk } = thresholds(kase);
  if (like <= atRisk) return clamp((0.8 * like) / atRisk, 1.5);
  if (like >= onCourse) return clamp(0.95 + like - onCourse, 1.5);
  return clamp(0.8 + (0.15 * (like - atRisk)) / (onCourse - atRisk), 1.5);
}

export function scoreOf(kase: Case): number | null {
  const { progress, attainment, paceIndex } = fiveNumbers(kase);
  const score = kase.definition.type === 'ceiling' ? paceIndex : (progress ?? attainment);
  return score === null ? null : clamp(score);
}
