import type { Day } from '../../../src/core/model/calendar-date.ts';
import { type Book, operandsOf } from './book.ts';
import { type Interval, intervalsBetween, pairedDay } from './calendar.ts';
import { type Case, historyOf, isPlanned } from './case.ts';
import { rolesOf } from './channel-roles.ts';
import { isOfInterval } from './definition.ts';
import { type Subject, valueOver } from './measure-values.ts';
import { near } from './numbers.ts';
import { addsOverChannels } from './row-rules.ts';

type Value = number | null;

export interface ReferenceChannel {
  /** Null: what the channels leave. */
  channel: string | null;
  intervals: ReadonlyArray<{
    start: Day;
    actual: Value;
    actualToDate: Value;
    planToDate: Value;
    shareOfKpi: Value;
    shareOfGap: Value;
    cost: Value;
  }>;
}

/** The channels that every operand has rows of; not the totals over them. */
function channelsOf(book: Book, measureId: string): string[] {
  const [first, ...others] = operandsOf(book, measureId).map((one) => rolesOf(book, one).parts);
  return first.filter((name) => others.every((names) => names.includes(name)));
}

const sum = (values: readonly Value[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const ratio = (part: Value, whole: Value): Value =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** Rows of a KPI by channel: the values of a stretch, and last what the channels leave of the whole. */
type Stretch = readonly Interval[];

const ofChannel = (subject: Subject, channel: string | null): Subject => ({
  ...subject,
  reader: { ...subject.reader, channel, memo: new WeakMap() },
});

function readOver(kase: Case, channel: string | null, stretch: Stretch): Value {
  const { book, definition } = kase;
  const { family, start, subject } = definition;
  const own = ofChannel(subject, channel);
  if (family !== 'level') return valueOver(own, stretch);
  const { to } = stretch[stretch.length - 1];
  // In the period a level stands from its first value there, and until its next one.
  const soFar = definition.intervals.filter((one) => one.to <= to);
  if (to >= start && valueOver(ofChannel(subject, null), soFar) === null) return null;
  return valueOver(
    own,
    historyOf(book, definition).filter((one) => one.to <= to),
  );
}

/** Every channel's part, and what is left; nothing is left where parts do not add up. */
function partsOver(kase: Case, channels: readonly string[], stretch: Stretch, isAdding: boolean) {
  const parts = channels.map((name) => readOver(kase, name, stretch));
  if (!isAdding) return parts;
  const whole = readOver(kase, null, stretch);
  const rest = whole === null || near(whole, sum(parts)) ? 0 : whole - sum(parts);
  return [...parts, whole === null ? null : rest];
}

/** In the proportions of values that are proportions: none below 0, and together above it. */
function proportions(parts: readonly Value[], channelCount: number): number[] | null {
  const isKnown = parts.slice(0, channelCount).some((part) => part !== null);
  const total = sum(parts);
  if (!isKnown || total <= 0 || parts.some((part) => part !== null && part < 0)) return null;
  return parts.map((part) => (part ?? 0) / total);
}

/** Without a rhythm or a sum a figure stands for the days since the one before. */
export const sinceOf = ({ definition }: Case, position: number): Day => {
  const { cadence, intervals, start, family } = definition;
  if (cadence !== 'irregular' || family === 'total') return intervals[position].start;
  return position === 0 ? start : intervals[position - 1].end + 1;
};

function costOf({ book, definition }: Case, channel: string, { start, end }: Interval): Value {
  const { kpi } = definition;
  const rows = book.workspace.resources.filter(
    (row) =>
      row.kpiId === kpi.id &&
      row.channel === channel &&
      row.unit === book.workspace.settings.currency &&
      row.used !== null &&
      (row.day ?? kpi.start) >= start &&
      (row.day ?? kpi.start) <= end,
  );
  return rows.length === 0 ? null : sum(rows.map(({ used }) => used));
}

function lastYearOf({ book, definition }: Case, stretch: Stretch): Stretch {
  const { workspace } = book;
  const { cadence } = definition;
  const [first, last] = [stretch[0], stretch[stretch.length - 1]];
  const [from, to] = [first.start, last.end].map((day) => pairedDay(workspace, cadence, day));
  return intervalsBetween(workspace, cadence, from, to);
}

/** §3: channels explain the total, and what they leave is a row of its own. */
export function channelsOfCase(kase: Case): ReferenceChannel[] {
  const { book, definition, judged, plan } = kase;
  const { kpi, family, direction } = definition;
  if (kpi.channel !== null || judged === null) return [];
  const channels = channelsOf(book, kpi.measureId);
  if (channels.length === 0) return [];
  const isAdding = family !== 'average' && operandsOf(book, kpi.measureId).every(addsOverChannels);
  const upToA = definition.intervals.slice(0, judged + 1).map((interval, i) => {
    const since = sinceOf(kase, i);
    return since === interval.start ? interval : { ...interval, start: since, from: since };
  });
  const isAlone = family === 'level' || isOfInterval(definition);
  // Of a stretch without a rhythm a day that cannot be read is left out, not the stretch.
  const daysOf = (one: Interval): Stretch =>
    definition.cadence === 'irregular'
      ? intervalsBetween(book.workspace, 'irregular', one.start, one.end)
      : [one];
  const alone = upToA.map(daysOf);
  const stretches = alone.map((days, i) => (isAlone ? days : alone.slice(0, i + 1).flat()));
  const own = alone.map((days) => partsOver(kase, channels, days, isAdding));
  const toDate = stretches.map((stretch) => partsOver(kase, channels, stretch, isAdding));
  const hasRest = isAdding && own.some((parts) => !near(parts[channels.length] ?? 0, 0));
  const count = channels.length + (hasRest ? 1 : 0);
  const shares = stretches.map((stretch, i) => {
    if (!isAdding) return null;
    const before = partsOver(kase, channels, lastYearOf(kase, stretch), true).slice(0, count);
    const now = toDate[i].slice(0, count);
    return proportions(before, channels.length) ?? proportions(now, channels.length);
  });
  return Array.from({ length: count }, (_, row) => ({
    channel: channels[row] ?? null,
    intervals: upToA.map((interval, i) => {
      const planned = isPlanned(definition) ? plan.at(interval.end) : null;
      const share = shares[i]?.[row] ?? null;
      const planToDate = share === null || planned === null ? null : share * planned;
      const isSilent = family === 'level' && kase.intervalValue(i) === null;
      const actual = isSilent ? null : own[i][row];
      const gapOf = (value: Value, expected: Value): Value =>
        value === null || expected === null || direction === null
          ? null
          : near(value, expected)
            ? 0
            : direction * (value - expected);
      return {
        start: interval.start,
        actual,
        actualToDate: toDate[i][row],
        planToDate,
        shareOfKpi: isAdding ? ratio(actual, readOver(kase, null, alone[i])) : null,
        shareOfGap: ratio(gapOf(toDate[i][row], planToDate), gapOf(kase.actualAt(i), planned)),
        cost: channels[row] === undefined ? null : costOf(kase, channels[row], interval),
      };
    }),
  }));
}
