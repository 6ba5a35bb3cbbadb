import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../../src/core/model/formula.ts';
import type { KpiKind } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { type Book, firstDayOf, isTotal, measureOf, operandsOf } from './book.ts';
import { type Interval, intervalsBetween, windowStart } from './calendar.ts';
import {
  calculate,
  degreeOf,
  dividesByOthers,
  expand,
  fractionOf,
  isOfLevels,
  leavesOf,
} from './formulas.ts';
import {
  hasRowValue,
  isUnreadable,
  levelOver,
  onceIn,
  type Reader,
  rowValueOver,
} from './measure-rows.ts';
import { atLeast, totalOf } from './numbers.ts';

export type Family = 'total' | 'level' | 'average';

/** A measure as a KPI reads it. */
export interface Subject {
  reader: Reader;
  measure: Measure;
  family: Family;
}

const formulaIn = (book: Book, { formula }: Measure): FormulaNode | null =>
  formula === null ? null : expand(book, formula);

/** §1, the three families; null where a formula mixes degrees. */
export function familyOf(book: Book, measure: Measure, kind: KpiKind | null): Family | null {
  const { aggregation, window } = measure;
  const formula = formulaIn(book, measure);
  if (formula !== null) {
    const degree = degreeOf(book, formula);
    if (degree === 'mixed' || degree > 1) return null;
    if (window !== null) return 'average';
    const isAddedUp = kind === 'add_up_to' || kind === 'spend_no_more_than';
    if (degree === 1) return !dividesByOthers(book, formula) || isAddedUp ? 'total' : 'average';
    return isOfLevels(book, formula) ? 'level' : 'average';
  }
  if (window !== null) return 'average';
  if (isTotal(aggregation)) return 'total';
  return aggregation === 'last' ? 'level' : 'average';
}

/** The measures a formula names once it is written out; of any other measure itself. */
const leafMeasures = (book: Book, measure: Measure): Measure[] => {
  const formula = formulaIn(book, measure);
  return formula === null ? [measure] : leavesOf(formula).map((id) => measureOf(book, id));
};

/** The rows behind an interval are there: those of every operand. */
function hasOperands(subject: Subject, measure: Measure, interval: Interval): boolean {
  const { reader } = subject;
  return leafMeasures(reader.book, measure).every((leaf) =>
    leaf.window === null
      ? hasRowValue(reader, leaf, interval)
      : hasOperands({ ...subject, measure: leaf }, { ...leaf, window: null }, interval) &&
        windowValue(reader, leaf, interval) !== null,
  );
}

/** A leaf over some intervals: of a window the last one's. */
const leafOver = (reader: Reader, leaf: Measure, intervals: readonly Interval[]): number | null =>
  leaf.window === null
    ? rowValueOver(reader, leaf, intervals)
    : windowValue(reader, leaf, intervals[intervals.length - 1]);

const calculateIn = (reader: Reader, node: FormulaNode, intervals: readonly Interval[]) =>
  calculate(node, (id) => leafOver(reader, measureOf(reader.book, id), intervals));

/** §3: numerator and denominator in each interval in which every operand has a value, summed. */
function fractionOver(subject: Subject, node: FormulaNode, intervals: readonly Interval[]) {
  if (node.kind === 'call') return callOver(subject, node, intervals);
  const { numerator, divisors } = fractionOf(node);
  const { reader } = subject;
  const parts = intervals
    .filter((interval) => leavesHaveValue(subject, node, interval))
    .map((interval) => ({
      above: calculateIn(reader, numerator, [interval]),
      below: divisors.map((divisor) => calculateIn(reader, divisor, [interval])),
    }))
    .flatMap(({ above, below }) =>
      above === null || below.includes(null)
        ? []
        : [{ above, below: below.reduce<number>((all, one) => all * (one ?? 0), 1) }],
    );
  if (parts.length === 0) return null;
  const denominator = totalOf(parts.map(({ below }) => below));
  return denominator === 0 ? null : totalOf(parts.map(({ above }) => above)) / denominator;
}

const leavesHaveValue = (subject: Subject, node: FormulaNode, interval: Interval): boolean =>
  leavesOf(node).every((id) => hasOperands(subject, measureOf(subject.reader.book, id), interval));

/** A function of averages is that of what they come to. */
function callOver(
  subject: Subject,
  node: Extract<FormulaNode, { kind: 'call' }>,
  intervals: readonly Interval[],
): number | null {
  const whole = intervals.filter((interval) => leavesHaveValue(subject, node, interval));
  const operands = node.operands.map((operand) => fractionOver(subject, operand, whole));
  if (operands.some((value) => value === null)) return null;
  return calculate(
    { ...node, operands: operands.map((value) => ({ kind: 'number', value: value ?? 0 })) },
    () => null,
  );
}

/** A measure without its window over some intervals, by its family. */
function plainOver(subject: Subject, measure: Measure, intervals: readonly Interval[]) {
  const { reader, family } = subject;
  const formula = formulaIn(reader.book, measure);
  if (formula === null) return rowValueOver(reader, measure, intervals);
  if (family === 'level') return calculateIn(reader, formula, intervals);
  const valued = intervals.filter((interval) => hasOperands(subject, measure, interval));
  if (family === 'average') return fractionOver(subject, formula, valued);
  const values = valued.flatMap((interval) => calculateIn(reader, formula, [interval]) ?? []);
  return values.length === 0 ? null : totalOf(values);
}

/** Has any day of an interval weight? */
export function weighs({ weightOf }: Reader, { start, end }: Interval): boolean {
  for (let day = start; day <= end; day++) if (weightOf(day) > 0) return true;
  return false;
}

/** §1: a window needs a value in 90 % of its intervals of weight; a sum is scaled to all of them. */
const windowValue = (reader: Reader, measure: Measure, interval: Interval): number | null =>
  onceIn(reader, interval, `${measure.id} window`, () => workOutWindow(reader, measure, interval));

function workOutWindow(reader: Reader, measure: Measure, interval: Interval): number | null {
  const { book } = reader;
  const start = windowStartOf(reader, measure, interval);
  if (start === null || isWindowOpen(reader, measure, interval)) return null;
  const plain = { ...measure, window: null };
  const family = familyOf(book, plain, null) ?? 'average';
  const subject: Subject = { reader, measure: plain, family };
  const inside = intervalsBetween(book.workspace, measure.cadence, start, interval.end);
  const weighing = inside.filter((one) => weighs(reader, one));
  const asked = weighing.length === 0 ? inside : weighing;
  const held = asked.filter((one) => hasValue(subject, one));
  if (held.length === 0 || !atLeast(held.length / asked.length, 0.9)) return null;
  const value = plainOver(subject, plain, inside);
  if (value === null || family !== 'total') return value;
  return (value * asked.length) / held.length;
}

function windowStartOf({ book }: Reader, { window }: Measure, interval: Interval): Day | null {
  return window === null ? null : windowStart(book.workspace, window, interval.end);
}

/** §1: does the window begin before the interval of the first row? */
function isWindowOpen(reader: Reader, measure: Measure, interval: Interval): boolean {
  const { book } = reader;
  const start = windowStartOf(reader, measure, interval);
  if (start === null) return false;
  const first = Math.max(...operandsOf(book, measure.id).map(({ id }) => firstDayOf(book, id)));
  if (!Number.isFinite(first)) return true;
  const [{ from }] = intervalsBetween(book.workspace, measure.cadence, first, first);
  return start < from;
}

/** Does a window that the measure looks through still begin before the first row? */
export const isWindowOpenIn = ({ reader, measure }: Subject, interval: Interval): boolean =>
  [measure, ...leafMeasures(reader.book, { ...measure, window: null })].some((one) =>
    isWindowOpen(reader, one, interval),
  );

/** Are the rows of every operand in, whatever windows there are? */
export const hasOwnRows = ({ reader, measure }: Subject, interval: Interval): boolean =>
  operandsOf(reader.book, measure.id).every((one) =>
    hasRowValue(reader, { ...one, window: null }, interval),
  );

/** Are the rows of an interval in, whatever its window says? */
const hasRows = (subject: Subject, interval: Interval): boolean =>
  hasOperands(subject, { ...subject.measure, window: null }, interval);

/** §2: has an interval a value? Of a total formula also one without a division by zero. */
export function hasValue(subject: Subject, interval: Interval): boolean {
  const { reader, measure, family } = subject;
  if (!hasRows(subject, interval)) return false;
  if (measure.window !== null) return windowValue(reader, measure, interval) !== null;
  return measure.formula === null || family !== 'total' || valueIn(subject, interval) !== null;
}

/** Of the interval alone; of a window at its end. */
export function valueIn(subject: Subject, interval: Interval): number | null {
  const { reader, measure } = subject;
  if (!hasRows(subject, interval)) return null;
  if (measure.window !== null) return windowValue(reader, measure, interval);
  return plainOver(subject, measure, [interval]);
}

/** §3, X over some intervals. */
export function valueOver(subject: Subject, intervals: readonly Interval[]): number | null {
  if (subject.measure.window === null) return plainOver(subject, subject.measure, intervals);
  const last = intervals.filter((interval) => hasValue(subject, interval)).at(-1);
  return last === undefined ? null : valueIn(subject, last);
}

/** §2: is a cell of any operand in the interval unreadable? */
export const isUnreadableIn = ({ reader, measure }: Subject, interval: Interval): boolean =>
  operandsOf(reader.book, measure.id).some((operand) => isUnreadable(reader, operand, interval));

/** A level over some days, of a measure with rows of its own. */
export const levelBetween = ({ reader, measure }: Subject, from: Day, to: Day): number | null =>
  levelOver(reader, measure, from, to);
