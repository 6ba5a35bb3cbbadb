import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { TargetChange } from '../../src/core/model/workspace.ts';
import type { Interval } from './naive-calendar.ts';
import { type Book, hasValue, valueOver } from './naive-rows.ts';
import { type Definition, near } from './reference-definition.ts';
import { type Plan, planOf } from './reference-plan.ts';

/** The changes of a KPI's target that exist on a day, oldest first. */
export const changesOf = (book: Book, kpi: Kpi): TargetChange[] =>
  book.workspace.targetChanges
    .filter(({ kpiId, effectiveFrom }) => kpiId === kpi.id && effectiveFrom <= book.today)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.order - b.order);

type Move = (value: number) => number;

/** A plan with its values moved by a function of the value. */
const moved = (plan: Plan, move: Move, moveLine: Move = move): Plan => {
  const orNull = (value: number | null, by: Move) => (value === null ? null : by(value));
  return {
    anchors: plan.anchors.map((anchor) => ({ ...anchor, value: move(anchor.value) })),
    at: (day) => orNull(plan.at(day), move),
    lineAt: (day) => orNull(plan.lineAt(day), moveLine),
  };
};

/**
 * X on the day before a change. Totals and levels have one on every day; a line only at the end of
 * its intervals.
 */
function actualBefore(book: Book, { kpi, intervals, isLine }: Definition, day: Day): number | null {
  const read = (some: readonly Interval[]) => valueOver(book, kpi.measureId, kpi.channel, some);
  if (isLine) {
    const ended = intervals.filter(
      (interval) => interval.end <= day && hasValue(book, kpi.measureId, kpi.channel, interval),
    );
    const values = ended.map((interval) => read([interval]));
    return values.reverse().find((value) => value !== null) ?? null;
  }
  const begun = intervals.filter(({ start }) => start <= day);
  return read(begun.map((interval) => ({ ...interval, only: { start: interval.from, end: day } })));
}

function straightFrom({ kpi, weightTo }: Definition, from: Day, value: number, target: number) {
  const left = weightTo(kpi.due) - weightTo(from);
  return (day: Day): number =>
    left > 0 && day < kpi.due
      ? value + ((target - value) * (weightTo(day) - weightTo(from))) / left
      : target;
}

/** The plan of a version, from the plan of the one before it. */
function changed(
  book: Book,
  definition: Definition,
  before: Plan,
  oldTarget: number,
  change: TargetChange,
): Plan {
  const { baseline } = definition;
  if (baseline === null) return moved(before, () => change.target);
  const scaled = (from: number, start: number) => (value: number) =>
    near(oldTarget, start)
      ? change.target
      : from + ((value - start) * (change.target - from)) / (oldTarget - start);
  if (!change.isRebase) return moved(before, scaled(baseline, baseline));
  const day = change.effectiveFrom - 1;
  const actual = actualBefore(book, definition, day) ?? baseline;
  const start = before.at(day) ?? baseline;
  const rebased = moved(
    before,
    scaled(actual, start),
    scaled(actual, before.lineAt(day) ?? baseline),
  );
  const isFlat = near(before.at(definition.kpi.start - 1) ?? baseline, start);
  // Where a way has nothing left to go there is no shape to keep.
  if (isFlat || !near(oldTarget, start)) return rebased;
  const straight = straightFrom(definition, day, actual, change.target);
  return { ...rebased, at: straight, lineAt: straight };
}

/** P(t): the version in force on t. `plans` holds every version, for the numbers of one of them. */
export function versionedPlan(
  book: Book,
  definition: Definition,
  changes: readonly TargetChange[],
): Plan {
  const first = definition.kpi.target ?? 0;
  if (definition.type === 'at_least' || definition.type === 'at_most') {
    return planOf(definition, [], definition.target ?? 0);
  }
  const plans = [planOf(definition, book.workspace.milestones, first)];
  changes.forEach((change, i) => {
    const oldTarget = i === 0 ? first : changes[i - 1].target;
    plans.push(changed(book, definition, plans[i], oldTarget, change));
  });
  const inForceOn = (day: Day): Plan =>
    plans[changes.filter(({ effectiveFrom }) => effectiveFrom <= day).length];
  return {
    anchors: plans[plans.length - 1].anchors,
    at: (day) => inForceOn(day).at(day),
    lineAt: (day) => inForceOn(day).lineAt(day),
  };
}
