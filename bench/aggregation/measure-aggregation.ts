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
import { type Cells, CONTENDER_IDS, CONTENDERS, type ContenderId } from './contenders.ts';
import { makeFigures, readFigures, readValues } from './figures-sheet.ts';
import { isSameAnswer, type MonthlyValues } from './monthly-values.ts';

const ROW_COUNTS = [10_000, 100_000, 1_000_000];

const contenderNamed = (name: string): ContenderId => {
  const id = CONTENDER_IDS.find((candidate) => candidate === name);
  if (id === undefined) throw new Error(`No contender is called ${name}`);
  return id;
};

interface ColdRun {
  readonly milliseconds: number;
  readonly answer: MonthlyValues | null;
}

const pathOf = (folder: string, form: 'columns' | 'rows'): string => join(folder, `${form}.json`);

/** In a fresh process: one contender, once, on cells fresh from the text of an API's answer. */
export async function runContender(name: string, folder: string): Promise<ColdRun> {
  const { reads, prepare } = CONTENDERS[contenderNamed(name)];
  const text = readFileSync(pathOf(folder, reads), 'utf8');
  const cells: Cells =
    reads === 'rows'
      ? { sheet: { name: '', columns: [] }, rows: readValues(text) }
      : { sheet: readFigures(text), rows: [] };
  const aggregate = await prepare();
  const { milliseconds: taken, value } = await clock(() => aggregate(cells));
  return { milliseconds: taken, answer: value };
}

interface Race {
  readonly rowCount: number;
  /** Milliseconds of the quickest round. */
  readonly timeOf: (id: ContenderId) => number;
  readonly wrong: readonly ContenderId[];
}

/** Rounds of all contenders in turn, so that what disturbs the machine disturbs them alike. */
function race(rowCount: number, folder: string): Race {
  const { columnsText, rowsText, expected } = makeFigures(rowCount);
  writeFileSync(pathOf(folder, 'columns'), columnsText);
  writeFileSync(pathOf(folder, 'rows'), rowsText);
  const wrong = new Set<ContenderId>();
  const least = leastOfRounds(() =>
    CONTENDER_IDS.map((id) => {
      const run = runCold<ColdRun>('contender', id, folder);
      if (run.answer !== null && !isSameAnswer(run.answer, expected)) wrong.add(id);
      return run.milliseconds;
    }),
  );
  return { rowCount, timeOf: (id) => least[CONTENDER_IDS.indexOf(id)], wrong: [...wrong] };
}

const LARGEST = ROW_COUNTS[ROW_COUNTS.length - 1];

function raceFigures({ rowCount, timeOf, wrong }: Race): Figure[] {
  const rows = `${rowCount.toLocaleString('en')} rows`;
  const own = timeOf('koers');
  return [
    trend(`${rows}: Koers`, milliseconds(own)),
    ...RATIOS.map(({ what, ratio, bound }) => {
      const value = ratio(own, timeOf);
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
  readonly ratio: (own: number, timeOf: Race['timeOf']) => number;
  /** Of the largest race only. */
  readonly bound: ((what: string, value: number) => Figure) | null;
}

const RATIOS: readonly Ratio[] = [
  {
    what: 'Koers ÷ touching every row once',
    ratio: (own, timeOf) => own / timeOf('touchRows'),
    bound: (what, value) => atMost(what, value, 2, times),
  },
  {
    what: 'Koers ÷ touching every cell once, column by column',
    ratio: (own, timeOf) => own / timeOf('touchColumns'),
    bound: null,
  },
  {
    what: 'a naive Map keyed by text ÷ Koers',
    ratio: (own, timeOf) => timeOf('map') / own,
    bound: null,
  },
  {
    what: 'arquero ÷ Koers',
    ratio: (own, timeOf) => timeOf('arquero') / own,
    bound: (what, value) => atLeast(what, value, 3, times),
  },
  {
    what: 'DuckDB with its load ÷ Koers',
    ratio: (own, timeOf) => timeOf('duckdb') / own,
    bound: (what, value) => atLeast(what, value, 5, times),
  },
];

export function measureAggregation(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'koers-bench-'));
  try {
    const races = ROW_COUNTS.map((rowCount) => race(rowCount, folder));
    const [first, last] = [races[0], races[races.length - 1]];
    const growth = last.timeOf('koers') / first.timeOf('koers');
    const limit = last.rowCount / first.rowCount;
    return [
      ...races.flatMap(raceFigures),
      atMost(`time for ${limit} times the rows`, growth, limit, times),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
