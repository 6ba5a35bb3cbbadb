import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { TargetChange } from '../../src/core/model/workspace.ts';
import { type Book, valueOver } from './naive-rows.ts';
import { type Definition, near } from './reference-definition.ts';
import { type Plan, planOf } from './reference-plan.ts';

/** The changes of a KPI's target that exist on a day, oldest first. */
export const changesOf = (book: Book, kpi: Kpi): TargetChange[] =>
  book.workspace.targetChanges
    .filter(({ kpiId, effectiveFrom }) => kpiId === kpi.id && effectiveFrom <= book.today)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.order - b.order);

/** A plan with its values moved by a function of the value. */
const moved = (plan: Plan, move: (value: number) => number): Plan => {
  const orNull = (value: number | null) => (value === null ? null : move(value));
  return {
    anchors: plan.anchors.map((anchor) => ({ ...anchor, value: move(anchor.value) })),
    at: (day) => orNull(plan.at(day)),
    lineAt: (day) => orNull(plan.lineAt(day)),
    limitAt: (day) => move(plan.limitAt(day)),
    beginAt: (day) => move(plan.beginAt(day)),
  };
};

/** X on the day before a change: every row up to it, the running interval as far as it is in. */
function actualBefore(book: Book, { kpi, intervals, isLine }: Definition, day: Day): number | null {
  const begun = intervals
    .filter(({ start }) => start <= day)
    .map((interval) => ({ ...interval, to: Math.min(interval.to, day) }));
  if (!isLine) return valueOver(book, kpi.measureId, kpi.channel, begun);
  const values = begun.map((interval) => valueOver(book, kpi.measureId, kpi.channel, [interval]));
  return values.reverse().find((value) => value !== null) ?? null;
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
  const isBand = definition.type === 'at_least' || definition.type === 'at_most';
  if (isBand || baseline === null) return moved(before, () => change.target);
  const scaled = (from: number, start: number) => (value: number) =>
    near(oldTarget, start)
      ? change.target
      : from + ((value - start) * (change.target - from)) / (oldTarget - start);
  if (!change.isRebase) return moved(before, scaled(baseline, baseline));
  const day = change.effectiveFrom - 1;
  const actual = actualBefore(book, definition, day) ?? baseline;
  return moved(before, scaled(actual, before.at(day) ?? baseline));
}

/** P(t): the version in force on t. `plans` holds every version, for the numbers of one of them. */
export function versionedPlan(
  book: Book,
  definition: Definition,
  changes: readonly TargetChange[],
): Plan {
  const first = definition.kpi.target ?? 0;
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
    limitAt: (day) => inForceOn(day).limitAt(day),
    beginAt: (day) => inForceOn(day).beginAt(day),
  };
}
