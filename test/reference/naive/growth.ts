import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import { type Book, measureOf } from './book.ts';
import { type Interval, intervalsBetween, pairedDay } from './calendar.ts';
import { hasValue, type Subject, valueIn, valueOver, weighs } from './measure-values.ts';
import { atLeast } from './numbers.ts';
import { subjectFor, weightsOf } from './weights.ts';

/** §12, what growth is measured from. */
export interface GrowthReference {
  /** B_ref; null when it is not known. */
  value: number | null;
  isTyped: boolean;
  /** S..E one year earlier. */
  from: Day;
  to: Day;
  subject: Subject;
}

export function subjectOf(book: Book, kpi: Kpi, since: Day): Subject {
  const { rawOf } = weightsOf(book, kpi, since);
  const isByDays = kpi.dayWeights.kind === 'last_year';
  return subjectFor(book, measureOf(book, kpi.measureId), kpi, since, rawOf, isByDays);
}

const intervalsOf = ({ reader, measure }: Subject, from: Day, to: Day): readonly Interval[] =>
  intervalsBetween(reader.book.workspace, measure.cadence, from, to);

/** Is what a stretch stands on all there: a value in 90 % of its intervals, and over? */
export function isComplete(subject: Subject, from: Day, to: Day): boolean {
  const { reader, measure, family } = subject;
  if (to >= reader.book.today) return false;
  const intervals = intervalsOf(subject, from, to);
  const isHeld = (interval: Interval) => hasValue(subject, interval);
  // What has neither rhythm nor sum has no intervals to lack.
  if (measure.cadence === 'irregular' && family !== 'total') return intervals.some(isHeld);
  // Of the intervals that weigh, if any do; last year's weights say nothing of the year before.
  const weighing = intervals.filter((interval) => !reader.isByDays && weighs(reader, interval));
  const asked = weighing.length === 0 ? intervals : weighing;
  return atLeast(asked.filter(isHeld).length / asked.length, 0.9);
}

/** X over a stretch, by the measure's own aggregation. */
export const valueBetween = (subject: Subject, from: Day, to: Day): number | null =>
  valueOver(subject, intervalsOf(subject, from, to));

/** §12: "Last time", else X over S..E one year earlier; of half a year nothing. */
export function growthReference(book: Book, kpi: Kpi, since: Day = kpi.start): GrowthReference {
  const subject = subjectOf(book, kpi, since);
  const { workspace } = book;
  const { cadence } = subject.measure;
  const from = pairedDay(workspace, cadence, kpi.start);
  const to = pairedDay(workspace, cadence, kpi.due);
  const base = { from, to, subject };
  if (kpi.lastTime !== null) return { ...base, value: kpi.lastTime, isTyped: true };
  const isKnown = isComplete(subject, from, to);
  return { ...base, value: isKnown ? valueBetween(subject, from, to) : null, isTyped: false };
}

/** T of a growth target: B_ref + |B_ref|·g. Null when B_ref is 0 or unknown. */
export function grownTarget(kpi: Kpi, { value }: GrowthReference): number | null {
  if (kpi.target !== null || kpi.growth === null) return kpi.target;
  return value === null || value === 0 ? null : value + Math.abs(value) * kpi.growth;
}

/** The reference's own value over the same part of its period; null where it is not known. */
export function referenceToDate(
  book: Book,
  { value, isTyped, from, to, subject }: GrowthReference,
  judged: Day,
  isOfInterval: boolean,
): number | null {
  if (value === null) return null;
  const { cadence, aggregation } = subject.measure;
  const until = pairedDay(book.workspace, cadence, judged);
  if (subject.family !== 'total') {
    if (isTyped) return value;
    const last = intervalsOf(subject, from, until).at(-1);
    const isAlone = isOfInterval || aggregation === 'unique';
    if (isAlone) return last === undefined ? null : valueIn(subject, last);
    return valueBetween(subject, from, until);
  }
  const soFar = valueBetween(subject, from, until);
  if (!isTyped) return soFar;
  // Last year's rows only give its course over time.
  const whole = valueBetween(subject, from, to);
  if (!isComplete(subject, from, to) || soFar === null || whole === null || whole === 0)
    return null;
  return (value * soFar) / whole;
}
