import type { Numbers } from '../../model/evaluation.ts';
import { differenceOf, nearlyEqual } from '../../model/quantity.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import { type Spans, wholeInterval } from '../period/intervals.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import type { ValueReader } from '../values/value-reader.ts';

/** What is divided over channels. */
export type Divided = KpiPart<
  | 'kpi'
  | 'measure'
  | 'reader'
  | 'asker'
  | 'reading'
  | 'definition'
  | 'judged'
  | 'settings'
  | 'calendar'
>;

/** A KPI by channel up to the judged day: of each channel, and then of what they leave, a column. */
export interface ChannelValues {
  /** Of each interval alone. */
  readonly own: readonly Numbers[];
  /** As the KPI itself: from the start, or of the interval alone. */
  readonly toDate: readonly Numbers[];
  /** The same a year earlier; none where channels are no parts. */
  readonly lastYear: readonly Numbers[];
  /** The KPI itself, by interval, where channels are its parts. */
  readonly wholes: Numbers | null;
}

/** The intervals up to the judged one, and the stretches of X up to the end of each. */
function spansOf({ judged, reading }: Divided): { own: Spans; toDate: Spans } {
  const { intervals, judgedIndex } = judged;
  const own = {
    start: intervals.start.slice(0, judgedIndex + 1),
    end: intervals.end.slice(0, judgedIndex + 1),
  };
  if (reading.family === 'level' || reading.isByInterval) return { own, toDate: own };
  return { own, toDate: { start: own.start.map(() => own.start[0]), end: own.end } };
}

function yearBefore({ measure, calendar }: Divided, { start, end }: Spans): Spans {
  const pairs = start.map((day, i) =>
    yearEarlier(measure.cadence, { start: day, end: end[i] }, calendar),
  );
  return { start: pairs.map((pair) => pair.start), end: pairs.map((pair) => pair.end) };
}

/**
 * A level keeps its newest value, once the whole has one in the period: within it nothing before it
 * counts, while last year's stretch is read as it stands.
 */
function readLevel(
  { judged, measure, calendar, reader: whole }: Divided,
  reader: ValueReader,
  { end }: Spans,
): Numbers {
  const first = judged.intervals.whole.start[0];
  return end.map((day) => {
    // Of an interval that is cut all of it tells how high the level is.
    const last = wholeInterval(measure, day, calendar).end;
    const newest = whole.newestDay(last);
    const isBefore = last >= first && (newest === null || newest < first);
    return isBefore || reader.firstDay === null ? null : reader.over(reader.firstDay, last);
  });
}

/** One interval on its own is 0 only once it is over (calculations.md §2). */
function readStretches({ judged }: Divided, reader: ValueReader, { start, end }: Spans): Numbers {
  const { intervals } = judged;
  return start.map((day, i) => {
    const isInterval = intervals.start[i] === day && intervals.end[i] === end[i];
    const isSilent = isInterval && !reader.hasValueIn(day, end[i]);
    return isSilent ? null : reader.over(day, end[i]);
  });
}

/** What the channels leave of the whole, but for rounding; null where there is no whole. */
function remainderOf(whole: Numbers, parts: readonly Numbers[]): Numbers {
  return whole.map((all, at) => {
    if (all === null) return null;
    let sum = 0;
    for (const part of parts) sum += part[at] ?? 0;
    return differenceOf(all, sum);
  });
}

/**
 * What every channel brought, and the remainder where they are parts and leave one: then channels
 * and remainder are exactly the KPI.
 */
export function channelValues(
  divided: Divided,
  channels: readonly ValueReader[],
  isPart: boolean,
): ChannelValues {
  const { reading, reader } = divided;
  const read = reading.family === 'level' ? readLevel : readStretches;
  const wholeOver = (spans: Spans) => (isPart ? read(divided, reader, spans) : null);
  const rowsOver = (spans: Spans, whole: Numbers | null): readonly Numbers[] => {
    const parts = channels.map((channel) => read(divided, channel, spans));
    return whole === null ? parts : [...parts, remainderOf(whole, parts)];
  };
  const spans = spansOf(divided);
  const wholes = wholeOver(spans.own);
  const own = rowsOver(spans.own, wholes);
  const toDate = spans.toDate === spans.own ? own : rowsOver(spans.toDate, wholeOver(spans.toDate));
  const before = isPart ? yearBefore(divided, spans.toDate) : null;
  const lastYear = before === null ? [] : rowsOver(before, wholeOver(before));
  const hasRemainder =
    isPart && own[channels.length].some((value) => value !== null && !nearlyEqual(value, 0));
  const shown = (rows: readonly Numbers[]) =>
    hasRemainder ? rows : rows.slice(0, channels.length);
  return { own: shown(own), toDate: shown(toDate), lastYear: shown(lastYear), wholes };
}
