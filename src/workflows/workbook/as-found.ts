import { PersonFailure } from '../failures.ts';
import type { Attempt } from '../ports.ts';

/** People move rows and columns at any moment; nobody does so three times in as many seconds. */
export const MOST_ROUNDS = 3;

/** Tries until there is a result: null where somebody moved meanwhile what it is about. */
export function untilStill<Result>(attempt: () => Result | null): Result {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = attempt();
    if (result !== null) return result;
  }
  throw new PersonFailure('CHANGED_MEANWHILE', {});
}

/**
 * A plan that came out the same twice, so that nobody is in the midst of moving what it was made
 * from. Whatever it says of places, it says as they were found a moment ago.
 *
 * @param told what of it has to be the same; all of it unless said otherwise
 */
export function foundTwice<Plan>(
  look: () => Plan,
  told: (plan: Plan) => unknown = (plan) => plan,
): Plan {
  let plan = look();
  return untilStill(() => {
    const now = look();
    const isSame = JSON.stringify(told(now)) === JSON.stringify(told(plan));
    plan = now;
    return isSame ? plan : null;
  });
}

/** What is looked at after a write; null where that fails: what is written is written. */
export function lookedAfter<Seen>(attempt: Attempt, look: () => Seen): Seen | null {
  const seen: Seen[] = [];
  attempt(() => {
    seen.push(look());
  });
  return seen[0] ?? null;
}
