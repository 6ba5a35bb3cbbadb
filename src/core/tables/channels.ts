import type { ChannelEvaluation } from '../model/evaluation.ts';
import { relativeChange } from '../model/quantity.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import {
  ADDS,
  baseOf,
  CHANNELS_ADD,
  denominatorOf,
  flowPer,
  onlyOne,
  ratioPer,
  sumPer,
} from './guards.ts';
import { kpiBlock } from './kpi-block.ts';
import { isFlagged, last, type OverGrain, ratioOf, total } from './over-grain.ts';
import { type Cell, cellsOfPart, type Part } from './part.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';
import { countIf } from './status-counts.ts';
import type { Table } from './table.ts';

/** A channel of a KPI, in the first intervals of its timeline. */
export interface ChannelBlock {
  readonly result: KpiResult;
  readonly channel: ChannelEvaluation;
  /** Null when it is no way to close the gap. */
  readonly opportunityText: string | null;
}

const who = fieldsIn('who');
const figures = fieldsIn('figures');
const fuel = fieldsIn('fuel');
const comparison = fieldsIn('comparison');
const texts = fieldsIn('texts');
const counts = fieldsIn('counts');

const KPI = 'kpi_key';
const PART = flowPer('kpi_key interval_start', CHANNELS_ADD);
const COST = baseOf('cost_per_unit');
const UNITS = denominatorOf('cost_per_unit');

const lengthOf = ({ channel }: ChannelBlock): number => channel.actual.length;

const timelineOf = ({ result }: ChannelBlock) => result.evaluation.timeline;

/** Totals add up, of a level the last stands; a ratio by channel has no parts to make one of. */
const valueOver: OverGrain = (id, intervals) => {
  if (isFlagged(intervals, ADDS)) return total(id, intervals);
  return isFlagged(intervals, CHANNELS_ADD) ? last(id, intervals) : null;
};

const costPerUnitOver: OverGrain = (_, { combined }) => {
  const units = combined(UNITS);
  return combined(COST).map((cost, at) => ratioOf(cost, units[at]));
};

const changeOver: OverGrain = (_, { groups, combined }) => {
  // SAFETY: a column of numbers.
  const actual = combined('actual') as (number | null)[];
  return actual.map((own, at) =>
    at === 0 || groups[at].isCut || groups[at - 1].isCut
      ? null
      : relativeChange(actual[at - 1], own),
  );
};

const columns = {
  ...kpiBlock(({ result }: ChannelBlock) => result),
  interval_start: essential(
    figures.date(
      (own) => timelineOf(own).start.slice(0, lengthOf(own)),
      (_, { groups }) => groups.map(({ start }) => start),
    ),
  ),
  interval_end: essential(
    figures.date(
      (own) => timelineOf(own).end.slice(0, lengthOf(own)),
      (_, { groups }) => groups.map(({ end }) => end),
    ),
  ),
  interval_label: essential(
    figures.text(
      (own) => timelineOf(own).label.slice(0, lengthOf(own)),
      (_, { groups }) => groups.map(({ label }) => label),
    ),
  ),
  channel: essential(who.text(({ channel }) => channel.channel)),
  is_remainder: essential(who.flag(({ channel }) => channel.isRemainder)),
  opportunity_text: essential(texts.text(({ opportunityText }) => opportunityText)),
  actual: essential(figures.figure(flowPer(KPI), ({ channel }) => channel.actual, valueOver)),
  actual_to_date: essential(figures.figure(PART, ({ channel }) => channel.actualToDate, last)),
  plan_to_date: essential(figures.figure(PART, ({ channel }) => channel.planToDate, last)),
  share_of_kpi: essential(figures.share(PART, ({ channel }) => channel.shareOfKpi)),
  share_of_gap: essential(figures.share(PART, ({ channel }) => channel.shareOfGap, last)),
  cost: essential(fuel.amount(sumPer(KPI), ({ channel }) => channel.cost, total)),
  cost_per_unit: essential(
    fuel.amount(ratioPer(KPI), ({ channel }) => channel.costPerUnit, costPerUnitOver),
  ),
  change_vs_previous: comparison.share(
    onlyOne(KPI),
    ({ channel }) => channel.changeOnPrevious,
    changeOver,
  ),
  opportunity_rank: essential(figures.least(({ channel }) => channel.opportunity?.rank ?? null)),
  kpi_count: essential(counts.formula('NUMBER', 'COUNT_DISTINCT($kpi_key)', [], () => 1)),
} satisfies Columns<ChannelBlock>;

/** Channels that add up are the KPI together: the share of each is its part of their sum. */
function sharesOfKpi(longer: Table): Part[] {
  const [keys, starts, actuals, adds] = [KPI, 'interval_start', 'actual', CHANNELS_ADD].map((id) =>
    longer.part(id),
  );
  const cellsIn = (parts: readonly Part[], block: number): readonly Cell[] =>
    cellsOfPart(parts[block], longer.lengths[block]);
  const groupOf = (block: number, at: number) => `${keys[block]}|${cellsIn(starts, block)[at]}`;
  const totals = new Map<string, number>();
  longer.lengths.forEach((_, block) => {
    cellsIn(actuals, block).forEach((own, at) => {
      if (typeof own !== 'number') return;
      totals.set(groupOf(block, at), (totals.get(groupOf(block, at)) ?? 0) + own);
    });
  });
  return longer.lengths.map((_, block) =>
    adds[block] === 1
      ? cellsIn(actuals, block).map((own, at) =>
          ratioOf(own, totals.get(groupOf(block, at)) ?? null),
        )
      : null,
  );
}

/** Units whose cost is known, so that cost ÷ units compares like with like. */
const unitsWithCost = ({ channel: { cost, actual } }: ChannelBlock): Part =>
  actual.map((units, at) => (cost[at] === null ? null : units));

/** One row per KPI, channel and interval; what no channel explains is a row too. */
export const CHANNELS: ResultTable<ChannelBlock> = {
  columns,
  looksAhead: true,
  hidden: {
    [ADDS]: { read: ({ result }) => countIf(result.evaluation.family === 'total') },
    [CHANNELS_ADD]: { read: ({ channel }) => countIf(channel.isPart) },
    [COST]: {
      read: ({ channel: { cost, actual } }) =>
        cost.map((own, at) => (actual[at] === null ? null : own)),
      overGrain: total,
    },
    [UNITS]: { read: unitsWithCost, overGrain: valueOver },
  },
  defaults: ['channel', 'kpi_count'],
  lengthOf,
  isLong: true,
  hasGrain: true,
  days: { from: 'interval_start', to: 'interval_end' },
  acrossBlocks: (longer) => ({ share_of_kpi: sharesOfKpi(longer) }),
};
