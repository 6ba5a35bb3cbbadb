import type { MilestoneStatusCode, StatusCode } from '../model/status.ts';

/** A shape of its own for every status, so that colour is never needed. */
export const STATUS_SYMBOLS: Readonly<Record<StatusCode, string>> = {
  off_course: '▼',
  missed: '✗',
  at_risk: '◆',
  stale: '◷',
  no_data: '○',
  invalid: '⚠',
  too_early: '◔',
  not_started: '▷',
  on_course: '●',
  achieved: '✓',
  tracked: '·',
  paused: '‖',
  cancelled: '⊘',
};

export const MILESTONE_SYMBOLS: Readonly<Record<MilestoneStatusCode, string>> = {
  overdue: '✗',
  expected_late: '▼',
  at_risk: '◆',
  unknown: '○',
  reached_late: '✓',
  expected_on_time: '●',
  reached_on_time: '✓',
  reached_early: '✓',
};
