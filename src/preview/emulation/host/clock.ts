/** What the script takes for the present moment, in milliseconds since 1970 UTC. */
export interface Clock {
  now(): number;
  /** Utilities.sleep, a lock that waits, a test that lets a day pass. */
  advance(milliseconds: number): void;
}

/** Stands still except when advanced: the same run gives the same result. */
export function fixedClock(start: number): Clock {
  let current = start;
  return {
    now: () => current,
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** Starts at `start` and runs with the machine's own clock. */
export function movingClock(start: number): Clock {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
