/**
 * Mutation run: plants faults in the core, one at a time, and counts how many the tests notice. The
 * working tree is not touched: the sources are read once and changed in memory.
 *
 *   npm run mutation                          400 faults, spread evenly over the files of every area
 *   npm run mutation -- --area intake         of one area: evaluate, intake, layout, tables or language
 *   npm run mutation -- --sample 100          fewer, for a quick look
 *   npm run mutation -- --file plan           only in files whose path holds this
 *   npm run mutation -- --seed 7              another sample
 *   npm run mutation -- --all                 every fault there is
 *   npm run mutation -- --without sampled     test files to leave out, by part of their path
 *
 * Faults: operators swapped, constants changed, conditions negated, returned values nulled, min and
 * max swapped, days off by one; everywhere but in evaluate also other ids, words, synonyms and
 * sentences, entries of lists and parts of objects left out. Those that cannot change any result
 * stand in equivalent.json with the reason and do not count. It is no part of `npm test`: it takes
 * minutes.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { transformSync } from 'esbuild';
import { AREAS, READ_FOLDERS } from './areas.mjs';
import { boundLoops, findFaults } from './plant-faults.mjs';
import { startWorker, tryAll } from './worker-pool.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = fileURLToPath(new URL('.', import.meta.url));

const { values: options } = parseArgs({
  options: {
    area: { type: 'string', multiple: true, default: Object.keys(AREAS) },
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    without: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: '2' },
    all: { type: 'boolean', default: false },
  },
});

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
    charset: 'utf8',
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

const sources = READ_FOLDERS.flatMap(filesIn);

const testsOf = ({ tests }) =>
  tests
    .flatMap((pattern) => sources.filter((path) => pattern.test(path)))
    .filter((path) => !options.without.some((part) => path.includes(part)));

function faultsOf(path, area, tests) {
  const { code, map } = withoutTypes(path);
  return findFaults(code, AREAS[area].withWords).map((fault) => {
    const before = code.slice(0, fault.start).split('\n');
    const entry = map.findEntry(before.length - 1, before[before.length - 1].length);
    const js = code.slice(0, fault.start) + fault.after + code.slice(fault.end);
    return {
      area,
      file: path,
      line: (entry.originalLine ?? 0) + 1,
      change: describeFault(code, fault),
      message: () => ({ file: path, tests, js: toCommonJs(boundLoops(js)) }),
    };
  });
}

/** The same number of every file, as far as it has so many. */
function spread(byFile, size) {
  const chosen = [];
  for (let round = 0; chosen.length < size; round++) {
    const left = byFile.filter((faults) => round < faults.length);
    if (left.length === 0) break;
    // The last places go to files of any area.
    for (const faults of shuffled(left, round)) {
      if (chosen.length < size) chosen.push(faults[round]);
    }
  }
  return chosen;
}

const equivalent = JSON.parse(readFileSync(join(own, 'equivalent.json'), 'utf8'));
/** By the file's own name: a file that moves to another room keeps them. */
const isOf =
  ({ file, change }) =>
  (one) =>
    one.change === change && file.endsWith(`/${one.file}`);
const isEquivalent = (fault) => equivalent.some(isOf(fault));

const subjects = options.area.flatMap((area) => {
  if (AREAS[area] === undefined) throw new Error(`There is no area ${area}`);
  const tests = testsOf(AREAS[area]);
  return filesIn(AREAS[area].folder)
    .filter((path) => path.includes(options.file))
    .map((path) => ({ area, path, faults: faultsOf(path, area, tests) }));
});
const everyFault = subjects.flatMap(({ faults }) => faults);
const byFile = subjects.map(({ faults }) =>
  shuffled(
    faults.filter((fault) => !isEquivalent(fault)),
    Number(options.seed),
  ),
);
const chosen = options.all ? byFile.flat() : spread(byFile, Number(options.sample));

const folder = mkdtempSync(join(tmpdir(), 'koers-mutation-'));
const snapshot = join(folder, 'snapshot.json');
writeFileSync(
  snapshot,
  JSON.stringify({
    root,
    modules: Object.fromEntries(
      sources.map((path) => {
        const { code } = withoutTypes(path);
        return [path, toCommonJs(path.startsWith('src/') ? boundLoops(code) : code)];
      }),
    ),
  }),
);

/** A fault whose tests take so many times longer than without one makes them endless. */
const MOST_TIMES = 4;

/** Milliseconds of the slowest area's tests; null when one fails that has no fault to notice. */
async function honestTime(worker) {
  let slowest = 0;
  for (const area of options.area) {
    const tests = testsOf(AREAS[area]);
    const { noticed, milliseconds } = await worker.attempt({ file: null, tests });
    if (noticed !== null) {
      const { test, failure } = noticed;
      console.error(`Without any fault a test fails, so nothing can be said: ${test}: ${failure}`);
      return null;
    }
    slowest = Math.max(slowest, milliseconds);
    console.log(`${area}: ${tests.length} test files take ${milliseconds} ms`);
  }
  return slowest;
}

async function run() {
  const workers = Array.from({ length: Number(options.workers) }, () =>
    startWorker(snapshot, root),
  );
  const started = Date.now();
  try {
    const honest = await honestTime(workers[0]);
    if (honest === null) {
      process.exitCode = 1;
      return;
    }
    console.log(`${chosen.length} of ${everyFault.length} faults in ${subjects.length} files`);
    await tryAll(workers, chosen, MOST_TIMES * honest, (fault, noticed) => {
      fault.noticed = noticed;
    });
    report((Date.now() - started) / 1000);
  } finally {
    for (const worker of workers) worker.stop();
    rmSync(folder, { recursive: true });
  }
}

const nameOf = (path) => path.slice('src/core/'.length);
const caughtOf = (faults) => faults.filter(({ noticed }) => noticed !== null).length;
const shareOf = (faults) =>
  `${caughtOf(faults)} of ${faults.length}: ${((100 * caughtOf(faults)) / faults.length).toFixed(1)} %`;

function report(seconds) {
  for (const { path } of subjects) {
    const tried = chosen.filter(({ file }) => file === path);
    if (tried.length === 0) continue;
    const count = `${String(caughtOf(tried)).padStart(4)} of ${String(tried.length).padEnd(4)}`;
    console.log(`${count} ${nameOf(path)}`);
  }
  const survivors = chosen.filter(({ noticed }) => noticed === null);
  if (survivors.length > 0) console.log('\nSurvived:');
  for (const { file, line, change } of survivors) console.log(`${nameOf(file)}:${line}  ${change}`);
  console.log('');
  for (const area of options.area) {
    const tried = chosen.filter((fault) => fault.area === area);
    if (tried.length > 0) console.log(`${area}: caught ${shareOf(tried)}`);
  }
  const known = everyFault.filter(isEquivalent).length;
  console.log(
    `Caught ${shareOf(chosen)} (${known} equivalent faults left out) in ${seconds.toFixed(0)} s`,
  );
  const unknown = equivalent.filter((one) => !everyFault.some((fault) => isOf(fault)(one)));
  if (
    options.file === '' &&
    options.area.length === Object.keys(AREAS).length &&
    unknown.length > 0
  ) {
    console.log('No such fault any more, in equivalent.json:');
    for (const { file, change } of unknown) console.log(`${file} ${change}`);
  }
}

await run();
