import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Workspace } from '../../../src/core/model/workspace.ts';
import type { Point } from './asked-targets.ts';
import { intervalsBetween } from './calendar.ts';
import type { Definition } from './definition.ts';
import { atLeast, near } from './numbers.ts';

type Value = number | null;

/** §4, P(t) of one target, with what it stands on. */
export interface Plan {
  /** The ends of the legs, T on E among them. */
  points: readonly Point[];
  at: (day: Day) => Value;
  /** The same, a step plan read as lines between its anchors. */
  lineAt: (day: Day) => Value;
  /** Of a corridor the two plans. */
  edgesAt: (day: Day) => { low: number; high: number } | null;
}

const NO_EDGES = () => null;

const steady = (at: (day: Day) => Value): Plan => ({
  points: [],
  at,
  lineAt: at,
  edgesAt: NO_EDGES,
});

/** Equal parts per interval: the time of the plan on every day, counted in intervals of weight. */
function passedIntervals(workspace: Workspace, definition: Definition): number[] {
  const { cadence, start, due, weightTo } = definition;
  const passed: number[] = [];
  let whole = 0;
  for (const interval of intervalsBetween(workspace, cadence, start, due)) {
    const before = weightTo(interval.start - 1);
    const weight = weightTo(interval.end) - before;
    const isCounted = !near(weight, 0);
    for (let day = interval.start; day <= interval.end; day++)
      passed[day - start] = whole + (isCounted ? (weightTo(day) - before) / weight : 0);
    if (isCounted) whole++;
  }
  return passed;
}

/** The time of the plan: W, or the intervals that have passed. */
function planTime(workspace: Workspace, definition: Definition): (day: Day) => number {
  const { kpi, start, due, weightTo, cadence, family } = definition;
  // Without a rhythm there are no intervals; a total without one counts days.
  const hasIntervals = cadence !== 'irregular' || family === 'total';
  if (kpi.planShape !== 'by_interval' || !hasIntervals) return (day) => weightTo(day);
  const passed = passedIntervals(workspace, definition);
  return (day) => (day < start ? 0 : passed[Math.min(day, due) - start]);
}

/** A way from B to T over the anchors. */
function wayOf(
  workspace: Workspace,
  definition: Definition,
  baseline: number,
  target: number,
): Plan {
  const { kpi, start, due, asked } = definition;
  const time = planTime(workspace, definition);
  const end: Point = { day: due, value: target, isLegEnd: true };
  const points = [...asked.points.filter(({ day }) => day < due), end];
  const anchors = [
    { day: start - 1, time: 0, value: baseline },
    ...points.map(({ day, value }) => ({ day, time: time(day), value })),
  ];
  const lineAt = (day: Day): number => {
    if (day < start) return baseline;
    if (day >= due) return target;
    const now = time(day);
    // Of equal times the latest date's value counts from there on.
    const passed = anchors.filter((anchor) => atLeast(now, anchor.time));
    const from = passed[passed.length - 1];
    const to = anchors[passed.length];
    if (to === undefined || near(now, from.time)) return from.value;
    return from.value + ((now - from.time) / (to.time - from.time)) * (to.value - from.value);
  };
  const stepAt = (day: Day): number => {
    if (day >= due) return target;
    const passed = anchors.filter((anchor) => anchor.day <= day && anchor.day < due);
    return passed.length === 0 ? baseline : passed[passed.length - 1].value;
  };
  const at = kpi.planShape === 'step' ? stepAt : lineAt;
  return { points, at, lineAt, edgesAt: NO_EDGES };
}

/** A corridor: two plans from 0, to Low and to High; a missing interval is at their middle. */
function corridorOf(workspace: Workspace, definition: Definition): Plan {
  const { low, high } = definition.kpi;
  const none = { ...definition, asked: { ...definition.asked, points: [] } };
  const [toLow, toHigh] = [low ?? 0, high ?? 0].map((edge) => wayOf(workspace, none, 0, edge));
  const middle = (low: Value, high: Value) => ((low ?? 0) + (high ?? 0)) / 2;
  return {
    points: toHigh.points,
    at: (day) => middle(toLow.at(day), toHigh.at(day)),
    lineAt: (day) => middle(toLow.lineAt(day), toHigh.lineAt(day)),
    edgesAt: (day) => ({ low: toLow.at(day) ?? 0, high: toHigh.at(day) ?? 0 }),
  };
}

/** §4, the plan of one target. */
export function planOf(workspace: Workspace, definition: Definition, target: number): Plan {
  const { type, baseline, asked } = definition;
  if (type === 'corridor') return corridorOf(workspace, definition);
  if (type === 'at_least' || type === 'at_most') {
    return steady((day) => asked.targetOn(day) ?? target);
  }
  if (type !== 'reach' && type !== 'ceiling') return steady(() => null);
  return baseline === null ? steady(() => null) : wayOf(workspace, definition, baseline, target);
}

/** A leg of the way: from what was to be reached before to what is to be reached next. */
export interface Leg {
  before: Day;
  end: Day;
  size: number;
}

/** §8: the legs between B, the milestones with a value or ends of periods with a target, and T. */
export function legsOf({ start, baseline }: Definition, { points }: Plan): Leg[] {
  let before = { day: start - 1, value: baseline ?? 0 };
  return points
    .filter(({ isLegEnd }) => isLegEnd)
    .map(({ day, value }) => {
      const leg = { before: before.day, end: day, size: Math.abs(value - before.value) };
      before = { day, value };
      return leg;
    });
}
