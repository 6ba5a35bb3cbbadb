import { register } from 'node:module';

// Node 20 does not read TypeScript; jest-light-runner leaves the reading of modules to Node.
register('./typescript-loader.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

/** No test takes half as long; one that waits for what never comes ends all the others. */
const LONGEST_MINUTES = 10;

let current = '';
let since = Date.now();

function endWhenStuck() {
  const { testPath, currentTestName } = globalThis.expect?.getState() ?? {};
  const now = `${testPath}: ${currentTestName}`;
  if (now !== current) [current, since] = [now, Date.now()];
  if (testPath === undefined || Date.now() - since < LONGEST_MINUTES * 60_000) return;
  console.error(`Still not done after ${LONGEST_MINUTES} minutes: ${now}`);
  process.exit(1);
}

// Only where a process is there for the tests alone: a person who watches may wait for hours.
if (process.send !== undefined) setInterval(endWhenStuck, 5000).unref();
