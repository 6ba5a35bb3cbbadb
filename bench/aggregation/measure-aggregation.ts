import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock, quickest, runCold } from '../cold-process.ts';
import {
  atLeast,
  atMost,
  type Figure,
  milliseconds,
  times,
  trend,
  wrongAnswer,
} from '../figure.ts';
import { CONTENDERS, type ContenderId } from './contenders.ts';
import { makeFigures, readFigures } from './figures-sheet.ts';
import { isSameAnswer, type MonthlyValues } from './monthly-values.ts';

const ROW_COUNTS = [10_000, 100_000, 1_000_000];
const ROUNDS = 5;

const CONTENDER_IDS: readonly ContenderId[] = ['touch', 'koers', 'map', 'arquero', 'duckdb'];

const isContender = (id: string): id is ContenderId => Object.keys(CONTENDERS).includes(id);

interface ColdRun {
  readonly milliseconds: number;
  readonly answer: MonthlyValues | null;
}

/** In a fresh process: one contender, once, on cells fresh from the text of an API's answer. */
export async function runContender(id: string, path: string): Promise<ColdRun> {
  if (!isContender(id)) throw new Error(`No contender is called ${id}`);
  const sheet = readFigures(readFileSync(path, 'utf8'));
  const aggregate = await CONTENDERS[id]();
  const { milliseconds: taken, value } = await clock(() => aggregate(sheet));
  return { milliseconds: taken, answer: value };
}

interface Race {
  readonly rowCount: number;
  readonly quickest: Readonly<Record<ContenderId, number>>;
  readonly wrong: readonly ContenderId[];
}

/** Rounds of all contenders in turn, so that what disturbs the machine disturbs them alike. */
function race(rowCount: number, folder: string): Race {
  const { text, expected } = makeFigures(rowCount);
  const path = join(folder, `figures-${rowCount}.json`);
  writeFileSync(path, text);
  const taken: Record<ContenderId, number[]> = {
    touch: [],
    koers: [],
    map: [],
    arquero: [],
    duckdb: [],
  };
  const wrong = new Set<ContenderId>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of CONTENDER_IDS) {
      const run = runCold<ColdRun>('contender', id, path);
      taken[id].push(run.milliseconds);
      if (run.answer !== null && !isSameAnswer(run.answer, expected)) wrong.add(id);
    }
  }
  return {
    rowCount,
    quickest: {
      touch: quickest(taken.touch),
      koers: quickest(taken.koers),
      map: quickest(taken.map),
      arquero: quickest(taken.arquero),
      duckdb: quickest(taken.duckdb),
    },
    wrong: [...wrong],
  };
}

const LARGEST = ROW_COUNTS[ROW_COUNTS.length - 1];

function raceFigures({ rowCount, quickest: best, wrong }: Race): Figure[] {
  const rows = `${rowCount.toLocaleString('en')} rows`;
  const ratio = (id: ContenderId) => best[id] / best.koers;
  const isBound = rowCount === LARGEST;
  const effort = `${rows}: Koers ÷ touching every cell once`;
  const faster = (name: string) => `${rows}: ${name} ÷ Koers`;
  return [
    trend(`${rows}: Koers`, milliseconds(best.koers)),
    isBound
      ? atMost(effort, best.koers / best.touch, 2, times)
      : trend(effort, times(best.koers / best.touch)),
    trend(faster('Map keyed by text'), times(ratio('map'))),
    isBound
      ? atLeast(faster('arquero'), ratio('arquero'), 3, times)
      : trend(faster('arquero'), times(ratio('arquero'))),
    isBound
      ? atLeast(faster('DuckDB with its load'), ratio('duckdb'), 5, times)
      : trend(faster('DuckDB with its load'), times(ratio('duckdb'))),
    ...wrong.map((id) => wrongAnswer(`${rows}: ${id}`)),
  ];
}

export function measureAggregation(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'koers-bench-'));
  try {
    const races = ROW_COUNTS.map((rowCount) => race(rowCount, folder));
    const [first, last] = [races[0], races[races.length - 1]];
    const growth = last.quickest.koers / first.quickest.koers;
    const limit = last.rowCount / first.rowCount;
    return [
      ...races.flatMap(raceFigures),
      atMost(`time of ${limit} times the rows`, growth, limit, times),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
