import { addYears } from '../model/calendar-date.ts';
import type { ChannelEvaluation, IntervalEvaluation } from '../model/evaluation.ts';
import type { DayRange } from '../model/period.ts';
import { knownOr, nearlyEqual, type Quantity, unknown } from '../model/quantity.ts';
import type { KpiInterval } from './judged-day.ts';
import type { KpiCase } from './kpi-case.ts';
import type { ValueReader } from './value-reader.ts';

/** Name of the row for the part of a total that no channel explains. */
export const CHANNEL_REMAINDER = 'channel_remainder';

interface ChannelReader {
  channel: string;
  isRemainder: boolean;
  over: (range: DayRange) => number | null;
}

/** A level keeps its newest value; everything else is the value of the stretch. */
function readOver({ definition }: KpiCase, reader: ValueReader) {
  return (range: DayRange): number | null =>
    definition.family === 'level' ? (reader.newest(range.end)?.value ?? null) : reader.over(range);
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

/** What the Resources tab says was used for the KPI in the channel, in the workbook's currency. */
function costIn({ kpi, context }: KpiCase, channel: string, range: DayRange): number | null {
  const { resources, settings } = context.workspace;
  const rows = resources.filter(
    (row) =>
      row.kpiId === kpi.id &&
      row.channel === channel &&
      row.used !== null &&
      row.unit.toUpperCase() === settings.currency.toUpperCase() &&
      row.day !== null &&
      row.day >= range.start &&
      row.day <= range.end,
  );
  return rows.length === 0 ? null : rows.reduce((sum, { used }) => sum + (used ?? 0), 0);
}

const share = (part: number | null, whole: number | null): Quantity =>
  part === null || whole === null ? unknown('NO_DATA') : knownOr(part / whole, 'DIVISION_BY_ZERO');

/** A channel's part of the plan: its part of last year's total to date, else of this year's. */
function planShare(
  own: ChannelReader,
  whole: (range: DayRange) => number | null,
  toDate: DayRange,
): number | null {
  const lastYear = { start: addYears(toDate.start, -1), end: addYears(toDate.end, -1) };
  for (const range of [lastYear, toDate]) {
    const part = own.over(range);
    const total = whole(range);
    if (part !== null && total !== null && total > 0 && part >= 0) return part / total;
  }
  return null;
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
  const isAdding = definition.family !== 'average';
  const remainder: ChannelReader = {
    channel: CHANNEL_REMAINDER,
    isRemainder: true,
    over: remainderOver(whole, channels),
  };
  const intervals = judged.intervals.slice(0, judged.judgedIndex + 1);
  const hasRemainder =
    isAdding && intervals.some(({ whole: range }) => !nearlyEqual(remainder.over(range) ?? 0, 0));
  const rows = hasRemainder ? [...channels, remainder] : channels;
  return rows.map((row) => ({
    channel: row.channel,
    isRemainder: row.isRemainder,
    intervals: intervals.map((interval, i) =>
      channelInterval(kpiCase, row, interval, intervals[i - 1], timeline[i], whole, isAdding),
    ),
  }));
}

function channelInterval(
  kpiCase: KpiCase,
  row: ChannelReader,
  interval: KpiInterval,
  before: KpiInterval | undefined,
  total: IntervalEvaluation,
  whole: (range: DayRange) => number | null,
  isAdding: boolean,
): ChannelEvaluation['intervals'][number] {
  const { judged, definition } = kpiCase;
  const toDate = { start: judged.intervals[0].whole.start, end: interval.whole.end };
  const span = definition.family === 'total' ? toDate : interval.whole;
  const actual = row.over(interval.whole);
  const actualToDate = row.over(span);
  const part = isAdding ? planShare(row, whole, span) : null;
  const planned =
    part === null || total.planToDate.value === null ? null : part * total.planToDate.value;
  const gap =
    planned === null || actualToDate === null || definition.direction === null
      ? null
      : definition.direction * (actualToDate - planned);
  const wholeGap =
    total.actualToDate.value === null ||
    total.planToDate.value === null ||
    definition.direction === null
      ? null
      : definition.direction * (total.actualToDate.value - total.planToDate.value);
  const cost = row.isRemainder ? null : costIn(kpiCase, row.channel, interval);
  return {
    start: interval.start,
    end: interval.end,
    label: total.label,
    actual: knownOr(actual, 'NO_DATA'),
    actualToDate: knownOr(actualToDate, 'NO_DATA'),
    planToDate: knownOr(planned, 'NO_TARGET'),
    previous: knownOr(before === undefined ? null : row.over(before.whole), 'NO_DATA'),
    shareOfKpi: isAdding ? share(actual, whole(interval.whole)) : unknown('NOT_APPLICABLE'),
    shareOfGap: share(gap, wholeGap),
    cost: knownOr(cost, 'NO_DATA'),
    costPerUnit: share(cost, actual),
  };
}
