import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { KPI_TYPES } from '../../src/core/model/kpi.ts';
import { MILESTONE_STATUS_CODES, STATUS_CODES } from '../../src/core/model/status.ts';
import { differencesOn } from './differences.ts';
import { referenceOf } from './naive/workspace.ts';
import { FEATURES, featuresOf } from './random-features.ts';
import { workbookOf } from './random-workbook.ts';

/**
 * KOERS_AGREEMENT_RUNS=10000 compares the workbooks of ten thousand numbers, from 0 or from
 * KOERS_AGREEMENT_FROM on. The default is the same two hundred each time: a gate that draws others
 * would stop a change for what the change did not do.
 */
const { KOERS_AGREEMENT_RUNS: RUNS, KOERS_AGREEMENT_FROM: FROM } = process.env;
/** Workbooks in one test, so that a long run shows where it is. */
const CHUNK = 200;
const MINUTES = 60_000;

interface Chunk {
  readonly first: number;
  readonly size: number;
}

function chunksOf(first: number, count: number): Chunk[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, chunk) => ({
    first: first + chunk * CHUNK,
    size: Math.min(CHUNK, count - chunk * CHUNK),
  }));
}

test.each(chunksOf(Number(FROM ?? 0), Number(RUNS ?? CHUNK)))(
  'the engine and a reference written from the definitions agree on $size random workbooks from number $first on',
  ({ first, size }) => {
    for (let seed = first; seed < first + size; seed++) {
      expect({ seed, differences: differencesOn(workbookOf(seed)) }).toEqual({
        seed,
        differences: [],
      });
    }
  },
  10 * MINUTES,
);

/** Workbooks in which everything that can be drawn must have been. */
const LOOKED_AT = 400;

test('the random workbooks come to every type, status, state of a stopover and feature', () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < LOOKED_AT; seed++) {
    const book = workbookOf(seed);
    const { kpis } = referenceOf(book.workspace, book.today);
    const found = new Set<string>(featuresOf(book, kpis));
    for (const { type, status, milestones } of kpis) {
      if (type !== null) found.add(type);
      found.add(status);
      for (const stop of milestones) found.add(`stop ${stop.status}`);
    }
    for (const name of found) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const expected = [
    ...KPI_TYPES,
    ...STATUS_CODES,
    ...MILESTONE_STATUS_CODES.map((status) => `stop ${status}`),
    ...Object.keys(FEATURES),
  ];
  expect(expected.filter((name) => !seen.has(name))).toEqual([]);
});

test('a planted fault does not go unnoticed: progress off by a ten-thousandth', () => {
  const differencesWith = (seed: number, fault: number): number => {
    const faulty = ({ workspace, today }: ReturnType<typeof workbookOf>) => {
      const evaluation = evaluateWorkspace(workspace, today);
      const kpis = evaluation.kpis.map((kpi) =>
        kpi.progress.value === null
          ? kpi
          : { ...kpi, progress: { value: kpi.progress.value + fault, reason: null } },
      );
      return { ...evaluation, kpis };
    };
    return differencesOn(workbookOf(seed), faulty).length;
  };
  const isNoticed = (seed: number) => differencesWith(seed, 0.0001) > differencesWith(seed, 0);
  expect(Array.from({ length: 20 }, (_, seed) => seed).filter(isNoticed).length).toBeGreaterThan(5);
});
