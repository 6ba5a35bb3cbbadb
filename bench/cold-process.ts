import { execFileSync } from 'node:child_process';
import { cpuMilliseconds } from './cpu-clock.ts';

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs one task in a process of its own, as Apps Script runs every execution: nothing is compiled,
 * nothing is warm. The last line that it prints is its result.
 */
export function runCold<Result>(task: string, ...details: readonly string[]): Result {
  const printed = execFileSync(
    process.execPath,
    ['--expose-gc', process.argv[1], '--cold', task, ...details],
    { encoding: 'utf8', maxBuffer: MOST_OUTPUT_BYTES, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
}

interface Clocked<Value> {
  /** Of processor: other work on the machine does not count. */
  readonly milliseconds: number;
  /** Of the clock on the wall, for what works in threads of its own. */
  readonly wallMilliseconds: number;
  readonly value: Value;
}

/** One call, after what was left over before it has been cleared away. */
export async function clock<Value>(work: () => Value | Promise<Value>): Promise<Clocked<Value>> {
  globalThis.gc?.();
  const wall = performance.now();
  const start = cpuMilliseconds();
  const value = await work();
  return {
    milliseconds: cpuMilliseconds() - start,
    wallMilliseconds: performance.now() - wall,
    value,
  };
}

const FEWEST_ROUNDS = 5;
const MOST_ROUNDS = 15;
/** So many rounds in a row without news are enough. */
const QUIET_ROUNDS = 2;
/** A round that was quicker by less than this share brings no news. */
const NEWS = 0.02;

/**
 * The least of each number that a round gives. Other work on the machine only ever makes a run
 * slower, so the quickest says most; rounds go on until they bring no news, so that a busy moment
 * does not decide.
 */
export function leastOfRounds(round: () => readonly number[]): number[] {
  const least = [...round()];
  let quiet = 0;
  for (let done = 1; done < MOST_ROUNDS && (done < FEWEST_ROUNDS || quiet < QUIET_ROUNDS); done++) {
    const found = round();
    quiet = found.some((value, i) => value < least[i] * (1 - NEWS)) ? 0 : quiet + 1;
    found.forEach((value, i) => {
      least[i] = Math.min(least[i], value);
    });
  }
  return least;
}
