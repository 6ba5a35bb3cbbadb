import { PersonFailure } from '../failures.ts';
import type { Lock } from '../ports.ts';

/** Another run has this long to finish before this one steps aside. */
const LOCK_MILLISECONDS = 2_000;

/** Runs while nobody else changes the workbook. */
export function oneAtATime<Result>(lock: Lock, run: () => Result): Result {
  if (!lock.acquire(LOCK_MILLISECONDS)) throw new PersonFailure('ALREADY_RUNNING', {});
  try {
    return run();
  } finally {
    lock.release();
  }
}
