import { PersonFailure } from '../failures.ts';
import type { Clock } from '../ports.ts';

/** [documented] A run is stopped after six minutes; the write needs some of the last one. */
const MOST_MILLISECONDS = 300_000;

/** Whether an execution that began then has hardly any time left. */
export const isLate = (clock: Clock, startedAt: number): boolean =>
  clock.now() - startedAt > MOST_MILLISECONDS;

/** Ends a run that would be stopped before it could tell anybody. */
export function refuseWhenLate(clock: Clock, startedAt: number): void {
  if (isLate(clock, startedAt)) throw new PersonFailure('OUT_OF_TIME', {});
}

/** So many rows take no time worth a look at the clock. */
const ROWS_BETWEEN_LOOKS = 500;

/** What is asked at every row, asked at one in so many. */
export function nowAndThen(look: () => void): () => void {
  let rows = 0;
  return () => {
    rows += 1;
    if (rows % ROWS_BETWEEN_LOOKS === 0) look();
  };
}
