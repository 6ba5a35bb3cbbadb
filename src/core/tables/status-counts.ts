import { isJudged, type StatusCode } from '../model/status.ts';
import { type Column, essential, fieldsIn } from './column.ts';
import { mapPart, type Part } from './part.ts';

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

/** A chart of all of them takes a status and how many KPIs have it. */
const ESSENTIAL = ['off_course_count'];

/** A column of zeros and ones. */
function countColumn<Block>(id: string, read: (block: Block) => Part): Column<Block> {
  const column = counts.sum(read);
  return ESSENTIAL.includes(id) ? essential(column) : column;
}

/** 0 or 1 per status, so that sums are counts. */
export function statusCounts<Block>(statusOf: (block: Block) => StatusCode) {
  const columns = Object.entries(COUNTED).map(([id, isCounted]) => [
    id,
    countColumn(id, (block: Block) => countIf(isCounted(statusOf(block)))),
  ]);
  // SAFETY: the ids of the record above.
  return Object.fromEntries(columns) as Record<CountId, Column<Block>>;
}

/** The same of the status in a column; blank where there is none. */
export function countsOf<Block>(statusColumn: string) {
  const columns = Object.entries(COUNTED).map(([id, isCounted]) => {
    const column = counts.sumFollowing<Block>({
      from: [statusColumn],
      // SAFETY: the column holds status codes.
      work: ([codes]) =>
        mapPart(codes, (code) => (code === null ? null : countIf(isCounted(code as StatusCode)))),
    });
    return [id, ESSENTIAL.includes(id) ? essential(column) : column];
  });
  // SAFETY: as above.
  return Object.fromEntries(columns) as Record<CountId, Column<Block>>;
}

/** The same for the days kept of a block. */
export function snapshotCounts<Block>(statusesOf: (block: Block) => readonly StatusCode[]) {
  const columns = Object.entries(COUNTED).map(([id, isCounted]) => [
    `snapshot_${id}`,
    countColumn(id, (block: Block) =>
      statusesOf(block).map((status) => countIf(isCounted(status))),
    ),
  ]);
  // SAFETY: as above.
  return Object.fromEntries(columns) as Record<`snapshot_${CountId}`, Column<Block>>;
}

export const GOOD = ['on_course_count', 'achieved_count'];
export const BAD = ['off_course_count', 'missed_count'];

/** These counts, less those, as a share of all that were judged. */
export function shareOfJudged(
  plus: readonly string[],
  minus: readonly string[] = [],
  prefix = '',
): string {
  const sums = (ids: readonly string[]) => ids.map((id) => `SUM($${prefix}${id})`).join(' + ');
  const top = minus.length === 0 ? sums(plus) : `${sums(plus)} - (${sums(minus)})`;
  return `(${top}) / SUM($${prefix}judged_count)`;
}
