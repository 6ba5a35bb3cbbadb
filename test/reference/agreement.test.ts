import fc from 'fast-check';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { KPI_TYPES } from '../../src/core/model/kpi.ts';
import { MILESTONE_STATUS_CODES, STATUS_CODES } from '../../src/core/model/status.ts';
import { differencesOn } from './differences.ts';
import { workbookOf } from './random-workbook.ts';

/** KOERS_AGREEMENT_RUNS=10000 compares ten thousand; the default keeps `npm test` short. */
const RUNS = Number(process.env.KOERS_AGREEMENT_RUNS ?? 600);
/** Workbooks in one test, so that a long run shows where it is. */
const CHUNK = 300;
const MINUTES = 60_000;

const chunks = Array.from({ length: Math.ceil(RUNS / CHUNK) }, (_, chunk) => ({
  chunk: chunk + 1,
  size: Math.min(CHUNK, RUNS - chunk * CHUNK),
}));

test.each(chunks)(
  'the engine and a reference written from the definitions agree on $size random workbooks ($chunk)',
  ({ chunk, size }) => {
    fc.assert(
      fc.property(fc.noShrink(fc.integer({ min: 0, max: 0xffffffff })), (seed) => {
        expect({ seed, differences: differencesOn(workbookOf(seed)) }).toEqual({
          seed,
          differences: [],
        });
      }),
      { numRuns: size, seed: chunk },
    );
  },
  10 * MINUTES,
);

test('the random workbooks come to every type, status and state of a stopover', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 600; seed++) {
    const { workspace, today } = workbookOf(seed);
    for (const { type, status, milestones } of evaluateWorkspace(workspace, today).kpis) {
      seen.add(type).add(status);
      for (const stop of milestones) seen.add(`stop ${stop.status}`);
    }
  }
  const expected = [
    ...KPI_TYPES,
    ...STATUS_CODES,
    ...MILESTONE_STATUS_CODES.map((status) => `stop ${status}`),
  ];
  expect(expected.filter((code) => !seen.has(code))).toEqual([]);
});

test('a planted fault does not go unnoticed: progress off by a ten-thousandth', () => {
  const isNoticed = (seed: number): boolean => {
    const faulty = ({ workspace, today }: ReturnType<typeof workbookOf>) => {
      const evaluation = evaluateWorkspace(workspace, today);
      const kpis = evaluation.kpis.map((kpi) =>
        kpi.progress.value === null
          ? kpi
          : { ...kpi, progress: { value: kpi.progress.value + 0.0001, reason: null } },
      );
      return { ...evaluation, kpis };
    };
    return differencesOn(workbookOf(seed), faulty).length > 0;
  };
  expect(Array.from({ length: 20 }, (_, seed) => seed).filter(isNoticed).length).toBeGreaterThan(5);
});
