import type { ChannelEvaluation, IntervalEvaluation, MeasureFamily } from '../model/evaluation.ts';
import { measuresIn } from '../model/formula.ts';
import type { Measure } from '../model/measure.ts';
import type { DayRange } from '../model/period.ts';
import { knownOr, nearlyEqual, type Quantity, unknown } from '../model/quantity.ts';
import type { KpiInterval } from './judged-day.ts';
import { isOwnIntervalOnly, type KpiCase } from './kpi-case.ts';
import { yearEarlier } from './last-year.ts';
import { addsOverChannels, type ValueReader } from './value-reader.ts';

/** Name of the row for the part of a total that no channel explains. */
const CHANNEL_REMAINDER = 'channel_remainder';

interface ChannelReader {
  channel: string;
  isRemainder: boolean;
  over: (range: DayRange) => number | null;
}

/**
 * A level keeps its newest value, once the whole has one in the period; everything else is the
 * value of the stretch.
 */
function readOver({ definition, judged, reader: whole }: KpiCase, reader: ValueReader) {
  const { start } = judged.intervals[0]?.whole ?? { start: 0 };
  return (range: DayRange): number | null => {
    if (definition.family !== 'level') return reader.over(range);
    const newestDay = whole.newestDay(range.end);
    // Last year's stretch is read as it stands; within the period nothing before it counts.
    const isBefore = range.end >= start && (newestDay === null || newestDay < start);
    return isBefore ? null : (reader.newest(range.end)?.value ?? null);
  };
}

/** What the channels leave of the whole; null where there is no whole. */
function remainderOver(
  whole: (range: DayRange) => number | null,
  channels: readonly ChannelReader[],
) {
  return (range: DayRange): number | null => {
    const total = whole(range);
    if (total === null) return null;
    return channels.reduce((rest, { over }) => rest - (over(range) ?? 0), total);
  };
}

/**
 * Whether the values of channels are parts of a whole: not of averages and ratios, not of a level in
 * percent or time, and not where the Measures tab says that they do not add up.
 */
function doChannelsAdd(
  measure: Measure,
  family: MeasureFamily | null,
  measureById: ReadonlyMap<string, Measure>,
): boolean {
  if (family === null || family === 'average') return false;
  if (measure.formula === null) return addsOverChannels(measure);
  return measuresIn(measure.formula).every((id) => {
    const operand = measureById.get(id);
    return operand === undefined || addsOverChannels(operand);
  });
}

/**
 * What the Resources tab says was used for the KPI in the channel, in the workbook's currency. An
 * undated row counts from the start.
 */
function costIn({ kpi, context }: KpiCase, channel: string, range: DayRange): number | null {
  const { resources, settings } = context.workspace;
  const rows = resources.filter(
    (row) =>
      row.kpiId === kpi.id &&
      row.channel === channel &&
      row.used !== null &&
      row.unit.toUpperCase() === settings.currency.toUpperCase() &&
      (row.day ?? kpi.start) >= range.start &&
      (row.day ?? kpi.start) <= range.end,
  );
  return rows.length === 0 ? null : rows.reduce((sum, { used }) => sum + (used ?? 0), 0);
}

const share = (part: number | null, whole: number | null): Quantity =>
  part === null || whole === null ? unknown('NO_DATA') : knownOr(part / whole, 'DIVISION_BY_ZERO');

/**
 * Every channel's part of the plan, in the proportions of last year to date where it had channels,
 * else of this year; null where these are no proportions.
 */
function planShares(
  rows: readonly ChannelReader[],
  toDate: DayRange,
  lastYear: DayRange,
): ReadonlyArray<number | null> {
  for (const range of [lastYear, toDate]) {
    const parts = rows.map(({ over }) => over(range));
    const isKnown = rows.some(({ isRemainder }, i) => !isRemainder && parts[i] !== null);
    const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    if (isKnown && total > 0 && parts.every((part) => part === null || part >= 0)) {
      return parts.map((part) => (part ?? 0) / total);
    }
  }
  return rows.map(() => null);
}

/**
 * A KPI by channel, interval by interval up to the judged day. Where channels add, the channels and
 * the remainder are exactly the KPI; of ratios each channel has its own, without shares.
 */
export function channelsOfKpi(
  kpiCase: KpiCase,
  timeline: readonly IntervalEvaluation[],
): ChannelEvaluation[] {
  const { kpi, measure, context, judged, definition, reader } = kpiCase;
  if (kpi.channel !== null) return [];
  const names = context.values.channelsOf(measure);
  if (names.length === 0) return [];
  const whole = readOver(kpiCase, reader);
  const channels = names.map(
    (channel): ChannelReader => ({
      channel,
      isRemainder: false,
      over: readOver(kpiCase, context.values.reader(measure, channel)),
    }),
  );
  const isAdding = doChannelsAdd(measure, definition.family, context.measureById);
  const remainder: ChannelReader = {
    channel: CHANNEL_REMAINDER,
    isRemainder: true,
    over: remainderOver(whole, channels),
  };
  const intervals = judged.intervals.slice(0, judged.judgedIndex + 1);
  const hasRemainder =
    isAdding && intervals.some(({ whole: range }) => !nearlyEqual(remainder.over(range) ?? 0, 0));
  const rows = hasRemainder ? [...channels, remainder] : channels;
  const toDates = intervals.map((interval) => toDateOf(kpiCase, interval));
  const shares = toDates.map((toDate) =>
    isAdding
      ? planShares(rows, toDate, yearEarlier(measure.cadence, toDate, context.cut))
      : rows.map(() => null),
  );
  return rows.map((row, position) => ({
    channel: row.channel,
    isRemainder: row.isRemainder,
    intervals: intervals.map((interval, i) =>
      channelInterval(kpiCase, row, {
        interval,
        before: intervals[i - 1],
        toDate: toDates[i],
        total: timeline[i],
        whole: isAdding ? whole(interval.whole) : null,
        planShare: shares[i][position],
        isAdding,
      }),
    ),
  }));
}

/** As the KPI itself: from the start, or the interval alone for levels and what is on a line. */
function toDateOf(kpiCase: KpiCase, { whole }: KpiInterval): DayRange {
  const { judged, definition, measure, context } = kpiCase;
  const isOwnInterval =
    definition.family === 'level' ||
    (definition.family === 'average' && (definition.isLine || isOwnIntervalOnly(measure, context)));
  return isOwnInterval ? whole : { start: judged.intervals[0].whole.start, end: whole.end };
}

interface ChannelPlace {
  interval: KpiInterval;
  before: KpiInterval | undefined;
  toDate: DayRange;
  /** The KPI itself in the interval. */
  total: IntervalEvaluation;
  whole: number | null;
  planShare: number | null;
  isAdding: boolean;
}

const times = (share: number | null, { value }: Quantity): number | null =>
  share === null || value === null ? null : share * value;

function channelInterval(
  kpiCase: KpiCase,
  row: ChannelReader,
  { interval, before, toDate, total, whole, planShare, isAdding }: ChannelPlace,
): ChannelEvaluation['intervals'][number] {
  const isLevel = kpiCase.definition.family === 'level';
  // An old level still counts in the KPI, but an interval without any value has none.
  const isSilent = isLevel && total.actual.value === null;
  const actual = isSilent ? null : row.over(interval.whole);
  const actualToDate = row.over(toDate);
  const planned = times(planShare, total.planToDate);
  const { direction } = kpiCase.definition;
  const gapOf = (reached: number | null, plan: number | null): number | null =>
    reached === null || plan === null || direction === null ? null : direction * (reached - plan);
  const gap = gapOf(actualToDate, planned);
  const cost = row.isRemainder ? null : costIn(kpiCase, row.channel, interval);
  return {
    start: interval.start,
    end: interval.end,
    label: total.label,
    actual: knownOr(actual, 'NO_DATA'),
    actualToDate: knownOr(actualToDate, 'NO_DATA'),
    planToDate: knownOr(planned, 'NO_TARGET'),
    previous: knownOr(before === undefined ? null : row.over(before.whole), 'NO_DATA'),
    shareOfKpi: isAdding ? share(actual, whole) : unknown('NOT_APPLICABLE'),
    shareOfGap: share(gap, gapOf(total.actualToDate.value, total.planToDate.value)),
    cost: knownOr(cost, 'NO_DATA'),
    costPerUnit: share(cost, actual),
  };
}
