import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { atLeast, type Definition, near } from './reference-definition.ts';

/** A point of the plan; between two it is linear in the weight. */
interface Anchor {
  day: Day;
  weight: number;
  value: number;
}

/** P(t) of one target, and its anchors. */
export interface Plan {
  anchors: readonly Anchor[];
  at: (day: Day) => number | null;
  /** The same, a step plan read as lines between its anchors. */
  lineAt: (day: Day) => number | null;
}

const steady = (at: () => number | null): Plan => ({
  anchors: [],
  at,
  lineAt: at,
});

export const valuedMilestones = (definition: Definition, milestones: readonly Milestone[]) =>
  milestones
    .filter(({ kpiId, value }) => kpiId === definition.kpi.id && value !== null)
    .filter(({ day }) => day >= definition.start && day <= definition.due)
    .sort((a, b) => a.day - b.day);

/** Equal parts per interval: the time of the plan on every day, counted in intervals of weight. */
function passedIntervals({ intervals, start, due, weightTo }: Definition): number[] {
  const passed: number[] = [];
  let whole = 0;
  for (const interval of intervals) {
    const before = weightTo(interval.start - 1);
    const weight = weightTo(interval.end) - before;
    const isCounted = !near(weight, 0);
    for (let day = interval.start; day <= interval.end; day++)
      passed[day - start] = whole + (isCounted ? (weightTo(day) - before) / weight : 0);
    if (isCounted) whole++;
  }
  for (let day = start; day <= due; day++) passed[day - start] ??= whole;
  return passed;
}

export function planOf(
  definition: Definition,
  milestones: readonly Milestone[],
  target: number,
): Plan {
  const { kpi, start, due, baseline } = definition;
  const isByInterval = kpi.planShape === 'by_interval' && definition.cadence !== 'irregular';
  const passed = isByInterval ? passedIntervals(definition) : [];
  const time = (day: Day) =>
    isByInterval ? (passed[Math.min(day, due) - start] ?? 0) : definition.weightTo(day);
  if (definition.type === 'at_least' || definition.type === 'at_most') {
    return steady(() => target);
  }
  if (baseline === null) return steady(() => null);
  const stops = valuedMilestones(definition, milestones).filter(({ day }) => day < due);
  const anchors: Anchor[] = [
    { day: start - 1, weight: 0, value: baseline },
    ...stops.map(({ day, value }) => ({ day, weight: time(day), value: value as number })),
    { day: due, weight: time(due), value: target },
  ];
  const lineAt = (day: Day): number => {
    if (day < start) return baseline;
    if (day >= due) return target;
    const now = time(day);
    const passed = anchors.filter(({ weight }) => atLeast(now, weight));
    const from = passed[passed.length - 1];
    const to = anchors[passed.length];
    if (to === undefined || near(now, from.weight)) return from.value;
    const share = (now - from.weight) / (to.weight - from.weight);
    return from.value + share * (to.value - from.value);
  };
  const stepAt = (day: Day): number => {
    if (day >= due) return target;
    const passed = anchors.filter((anchor) => anchor.day <= day && anchor.day < due);
    return passed.length === 0 ? baseline : passed[passed.length - 1].value;
  };
  return { anchors, at: kpi.planShape === 'step' ? stepAt : lineAt, lineAt };
}
