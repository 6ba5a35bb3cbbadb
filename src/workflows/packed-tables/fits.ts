import type { Sources } from './rules.ts';

/**
 * A curve that many rows in a row lie on, kept as its few numbers. Like a derivation it is a guess
 * that encoding verifies row by row; it ends where the guess no longer holds.
 */
export interface Fit {
  /** How many numbers. */
  readonly size: number;
  /** Through the rows from the first to the last, all of one key; null where no curve does. */
  readonly solve: (
    sources: Sources,
    first: number,
    last: number,
    valueAt: (row: number) => number,
  ) => number[] | null;
  readonly predict: (
    sources: Sources,
    numbers: readonly number[],
    first: number,
    row: number,
  ) => number;
}

const numberAt = (sources: Sources, source: number, row: number): number => {
  const cell = sources.columns[source][row];
  return typeof cell === 'number' ? cell : Number.NaN;
};

const dayAt = ({ columns, dayOf }: Sources, source: number, row: number): number =>
  dayOf(columns[source][row]);

const daysIn = (sources: Sources, row: number): number =>
  dayAt(sources, 1, row) - dayAt(sources, 0, row) + 1;

/** An even plan: so much a day. */
const perDay: Fit = {
  size: 1,
  solve: (sources, first, _last, valueAt) => [valueAt(first) / daysIn(sources, first)],
  predict: (sources, numbers, _first, row) => numbers[0] * daysIn(sources, row),
};

/** A straight line through the first row and the last. */
const lineOver = (xAt: (sources: Sources, row: number) => number): Fit => ({
  size: 2,
  solve(sources, first, last, valueAt) {
    const step = xAt(sources, last) - xAt(sources, first);
    return [valueAt(first), (valueAt(last) - valueAt(first)) / step];
  },
  predict: (sources, numbers, first, row) =>
    numbers[0] + numbers[1] * (xAt(sources, row) - xAt(sources, first)),
});

/** Against another column. */
const line = lineOver((sources, row) => numberAt(sources, 0, row));
/** Against time. */
const dayLine = lineOver((sources, row) => dayAt(sources, 0, row));

/**
 * Ever wider below another column: the square of the distance grows with the steps and with their
 * square. The first row is one step ahead.
 */
const widening: Fit = {
  size: 2,
  solve(sources, first, last, valueAt) {
    const distanceAt = (row: number) => (numberAt(sources, 0, row) - valueAt(row)) ** 2;
    const steps = last - first + 1;
    const square = (distanceAt(last) / steps - distanceAt(first)) / (steps - 1);
    return [distanceAt(first) - square, square];
  },
  predict(sources, numbers, first, row) {
    const steps = row - first + 1;
    const square = steps * (numbers[0] + steps * numbers[1]);
    return numberAt(sources, 0, row) - Math.sqrt(Math.max(0, square));
  },
};

/** A baseline is what a person typed, or a value measured: more digits are rounding. */
const BASELINE_DIGITS = 10;
/** Rows to find one among whose share tells the baseline. */
const LOOK_AHEAD = 12;

/** What was covered from a baseline, against what another column had covered by then. */
const sharePast: Fit = {
  size: 1,
  solve(sources, first, last, valueAt) {
    let away = first;
    for (let row = first; row <= Math.min(last, first + LOOK_AHEAD); row += 1) {
      if (Math.abs(valueAt(row) - 1) > Math.abs(valueAt(away) - 1)) away = row;
    }
    const share = valueAt(away);
    const baseline =
      (numberAt(sources, 0, away) - share * numberAt(sources, 1, away)) / (1 - share);
    return [Number(baseline.toPrecision(BASELINE_DIGITS))];
  },
  predict: (sources, numbers, _first, row) =>
    (numberAt(sources, 0, row) - numbers[0]) / (numberAt(sources, 1, row) - numbers[0]),
};

/** By name; the names are part of the stored layout. */
export const FITS = {
  per_day: perDay,
  line,
  day_line: dayLine,
  widening,
  share_past: sharePast,
} satisfies Record<string, Fit>;

export type FitName = keyof typeof FITS;

/** Which column lies on which curve of which others. */
export const FITTED: ReadonlyArray<{ field: string; fit: FitName; from: readonly string[] }> = [
  { field: 'plan', fit: 'per_day', from: ['interval_start', 'interval_end'] },
  { field: 'plan', fit: 'day_line', from: ['interval_end'] },
  { field: 'forecast_to_date', fit: 'line', from: ['plan_to_date'] },
  { field: 'forecast_to_date', fit: 'day_line', from: ['interval_end'] },
  { field: 'forecast_low', fit: 'widening', from: ['forecast_to_date'] },
  { field: 'interval_pace_index', fit: 'share_past', from: ['actual_to_date', 'plan_to_date'] },
];
