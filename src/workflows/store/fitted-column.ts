import { isClose } from './close-numbers.ts';
import type { Precision } from './column-encodings.ts';
import type { Sources } from './derivations.ts';
import { FITS, type FitName } from './fits.ts';
import type { PlainCell } from './plain-table.ts';
import { eachPresent, presenceOf } from './runs.ts';

export interface FittedColumn {
  readonly k: 'fitted';
  readonly r: FitName;
  readonly f: readonly string[];
  readonly p: readonly number[];
  /** Length and numbers of each stretch, one after the other. */
  readonly s: readonly number[];
}

/** More numbers than this share of the values, and the values themselves are kept. */
const MOST_NUMBERS_SHARE = 0.6;
const KEPT_DIGITS = 14;
/** Rows that a curve is drawn through. */
const LOOK_AHEAD = 12;

interface Stretch {
  readonly first: number;
  /** Past the last row of the key, or of the values. */
  readonly end: number;
}

/** Numbers of the curve from a row on, and how many rows lie on it; null when none do. */
function longestFit(
  name: FitName,
  sources: Sources,
  { first, end }: Stretch,
  valueAt: (row: number) => number,
  { digits, derivedError }: Precision,
): { numbers: number[]; length: number } | null {
  const { solve, predict } = FITS[name];
  const ahead = Math.min(end - first, LOOK_AHEAD);
  const rows = Array.from({ length: ahead }, (_, at) => first + at);
  const solved = solve(sources, rows, valueAt);
  if (solved === null || !solved.every(Number.isFinite)) return null;
  const numbers =
    digits === null ? solved : solved.map((value) => Number(value.toPrecision(KEPT_DIGITS)));
  let row = first;
  while (row < end && isClose(predict(sources, numbers, first, row), valueAt(row), derivedError)) {
    row += 1;
  }
  return row === first ? null : { numbers, length: row - first };
}

export function encodeFitted(
  cells: readonly PlainCell[],
  fit: { fit: FitName; from: readonly string[] },
  sources: Sources,
  precision: Precision,
): FittedColumn | null {
  const present = presenceOf(cells);
  const stretches: number[] = [];
  const valueAt = (row: number): number => Number(cells[row]);
  let isFitting = cells.every((cell) => cell === null || typeof cell === 'number');
  let count = 0;
  eachPresent(present, (from, to) => {
    let first = from;
    while (isFitting && first < to) {
      let end = first + 1;
      while (end < to && !sources.isFirstOfKey(end)) end += 1;
      const found = longestFit(fit.fit, sources, { first, end }, valueAt, precision);
      isFitting = found !== null;
      if (found === null) return;
      stretches.push(found.length, ...found.numbers);
      count += found.length;
      first += found.length;
    }
  });
  if (!isFitting || stretches.length > count * MOST_NUMBERS_SHARE) return null;
  return { k: 'fitted', r: fit.fit, f: fit.from, p: present, s: stretches };
}

export function decodeFitted(
  column: FittedColumn,
  sources: Sources,
  rowCount: number,
): PlainCell[] {
  const { size, predict } = FITS[column.r];
  const cells: PlainCell[] = new Array(rowCount).fill(null);
  let at = 0;
  eachPresent(column.p, (from, to) => {
    let first = from;
    while (first < to) {
      const end = first + column.s[at];
      const numbers = column.s.slice(at + 1, at + 1 + size);
      for (let row = first; row < end; row += 1) cells[row] = predict(sources, numbers, first, row);
      at += 1 + size;
      first = end;
    }
  });
  return cells;
}
