import type { Day } from '../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../src/core/model/formula.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { CADENCES, type Cadence } from '../../src/core/model/period.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { type Interval, intervalsBetween } from './naive-calendar.ts';

export interface RawRow {
  measureId: string;
  /** '' is the blank one, the total. */
  channel: string;
  day: Day;
  value: number;
  recordedAt: number;
}

/** The workbook on a day: rows dated later do not exist yet. */
export interface Book {
  workspace: Workspace;
  today: Day;
  rows: readonly RawRow[];
  rowsOf: (measureId: string) => readonly RawRow[];
  /** Those of some days, in the order of the days. */
  rowsDated: (measureId: string, from: Day, to: Day) => readonly RawRow[];
  /** The day of a measure's newest row. */
  newestDayOf: (measureId: string) => Day;
  /** What was read of an interval already, so that it is read once. */
  readings: WeakMap<Interval, Map<string, readonly number[]>>;
  /** The cadence that a measure's rows have, whatever the measure says. */
  rowCadenceOf: (measureId: string) => Cadence;
  /** The named channels that a measure has rows of. */
  channelsOf: (measureId: string) => ReadonlySet<string>;
}

/** Where in sorted rows the first of a day, or after it, stands. */
function firstOn(sorted: readonly RawRow[], day: Day): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function openBook(workspace: Workspace, today: Day): Book {
  const { rowCount, measureIds, channels, measure, channel, day, value, recordedAt } =
    workspace.measurements;
  const rows: RawRow[] = [];
  for (let i = 0; i < rowCount; i++) {
    if (day[i] > today) continue;
    rows.push({
      measureId: measureIds[measure[i]],
      channel: channels[channel[i]],
      day: day[i],
      value: value[i],
      recordedAt: recordedAt[i],
    });
  }
  const known = new Map(
    workspace.measures.map(({ id }) => {
      const own = rows.filter((row) => row.measureId === id);
      const channels = new Set(own.map((row) => row.channel).filter((name) => name !== ''));
      const sorted = [...own].sort((a, b) => a.day - b.day);
      return [id, { own, sorted, channels, rowCadence: cadenceOfRows(workspace, own) }];
    }),
  );
  const dated = (measureId: string, from: Day, to: Day): RawRow[] => {
    const { sorted = [] } = known.get(measureId) ?? {};
    return sorted.slice(firstOn(sorted, from), firstOn(sorted, to + 1));
  };
  return {
    workspace,
    today,
    rows,
    rowsOf: (measureId) => known.get(measureId)?.own ?? [],
    rowsDated: dated,
    newestDayOf: (measureId) =>
      known.get(measureId)?.sorted.at(-1)?.day ?? Number.NEGATIVE_INFINITY,
    readings: new WeakMap(),
    rowCadenceOf: (measureId) => known.get(measureId)?.rowCadence ?? 'irregular',
    channelsOf: (measureId) => known.get(measureId)?.channels ?? new Set(),
  };
}

export function measureOf(book: Book, measureId: string): Measure {
  const found = book.workspace.measures.find(({ id }) => id === measureId);
  if (found === undefined) throw new Error(`no measure ${measureId}`);
  return found;
}

/** The measures with rows of their own that a measure rests on. */
export function operandsOf(book: Book, measureId: string): Measure[] {
  const measure = measureOf(book, measureId);
  if (measure.formula === null) return [measure];
  const operands: Measure[] = [];
  const visit = (node: FormulaNode): void => {
    if (node.kind === 'measure') operands.push(...operandsOf(book, node.measureId));
    if (node.kind === 'negate') visit(node.operand);
    if (node.kind === 'call') node.operands.forEach(visit);
    if (node.kind === 'binary') [node.left, node.right].forEach(visit);
  };
  visit(measure.formula);
  return operands;
}

const isConstant = (node: FormulaNode): boolean =>
  node.kind === 'number' ||
  (node.kind === 'negate' && isConstant(node.operand)) ||
  (node.kind === 'call' && node.operands.every(isConstant)) ||
  (node.kind === 'binary' && isConstant(node.left) && isConstant(node.right));

/** Sums and counts added, subtracted, multiplied or divided by constants. */
function isAdditive(book: Book, node: FormulaNode): boolean {
  if (node.kind === 'measure') return familyOf(book, node.measureId) === 'total';
  if (node.kind === 'negate') return isAdditive(book, node.operand);
  if (node.kind !== 'binary') return false;
  const { operator, left, right } = node;
  if (operator === '+' || operator === '-')
    return isAdditive(book, left) && isAdditive(book, right);
  if (isAdditive(book, left) && isConstant(right)) return true;
  return operator === '*' && isConstant(left) && isAdditive(book, right);
}

export function familyOf(book: Book, measureId: string): 'total' | 'level' | 'average' {
  const { formula, aggregation } = measureOf(book, measureId);
  if (formula !== null) return isAdditive(book, formula) ? 'total' : 'average';
  if (aggregation === 'sum' || aggregation === 'count') return 'total';
  return aggregation === 'last' ? 'level' : 'average';
}

/** The finest cadence at which at least half of the intervals from first to last row have one. */
function cadenceOfRows(workspace: Workspace, rows: readonly RawRow[]): Cadence {
  const days = rows.map(({ day }) => day);
  if (new Set(days).size < 2) return 'irregular';
  for (const cadence of CADENCES) {
    const intervals = intervalsBetween(workspace, cadence, Math.min(...days), Math.max(...days));
    const filled = intervals.filter(({ start, end }) =>
      days.some((day) => start <= day && day <= end),
    );
    if (filled.length * 2 >= intervals.length) return cadence;
  }
  return 'irregular';
}

function hasFinerRows(book: Book, measureId: string, cadence: Cadence): boolean {
  const order: readonly Cadence[] = [...CADENCES, 'irregular'];
  return order.indexOf(book.rowCadenceOf(measureId)) < order.indexOf(cadence);
}

/** The rows that count in an interval: those of the KPI's channel; else the total's, if it has any. */
export function rowsIn(
  book: Book,
  measureId: string,
  channel: string | null,
  { from, to, only }: Pick<Interval, 'from' | 'to' | 'only'>,
): RawRow[] {
  const inside = [...book.rowsDated(measureId, from, to)];
  const blank = inside.filter((row) => row.channel === '');
  const standing =
    channel !== null
      ? inside.filter((row) => row.channel === channel)
      : blank.length > 0
        ? blank
        : inside;
  return only === undefined
    ? standing
    : standing.filter(({ day }) => only.start <= day && day <= only.end);
}

const CANNOT_ADD = ['percent', 'points', 'seconds', 'minutes', 'hours', 'days', 'duration'];

/** One channel is the total, with nothing to add, unless it is asked whether it would. */
export function addsUpOverChannels(book: Book, measure: Measure, isAsked = false): boolean {
  if (!isAsked && book.channelsOf(measure.id).size < 2) return true;
  if (measure.addsUpOverChannels !== null) return measure.addsUpOverChannels;
  if (measure.aggregation === 'unique') return false;
  return measure.aggregation !== 'last' || !CANNOT_ADD.includes(measure.unit.kind);
}

/** One operand: has the interval a value? */
function operandHasValue(
  book: Book,
  measure: Measure,
  channel: string | null,
  interval: Interval,
  cadence: Cadence,
): boolean {
  const later = book.newestDayOf(measure.id) > interval.end;
  const rows = rowsIn(book, measure.id, channel, interval);
  if (rows.length === 0) return measure.missing === 'zero' && later;
  if (channel === null && rows[0].channel !== '' && !addsUpOverChannels(book, measure))
    return false;
  if (cadence === 'day' || !hasFinerRows(book, measure.id, cadence)) return true;
  return book.newestDayOf(measure.id) >= interval.end - 2;
}

export const hasValue = (
  book: Book,
  measureId: string,
  channel: string | null,
  interval: Interval,
): boolean =>
  operandsOf(book, measureId).every((operand) =>
    operandHasValue(book, operand, channel, interval, measureOf(book, measureId).cadence),
  );

/** Rows of one date and channel: unrecorded ones add, of the recorded ones the latest stands. */
export function totalOf(rows: readonly RawRow[]): number {
  let total = 0;
  for (const row of rows) {
    const isReplaced = rows.some(
      (other) =>
        row.recordedAt > 0 &&
        other.day === row.day &&
        other.channel === row.channel &&
        other.recordedAt > row.recordedAt,
    );
    if (!isReplaced) total += row.value;
  }
  return total;
}

/** The newest of one channel; of one date the latest recorded, then the lower row. */
function newestOf(rows: readonly RawRow[]): RawRow {
  let newest = rows[0];
  for (const row of rows) {
    const isNewer =
      row.day > newest.day || (row.day === newest.day && row.recordedAt >= newest.recordedAt);
    if (isNewer) newest = row;
  }
  return newest;
}

/** A level at the end of an interval: of the total, or added over channels, each its newest. */
function levelAt(
  book: Book,
  measure: Measure,
  channel: string | null,
  intervals: readonly Interval[],
): number | null {
  for (let i = intervals.length - 1; i >= 0; i--) {
    const rows = rowsIn(book, measure.id, channel, intervals[i]);
    if (rows.length === 0) continue;
    if (channel !== null || rows[0].channel === '') return newestOf(rows).value;
    if (!addsUpOverChannels(book, measure)) continue;
    const last = intervals[i].only?.end ?? intervals[i].to;
    const before = book
      .rowsOf(measure.id)
      .filter(({ channel: name, day }) => name !== '' && day <= last);
    const names = [...new Set(before.map((row) => row.channel))];
    return names
      .map((name) => newestOf(before.filter((row) => row.channel === name)).value)
      .reduce((sum, value) => sum + value, 0);
  }
  return null;
}

/** What counts in one interval: of a total one number, of an average every row. */
function readingsIn(
  book: Book,
  measure: Measure,
  channel: string | null,
  interval: Interval,
): readonly number[] {
  const known = book.readings.get(interval) ?? new Map<string, readonly number[]>();
  book.readings.set(interval, known);
  const key = `${measure.id} ${channel}`;
  const readings = known.get(key) ?? readInterval(book, measure, channel, interval);
  known.set(key, readings);
  return readings;
}

function readInterval(
  book: Book,
  measure: Measure,
  channel: string | null,
  interval: Interval,
): readonly number[] {
  const rows = rowsIn(book, measure.id, channel, interval);
  const isZero = measure.missing === 'zero' && book.newestDayOf(measure.id) > interval.end;
  if (rows.length === 0) return isZero ? [0] : [];
  if (channel === null && rows[0].channel !== '' && !addsUpOverChannels(book, measure)) return [];
  const isTotal = measure.aggregation === 'sum' || measure.aggregation === 'count';
  return isTotal ? [totalOf(rows)] : rows.map((row) => row.value);
}

/** One measure with rows over some intervals, taken together. */
function operandOver(
  book: Book,
  measure: Measure,
  channel: string | null,
  intervals: readonly Interval[],
): number | null {
  if (measure.aggregation === 'last') return levelAt(book, measure, channel, intervals);
  if (measure.aggregation === 'unique') return uniqueAt(book, measure, channel, intervals);
  const values = intervals.flatMap((interval) => readingsIn(book, measure, channel, interval));
  if (values.length === 0) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  if (measure.aggregation === 'min') return Math.min(...values);
  if (measure.aggregation === 'max') return Math.max(...values);
  return measure.aggregation === 'mean' ? total / values.length : total;
}

/** Unique counts are valid only at their own cadence: the newest interval's. */
function uniqueAt(
  book: Book,
  measure: Measure,
  channel: string | null,
  intervals: readonly Interval[],
): number | null {
  for (let i = intervals.length - 1; i >= 0; i--) {
    const rows = rowsIn(book, measure.id, channel, intervals[i]);
    if (rows.length === 0) continue;
    if (channel === null && rows[0].channel !== '' && !addsUpOverChannels(book, measure)) continue;
    return newestOf(rows).value;
  }
  return null;
}

export function calculate(
  node: FormulaNode,
  read: (measureId: string) => number | null,
): number | null {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'measure') return read(node.measureId);
  if (node.kind === 'negate') {
    const value = calculate(node.operand, read);
    return value === null ? null : -value;
  }
  const operands = (node.kind === 'binary' ? [node.left, node.right] : node.operands).map(
    (operand) => calculate(operand, read),
  );
  if (operands.some((value) => value === null)) return null;
  // SAFETY: the nulls are gone.
  const [a, b] = operands as number[];
  if (node.kind === 'binary') {
    if (node.operator === '+') return a + b;
    if (node.operator === '-') return a - b;
    if (node.operator === '*') return a * b;
    return b === 0 ? null : a / b;
  }
  if (node.name === 'min') return Math.min(...(operands as number[]));
  if (node.name === 'max') return Math.max(...(operands as number[]));
  if (node.name === 'abs') return Math.abs(a);
  // As it is written out: half away from zero, on both sides.
  return Number(a.toFixed(b ?? 0));
}

/** A measure over some intervals: every operand by its own aggregation first, then the formula. */
export function valueOver(
  book: Book,
  measureId: string,
  channel: string | null,
  intervals: readonly Interval[],
): number | null {
  const measure = measureOf(book, measureId);
  if (measure.formula === null) return operandOver(book, measure, channel, intervals);
  return calculate(measure.formula, (id) => valueOver(book, id, channel, intervals));
}
