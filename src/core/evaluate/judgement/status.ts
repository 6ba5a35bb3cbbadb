import { atLeast } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';

/** How a running KPI stands at a day with a value; the colours of calculations.md §8. */
export type RunningStatus = Extract<StatusCode, 'on_course' | 'at_risk' | 'off_course'>;

/** A boundary goes to the better status. */
export function colourOf(index: number, { onCourseFrom, atRiskFrom }: Thresholds): RunningStatus {
  if (atLeast(index, onCourseFrom)) return 'on_course';
  return atLeast(index, atRiskFrom) ? 'at_risk' : 'off_course';
}
