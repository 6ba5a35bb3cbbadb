import { PersonFailure } from '../failures.ts';

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
 */
export function foundTwice<Plan>(look: () => Plan): Plan {
  let plan = look();
  return untilStill(() => {
    const now = look();
    const isSame = JSON.stringify(now) === JSON.stringify(plan);
    plan = now;
    return isSame ? plan : null;
  });
}
