import { atMost, type Figure, type Measurement, milliseconds, times, trend } from '../figure.ts';
import { BOOKS, type Book } from './books.ts';
import { CALL_IDS, CALLS, type MeasuredCall } from './calls.ts';
import type { Execution } from './executions.ts';
import { mapsOf, ownTime, prepare, withFolder } from './measured-build.ts';
import { PHASE_WORDS, PHASES } from './phases.ts';

const ROUNDS = 3;

/** Every workbook, every call that somebody waits for, by step and against the least possible. */
export const endToEndMeasurements = (): Measurement[] =>
  Object.values(BOOKS).map((book) => ({
    title: `What a person waits for: ${book.what}`,
    note: 'Whole executions of the built bundle, our own code by step, against the least possible.',
    measure: () => measureBook(book),
  }));

const measureBook = (book: Book): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const build = process.cwd();
    const maps = await mapsOf(build, folder);
    const measured = prepare(book, { build, bookFolder: build, folder, maps });
    const floor = Math.min(...Array.from({ length: ROUNDS }, measured.floor));
    return [
      trend('parsing the input, zipping the output', milliseconds(floor)),
      ...CALL_IDS.flatMap((call) => {
        const runs = Array.from({ length: ROUNDS }, () => measured.execute(call));
        return callFigures(CALLS[call], quickest(runs), floor);
      }),
    ];
  });

const quickest = (runs: readonly Execution[]): Execution =>
  runs.reduce((best, run) => (ownTime(run.times) < ownTime(best.times) ? run : best));

function callFigures(
  { what, mostServiceCalls }: MeasuredCall,
  { times: taken, serviceCalls }: Execution,
  floor: number,
): Figure[] {
  const shown = (value: number): string => `${milliseconds(value)} = ${times(value / floor)}`;
  return [
    trend(what, shown(ownTime(taken))),
    mostServiceCalls === null
      ? trend(`${what}: service calls`, String(serviceCalls))
      : atMost(`${what}: service calls`, serviceCalls, mostServiceCalls, String),
    ...PHASES.filter((phase) => taken[phase] >= 0.05).map((phase) =>
      trend(`  ${PHASE_WORDS[phase]}`, shown(taken[phase])),
    ),
  ];
}
