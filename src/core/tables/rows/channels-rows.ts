import { opportunityText } from '../../language/explain-way-out.ts';
import type { ChannelEvaluation } from '../../model/evaluation.ts';
import { type Cells, columnsFrom, countCell, dateCell } from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import { ADDS, baseOf, CHANNELS_ADD, denominatorOf } from '../guards.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';

interface ChannelRow {
  readonly result: KpiResult;
  readonly channel: ChannelEvaluation;
  /** Position of the interval. */
  readonly at: number;
}

const rowsOf = ({ kpis }: Results): ChannelRow[] =>
  kpis.flatMap((result) =>
    result.evaluation.channels.flatMap((channel) =>
      channel.actual.map((_, at) => ({ result, channel, at })),
    ),
  );

const timelineOf = ({ result }: ChannelRow) => result.evaluation.timeline;

const isTotal = ({ result }: ChannelRow): boolean => result.evaluation.family === 'total';

/** Units whose cost is known, so that cost ÷ units compares like with like. */
const unitsWithCost = ({ channel, at }: ChannelRow): number | null =>
  channel.cost[at] === null ? null : channel.actual[at];

function closingText({ result, channel }: ChannelRow, { input }: Results) {
  const { opportunity } = channel;
  if (opportunity === null) return null;
  const isCeiling = result.evaluation.judgedAs === 'ceiling';
  return opportunityText(channel.channel, { ...opportunity, isCeiling }, input.language);
}

/** One row per KPI, interval and channel; what no channel explains is a row too. */
export const channelsColumns = columnsFrom(
  rowsOf,
  (results): Cells<ChannelRow> => ({
    ...kpiCells<ChannelRow>(results, ({ result }) => result),
    ...figureCells<ChannelRow>(({ result }) => result, {
      actual: ({ channel, at }) => channel.actual[at],
      actual_to_date: ({ channel, at }) => channel.actualToDate[at],
      plan_to_date: ({ channel, at }) => channel.planToDate[at],
    }),
    cost: ({ channel, at }) => channel.cost[at],
    cost_per_unit: ({ channel, at }) => channel.costPerUnit[at],
    share_of_kpi: ({ channel, at }) => channel.shareOfKpi[at],
    share_of_gap: ({ channel, at }) => channel.shareOfGap[at],
    interval_start: (row) => dateCell(timelineOf(row).start[row.at]),
    interval_end: (row) => dateCell(timelineOf(row).end[row.at]),
    interval_label: (row) => timelineOf(row).label[row.at],
    channel: ({ channel }) => channel.channel,
    is_remainder: ({ channel }) => channel.isRemainder,
    change_vs_previous: ({ channel, at }) => channel.changeOnPrevious[at],
    [baseOf('cost_per_unit')]: (row) =>
      unitsWithCost(row) === null ? null : row.channel.cost[row.at],
    [denominatorOf('cost_per_unit')]: unitsWithCost,
    [ADDS]: (row) => countCell(isTotal(row)),
    [CHANNELS_ADD]: ({ channel }) => countCell(channel.isPart),
    opportunity_rank: ({ channel }) => channel.opportunity?.rank ?? null,
    opportunity_text: (row) => closingText(row, results),
  }),
);
