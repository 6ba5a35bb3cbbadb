/**
 * Mutation run: plants faults in src/core/evaluate, one at a time, and counts how many the tests
 * notice. The working tree is not touched: the sources are read once and changed in memory.
 *
 *   npm run mutation                          400 faults, spread evenly over the files
 *   node test/mutation/run.mjs --sample 100   fewer, for a quick look
 *   node test/mutation/run.mjs --file plan    only in files whose path holds this
 *   node test/mutation/run.mjs --seed 7       another sample
 *   node test/mutation/run.mjs --all          every fault there is
 *   node test/mutation/run.mjs --without sampled        test files to leave out, by part of their path
 *
 * Faults: operators swapped, constants changed, conditions negated, returned values nulled, min and
 * max swapped, days off by one. Those that cannot change any result stand in equivalent.json with
 * the reason and do not count. It is no part of `npm test`: it takes minutes.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { transformSync } from 'esbuild';
import { boundLoops, findFaults } from './plant-faults.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = fileURLToPath(new URL('.', import.meta.url));

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    without: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: '2' },
    all: { type: 'boolean', default: false },
  },
});

/** Where faults are planted, and the tests that must notice them. */
const SUBJECT = 'src/core/evaluate';
const TESTS = [
  /^test\/core\/evaluate\/.+\.test\.ts$/,
  /^test\/core\/model\/.+\.test\.ts$/,
  /^test\/proof\/(channels-sum-to-the-kpi|parts-of-a-difference|every-day|forecast-of-any-series|median-of-a-few)\.test\.ts$/,
  /^test\/docs\/calculations\.test\.ts$/,
  /^test\/stories\.test\.ts$/,
  // The slow one last: most faults are noticed before. The invariants and the long agreement run are
  // left out, so what survives here may still be noticed by them.
  /^test\/mutation\/sampled-agreement\.ts$/,
];
/** A fault that keeps the tests busy longer than this is noticed: they would not end. */
const MOST_SECONDS = 60;

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

const toCommonJs = (js) => transformSync(js, { format: 'cjs', target: 'node20' }).code;

/** The text without types, and where its lines come from. */
function withoutTypes(path) {
  const { code, map } = transformSync(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    target: 'node20',
    sourcemap: true,
    sourcefile: path,
  });
  return { code, map: new SourceMap(JSON.parse(map)) };
}

/** A reproducible order. */
function shuffled(items, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const order = items.map((item) => [next(), item]).sort((a, b) => a[0] - b[0]);
  return order.map(([, item]) => item);
}

/** How a fault reads: its line, with what stood there and what stands there now. */
function describeFault(code, { start, end, after }) {
  const lineStart = code.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = (code.indexOf('\n', end) + code.length + 1) % (code.length + 1);
  const brief = (text) => {
    const line = text.replace(/\s+/g, ' ');
    return line.length > 70 ? `${line.slice(0, 67)}…` : line;
  };
  const change = `⟦${brief(code.slice(start, end))} → ${brief(after)}⟧`;
  return `${code.slice(lineStart, start).trimStart()}${change}${code.slice(end, lineEnd)}`;
}

function faultsOf(path) {
  const { code, map } = withoutTypes(path);
  return findFaults(code).map((fault) => {
    const before = code.slice(0, fault.start).split('\n');
    const entry = map.findEntry(before.length - 1, before[before.length - 1].length);
    const js = code.slice(0, fault.start) + fault.after + code.slice(fault.end);
    return {
      file: path,
      line: (entry.originalLine ?? 0) + 1,
      change: describeFault(code, fault),
      makeJs: () => toCommonJs(boundLoops(js)),
    };
  });
}

/** The same number of every file, as far as it has so many. */
function spread(byFile, size) {
  const chosen = [];
  for (let round = 0; chosen.length < size; round++) {
    const left = byFile.filter((faults) => round < faults.length);
    if (left.length === 0) break;
    for (const faults of left) if (chosen.length < size) chosen.push(faults[round]);
  }
  return chosen;
}

const subjectFiles = filesIn(SUBJECT).filter((path) => path.includes(options.file));
const equivalent = new Map(
  JSON.parse(readFileSync(join(own, 'equivalent.json'), 'utf8')).map((one) => [
    `${one.file} ${one.change}`,
    one.reason,
  ]),
);
const isEquivalent = ({ file, change }) =>
  equivalent.has(`${file.slice(SUBJECT.length + 1)} ${change}`);

const everyFault = subjectFiles.map(faultsOf);
const byFile = everyFault.map((faults) =>
  shuffled(
    faults.filter((f) => !isEquivalent(f)),
    Number(options.seed),
  ),
);
const chosen = options.all ? byFile.flat() : spread(byFile, Number(options.sample));

const folder = mkdtempSync(join(tmpdir(), 'koers-mutation-'));
const snapshot = join(folder, 'snapshot.json');
const sources = ['src/core', 'test'].flatMap(filesIn);
const tests = TESTS.flatMap((pattern) => sources.filter((path) => pattern.test(path))).filter(
  (path) => !options.without.some((part) => path.includes(part)),
);
writeFileSync(
  snapshot,
  JSON.stringify({
    root,
    tests,
    modules: Object.fromEntries(
      sources.map((path) => {
        const { code } = withoutTypes(path);
        return [path, toCommonJs(path.startsWith('src/') ? boundLoops(code) : code)];
      }),
    ),
  }),
);

/** A process that tries one fault after the other, and a new one after each that hangs. */
function startWorker() {
  const start = () =>
    fork(join(own, 'try-faults.mjs'), [snapshot], {
      cwd: root,
      env: { ...process.env, TZ: 'UTC' },
      execArgv: ['--max-old-space-size=700'],
    });
  let worker = start();
  return {
    stop: () => worker.kill(),
    attempt: (fault) =>
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
        }, MOST_SECONDS * 1000);
        own.once('message', finish);
        own.once('exit', () => {
          worker = start();
          finish({ noticed: { test: 'memory', failure: 'the process ended' } });
        });
        own.send(fault);
      }),
  };
}

async function run() {
  const workers = Array.from({ length: Number(options.workers) }, startWorker);
  const started = Date.now();
  try {
    const honest = await workers[0].attempt({ file: null });
    if (honest.noticed !== null) {
      const { test, failure } = honest.noticed;
      console.error(`Without any fault a test fails, so nothing can be said: ${test}: ${failure}`);
      process.exitCode = 1;
      return;
    }
    console.log(
      `${chosen.length} of ${everyFault.flat().length} faults in ${subjectFiles.length} files; ` +
        `${tests.length} test files take ${honest.milliseconds} ms`,
    );
    let next = 0;
    await Promise.all(
      workers.map(async (worker) => {
        while (next < chosen.length) {
          const fault = chosen[next++];
          const { noticed } = await worker.attempt({ file: fault.file, js: fault.makeJs() });
          fault.noticed = noticed;
        }
      }),
    );
    report((Date.now() - started) / 1000);
  } finally {
    for (const worker of workers) worker.stop();
    rmSync(folder, { recursive: true });
  }
}

function report(seconds) {
  const nameOf = (path) => path.slice(SUBJECT.length + 1);
  for (const path of subjectFiles) {
    const tried = chosen.filter(({ file }) => file === path);
    if (tried.length === 0) continue;
    const caught = tried.filter(({ noticed }) => noticed !== null).length;
    console.log(
      `${String(caught).padStart(4)} of ${String(tried.length).padEnd(4)} ${nameOf(path)}`,
    );
  }
  const survivors = chosen.filter(({ noticed }) => noticed === null);
  if (survivors.length > 0) console.log('\nSurvived:');
  for (const { file, line, change } of survivors) console.log(`${nameOf(file)}:${line}  ${change}`);
  const caught = chosen.length - survivors.length;
  const known = everyFault.flat().filter(isEquivalent).length;
  console.log(
    `\nCaught ${caught} of ${chosen.length}: ${((100 * caught) / chosen.length).toFixed(1)} % ` +
      `(${known} equivalent faults left out) in ${seconds.toFixed(0)} s`,
  );
  const unknown = [...equivalent.keys()].filter(
    (key) => !everyFault.flat().some((f) => key === `${nameOf(f.file)} ${f.change}`),
  );
  if (options.file === '' && unknown.length > 0) {
    console.log(`No such fault any more, in equivalent.json:\n${unknown.join('\n')}`);
  }
}

await run();
