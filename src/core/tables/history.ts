import type { HistoryRow } from '../model/record.ts';
import { isJudged, statusScore } from '../model/status.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { onlyOne } from './guards.ts';
import { kpiBlock } from './kpi-block.ts';
import type { Cell, Part } from './part.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';
import { countIf, GOOD, isGood, shareOfJudged, snapshotCounts } from './status-counts.ts';

/** The days kept of a KPI, oldest first. */
export interface KeptDays {
  readonly history: readonly HistoryRow[];
}

const status = fieldsIn('status');
const figures = fieldsIn('figures');
const pace = fieldsIn('pace');
const forecast = fieldsIn('forecast');
const counts = fieldsIn('counts');

const ALONE = onlyOne('kpi_key');

const each =
  (read: (row: HistoryRow) => Cell) =>
  ({ history }: KeptDays): Part =>
    history.map(read);

/** What a day kept says beyond its KPI. */
export const SNAPSHOT = {
  snapshot_date: essential(figures.date(each(({ day }) => day))),
  snapshot_status: status.text(each((row) => row.status)),
  snapshot_status_label: essential(
    status.text(({ history }, { book }) => history.map((row) => book.statuses[row.status])),
  ),
  is_current: essential(
    figures.flag(({ history }) => history.map((_, at) => at === history.length - 1)),
  ),
  snapshot_actual: essential(
    figures.figure(
      ALONE,
      each(({ actual }) => actual),
    ),
  ),
  snapshot_plan: essential(
    figures.figure(
      ALONE,
      each(({ plan }) => plan),
    ),
  ),
  snapshot_progress: essential(
    figures.share(
      ALONE,
      each(({ progress }) => progress),
    ),
  ),
  snapshot_pace_index: essential(
    pace.number(
      ALONE,
      each(({ paceIndex }) => paceIndex),
    ),
  ),
  snapshot_forecast: essential(
    forecast.figure(
      ALONE,
      each((row) => row.forecast),
    ),
  ),
  snapshot_status_score: status.number(
    ALONE,
    each((row) => statusScore(row.status)),
  ),
  ...snapshotCounts(({ history }: KeptDays) => history.map((row) => row.status)),
  snapshot_on_course_share: essential(
    counts.formula('PERCENT', shareOfJudged(GOOD, [], 'snapshot_'), [], ({ history }: KeptDays) =>
      history.map((row) => (isJudged(row.status) ? countIf(isGood(row.status)) : null)),
    ),
  ),
} satisfies Columns<KeptDays>;

const columns = {
  ...kpiBlock((result: KpiResult) => result),
  ...SNAPSHOT,
} satisfies Columns<KpiResult>;

/** One row per KPI and day kept. */
export const HISTORY: ResultTable<KpiResult> = {
  columns,
  hidden: {},
  defaults: ['snapshot_date', 'snapshot_on_course_share'],
  lengthOf: ({ history }) => history.length,
  isLong: true,
  days: { from: null, to: 'snapshot_date' },
};
