import type { KpiEvaluation } from '../../model/evaluation.ts';
import { known, unknown } from '../../model/quantity.ts';
import type { Thresholds } from '../../model/workspace.ts';

/** Where the band edges stand on every dial, whatever a KPI's own thresholds. */
export const AT_RISK_EDGE = 0.8;
export const ON_COURSE_EDGE = 0.95;
const METER_END = 1.5;
/** Below the edge, whatever is still to come: a ceiling, or the top of a corridor, that is passed. */
export const PASSED = 0.79;

/** @param share of the tolerance that is not used up: all of it is nearly on course */
export const withinTolerance = (share: number): number =>
  AT_RISK_EDGE + (ON_COURSE_EDGE - AT_RISK_EDGE) * share;

/** Σ w·clamp(ρ′, 0, 1) takes this share of an index; a goal's score too. */
export const clampShare = (index: number): number => Math.min(1, Math.max(0, index));

/** One dial for all: every KPI's own thresholds are put at 0.80 and 0.95. */
export function onDial(index: number, { atRiskFrom, onCourseFrom }: Thresholds): number {
  if (index <= atRiskFrom) {
    return atRiskFrom > 0 ? (AT_RISK_EDGE * index) / atRiskFrom : AT_RISK_EDGE;
  }
  if (index < onCourseFrom) {
    return withinTolerance((index - atRiskFrom) / (onCourseFrom - atRiskFrom));
  }
  return ON_COURSE_EDGE + (index - onCourseFrom);
}

const onMeter = (index: number): number => Math.min(METER_END, Math.max(0, index));

/** The meter and the part in the course of a goal, of ρ′; null where nothing was judged. */
export const meterAndCourse = (index: number | null): Pick<KpiEvaluation, 'meter' | 'course'> =>
  index === null
    ? { meter: unknown('NOT_APPLICABLE'), course: unknown('NOT_APPLICABLE') }
    : { meter: known(onMeter(index)), course: known(clampShare(index)) };
