import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import type { Spans } from '../period/intervals.ts';
import type { ChannelDays } from './aggregate-days.ts';
import { ruleOf } from './aggregations.ts';
import { combineChannels, outsideSpans, unionOfDays } from './combine-channels.ts';
import { countBeforeDay, type DaySeries, daySeries, NO_DAYS } from './day-series.ts';
import type { MeasureRows } from './measure-rows.ts';

/** The rows of a measure that stand for it, in one channel or as a whole. */
export interface StandingRows {
  /** Without what lies in an interval that cannot be read. */
  readonly series: DaySeries;
  /** Days with a row, those included; ascending. */
  readonly days: Int32Array;
  /** Whole intervals that hold a cell which could not be read, ascending. */
  readonly unreadable: Spans;
}

const NO_SPANS: Spans = { start: [], end: [] };

/** Whether an interval holds a row of the channel. */
export function hasDayIn({ days }: Pick<ChannelDays, 'days'>, { start, end }: DayRange): boolean {
  const at = countBeforeDay(days, start);
  return at < days.length && days[at] <= end;
}

/**
 * In which intervals something could not be read. Of the whole a cell of the total itself always
 * counts, as one whose channel cannot be read; one of a part only where no total stands.
 */
function unreadableSpans(
  { unreadable, roles }: MeasureRows,
  channel: string | null,
  holding: (day: Day) => DayRange,
): Spans {
  if (unreadable.length === 0) return NO_SPANS;
  const totals = new Set(roles.totals.map((own) => own.channel));
  const ignored = new Set(
    roles.verdicts.flatMap((own) => (own.isTotal || own.channel === '' ? [] : own.channel)),
  );
  const counts = (cell: string | null, interval: DayRange): boolean => {
    if (cell === null) return true;
    if (channel !== null) return cell === channel;
    if (totals.has(cell)) return true;
    return !ignored.has(cell) && !roles.totals.some((total) => hasDayIn(total, interval));
  };
  const found = new Map<Day, Day>();
  for (const cell of unreadable) {
    const interval = holding(cell.day);
    if (counts(cell.channel, interval)) found.set(interval.start, interval.end);
  }
  const start = [...found.keys()].sort((a, b) => a - b);
  return { start, end: start.map((day) => found.get(day) ?? day) };
}

/**
 * @param channel null for the measure as a whole
 * @param holding the interval of the rhythm it is read at that holds a day
 */
export function standingRows(
  measure: Measure,
  rows: MeasureRows,
  channel: string | null,
  holding: (day: Day) => DayRange,
): StandingRows {
  const { totals, added } = rows.roles;
  const daily =
    channel === null
      ? combineChannels(totals, added, ruleOf(measure), holding)
      : (rows.channels.find((own) => own.channel === channel) ?? NO_DAYS);
  const unreadable = unreadableSpans(rows, channel, holding);
  const readable = unreadable.start.length === 0 ? daily : outsideSpans(daily, unreadable);
  const { parts } = rows.roles;
  // Parts that cannot be added up are there all the same.
  const days = channel === null ? unionOfDays([...totals, ...parts]) : daily.days;
  return { series: daySeries(readable), days, unreadable };
}

/** Whether the interval that holds the day, or begins on it, is one of those. */
export function isAmong({ start }: Spans, day: Day): boolean {
  if (start.length === 0) return false;
  let low = 0;
  let high = start.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle] < day) low = middle + 1;
    else high = middle;
  }
  return start[low] === day;
}
