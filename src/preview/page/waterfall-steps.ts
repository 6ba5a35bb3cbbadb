import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { Say } from './texts.ts';

/** A bar of the waterfall: from the ground where it is a level, else from where it stood. */
export interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'level' | 'rest' | 'driver';
}

/** What is left of a rounding is no step. */
const isNothing = (change: number, size: number): boolean =>
  Math.abs(change) <= 1e-6 * Math.max(1, Math.abs(size));

/**
 * From the plan, or last year, over what each driver added to where the goal's outcome stands now.
 * Plans that do not lead to the plan of the outcome leave a step of their own. Without a known
 * outcome the steps start at nothing and end in their sum.
 */
export function waterfallSteps(
  drivers: readonly Row[],
  outcome: Row | undefined,
  say: Say,
): readonly Step[] {
  const parts = drivers.map((row) => ({
    name: textOf(row, 'driver_kpi'),
    change: numberOf(row, 'contribution') ?? 0,
  }));
  const sum = parts.reduce((total, { change }) => total + change, 0);
  const actual = numberOf(outcome ?? {}, 'actual');
  const isAgainstPlan = textOf(drivers[0], 'against') === 'plan';
  const plan = isAgainstPlan ? numberOf(outcome ?? {}, 'plan') : null;
  const start = actual === null ? 0 : (plan ?? actual - sum);
  const steps: Step[] = [];
  if (actual !== null) {
    const name = say(isAgainstPlan ? 'planLine' : 'lastYear');
    steps.push({ name, from: 0, to: start, kind: 'level' });
  }
  let level = start;
  const add = (name: string, change: number, kind: Step['kind']): void => {
    steps.push({ name, from: level, to: level + change, kind });
    level += change;
  };
  const rest = actual === null ? 0 : actual - start - sum;
  if (!isNothing(rest, start)) add(say('plansDiffer'), rest, 'rest');
  for (const { name, change } of parts) add(name, change, 'driver');
  steps.push({
    name: say(actual === null ? 'total' : 'actual'),
    from: 0,
    to: level,
    kind: 'level',
  });
  return steps;
}
