import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { TargetChange } from '../../../src/core/model/workspace.ts';
import type { Book } from './book.ts';
import { type Definition, isOfInterval } from './definition.ts';
import { levelOver } from './measure-rows.ts';
import { hasValue, valueIn, valueOver } from './measure-values.ts';
import { near } from './numbers.ts';
import { type Plan, planOf } from './plan.ts';

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
    ...plan,
    points: plan.points.map((point) => ({ ...point, value: move(point.value) })),
    at: (day) => orNull(plan.at(day), move),
    lineAt: (day) => orNull(plan.lineAt(day), moveLine),
  };
};

/** X on the day before a change: of what has happened by then; of a line its newest interval. */
function actualBefore(definition: Definition, day: Day): number | null {
  const { subject, intervals } = definition;
  if (isOfInterval(definition)) {
    const values = intervals
      .filter((interval) => interval.end <= day && hasValue(subject, interval))
      .map((interval) => valueIn(subject, interval));
    return values.reverse().find((value) => value !== null) ?? null;
  }
  const begun = intervals.filter(({ start }) => start <= day);
  const whole = begun.filter(({ end }) => end <= day);
  const [running] = begun.filter(({ end }) => end > day);
  if (running === undefined) return valueOver(subject, whole);
  const { reader, measure, family } = subject;
  // Of the interval that runs, what is dated by then.
  if (family === 'level') {
    const isPlain = measure.formula === null;
    const level = isPlain ? levelOver(reader, measure, running.from, day) : null;
    return level ?? valueOver(subject, whole);
  }
  return valueOver(subject, [...whole, { ...running, end: day }]);
}

/** What is left, in a straight line. */
function straightFrom({ due, weightTo }: Definition, from: Day, value: number, target: number) {
  const left = weightTo(due) - weightTo(from);
  return (day: Day): number =>
    left > 0 && day < due
      ? value + ((target - value) * (weightTo(day) - weightTo(from))) / left
      : target;
}

/** §13, the plan of a version from the plan of the one before it: milestones keep their share. */
function changed(definition: Definition, before: Plan, oldTarget: number, change: TargetChange) {
  const { baseline, start, asked, type } = definition;
  if (type === 'corridor') return before;
  if (type === 'at_least' || type === 'at_most') {
    const at = (day: Day) => asked.targetOn(day) ?? change.target;
    return { ...before, at, lineAt: at };
  }
  if (baseline === null) return moved(before, () => change.target);
  const scaled = (from: number, origin: number) => (value: number) =>
    near(oldTarget, origin)
      ? change.target
      : from + ((value - origin) * (change.target - from)) / (oldTarget - origin);
  if (!change.isRebase) return moved(before, scaled(baseline, baseline));
  const day = change.effectiveFrom - 1;
  const actual = actualBefore(definition, day) ?? baseline;
  const planned = before.at(day) ?? baseline;
  const line = before.lineAt(day) ?? baseline;
  const rebased = moved(before, scaled(actual, planned), scaled(actual, line));
  const isFlat = near(before.at(start - 1) ?? baseline, planned);
  // Where a way has nothing left to go there is no shape to keep.
  if (isFlat || !near(oldTarget, planned)) return rebased;
  const straight = straightFrom(definition, day, actual, change.target);
  return { ...rebased, at: straight, lineAt: straight };
}

/** §13, P(t): the version in force on t. */
export function versionedPlan(
  book: Book,
  definition: Definition,
  first: number,
  changes: readonly TargetChange[],
): Plan {
  const plans = [planOf(book.workspace, definition, first)];
  changes.forEach((change, i) => {
    const oldTarget = i === 0 ? first : changes[i - 1].target;
    plans.push(changed(definition, plans[i], oldTarget, change));
  });
  const inForceOn = (day: Day): Plan =>
    plans[changes.filter(({ effectiveFrom }) => effectiveFrom <= day).length];
  const last = plans[plans.length - 1];
  return {
    points: last.points,
    at: (day) => inForceOn(day).at(day),
    lineAt: (day) => inForceOn(day).lineAt(day),
    edgesAt: last.edgesAt,
  };
}
