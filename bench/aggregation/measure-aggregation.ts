import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock, leastOfRounds, runCold } from '../cold-process.ts';
import {
  atLeast,
  atMost,
  type Figure,
  milliseconds,
  times,
  trend,
  wrongAnswer,
} from '../figure.ts';
import { CONTENDER_IDS, CONTENDERS, type ContenderId } from './contenders.ts';
import { makeFigures, readFigures } from './figures-sheet.ts';
import { isSameAnswer, type MonthlyValues } from './monthly-values.ts';

const ROW_COUNTS = [10_000, 100_000, 1_000_000];

const contenderNamed = (name: string): ContenderId => {
  const id = CONTENDER_IDS.find((candidate) => candidate === name);
  if (id === undefined) throw new Error(`No contender is called ${name}`);
  return id;
};

interface ColdRun {
  readonly taken: Taken;
  readonly answer: MonthlyValues | null;
}

/** Milliseconds. A database works in threads of its own, so against those the wall's clock counts. */
interface Taken {
  /** Of processor: the answer's text into cells. */
  readonly parse: number;
  /** Of processor, after that. */
  readonly work: number;
  readonly wall: number;
}

/** In a fresh process: one contender, once, on cells fresh from the text of an API's answer. */
export async function runContender(name: string, path: string): Promise<ColdRun> {
  const { prepare } = CONTENDERS[contenderNamed(name)];
  const text = readFileSync(path, 'utf8');
  const aggregate = await prepare();
  const parsing = await clock(() => readFigures(text));
  const { milliseconds, wallMilliseconds, value } = await clock(() => aggregate(parsing.value));
  return {
    taken: { parse: parsing.milliseconds, work: milliseconds, wall: wallMilliseconds },
    answer: value,
  };
}

interface Race {
  readonly rowCount: number;
  /** Of the quickest rounds. */
  readonly takenBy: (id: ContenderId) => Taken;
  readonly wrong: readonly ContenderId[];
}

/** Rounds of all contenders in turn, so that what disturbs the machine disturbs them alike. */
function race(rowCount: number, folder: string): Race {
  const { columnsText, expected } = makeFigures(rowCount);
  const path = join(folder, 'columns.json');
  writeFileSync(path, columnsText);
  const wrong = new Set<ContenderId>();
  const least = leastOfRounds(() =>
    CONTENDER_IDS.flatMap((id) => {
      const { taken, answer } = runCold<ColdRun>('contender', id, path);
      if (answer !== null && !isSameAnswer(answer, expected)) wrong.add(id);
      return [taken.parse, taken.work, taken.wall];
    }),
  );
  const takenBy = (id: ContenderId): Taken => {
    const [parse, work, wall] = least.slice(3 * CONTENDER_IDS.indexOf(id));
    return { parse, work, wall };
  };
  return { rowCount, takenBy, wrong: [...wrong] };
}

const LARGEST = ROW_COUNTS[ROW_COUNTS.length - 1];

function raceFigures({ rowCount, takenBy, wrong }: Race): Figure[] {
  const rows = `${rowCount.toLocaleString('en')} rows`;
  return [
    trend(`${rows}: parsing the answer`, milliseconds(takenBy('koers').parse)),
    trend(`${rows}: Koers, after that`, milliseconds(takenBy('koers').work)),
    ...RATIOS.map(({ what, ratio, bound }) => {
      const value = ratio(takenBy);
      const title = `${rows}: ${what}`;
      return bound === null || rowCount !== LARGEST
        ? trend(title, times(value))
        : bound(title, value);
    }),
    ...wrong.map((id) => wrongAnswer(`${rows}: ${id}`)),
  ];
}

interface Ratio {
  readonly what: string;
  readonly ratio: (takenBy: Race['takenBy']) => number;
  /** Of the largest race only. */
  readonly bound: ((what: string, value: number) => Figure) | null;
}

const RATIOS: readonly Ratio[] = [
  {
    what: 'parsing and Koers ÷ parsing and touching every cell, by columns',
    ratio: (takenBy) => {
      const { parse, work } = takenBy('koers');
      return (parse + work) / (parse + takenBy('touch').work);
    },
    bound: (what, value) => atMost(what, value, 1.5, times),
  },
  {
    what: 'a naive Map keyed by text ÷ Koers',
    ratio: (takenBy) => takenBy('map').work / takenBy('koers').work,
    bound: null,
  },
  {
    what: 'arquero ÷ Koers',
    ratio: (takenBy) => takenBy('arquero').wall / takenBy('koers').wall,
    bound: (what, value) => atLeast(what, value, 3, times),
  },
  {
    what: 'DuckDB with its load ÷ Koers',
    ratio: (takenBy) => takenBy('duckdb').wall / takenBy('koers').wall,
    bound: (what, value) => atLeast(what, value, 5, times),
  },
];

export function measureAggregation(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'koers-bench-'));
  try {
    const races = ROW_COUNTS.map((rowCount) => race(rowCount, folder));
    const [first, last] = [races[0], races[races.length - 1]];
    const growth = last.takenBy('koers').work / first.takenBy('koers').work;
    const limit = last.rowCount / first.rowCount;
    return [
      ...races.flatMap(raceFigures),
      atMost(`time for ${limit} times the rows`, growth, limit, times),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
