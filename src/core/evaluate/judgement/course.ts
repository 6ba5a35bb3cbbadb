import { atLeast, nearlyEqual } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';
import { type KpiDefinition, toleranceFor } from '../target/kpi-definition.ts';
import { attainmentDenominator } from './attainment.ts';
import { SHARE_JUDGED_BY_GAP } from './status.ts';

/** Where the band edges stand on every dial, whatever a KPI's own thresholds. */
const AT_RISK_EDGE = 0.8;
const ON_COURSE_EDGE = 0.95;
const METER_END = 1.5;

interface CourseInputs {
  definition: KpiDefinition;
  status: StatusCode;
  target: number | null;
  actual: number | null;
  paceIndex: number | null;
  gapShare: number | null;
  /** q: share of the way the plan has covered. */
  plannedShare: number | null;
  attainment: number | null;
  /** The stated denominator of a target of 0. */
  scale: number | null;
}

const clampShare = (value: number): number => Math.min(1, Math.max(0, value));

/** at_least, at_most: the value decides the branch, also of one that is missed by now. */
function thresholdCourse({ definition, target, actual, attainment, scale }: CourseInputs) {
  const { direction } = definition;
  if (target === null || actual === null || direction === null) return null;
  const allowed = toleranceFor(definition, target) ?? 0;
  const ahead = direction * (actual - target);
  if (atLeast(ahead, 0)) return 1;
  if (allowed > 0 && atLeast(ahead, -allowed)) {
    return AT_RISK_EDGE + ((ON_COURSE_EDGE - AT_RISK_EDGE) * (allowed + ahead)) / allowed;
  }
  if (attainment === null) return 0;
  const denominator = attainmentDenominator(target, scale, definition.baseline);
  const edge = denominator === null ? 1 : 1 - allowed / denominator;
  return edge <= 0 ? 0 : AT_RISK_EDGE * Math.max(0, attainment / edge);
}

/**
 * ρ′: one index for every type, with the band edges at 0.80 and 0.95 (calculations.md §11); not
 * clamped. Null where nothing was judged.
 */
export function courseIndex(inputs: CourseInputs): number | null {
  const { definition, status, paceIndex, gapShare, plannedShare, attainment } = inputs;
  const { type } = definition;
  if (status === 'achieved') return 1;
  if (type === 'done') return status === 'at_risk' ? AT_RISK_EDGE : status === 'missed' ? 0 : 1;
  if (type === 'at_least' || type === 'at_most' || definition.isHeldAtTarget) {
    return thresholdCourse(inputs);
  }
  if (type === 'range') {
    if (attainment === null) return null;
    if (nearlyEqual(attainment, 1)) return 1;
    return attainment <= 0 ? 0 : AT_RISK_EDGE + (ON_COURSE_EDGE - AT_RISK_EDGE) * attainment;
  }
  if (type === 'reach') {
    const isEarly = plannedShare === null || !atLeast(plannedShare, SHARE_JUDGED_BY_GAP);
    if (isEarly) return gapShare === null ? null : 1 + gapShare;
  }
  return paceIndex;
}

/** Σ w·clamp(ρ′, 0, 1) takes this share of it. */
export const courseShare = (index: number | null): number | null =>
  index === null ? null : clampShare(index);

/**
 * One dial for all: every KPI's own thresholds are put at 0.80 and 0.95, and the dial ends at 1.5
 * (tables.md). Types without thresholds of pace use ρ′, whose edges stand there already.
 */
export function meterOf(
  index: number | null,
  definition: KpiDefinition,
  { onCourseFrom, atRiskFrom }: Thresholds,
): number | null {
  if (index === null) return null;
  const isPaced =
    (definition.type === 'reach' && !definition.isHeldAtTarget) || definition.type === 'ceiling';
  const value = isPaced ? onDial(index, atRiskFrom, onCourseFrom) : index;
  return Math.min(METER_END, Math.max(0, value));
}

function onDial(index: number, atRisk: number, onCourse: number): number {
  if (index <= atRisk) return atRisk > 0 ? (AT_RISK_EDGE * index) / atRisk : AT_RISK_EDGE;
  if (index < onCourse) {
    return (
      AT_RISK_EDGE + ((ON_COURSE_EDGE - AT_RISK_EDGE) * (index - atRisk)) / (onCourse - atRisk)
    );
  }
  return ON_COURSE_EDGE + (index - onCourse);
}

/** A KPI's part in the score of its goal: progress, else attainment; a ceiling ρ (§11). */
export function scoreOf(
  { type }: Pick<KpiDefinition, 'type'>,
  progress: number | null,
  attainment: number | null,
  paceIndex: number | null,
): number | null {
  const own = type === 'ceiling' ? paceIndex : (progress ?? attainment);
  return own === null ? null : clampShare(own);
}
