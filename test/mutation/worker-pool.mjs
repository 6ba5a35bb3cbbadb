import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the tests may take when nothing is wrong, however busy the machine is. */
const MOST_SECONDS = 600;
const PROGRAM = fileURLToPath(new URL('try-faults.mjs', import.meta.url));

/** A process that tries one fault after the other, and a new one after each that hangs. */
export function startWorker(snapshot, root) {
  const start = () =>
    fork(PROGRAM, [snapshot], {
      cwd: root,
      env: { ...process.env, TZ: 'UTC' },
      execArgv: ['--max-old-space-size=700'],
    });
  let worker = start();
  return {
    stop: () => worker.kill(),
    /** Tests that a fault keeps busy beyond `milliseconds` have noticed it: they would not end. */
    attempt: (fault, milliseconds = MOST_SECONDS * 1000) =>
      new Promise((resolve) => {
        const own = worker;
        const finish = (result) => {
          clearTimeout(timer);
          own.removeAllListeners();
          resolve(result);
        };
        const timer = setTimeout(() => {
          worker = start();
          finish({ noticed: { test: 'time', failure: 'endless' } });
          own.kill('SIGKILL');
        }, milliseconds);
        own.once('message', finish);
        own.once('exit', () => {
          worker = start();
          finish({ noticed: { test: 'memory', failure: 'the process ended' } });
        });
        own.send(fault);
      }),
  };
}

/** Every fault by whichever worker is free; `onResult` hears of each as it comes. */
export async function tryAll(workers, faults, mostMilliseconds, onResult) {
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      while (next < faults.length) {
        const fault = faults[next++];
        const { noticed } = await worker.attempt(fault.message(), mostMilliseconds);
        onResult(fault, noticed);
      }
    }),
  );
}
