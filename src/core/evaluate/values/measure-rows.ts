import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import type { Measurements } from '../../model/measurements.ts';
import { CADENCES, type Cadence } from '../../model/period.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { aggregateDays, type ChannelDays, firstDays } from './aggregate-days.ts';
import { ruleOf } from './aggregations.ts';
import { type ChannelRoles, channelRoles } from './channel-roles.ts';
import { unionOfDays } from './combine-channels.ts';
import { countBeforeDay } from './day-series.ts';

/** A cell with something in it that is no value; `channel` is null where that cannot be read either. */
interface UnreadableCell {
  readonly channel: string | null;
  readonly day: Day;
}

/** What there is of one measure up to today, in any channel. */
export interface MeasureRows {
  readonly channels: readonly ChannelDays[];
  readonly roles: ChannelRoles;
  /** Days with a row, ascending. */
  readonly days: Int32Array;
  /** The length of its period labels, else the rhythm of its dates; null where one day says nothing. */
  readonly cadence: Cadence | null;
  readonly unreadable: readonly UnreadableCell[];
  /** The newest day before today with a row of it or, of a count, of what is counted beside it. */
  readonly aliveUpTo: Day;
  /** Positions of its rows up to today in the measurements, in their order; made when asked for. */
  readonly positions: () => Int32Array;
}

export const firstDayOf = ({ days }: MeasureRows): Day => days[0] ?? Number.POSITIVE_INFINITY;

export const newestDayOf = ({ days }: MeasureRows): Day =>
  days[days.length - 1] ?? Number.NEGATIVE_INFINITY;

/** The daily values of every measure up to a day: what is dated later is not known yet. */
function knownDays({ measures, measurements }: Workspace, today: Day): Map<string, ChannelDays[]> {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const rules = measurements.measureIds.map((id) => {
    const measure = byId.get(id);
    return measure === undefined || measure.aggregation === null ? null : ruleOf(measure);
  });
  const known = new Map<string, ChannelDays[]>();
  for (const all of aggregateDays(measurements, rules)) {
    const length = countBeforeDay(all.days, today + 1);
    if (length === 0) continue;
    const { measureId } = all;
    const own = length === all.days.length ? all : { ...all, ...firstDays(all, length) };
    const list = known.get(measureId);
    if (list === undefined) known.set(measureId, [own]);
    else list.push(own);
  }
  return known;
}

/** By position in the dictionary of measures the positions of its rows up to a day. */
function positionsByMeasure(
  { measureIds, measure, day, rowCount }: Measurements,
  today: Day,
): Int32Array[] {
  const counts = new Int32Array(measureIds.length);
  for (let row = 0; row < rowCount; row++) if (day[row] <= today) counts[measure[row]]++;
  const positions = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let row = 0; row < rowCount; row++) {
    const own = measure[row];
    if (day[row] <= today) positions[own][counts[own]++] = row;
  }
  return positions;
}

/** The most frequent length of the periods that rows name; null where none does. */
function labelledCadence(periodLength: ArrayLike<number>, positions: Int32Array): Cadence | null {
  const counts = new Int32Array(CADENCES.length);
  for (const row of positions) counts[periodLength[row]]++;
  counts[0] = 0;
  const most = Math.max(...counts);
  return most === 0 ? null : CADENCES[counts.indexOf(most)];
}

function unreadableCells({ measureIds, channels, unreadable }: Measurements, today: Day) {
  const cells = new Map<string, UnreadableCell[]>();
  const { count, measure, channel, day } = unreadable;
  for (let i = 0; i < count; i++) {
    if (day[i] > today) continue;
    const id = measureIds[measure[i]];
    const own = cells.get(id) ?? [];
    cells.set(id, own);
    own.push({ channel: channel[i] < 0 ? null : channels[channel[i]], day: day[i] });
  }
  return cells;
}

/** The rows of each measure, made when they are first asked for; none for a formula. */
export function readMeasureRows(
  workspace: Workspace,
  calendar: CalendarFacts,
): (measure: Measure) => MeasureRows {
  const { measurements } = workspace;
  const { today } = calendar;
  const { measureIds, periodLength, channels, totalChannels } = measurements;
  const daysOf = knownDays(workspace, today);
  const cellsOf = unreadableCells(measurements, today);
  const totalNames = new Set(totalChannels.map((position) => channels[position]));
  let grouped: Int32Array[] | null = null;
  const positionsOf = (id: string): Int32Array => {
    grouped ??= positionsByMeasure(measurements, today);
    return grouped[measureIds.indexOf(id)] ?? new Int32Array(0);
  };
  const newestBeforeToday = (id: string): Day => {
    let newest = Number.NEGATIVE_INFINITY;
    for (const { days } of daysOf.get(id) ?? []) {
      const at = countBeforeDay(days, today) - 1;
      if (at >= 0 && days[at] > newest) newest = days[at];
    }
    return newest;
  };
  const made = new Map<string, MeasureRows>();
  return (measure) => {
    const before = made.get(measure.id);
    if (before !== undefined) return before;
    const { id, cadence, aggregation, keptWith } = measure;
    const own = daysOf.get(id) ?? [];
    const days = unionOfDays(own);
    const holding = (day: Day) =>
      cadence === 'irregular' ? { start: day, end: day } : calendar.holding(cadence, day);
    const beside = aggregation === 'count' ? [id, ...keptWith] : [id];
    const rows: MeasureRows = {
      channels: own,
      roles: channelRoles(measure, own, (channel) => totalNames.has(channel), holding),
      days,
      cadence:
        (periodLength === null ? null : labelledCadence(periodLength, positionsOf(id))) ??
        rhythmOf(days),
      unreadable: cellsOf.get(id) ?? [],
      aliveUpTo: Math.max(...beside.map(newestBeforeToday)),
      positions: () => positionsOf(id),
    };
    made.set(id, rows);
    return rows;
  };
}
