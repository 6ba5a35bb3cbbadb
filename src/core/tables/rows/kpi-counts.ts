import { isJudged, type StatusCode } from '../../model/status.ts';
import { type Cells, countCell, numberOf } from '../cells.ts';
import { baseOf, denominatorOf } from '../guards.ts';
import type { KpiResult } from '../results.ts';

/** Not judged yet, but will be: in time, with data or after a repair. */
const WAITING: readonly StatusCode[] = ['too_early', 'not_started', 'no_data', 'stale', 'invalid'];
const COUNTED: readonly StatusCode[] = ['on_course', 'at_risk', 'off_course', 'achieved', 'missed'];

/** 0 or 1 per status, so that sums are counts. */
export function statusCountCells<Row>(statusOf: (row: Row) => StatusCode, prefix = ''): Cells<Row> {
  const counts = COUNTED.map((status) => [
    `${prefix}${status}_count`,
    (row: Row) => countCell(statusOf(row) === status),
  ]);
  return {
    [`${prefix}judged_count`]: (row) => countCell(isJudged(statusOf(row))),
    [`${prefix}waiting_count`]: (row) => countCell(WAITING.includes(statusOf(row))),
    ...Object.fromEntries(counts),
  };
}

const isGood = (status: StatusCode): boolean => status === 'on_course' || status === 'achieved';
const isBad = (status: StatusCode): boolean => status === 'off_course' || status === 'missed';

const judgedWeight = ({ evaluation }: KpiResult): number | null =>
  isJudged(evaluation.status) && evaluation.score.value !== null ? evaluation.weight : null;

function weightedScore(result: KpiResult): number | null {
  const weight = judgedWeight(result);
  const score = numberOf(result.evaluation.score);
  return weight === null || score === null ? null : weight * score;
}

/** What a formula over one row gives, and the hidden sums that it rests on. */
export const PORTFOLIO_CELLS: Cells<KpiResult> = {
  kpi_count: () => 1,
  on_course_share: ({ evaluation: { status } }) =>
    isJudged(status) ? countCell(isGood(status)) : null,
  net_course: ({ evaluation: { status } }) =>
    isJudged(status) ? countCell(isGood(status)) - countCell(isBad(status)) : null,
  weighted_progress: (result) => {
    const weight = judgedWeight(result);
    const score = weightedScore(result);
    return weight === null || weight === 0 || score === null ? null : score / weight;
  },
  [baseOf('weighted_progress')]: weightedScore,
  [denominatorOf('weighted_progress')]: judgedWeight,
  smart_average: () => null,
  [baseOf('smart_average')]: () => null,
  [denominatorOf('smart_average')]: () => null,
};
