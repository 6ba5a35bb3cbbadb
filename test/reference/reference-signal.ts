import type { Signal, SignalRule } from '../../src/core/model/evaluation.ts';
import { type Interval, intervalsBetween } from './naive-calendar.ts';
import { hasValue, operandsOf, valueOver } from './naive-rows.ts';
import type { Case } from './reference-case.ts';
import { atLeast, near } from './reference-definition.ts';

interface Limits {
  centre: number;
  lower: number;
  upper: number;
}

type Point = number | null;

/** §14: the measure's whole history, in uncut intervals of weight, up to A's. */
function historyOf({ book, definition, judged }: Case): Point[] {
  const { kpi, cadence, intervals } = definition;
  if (judged === null) return [];
  const days = operandsOf(book, kpi.measureId)
    .flatMap(({ id }) => book.rowsOf(id))
    // Before a channel has a row it is not there yet.
    .filter(({ channel }) => kpi.channel === null || channel === kpi.channel)
    .map(({ day }) => day);
  const last = intervals[judged].end;
  const isIn = (interval: Interval): boolean =>
    hasValue(book, kpi.measureId, kpi.channel, interval) &&
    (cadence !== 'irregular' || days.includes(interval.start));
  return intervalsBetween(book.workspace, cadence, Math.min(...days), last)
    .map((interval) => ({ ...interval, start: interval.from, end: interval.to }))
    .filter(({ start: first, end }) => {
      // Without a rhythm every figure is a point.
      if (cadence === 'irregular') return true;
      for (let day = first; day <= end; day++) if (definition.weightOf(day) > 0) return true;
      return false;
    })
    .map((interval) =>
      isIn(interval) ? valueOver(book, kpi.measureId, kpi.channel, [interval]) : null,
    )
    .filter((value) => value !== null || cadence !== 'irregular');
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

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
    if (limits === null || points.length === 0) return null;
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
    limits = limitsOf(history.slice(start)) ?? limits;
  }
  return found;
}
