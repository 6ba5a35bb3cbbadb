export type RunningStatus = 'on_course' | 'at_risk' | 'off_course';

/**
 * What the colour of a running KPI becomes for what is coming: one step, not more, towards a chance
 * that leaves little doubt (calculations.md §8). Of public series that were green with a chance below
 * 20 %, one in eleven arrived.
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
