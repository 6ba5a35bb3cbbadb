/** In the order of attention: the position + 1 is `status_order` of the result tables. */
export const STATUS_CODES = [
  'off_course',
  'missed',
  'at_risk',
  'stale',
  'no_data',
  'invalid',
  'too_early',
  'not_started',
  'on_course',
  'achieved',
  'tracked',
  'paused',
  'cancelled',
] as const;
export type StatusCode = (typeof STATUS_CODES)[number];

/** 1 needs attention first. */
export const statusOrder = (status: StatusCode): number => STATUS_CODES.indexOf(status) + 1;

const STATUS_SCORES: Partial<Record<StatusCode, number>> = {
  off_course: 0,
  missed: 0,
  at_risk: 1,
  on_course: 2,
  achieved: 3,
};

/** 0 off course or missed, 1 at risk, 2 on course, 3 achieved; null where nothing was judged. */
export const statusScore = (status: StatusCode): number | null => STATUS_SCORES[status] ?? null;

export const isJudged = (status: StatusCode): boolean => statusScore(status) !== null;

export const MILESTONE_STATUS_CODES = [
  'overdue',
  'expected_late',
  'at_risk',
  'unknown',
  'reached_late',
  'expected_on_time',
  'reached_on_time',
  'reached_early',
] as const;
export type MilestoneStatusCode = (typeof MILESTONE_STATUS_CODES)[number];
