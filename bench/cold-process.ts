import { execFileSync } from 'node:child_process';

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

/** Milliseconds of one call, after what was left over before it has been cleared away. */
export async function clock<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ milliseconds: number; value: Value }> {
  globalThis.gc?.();
  const start = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - start, value };
}

/** Other work on the machine only ever makes a run slower, so the quickest says most. */
export const quickest = (milliseconds: readonly number[]): number => Math.min(...milliseconds);
