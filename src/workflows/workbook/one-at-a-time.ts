import { PersonFailure } from '../failures.ts';
import type { Lock } from '../ports.ts';

/** Another run has this long to finish before this one steps aside: a person waits for it. */
const LOCK_MILLISECONDS = 2_000;
/** Nobody waits for a run on a schedule. */
export const PATIENT_MILLISECONDS = 60_000;

/**
 * Runs while nothing else of Koers reads and writes the workbook. Never around a question to a
 * person: whoever thinks holds up all others.
 */
export function oneAtATime<Result>(
  lock: Lock,
  run: () => Result,
  milliseconds: number = LOCK_MILLISECONDS,
): Result {
  if (!lock.acquire(milliseconds)) throw new PersonFailure('ALREADY_RUNNING', {});
  try {
    return run();
  } finally {
    lock.release();
  }
}
