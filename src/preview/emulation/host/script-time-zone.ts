import vm from 'node:vm';

/**
 * The real process: under a test runner the global `process` is a copy, and a zone set on the
 * copy's environment changes nothing.
 */
const realProcess: NodeJS.Process = vm.runInThisContext('process');

/** Runs with this zone as that of `new Date(y, m, d)` and `getHours()`, as appsscript.json's does. */
export function inTimeZone<T>(timeZone: string, run: () => T): T {
  const before = realProcess.env.TZ;
  realProcess.env.TZ = timeZone;
  try {
    return run();
  } finally {
    if (before === undefined) delete realProcess.env.TZ;
    else realProcess.env.TZ = before;
  }
}
