import { join } from 'node:path';
import { atMost, type Figure, type Measurement, times, trend, wrongAnswer } from '../figure.ts';
import { BOOKS, type Book, CHANNELS_BOOK } from './books.ts';
import { CALL_IDS, CALLS, type CallId } from './calls.ts';
import type { Execution } from './executions.ts';
import { type MeasuredBuild, mapsOf, ownTime, prepare, withFolder } from './measured-build.ts';
import { runColdTask, tableCommand } from './other-process.ts';
import { PHASE_WORDS, PHASES } from './phases.ts';
import { type Comparison, compareAnswers } from './same-answers.ts';

/** Another build, and how often each is run. */
export interface Contest {
  /** Folder of the other build. */
  readonly other: string;
  readonly rounds: number;
}

interface Pair<Value> {
  readonly own: Value;
  readonly other: Value;
}

/**
 * The median of the shares against its bound; beside it their spread, and the share between the
 * quickest runs of both, which other work on the machine disturbs least.
 */
function shareFigure(what: string, pairs: readonly Pair<number>[], bound: number | null): Figure {
  const shares = pairs.map(({ own, other }) => own / other).sort((a, b) => a - b);
  const median = shares[Math.floor(shares.length / 2)];
  const least = (side: keyof Pair<number>) => Math.min(...pairs.map((pair) => pair[side]));
  const [from, to, quickest] = [
    shares[0],
    shares[shares.length - 1],
    least('own') / least('other'),
  ];
  const spread = `${from.toFixed(2)} – ${to.toFixed(2)}, quickest ${quickest.toFixed(2)}`;
  const measured = `${times(median)} (${spread})`;
  if (bound === null) return trend(what, measured);
  return { ...atMost(what, median, bound, times), measured };
}

/** One after the other, and the other one first the next time, so that no drift favours either. */
function inTurn<Result>(rounds: number, measure: (isOwn: boolean) => Result): Pair<Result>[] {
  return Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) {
      const own = measure(true);
      return { own, other: measure(false) };
    }
    const other = measure(false);
    return { own: measure(true), other };
  });
}

/** design.md, section 8: shares of what 0.1.0 takes. */
const CALL_BOUNDS: Readonly<Record<string, Partial<Record<CallId, number>>>> = {
  [BOOKS.webShop.what]: { recalculation: 0.5, followed: 0.25 },
  [BOOKS.daily.what]: { recalculation: 0.5, followed: 0.25 },
  [BOOKS.monthly.what]: { recalculation: 0.5, followed: 0.25 },
  [BOOKS.large.what]: { recalculation: 0.4, followed: 0.25 },
  [CHANNELS_BOOK.what]: { recalculation: 0.4 },
};

/**
 * Another build and this one in turn, each run in a process of its own: which share of the other's
 * time this one takes, and whether both answer the same.
 */
export const contestMeasurements = (contest: Contest): Measurement[] => [
  ...[...Object.values(BOOKS), CHANNELS_BOOK].map((book) => ({
    title: `${book.what}, against ${contest.other}`,
    note: 'Our own code, by step: the median of the shares, and their spread.',
    measure: () => measureBook(book, contest),
  })),
  ...PARTS.map(({ what, bound, take }) => ({
    title: `${what}, against ${contest.other}`,
    note: 'The median of the shares, and their spread.',
    measure: () => {
      const { other, rounds } = contest;
      const pairs = inTurn(rounds, (isOwn) => take(isOwn ? process.cwd() : other, other));
      return [shareFigure(what, pairs, bound)];
    },
  })),
];

const measureBook = (book: Book, { other, rounds }: Contest): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const placed = async (build: string, name: string): Promise<MeasuredBuild> => {
      const maps = await mapsOf(build, join(folder, name));
      return prepare(book, { build, bookFolder: other, folder: join(folder, name), maps });
    };
    const ours = await placed(process.cwd(), 'ours');
    const theirs = await placed(other, 'theirs');
    const knowsSteps = ours.knowsSteps && theirs.knowsSteps;
    return [
      ...answerFigures(compareAnswers(ours.answers(), theirs.answers())),
      ...(knowsSteps ? [] : [trend('  no steps: a bundle is not what its sources now make', '')]),
      ...CALL_IDS.flatMap((call) =>
        callFigures(
          { book, call, knowsSteps },
          inTurn(rounds, (isOwn) => (isOwn ? ours : theirs).execute(call)),
        ),
      ),
    ];
  });

function answerFigures({ cellCount, differing, first }: Comparison): Figure[] {
  const what = 'answers, to eight digits';
  const cells = `${cellCount.toLocaleString('en')} cells`;
  if (first === null) return [trend(what, `the same ${cells}`)];
  const count = differing.reduce((sum, [, times]) => sum + times, 0);
  return [
    { ...wrongAnswer(what), measured: `${count} of ${cells} differ` },
    trend(`  first ${first}`, ''),
    trend(`  in ${differing.map(([field, times]) => `${field} ${times}`).join(', ')}`, ''),
  ];
}

/** A step that takes the other build less is not worth a line: its share would be noise. */
const FEWEST_MILLISECONDS = 10;

interface Measured {
  readonly book: Book;
  readonly call: CallId;
  readonly knowsSteps: boolean;
}

function callFigures(
  { book, call, knowsSteps }: Measured,
  pairs: readonly Pair<Execution>[],
): Figure[] {
  const timed = (time: (execution: Execution) => number): Pair<number>[] =>
    pairs.map(({ own, other }) => ({ own: time(own), other: time(other) }));
  const least = (timePairs: readonly Pair<number>[]): number =>
    Math.min(...timePairs.map(({ other }) => other));
  const whole = timed(({ times: taken }) => ownTime(taken));
  const steps = PHASES.filter((phase) => phase !== 'platform')
    .map((phase) => ({ phase, taken: timed(({ times: taken }) => taken[phase]) }))
    .filter(({ taken }) => knowsSteps && least(taken) >= FEWEST_MILLISECONDS);
  const there = (timePairs: readonly Pair<number>[]): string =>
    `(${least(timePairs).toFixed(0)} ms there)`;
  return [
    shareFigure(
      `${CALLS[call].what} ${there(whole)}`,
      whole,
      CALL_BOUNDS[book.what]?.[call] ?? null,
    ),
    ...steps.map(({ phase, taken }) =>
      shareFigure(`  ${PHASE_WORDS[phase]} ${there(taken)}`, taken, null),
    ),
  ];
}

interface Part {
  readonly what: string;
  readonly bound: number | null;
  /** Milliseconds of processor by the build in a folder. */
  readonly take: (build: string, other: string) => number;
}

const evaluationOf = (position: string) => (build: string) =>
  runColdTask<{ milliseconds: number }>(build, 'evaluation', position).milliseconds;

const PARTS: readonly Part[] = [
  { what: 'evaluation of a monthly KPI', bound: 1.2 / 1.6, take: evaluationOf('0') },
  { what: 'evaluation of a daily KPI over three years', bound: 7 / 18, take: evaluationOf('1') },
  {
    what: 'packing a timeline of 50,000 rows',
    bound: 0.35,
    take: (build) => runColdTask<{ packMilliseconds: number }>(build, 'cache').packMilliseconds,
  },
  {
    what: 'npm run table on the web shop, the whole process',
    bound: 0.4,
    take: tableCommand,
  },
];
