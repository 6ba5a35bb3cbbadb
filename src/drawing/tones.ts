import type { MilestoneStatusCode, StatusCode } from '../core/model/status.ts';
import type { Tone } from './colours.ts';

/** How the status of a KPI or goal is coloured. */
export const KPI_TONES: Readonly<Record<StatusCode, Tone>> = {
  off_course: 'bad',
  missed: 'bad',
  at_risk: 'watch',
  stale: 'quiet',
  no_data: 'quiet',
  invalid: 'bad',
  too_early: 'quiet',
  not_started: 'quiet',
  on_course: 'good',
  achieved: 'done',
  tracked: 'quiet',
  paused: 'quiet',
  cancelled: 'quiet',
};

/** How the status of a stopover is coloured. */
export const STOP_TONES: Readonly<Record<MilestoneStatusCode, Tone>> = {
  overdue: 'bad',
  expected_late: 'bad',
  at_risk: 'watch',
  unknown: 'quiet',
  reached_late: 'watch',
  expected_on_time: 'good',
  reached_on_time: 'done',
  reached_early: 'done',
};
