import { isJudged, type StatusCode } from '../model/status.ts';
import { type Column, fieldsIn } from './column.ts';

const counts = fieldsIn('counts');

/** Not judged yet, but will be: in time, with data or after a repair. */
const WAITING: readonly StatusCode[] = ['too_early', 'not_started', 'no_data', 'stale', 'invalid'];

/** 1 or 0, so that counts add up. */
export const countIf = (isCounted: boolean): number => (isCounted ? 1 : 0);

export const isGood = (status: StatusCode): boolean =>
  status === 'on_course' || status === 'achieved';
export const isBad = (status: StatusCode): boolean =>
  status === 'off_course' || status === 'missed';

/** What counts as what; a status may count in several. */
const COUNTED = {
  judged_count: isJudged,
  on_course_count: (status) => status === 'on_course',
  at_risk_count: (status) => status === 'at_risk',
  off_course_count: (status) => status === 'off_course',
  achieved_count: (status) => status === 'achieved',
  missed_count: (status) => status === 'missed',
  waiting_count: (status) => WAITING.includes(status),
} satisfies Record<string, (status: StatusCode) => boolean>;

type CountId = keyof typeof COUNTED;

/** 0 or 1 per status, so that sums are counts. */
export function statusCounts<Block>(statusOf: (block: Block) => StatusCode) {
  const columns = Object.entries(COUNTED).map(([id, isCounted]) => [
    id,
    counts.sum((block: Block) => countIf(isCounted(statusOf(block)))),
  ]);
  // SAFETY: the ids of the record above.
  return Object.fromEntries(columns) as Record<CountId, Column<Block>>;
}

/** The same for the days kept of a block. */
export function snapshotCounts<Block>(statusesOf: (block: Block) => readonly StatusCode[]) {
  const columns = Object.entries(COUNTED).map(([id, isCounted]) => [
    `snapshot_${id}`,
    counts.sum((block: Block) => statusesOf(block).map((status) => countIf(isCounted(status)))),
  ]);
  // SAFETY: as above.
  return Object.fromEntries(columns) as Record<`snapshot_${CountId}`, Column<Block>>;
}
