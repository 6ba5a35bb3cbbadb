import { existsSync, readFileSync } from 'node:fs';

/** Linux tells how long this thread has held a processor; a process begins with its main thread. */
const OWN_THREAD = `/proc/self/task/${process.pid}/schedstat`;
const KNOWS_THREAD = existsSync(OWN_THREAD);

/**
 * Milliseconds for which this thread has held a processor: what a person would wait on a machine
 * that does nothing else. Where the system does not tell it by thread, those of the whole process.
 */
export function cpuMilliseconds(): number {
  // Asking for it brings the thread's own count up to date.
  const { user, system } = process.cpuUsage();
  if (!KNOWS_THREAD) return (user + system) / 1000;
  return Number(readFileSync(OWN_THREAD, 'utf8').split(' ')[0]) / 1e6;
}
