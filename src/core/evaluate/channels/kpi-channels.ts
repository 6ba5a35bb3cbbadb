import type {
  ChannelEvaluation,
  MeasureFamily,
  Numbers,
  Timeline,
} from '../../model/evaluation.ts';
import type { DayRange } from '../../model/period.ts';
import { differenceOf, nearlyEqual } from '../../model/quantity.ts';
import type { ResourceRow } from '../../model/workspace.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { changeOnPrevious } from '../timeline/comparison-columns.ts';
import { areChannelsParts, isOneInterval } from '../values/measure-family.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { channelOpportunities, type Gap } from '../ways-out/opportunities.ts';

/** Name of the row for the part of a total that no channel explains. */
const CHANNEL_REMAINDER = 'channel_remainder';

/** Null where there is no value. */
type Read = (range: DayRange) => number | null;

/** What a channel is by itself. */
type ChannelFigures = Omit<ChannelEvaluation, 'opportunity'>;

/**
 * A level keeps its newest value, once the whole has one in the period; everything else is the
 * value of the stretch. One interval on its own is 0 only once it is over (calculations.md §2).
 */
function readOver({ definition, judged, reader: whole }: KpiCase, reader: ValueReader): Read {
  const { start } = judged.intervals[0]?.whole ?? { start: 0 };
  const byStart = new Map(judged.intervals.map((own) => [own.whole.start, own]));
  return (range) => {
    if (definition.family !== 'level') {
      const first = byStart.get(range.start);
      const isSilent = first?.whole.end === range.end && !reader.hasValueIn(range, first.end);
      return isSilent ? null : reader.over(range);
    }
    const newestDay = whole.newestDay(range.end);
    // Last year's stretch is read as it stands; within the period nothing before it counts.
    const isBefore = range.end >= start && (newestDay === null || newestDay < start);
    return isBefore ? null : (reader.newest(range.end)?.value ?? null);
  };
}

/** What the channels leave of the whole, but for rounding; null where there is no whole. */
function remainderOf(whole: number | null, parts: readonly Numbers[], at: number): number | null {
  if (whole === null) return null;
  const sum = parts.reduce((total, part) => total + (part[at] ?? 0), 0);
  return differenceOf(whole, sum);
}

/** Rows of the Resources tab about what the KPI used in the channel, in the workbook's currency. */
function costRows({ kpi, context }: KpiCase, channel: string): ResourceRow[] {
  const { resources, settings } = context.workspace;
  return resources.filter(
    (row) =>
      row.kpiId === kpi.id &&
      row.channel === channel &&
      row.used !== null &&
      row.unit.toUpperCase() === settings.currency.toUpperCase(),
  );
}

/** An undated row counts from the start. */
function costIn({ kpi }: KpiCase, rows: readonly ResourceRow[], range: DayRange): number | null {
  const own = rows.filter(
    ({ day }) => (day ?? kpi.start) >= range.start && (day ?? kpi.start) <= range.end,
  );
  return own.length === 0 ? null : own.reduce((sum, { used }) => sum + (used ?? 0), 0);
}

const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/**
 * Every row's part of the plan, in the proportions of last year to date where it had channels, else
 * of this year; null where these are no proportions.
 *
 * @param candidates values of every row, the remainder after the channels
 */
function planShares(
  candidates: ReadonlyArray<readonly Numbers[]>,
  at: number,
  channelCount: number,
): Numbers {
  for (const rows of candidates) {
    const parts = rows.map((row) => row[at]);
    const isKnown = parts.some((part, row) => row < channelCount && part !== null);
    const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    if (isKnown && total > 0 && parts.every((part) => part === null || part >= 0)) {
      return parts.map((part) => (part ?? 0) / total);
    }
  }
  return [];
}

/** A channel or the remainder, with what it needs to be held against the KPI. */
interface ChannelPart {
  channel: string;
  isRemainder: boolean;
  isPart: boolean;
  /** Of the interval alone, and from the start. */
  own: Numbers;
  toDate: Numbers;
  /** Shares of the plan. */
  planShares: Numbers;
  /** The KPI itself by interval, where channels add up to it. */
  wholes: Numbers | null;
}

/**
 * A KPI by channel, interval by interval up to the judged day. Where channels add, the channels and
 * the remainder are exactly the KPI; of ratios each channel has its own, without shares.
 */
export function channelsOfKpi(kpiCase: KpiCase, timeline: Timeline): ChannelFigures[] {
  const { kpi, measure, context, judged, reader } = kpiCase;
  if (kpi.channel !== null) return [];
  const channels = context.values.channelsOf(measure);
  if (channels.length === 0) return [];
  const isPart = areChannelsParts(measure, context.measureById);
  const readWhole = readOver(kpiCase, reader);
  const reads = channels.map((name) => readOver(kpiCase, context.values.reader(measure, name)));
  const intervals = judged.intervals.slice(0, judged.judgedIndex + 1);
  const ranges = intervals.map(({ whole }) => whole);
  const toDates = intervals.map((interval) => toDateOf(kpiCase, interval));

  /** Of every channel and, where they add, of what they leave. */
  const readRows = (of: readonly DayRange[]): readonly Numbers[] => {
    const parts = reads.map((read) => of.map(read));
    return isPart
      ? [...parts, of.map((range, at) => remainderOf(readWhole(range), parts, at))]
      : parts;
  };
  const own = readRows(ranges);
  const hasRemainder = isPart && own[channels.length].some((value) => !nearlyEqual(value ?? 0, 0));
  const shown = (rows: readonly Numbers[]): readonly Numbers[] =>
    rows.slice(0, hasRemainder ? channels.length + 1 : channels.length);
  const reached = readRows(toDates);
  const lastYear = isPart
    ? readRows(toDates.map((toDate) => yearEarlier(measure.cadence, toDate, context.calendar)))
    : [];
  const candidates = isPart ? [shown(lastYear), shown(reached)] : [];
  const shares = intervals.map((_, at) => planShares(candidates, at, channels.length));
  const wholes = isPart ? ranges.map(readWhole) : null;
  return shown(own).map((values, row) =>
    channelColumns(kpiCase, timeline, {
      channel: row === channels.length ? CHANNEL_REMAINDER : channels[row],
      isRemainder: row === channels.length,
      isPart,
      own: values,
      toDate: reached[row],
      planShares: shares.map((ofRows) => ofRows[row] ?? null),
      wholes,
    }),
  );
}

/** As the KPI itself: from the start, or the interval alone for levels and what is on a line. */
function toDateOf(kpiCase: KpiCase, { whole }: KpiInterval): DayRange {
  const { judged, definition, measure, context } = kpiCase;
  const isOwnInterval =
    definition.family === 'level' ||
    (definition.family === 'average' &&
      (definition.isLine || isOneInterval(measure, context.measureById)));
  return isOwnInterval ? whole : { start: judged.intervals[0].whole.start, end: whole.end };
}

const times = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : part * whole;

function channelColumns(
  kpiCase: KpiCase,
  timeline: Timeline,
  { channel, isRemainder, isPart, own, toDate, planShares: shares, wholes }: ChannelPart,
): ChannelFigures {
  const { definition, judged } = kpiCase;
  const { direction } = definition;
  // An old level still counts in the KPI, but an interval without any value has none.
  const actual =
    definition.family === 'level'
      ? own.map((value, at) => (timeline.actual[at] === null ? null : value))
      : own;
  const planToDate = shares.map((ofPlan, at) => times(ofPlan, timeline.planToDate[at]));
  const gapOf = (reached: number | null, plan: number | null): number | null => {
    if (reached === null || plan === null || direction === null) return null;
    // Of a gap that is only rounding nothing has a share.
    return direction * differenceOf(reached, plan);
  };
  const rows = isRemainder ? [] : costRows(kpiCase, channel);
  const cost = own.map((_, at) => costIn(kpiCase, rows, judged.intervals[at]));
  return {
    channel,
    isRemainder,
    isPart,
    actual,
    actualToDate: toDate,
    planToDate,
    changeOnPrevious: changeOnPrevious(timeline, actual),
    shareOfKpi: actual.map((value, at) => (wholes === null ? null : share(value, wholes[at]))),
    shareOfGap: toDate.map((value, at) =>
      share(
        gapOf(value, planToDate[at]),
        gapOf(timeline.actualToDate[at], timeline.planToDate[at]),
      ),
    ),
    cost,
    costPerUnit: cost.map((amount, at) => share(amount, actual[at])),
  };
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
