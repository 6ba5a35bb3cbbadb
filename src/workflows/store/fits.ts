import type { Sources } from './derivations.ts';

/**
 * A curve that many rows in a row lie on, kept as its few numbers. Like a derivation it is a guess
 * that encoding verifies row by row; a stretch of rows ends where the guess no longer holds.
 */
export interface Fit {
  /** Numbers per stretch. */
  readonly size: number;
  /** From the first rows of a stretch; null where no curve goes through them. */
  readonly solve: (sources: Sources, rows: readonly number[], values: ValueAt) => number[] | null;
  readonly predict: (
    sources: Sources,
    numbers: readonly number[],
    first: number,
    row: number,
  ) => number;
}

type ValueAt = (row: number) => number;

const numberAt = ({ columns }: Sources, row: number): number => {
  const cell = columns[0][row];
  return typeof cell === 'number' ? cell : Number.NaN;
};

const daysIn = ({ columns: [starts, ends], dayOf }: Sources, row: number): number =>
  dayOf(ends[row]) - dayOf(starts[row]) + 1;

/** An even plan: so much a day. */
const perDay: Fit = {
  size: 1,
  solve: (sources, [row], values) => [values(row) / daysIn(sources, row)],
  predict: (sources, [rate], _first, row) => rate * daysIn(sources, row),
};

/** A straight line against another column. */
const line: Fit = {
  size: 2,
  solve(sources, rows, values) {
    const [first] = rows;
    const x = numberAt(sources, first);
    const other = rows.find((row) => numberAt(sources, row) !== x);
    if (other === undefined) return [values(first), 0];
    const slope = (values(other) - values(first)) / (numberAt(sources, other) - x);
    return [values(first) - slope * x, slope];
  },
  predict: (sources, [start, slope], _first, row) => start + slope * numberAt(sources, row),
};

/** Ever wider below another column: its square grows with the steps and with their square. */
const widening: Fit = {
  size: 2,
  solve(sources, rows, values) {
    if (rows.length < 3) return null;
    const [, one, two] = rows.map((row) => (numberAt(sources, row) - values(row)) ** 2);
    const square = (two - 2 * one) / 2;
    return [one - square, square];
  },
  predict(sources, [linear, square], first, row) {
    const steps = row - first;
    return numberAt(sources, row) - Math.sqrt(Math.max(0, linear * steps + square * steps ** 2));
  },
};

export const FITS = { per_day: perDay, line, widening } satisfies Record<string, Fit>;

export type FitName = keyof typeof FITS;

/** Which column lies on which curve of which others. */
export const FITTED: ReadonlyArray<{ field: string; fit: FitName; from: readonly string[] }> = [
  { field: 'plan', fit: 'per_day', from: ['interval_start', 'interval_end'] },
  { field: 'forecast_to_date', fit: 'line', from: ['plan_to_date'] },
  { field: 'forecast_low', fit: 'widening', from: ['forecast_to_date'] },
];
