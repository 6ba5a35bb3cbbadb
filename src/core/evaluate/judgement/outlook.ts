import type { KpiEvaluation } from '../../model/evaluation.ts';
import { known } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import { AT_RISK_EDGE, ON_COURSE_EDGE, PASSED } from './dial.ts';
import type { RunningStatus } from './status.ts';

/** At risk, and only just: the edge itself belongs to the better band. */
const NEARLY_ON_COURSE = 0.94;

/**
 * What the colour of a running KPI becomes for what is coming: one step, not more, towards a chance
 * that leaves little doubt (calculations.md §8). Of public series that were green with a chance below
 * 20%, one in eleven arrived.
 *
 * | by plan | chance | becomes |
 * |---|---|---|
 * | on course | < 0.10 | at risk |
 * | at risk | < 0.02 | off course |
 * | at risk, off course | > 0.90 | one better |
 */
export function outlookOn(status: RunningStatus, chance: number): RunningStatus {
  if (status === 'on_course') return chance < 0.1 ? 'at_risk' : status;
  if (chance > 0.9) return status === 'at_risk' ? 'on_course' : 'at_risk';
  return status === 'at_risk' && chance < 0.02 ? 'off_course' : status;
}

type Moved = Pick<KpiEvaluation, 'status' | 'reason' | 'course'>;

const isRunning = (status: StatusCode): status is RunningStatus =>
  status === 'on_course' || status === 'at_risk' || status === 'off_course';

/** The near edge of the band that a status was moved into. */
function courseIn(status: RunningStatus, by: RunningStatus): number {
  if (status === 'on_course') return ON_COURSE_EDGE;
  if (status === 'off_course') return PASSED;
  return by === 'on_course' ? NEARLY_ON_COURSE : AT_RISK_EDGE;
}

/**
 * The status with an eye on what is coming, and its part in a goal: the near edge of its band. Null
 * where it stays what it is by the plan.
 */
export function movedBy(status: StatusCode, chance: number | null): Moved | null {
  if (chance === null || !isRunning(status)) return null;
  const moved = outlookOn(status, chance);
  if (moved === status) return null;
  return { status: moved, reason: 'OUTLOOK', course: known(courseIn(moved, status)) };
}
