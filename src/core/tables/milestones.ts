import type { MilestoneEvaluation } from '../model/evaluation.ts';
import { MILESTONE_STATUS_CODES, type MilestoneStatusCode } from '../model/status.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { goalWay } from './goal-block.ts';
import { onlyOne } from './guards.ts';
import { kpiBlock, kpiOnBoard, kpiPeriod } from './kpi-block.ts';
import type { Cell, Part } from './part.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';
import { countIf } from './status-counts.ts';
import { MILESTONE_SYMBOLS } from './status-symbols.ts';

/** The stopovers of a KPI. */
export interface StopoversBlock {
  readonly result: KpiResult;
  readonly stops: readonly Stopover[];
}

interface Stopover {
  readonly milestone: MilestoneEvaluation;
  /** One for all KPIs of the stop under one goal. */
  readonly stopId: string;
  /** By day within the goal, from 1. */
  readonly stopOrder: number;
}

const stopover = fieldsIn('stopover');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const ALONE = onlyOne('kpi_key');
const LATE: readonly MilestoneStatusCode[] = ['overdue', 'expected_late', 'reached_late'];

const each =
  (read: (milestone: MilestoneEvaluation, result: KpiResult, stop: Stopover) => Cell) =>
  ({ result, stops }: StopoversBlock): Part =>
    stops.map((stop) => read(stop.milestone, result, stop));

const columns = {
  ...kpiBlock(({ result }: StopoversBlock) => result),
  ...kpiPeriod(({ result }: StopoversBlock) => result),
  ...kpiOnBoard(({ result }: StopoversBlock) => result),
  ...goalWay(({ result }: StopoversBlock) => result.goal),
  stop_id: stopover.text(each((_milestone, _result, { stopId }) => stopId)),
  stop: essential(stopover.text(each((own, { texts: words }) => words.stop(own)))),
  milestone: essential(
    stopover.text(each((own, { kpi, texts: words }) => `${kpi.name}: ${words.stop(own)}`)),
  ),
  milestone_date: essential(stopover.date(each(({ day }) => day))),
  milestone_eta_date: essential(stopover.date(each(({ etaDay }) => etaDay))),
  milestone_reached_date: stopover.date(each(({ reachedDay }) => reachedDay)),
  milestone_status: stopover.text(each(({ status }) => status)),
  milestone_status_label: essential(
    stopover.text(({ stops }, { book }) =>
      stops.map(({ milestone: { status } }) => book.milestoneStatuses[status]),
    ),
  ),
  milestone_status_symbol: essential(
    stopover.text(each(({ status }) => MILESTONE_SYMBOLS[status])),
  ),
  milestone_value_text: texts.text(each(({ value }, { texts: words }) => words.value(value))),
  milestone_text: essential(texts.text(each((own, { texts: words }) => words.milestone(own)))),
  is_next: essential(stopover.flag(each(({ isNext }) => isNext))),
  milestone_value: essential(
    stopover.figure(
      ALONE,
      each(({ value }) => value),
    ),
  ),
  milestone_value_money: stopover.money(ALONE, 'milestone_value'),
  milestone_value_percent: stopover.percent(ALONE, 'milestone_value'),
  milestone_days_late: essential(
    stopover.number(
      ALONE,
      each(({ daysLate }) => daysLate.value),
    ),
  ),
  milestone_value_to_go: essential(
    stopover.figure(
      ALONE,
      each(({ valueToGo }) => valueToGo.value),
    ),
  ),
  milestone_required_speed: stopover.figure(
    ALONE,
    each(({ requiredSpeed: { value } }, { evaluation }) =>
      value === null ? null : value * evaluation.daysPerSpeedUnit,
    ),
  ),
  milestone_leg_progress: stopover.share(
    ALONE,
    each(({ legProgress }) => legProgress.value),
  ),
  milestone_order: stopover.least(each(({ order }) => order + 1)),
  milestone_status_order: stopover.least(
    each(({ status }) => MILESTONE_STATUS_CODES.indexOf(status) + 1),
  ),
  stop_order: essential(stopover.least(each((_milestone, _result, { stopOrder }) => stopOrder))),
  milestone_count: essential(counts.sum(() => 1)),
  milestone_reached_count: counts.sum(each(({ reachedDay }) => countIf(reachedDay !== null))),
  milestone_late_count: essential(counts.sum(each(({ status }) => countIf(LATE.includes(status))))),
} satisfies Columns<StopoversBlock>;

/** One row per KPI and stopover, the due date last. */
export const MILESTONES: ResultTable<StopoversBlock> = {
  columns,
  looksAhead: true,
  hidden: {},
  defaults: ['milestone_status_label', 'milestone_count'],
  lengthOf: ({ stops }) => stops.length,
};
