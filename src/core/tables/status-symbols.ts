import type { MilestoneStatusCode, StatusCode } from '../model/status.ts';
import type { Follows } from './column.ts';
import { mapPart } from './part.ts';

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

/**
 * A picture for every status, each of a shape of its own: Noto emoji, as Google's font service has
 * them for everybody. Which status a picture stands for is all that its address tells.
 */
const STATUS_PICTURES: Readonly<Record<StatusCode, string>> = {
  off_course: '1f53b',
  missed: '274c',
  at_risk: '1f536',
  stale: '1f551',
  no_data: '26aa',
  invalid: '26a0',
  too_early: '23f3',
  not_started: '1f6a9',
  on_course: '1f7e2',
  achieved: '2705',
  tracked: '1f440',
  paused: '23f8',
  cancelled: '1f6ab',
};

const pictureOf = (status: StatusCode): string =>
  `https://fonts.gstatic.com/s/e/notoemoji/16.0/${STATUS_PICTURES[status]}/72.png`;

/** Address of the picture of the status in a column. */
export const pictureFor = (id: string): Follows => ({
  from: [id],
  // SAFETY: the column holds status codes.
  work: ([codes]) =>
    mapPart(codes, (code) => (code === null ? null : pictureOf(code as StatusCode))),
});
