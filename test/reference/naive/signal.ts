import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Signal, SignalRule } from '../../../src/core/model/evaluation.ts';
import { type Book, firstDayOf, operandsOf } from './book.ts';
import { type Interval, intervalsBetween } from './calendar.ts';
import type { Case } from './case.ts';
import type { Definition } from './definition.ts';
import { hasValue, valueIn } from './measure-values.ts';
import { atLeast, meanOf, near } from './numbers.ts';

interface Limits {
  centre: number;
  lower: number;
  upper: number;
}

type Point = number | null;

/** Does a day of the interval weigh? */
function weighs({ weightOf }: Definition, { from, to }: Interval): boolean {
  for (let day = from; day <= to; day++) if (weightOf(day) > 0) return true;
  return false;
}

/** §14: the measure's whole history, in uncut intervals of weight, up to A's. */
function valuesOf({ book, definition, judged }: Case): Point[] {
  const { subject, cadence, intervals, lag, family } = definition;
  if (judged === null) return [];
  const last = intervals[judged].end;
  const isIrregular = cadence === 'irregular';
  return intervalsBetween(book.workspace, cadence, firstDay(book, definition), last)
    .map((interval) => ({ ...interval, start: interval.from, end: interval.to }))
    .filter((interval) => interval.end <= book.today - 1 - lag)
    .filter((interval) => (isIrregular && family !== 'total') || weighs(definition, interval))
    .map((interval) => (hasValue(subject, interval) ? valueIn(subject, interval) : null))
    .filter((value) => value !== null || !isIrregular);
}

/** S of the whole KPI, or the first row where that is earlier. */
function firstDay(book: Book, { subject }: Definition): Day {
  const firsts = operandsOf(book, subject.measure.id).map(({ id }) => firstDayOf(book, id));
  return Math.min(subject.reader.since, ...firsts);
}

/** Of levels on a way their change per interval, since a level that grows leaves any limits. */
function historyOf(kase: Case): Point[] {
  const { type, family, isLine } = kase.definition;
  const values = valuesOf(kase);
  if (type !== 'reach' || (family !== 'level' && !isLine)) return values;
  return values.map((value, i) => {
    const before = i === 0 ? null : values[i - 1];
    return value === null || before === null ? null : value - before;
  });
}

/** From the first 24 points of a segment, at least 6. */
function limitsOf(segment: readonly Point[]): Limits | null {
  const used: number[] = [];
  const ranges: number[] = [];
  let before: Point = null;
  for (const point of segment) {
    if (used.length === 24) break;
    if (point !== null) used.push(point);
    if (point !== null && before !== null)
      ranges.push(near(point, before) ? 0 : Math.abs(point - before));
    before = point;
  }
  if (used.length < 6 || ranges.length === 0) return null;
  const width = 2.66 * meanOf(ranges);
  const centre = meanOf(used);
  return width === 0 ? null : { centre, lower: centre - width, upper: centre + width };
}

function isRunOfEight(points: readonly number[], { centre }: Limits): boolean {
  const eight = points.slice(-8);
  const isRun = (side: 1 | -1) =>
    eight.every((point) => !near(point, centre) && side * (point - centre) > 0);
  return eight.length === 8 && (isRun(1) || isRun(-1));
}

function ruleAt(points: readonly number[], limits: Limits): SignalRule | null {
  const { centre, lower, upper } = limits;
  const latest = points[points.length - 1];
  if (!atLeast(upper, latest) || !atLeast(latest, lower)) return 'outside';
  if (isRunOfEight(points, limits)) return 'run_of_eight';
  const isFar = (point: number, side: 1 | -1) =>
    !atLeast((upper - centre) / 2, side * (point - centre));
  const isCrowd = (side: 1 | -1) =>
    isFar(latest, side) && points.slice(-4).filter((point) => isFar(point, side)).length >= 3;
  return isCrowd(1) || isCrowd(-1) ? 'three_of_four' : null;
}

export function signalOf(kase: Case): Signal | null {
  const history = historyOf(kase);
  let start = 0;
  let found: Signal | null = null;
  let limits = limitsOf(history);
  for (let end = 1; end <= history.length; end++) {
    if (history[end - 1] === null) continue;
    const points = history.slice(start, end).filter((point): point is number => point !== null);
    if (limits === null || points.length === 0) {
      found = null;
      continue;
    }
    const rule = ruleAt(points, limits);
    const side = Math.sign(points[points.length - 1] - limits.centre);
    const { direction } = kase.definition;
    found = {
      rule,
      isFavourable: rule === null || direction === null ? null : side === direction,
    };
    if (!isRunOfEight(points, limits)) continue;
    // The new segment starts at the first of the eight.
    let back = 0;
    let first = end;
    while (back < 8) {
      first--;
      if (history[first] !== null) back++;
    }
    start = first;
    limits = limitsOf(history.slice(start));
  }
  return found;
}
