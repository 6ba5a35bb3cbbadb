import type { RankedOpportunity } from '../../evaluate/channels/opportunities.ts';
import { opportunityText } from '../../language/explain-way-out.ts';
import type { ChannelEvaluation } from '../../model/evaluation.ts';
import { type Cells, columnsFrom, countCell, dateCell, figuresOf, numberOf } from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import { ADDS, baseOf, CHANNELS_ADD, denominatorOf } from '../guards.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';

interface ChannelRow {
  readonly result: KpiResult;
  readonly channel: ChannelEvaluation;
  readonly interval: ChannelEvaluation['intervals'][number];
  /** Of the channel as a whole; null when it is no way to close the gap. */
  readonly opportunity: RankedOpportunity | null;
}

const rowsOf = ({ kpis }: Results): ChannelRow[] =>
  kpis.flatMap((result) =>
    result.evaluation.channels.flatMap((channel, at) =>
      channel.intervals.map((interval) => ({
        result,
        channel,
        interval,
        opportunity: result.opportunities[at] ?? null,
      })),
    ),
  );

const intervalOf = ({ interval }: ChannelRow) => interval;

const isTotal = ({ result }: ChannelRow): boolean => result.evaluation.family === 'total';

const doChannelsAdd = ({ interval }: ChannelRow): boolean =>
  interval.shareOfKpi.reason !== 'NOT_APPLICABLE';

function changeOnPrevious({ interval }: ChannelRow): number | null {
  const actual = numberOf(interval.actual);
  const previous = numberOf(interval.previous);
  return actual === null || previous === null || previous === 0
    ? null
    : (actual - previous) / Math.abs(previous);
}

/** Units whose cost is known, so that cost ÷ units compares like with like. */
const unitsWithCost = ({ interval }: ChannelRow): number | null =>
  interval.cost.value === null ? null : numberOf(interval.actual);

function closingText({ result, channel, opportunity }: ChannelRow, { input }: Results) {
  if (opportunity === null) return null;
  const isCeiling = result.evaluation.type === 'ceiling';
  return opportunityText(channel.channel, { ...opportunity, isCeiling }, input.language);
}

/** One row per KPI, interval and channel; what no channel explains is a row too. */
export const channelsColumns = columnsFrom(
  rowsOf,
  (results): Cells<ChannelRow> => ({
    ...kpiCells<ChannelRow>(results, ({ result }) => result),
    ...figureCells<ChannelRow>(
      ({ result }) => result,
      figuresOf(intervalOf, {
        actual: 'actual',
        actual_to_date: 'actualToDate',
        plan_to_date: 'planToDate',
      }),
    ),
    ...figuresOf(intervalOf, {
      cost: 'cost',
      cost_per_unit: 'costPerUnit',
      share_of_kpi: 'shareOfKpi',
      share_of_gap: 'shareOfGap',
    }),
    interval_start: ({ interval }) => dateCell(interval.start),
    interval_end: ({ interval }) => dateCell(interval.end),
    interval_label: ({ interval }) => interval.label,
    channel: ({ channel }) => channel.channel,
    is_remainder: ({ channel }) => channel.isRemainder,
    change_vs_previous: changeOnPrevious,
    [baseOf('cost_per_unit')]: (row) =>
      unitsWithCost(row) === null ? null : numberOf(row.interval.cost),
    [denominatorOf('cost_per_unit')]: unitsWithCost,
    [ADDS]: (row) => countCell(isTotal(row)),
    [CHANNELS_ADD]: (row) => countCell(doChannelsAdd(row)),
    opportunity_rank: ({ opportunity }) => opportunity?.rank ?? null,
    opportunity_text: (row) => closingText(row, results),
  }),
);
