import type { Profiler } from 'node:inspector';
import { PHASES, timesByPhase } from '../../bench/end-to-end/phases.ts';

const BUNDLE = 'Code.gs';

/** Functions of the bundle by the column where they begin, and the files they come from. */
const FILES: Readonly<Record<number, string>> = {
  100: '../src/workflows/recalculation/recalculate.ts',
  200: '../src/core/evaluate/values/value-reader.ts',
  300: '../src/core/model/period.ts',
  400: '../src/workflows/store/encoded-table.ts',
  500: '../src/core/tables/table.ts',
  600: '../src/workflows/recalculation/read-workbook.ts',
  700: '../src/core/intake/read-workspace.ts',
};
const fileAt = (_: number, column: number): string | null => FILES[column] ?? null;

interface Call {
  readonly url: string;
  readonly column?: number;
  readonly name?: string;
}

const own = (column: number): Call => ({ url: BUNDLE, column, name: 'f' });
const wrapper: Call = { url: BUNDLE, column: 20, name: '' };
const native: Call = { url: '', name: 'stringify' };
const emulator: Call = { url: 'emulator.js' };

/** So many samples in a row with this stack, the outermost call first. */
type Seen = readonly [number, ...Call[]];

function profileOf(...seen: readonly Seen[]): Profiler.Profile {
  const nodes: Profiler.ProfileNode[] = [];
  const samples: number[] = [];
  for (const [times, ...stack] of seen) {
    const first = nodes.length + 1;
    stack.forEach(({ url, column = 0, name = '' }, depth) => {
      nodes.push({
        id: first + depth,
        children: depth + 1 < stack.length ? [first + depth + 1] : [],
        callFrame: { functionName: name, scriptId: '', url, lineNumber: 0, columnNumber: column },
      });
    });
    samples.push(...new Array<number>(times).fill(nodes.length));
  }
  return { nodes, samples, startTime: 0, endTime: 0 };
}

const stepsOf = (...seen: readonly Seen[]): Record<string, number> => {
  const taken = timesByPhase(profileOf(...seen), 100, fileAt);
  return Object.fromEntries(
    PHASES.filter((phase) => taken[phase] !== 0).map((phase) => [phase, taken[phase]]),
  );
};

test('without samples no step takes anything', () => {
  expect(stepsOf()).toEqual({});
});

test('time goes to the steps by how often each was seen', () => {
  expect(
    stepsOf([1, own(100), own(200)], [3, own(100), own(400)], [6, own(100), own(700)]),
  ).toEqual({ evaluate: 10, store: 30, intake: 60 });
});

test('what every step uses counts for the one that called it', () => {
  expect(
    stepsOf([1, own(100), own(200), own(300)], [4, own(100), own(500), own(300), native]),
  ).toEqual({ evaluate: 20, tables: 80 });
});

test('what Google does is not ours, and what it calls back is', () => {
  expect(
    stepsOf([2, emulator, own(600), emulator, native], [3, emulator, own(600), own(700)]),
  ).toEqual({ platform: 40, intake: 60 });
});

test('running the top of the bundle is the start, also where it calls the model', () => {
  expect(stepsOf([1, wrapper], [1, wrapper, native], [2, wrapper, own(500)])).toEqual({
    start: 50,
    tables: 50,
  });
});

test('collecting garbage counts for what ran just before it', () => {
  const garbage: Call = { url: '', name: '(garbage collector)' };
  expect(stepsOf([1, garbage], [1, own(200)], [2, garbage], [1, own(500)])).toEqual({
    platform: 20,
    evaluate: 60,
    tables: 20,
  });
});

test('a bundle of which nothing is known is measured as a whole', () => {
  expect(timesByPhase(profileOf([3, own(1)], [1, emulator]), 8, () => null)).toMatchObject({
    rest: 6,
    platform: 2,
    evaluate: 0,
  });
});
