import type {
  ChannelEvaluation,
  MeasureFamily,
  Numbers,
  Timeline,
} from '../../model/evaluation.ts';
import type { Direction } from '../../model/kpi.ts';
import { differenceOf } from '../../model/quantity.ts';
import type { ResourceRow } from '../../model/workspace.ts';
import { spanHolding } from '../period/intervals.ts';
import type { EvaluationContext, KpiPart } from '../target/kpi-case.ts';
import { changeOnPrevious } from '../timeline/changes.ts';
import { areChannelsParts } from '../values/measure-family.ts';
import { channelOpportunities, type Gap } from '../ways-out/opportunities.ts';
import { type ChannelValues, channelValues, type Divided } from './channel-values.ts';

/** Name of the row for the part of a total that no channel explains. */
const CHANNEL_REMAINDER = 'channel_remainder';
/** Name of a blank channel that is one like any other. */
const BLANK_CHANNEL = '(blank)';

/** What a channel is by itself. */
type ChannelFigures = Omit<ChannelEvaluation, 'opportunity'>;

const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** In the workbook's currency, by interval; an undated row counts from the start. */
function costOf(
  { kpi, judged }: KpiPart<'kpi' | 'judged'>,
  rows: readonly ResourceRow[],
  none: Numbers,
): Numbers {
  if (rows.length === 0) return none;
  const { start, end } = judged.intervals;
  const cost = none.slice();
  for (const { day, used } of rows) {
    const date = day ?? kpi.start;
    const at = spanHolding({ start, end }, date);
    if (at < cost.length && start[at] <= date) cost[at] = (cost[at] ?? 0) + (used ?? 0);
  }
  return cost;
}

/** The values that an interval's plan is divided like, and what they come to. */
interface Proportions {
  readonly rows: readonly Numbers[];
  readonly total: number;
}

/** Null where these are no proportions: without a value, or with one below 0. */
function proportionsAt(
  rows: readonly Numbers[],
  at: number,
  channelCount: number,
): Proportions | null {
  let total = 0;
  let isKnown = false;
  for (let row = 0; row < rows.length; row++) {
    const part = rows[row][at];
    if (part === null) continue;
    if (part < 0) return null;
    if (row < channelCount) isKnown = true;
    total += part;
  }
  return isKnown && total > 0 ? { rows, total } : null;
}

/** Every row's part of the plan: as last year to date where it had channels, else as this year. */
function planParts(
  { toDate, lastYear }: ChannelValues,
  planToDate: Numbers,
  channelCount: number,
  none: Numbers,
): readonly Numbers[] {
  if (lastYear.length === 0) return toDate.map(() => none);
  const proportions = none.map(
    (_, at) => proportionsAt(lastYear, at, channelCount) ?? proportionsAt(toDate, at, channelCount),
  );
  return toDate.map((_, row) =>
    proportions.map((own, at) => {
      const planned = planToDate[at];
      return own === null || planned === null
        ? null
        : ((own.rows[row][at] ?? 0) / own.total) * planned;
    }),
  );
}

/** Of a gap that is only rounding nothing has a share. */
const gapsOf = (reached: Numbers, plan: Numbers, direction: Direction | null): Numbers =>
  reached.map((value, at) => {
    const planned = plan[at];
    return value === null || planned === null || direction === null
      ? null
      : direction * differenceOf(value, planned);
  });

/**
 * A KPI by channel, interval by interval up to the judged day. Where channels add, the channels and
 * the remainder are exactly the KPI; of ratios each channel has its own, without shares.
 */
export function channelsOfKpi(
  divided: Divided,
  timelineOf: () => Timeline,
  { values, measureById, resourcesOf }: EvaluationContext,
): ChannelFigures[] {
  const { kpi, measure, asker, definition, judged, reading, settings } = divided;
  const names = kpi.channel === null ? values.channelsOf(measure) : [];
  if (names.length === 0) return [];
  const timeline = timelineOf();
  const isPart = areChannelsParts(measure, measureById, kpi.kind);
  const readers = names.map((name) => values.reader(measure, { ...asker, channel: name }));
  const found = channelValues(divided, readers, isPart);
  const none: Numbers = new Array<null>(judged.judgedIndex + 1).fill(null);
  const { direction } = definition;
  const plans = planParts(found, timeline.planToDate, names.length, none);
  const reached = timeline.actualToDate.slice(0, none.length);
  const gaps = gapsOf(reached, timeline.planToDate, direction);
  const spent = (resourcesOf.get(kpi.id) ?? []).filter(
    ({ used, unit }) => used !== null && unit.toUpperCase() === settings.currency.toUpperCase(),
  );
  return found.own.map((own, row) => {
    const isRemainder = row === names.length;
    // An old level still counts in the KPI, but an interval without any value has none.
    const actual =
      reading.family === 'level'
        ? own.map((value, at) => (timeline.actual[at] === null ? null : value))
        : own;
    const ownRows = isRemainder ? [] : spent.filter(({ channel }) => channel === names[row]);
    const cost = costOf(divided, ownRows, none);
    const toDate = found.toDate[row];
    const ownGaps = gapsOf(toDate, plans[row], direction);
    const { wholes } = found;
    return {
      channel: isRemainder ? CHANNEL_REMAINDER : names[row] === '' ? BLANK_CHANNEL : names[row],
      isRemainder,
      isPart,
      actual,
      actualToDate: toDate,
      planToDate: plans[row],
      changeOnPrevious: changeOnPrevious(timeline, actual),
      shareOfKpi: wholes === null ? none : actual.map((value, at) => share(value, wholes[at])),
      shareOfGap: ownGaps.map((gap, at) => share(gap, gaps[at])),
      cost,
      costPerUnit: cost === none ? none : cost.map((amount, at) => share(amount, actual[at])),
    };
  });
}

/** Each channel with what it would have to do to close the gap alone. */
export function withOpportunities(
  channels: readonly ChannelFigures[],
  family: MeasureFamily,
  actual: number | null,
  gap: Gap | null,
): ChannelEvaluation[] {
  const last = (column: Numbers): number | null => column[column.length - 1] ?? null;
  const toDate = channels.map((own) => (own.isPart ? last(own.actualToDate) : null));
  const opportunities = channelOpportunities(
    channels.map((own, at) => ({
      toDate: own.isRemainder ? null : toDate[at],
      shareOfGap: last(own.shareOfGap),
    })),
    gap,
    {
      total: toDate.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      reached: family === 'total' ? (actual ?? 0) : 0,
    },
  );
  return channels.map((own, at) => ({ ...own, opportunity: opportunities[at] }));
}
