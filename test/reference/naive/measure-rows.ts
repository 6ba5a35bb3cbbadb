import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { CADENCES, type Cadence } from '../../../src/core/model/period.ts';
import { type Book, cadenceOfRows, firstDayOf, isTotal, newestDayOf, type RawRow } from './book.ts';
import { type Interval, isCut } from './calendar.ts';
import { rolesOf } from './channel-roles.ts';
import { meanOf, quantileOf, sumOf, totalOf } from './numbers.ts';
import { addsOverChannels, newestOf, withoutReplaced } from './row-rules.ts';

/** Who asks for values: a KPI's channel, its first day and how its days weigh. */
export interface Reader {
  book: Book;
  /** Null: the measure as a whole. */
  channel: string | null;
  /** S: "nothing" and a typed "zero" count from here on. */
  since: Day;
  /** Weight of a day, not scaled. */
  weightOf: (day: Day) => number;
  /** Last year's weights say nothing of a single day. */
  isByDays: boolean;
  /** A ratio reads every interval whole: of a part of it it would be another one. */
  isWhole: boolean;
  memo: WeakMap<Interval, Map<string, unknown>>;
}

/** Read once per interval. */
export function onceIn<Value>(
  { memo }: Reader,
  interval: Interval,
  name: string,
  work: () => Value,
): Value {
  const known = memo.get(interval) ?? new Map<string, unknown>();
  memo.set(interval, known);
  if (!known.has(name)) known.set(name, work());
  // SAFETY: only the same work is kept under one name.
  return known.get(name) as Value;
}

/** §2: the share of a calendar interval's weight that lies inside the cut. */
export function shareInside(
  { weightOf, isByDays }: Pick<Reader, 'weightOf' | 'isByDays'>,
  { start, end, from, to }: Pick<Interval, 'start' | 'end' | 'from' | 'to'>,
): number {
  const sum = (first: Day, last: Day, weigh: (day: Day) => number): number => {
    let total = 0;
    for (let day = first; day <= last; day++) total += weigh(day);
    return total;
  };
  const whole = isByDays ? 0 : sum(from, to, weightOf);
  const weigh = whole > 0 ? weightOf : () => 1;
  return sum(start, end, weigh) / sum(from, to, weigh);
}

/** §3: the rows that stand for an interval: the channel's, the total's, or all parts'. */
export function standingRows(
  book: Book,
  measure: Measure,
  channel: string | null,
  from: Day,
  to: Day,
): RawRow[] {
  const inside = book.rowsDated(measure.id, from, to);
  if (channel !== null) return inside.filter((row) => row.channel === channel);
  const { totals, ignored } = rolesOf(book, measure);
  for (const total of totals) {
    const own = inside.filter((row) => row.channel === total);
    if (own.length > 0) return own;
  }
  return inside.filter((row) => !ignored.includes(row.channel));
}

/** §2: does a row speak for the whole of its calendar interval? */
function speaksForAll(row: RawRow, rows: readonly RawRow[], { cadence, from, to }: Interval) {
  if (row.names === cadence) return true;
  const isOnly = rows.filter(({ channel }) => channel === row.channel).length === 1;
  return isOnly && (row.day === from || row.day === to);
}

/** §2, what each row of a total brings to an interval as it is cut. */
function contributions(reader: Reader, measure: Measure, interval: Interval): number[] {
  const { book, channel } = reader;
  const { start, end, from, to } = interval;
  const rows = withoutReplaced(standingRows(book, measure, channel, from, to));
  const brings = ({ value }: RawRow): number =>
    measure.aggregation === 'sum' ? value : value === 0 ? 0 : 1;
  const isInside = ({ day }: RawRow) => start <= day && day <= end;
  if (!isCut(interval) || reader.isWhole) return rows.map(brings);
  if (measure.aggregation !== 'sum') return rows.filter(isInside).map(brings);
  return rows.flatMap((row) => {
    if (speaksForAll(row, rows, interval)) return [row.value * shareInside(reader, interval)];
    return isInside(row) ? [row.value] : [];
  });
}

/** §3: is the interval without a total, because its channels cannot be added? */
function lacksTotal({ book, channel }: Reader, measure: Measure, rows: readonly RawRow[]): boolean {
  if (channel !== null || addsOverChannels(measure)) return false;
  const { totals, parts } = rolesOf(book, measure);
  return parts.length > 1 && rows.some((row) => !totals.includes(row.channel));
}

/** §2: an interval that holds a cell which could not be read has no value. */
export function isUnreadable(reader: Reader, measure: Measure, interval: Interval): boolean {
  const { book, channel } = reader;
  const cells = book
    .unreadableOf(measure.id)
    .filter(({ day }) => interval.from <= day && day <= interval.to);
  if (cells.length === 0) return false;
  if (channel !== null) {
    return cells.some((cell) => cell.channel === null || cell.channel === channel);
  }
  const { totals, ignored } = rolesOf(book, measure);
  const [standing] = standingRows(book, measure, null, interval.from, interval.to);
  const isTotal = standing !== undefined && totals.includes(standing.channel);
  return cells.some((cell) => {
    if (cell.channel === null || totals.includes(cell.channel)) return true;
    return !isTotal && !ignored.includes(cell.channel);
  });
}

const ORDER: readonly Cadence[] = [...CADENCES, 'irregular'];

/** §2: an irregular total has no row where nothing happened. */
const isIrregularTotal = ({ cadence, aggregation }: Measure): boolean =>
  cadence === 'irregular' && isTotal(aggregation);

const isOver = ({ today }: Book, { dataLagDays }: Measure, { end }: Interval): boolean =>
  end <= today - 1 - dataLagDays;

/** §2: finer rows fill an interval once one is dated in its last 3 days or after it. */
function isFilled(book: Book, measure: Measure, { cadence, end }: Interval): boolean {
  if (cadence === 'day' || cadence === 'irregular') return true;
  if (measure.missing === 'nothing' || isIrregularTotal(measure)) return true;
  const rows = cadenceOfRows(book, measure.id);
  if (rows === null || ORDER.indexOf(rows) >= ORDER.indexOf(cadence)) return true;
  return newestDayOf(book, measure.id) >= end - 2;
}

/** §2: is a later row of the measure, or of what is counted beside it, dated before today? */
function isAlive(book: Book, measure: Measure, end: Day): boolean {
  const ids = measure.aggregation === 'count' ? [measure.id, ...measure.keptWith] : [measure.id];
  return ids.some((id) => book.rowsOf(id).some(({ day }) => end < day && day < book.today));
}

/** §2, Missing: does an interval without a row stand for 0? */
function isZero({ book, since }: Reader, measure: Measure, interval: Interval): boolean {
  const { start, end } = interval;
  const isSinceFirstRow = firstDayOf(book, measure.id) < start;
  if (measure.missing === 'nothing') {
    return isOver(book, measure, interval) && (start >= since || isSinceFirstRow);
  }
  if (isIrregularTotal(measure)) {
    const hasBegun = firstDayOf(book, measure.id) <= book.today - 1 - measure.dataLagDays;
    return isOver(book, measure, interval) && hasBegun && (start >= since || isSinceFirstRow);
  }
  if (measure.missing !== 'zero') return false;
  const isFrom = isSinceFirstRow || (measure.isMissingTyped && start >= since);
  return isFrom && isAlive(book, measure, end);
}

/** The values of an interval alone; null when it has none. */
function readingsIn(reader: Reader, measure: Measure, interval: Interval): number[] | null {
  const { book, channel } = reader;
  return onceIn(reader, interval, `${measure.id} readings`, () => {
    if (isUnreadable(reader, measure, interval)) return null;
    const rows = standingRows(book, measure, channel, interval.from, interval.to);
    if (lacksTotal(reader, measure, rows)) return null;
    const values = isTotal(measure.aggregation)
      ? contributions(reader, measure, interval)
      : rows.map(({ value }) => value);
    if (values.length === 0) return isZero(reader, measure, interval) ? [0] : null;
    return isFilled(book, measure, interval) ? values : null;
  });
}

export const hasRowValue = (reader: Reader, measure: Measure, interval: Interval): boolean =>
  readingsIn(reader, measure, interval) !== null;

/** §3: a level over some days; a channel without a value in them keeps its newest. */
export function levelOver(reader: Reader, measure: Measure, from: Day, to: Day): number | null {
  const { book, channel } = reader;
  const rows = standingRows(book, measure, channel, from, to);
  if (rows.length === 0 || lacksTotal(reader, measure, rows)) return null;
  const { totals, ignored } = rolesOf(book, measure);
  if (channel !== null || totals.includes(rows[0].channel)) return newestOf(rows).value;
  const known = book
    .rowsOf(measure.id)
    .filter(({ day, channel: name }) => day <= to && ![...totals, ...ignored].includes(name));
  const names = [...new Set(known.map((row) => row.channel))];
  return sumOf(names.map((name) => newestOf(known.filter((row) => row.channel === name)).value));
}

/** The newest row of an interval, for what is valid only there. */
const newestIn = ({ book, channel }: Reader, measure: Measure, { from, to }: Interval): number =>
  newestOf(standingRows(book, measure, channel, from, to)).value;

/** §3, a measure with rows of its own over some intervals, by its own aggregation. */
export function rowValueOver(
  reader: Reader,
  measure: Measure,
  intervals: readonly Interval[],
): number | null {
  const { aggregation } = measure;
  const valued = intervals.filter((interval) => hasRowValue(reader, measure, interval));
  if (valued.length === 0) return null;
  const last = valued[valued.length - 1];
  if (aggregation === 'last') return levelOver(reader, measure, last.from, last.to) ?? 0;
  if (aggregation === 'unique') return newestIn(reader, measure, last);
  const values = valued.flatMap((interval) => readingsIn(reader, measure, interval) ?? []);
  if (isTotal(aggregation)) return totalOf(values);
  if (aggregation === 'min') return Math.min(...values);
  if (aggregation === 'max') return Math.max(...values);
  if (aggregation === 'median') return quantileOf(values, 0.5);
  if (aggregation === 'p90') return quantileOf(values, 0.9);
  return aggregation === 'p95' ? quantileOf(values, 0.95) : meanOf(values);
}
