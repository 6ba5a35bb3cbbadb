import { isClose } from './close-numbers.ts';
import type { Derivation, Sources } from './derivations.ts';
import { ABSOLUTE_ERRORS, RULES } from './derivations.ts';
import { decodeFitted, type FittedColumn } from './fitted-column.ts';
import type { PlainCell } from './plain-table.ts';
import { eachPresent, fromRuns, presenceOf, toRuns } from './runs.ts';

/** One kept column. The letters are part of the stored layout (encoded-table.ts). */
export type EncodedColumn =
  | { readonly k: 'constant'; readonly v: PlainCell }
  | { readonly k: 'per_key'; readonly v: readonly PlainCell[] }
  | {
      readonly k: 'derived';
      readonly r: Derivation['rule'];
      readonly f: readonly string[];
      readonly p: readonly number[];
      /** Row and value of the few that do not follow. */
      readonly x: readonly number[];
    }
  | FittedColumn
  | { readonly k: 'words'; readonly w: readonly PlainCell[]; readonly i: readonly number[] }
  | { readonly k: 'word_runs'; readonly w: readonly PlainCell[]; readonly i: readonly number[] }
  | { readonly k: 'numbers'; readonly p: readonly number[]; readonly v: readonly number[] }
  | { readonly k: 'cells'; readonly v: readonly PlainCell[] };

/** Which key each row belongs to, as a position in the order of first appearance. */
export interface RowKeys {
  readonly keyOfRow: Int32Array;
  readonly keyCount: number;
}

/** How exactly numbers are kept. */
export interface Precision {
  /** Significant digits; null for every bit. */
  readonly digits: number | null;
  /** Relative error that a derived number may have. */
  readonly derivedError: number;
}

/** Every bit of what is kept; what follows from other columns may differ in the last bits. */
export const FULL_PRECISION: Precision = { digits: null, derivedError: 1e-14 };
/** For tables that do not fit otherwise: far inside the equality tolerance of 1e−9. */
export const SHORT_PRECISION: Precision = { digits: 12, derivedError: 1e-11 };

const keptNumber = (value: number, { digits }: Precision): number =>
  digits === null || Number.isInteger(value) ? value : Number(value.toPrecision(digits));

const keptCell = (cell: PlainCell, precision: Precision): PlainCell =>
  typeof cell === 'number' ? keptNumber(cell, precision) : cell;

export function encodeConstant(
  cells: readonly PlainCell[],
  precision: Precision,
): EncodedColumn | null {
  const first = cells.length === 0 ? null : cells[0];
  for (const cell of cells) if (cell !== first) return null;
  return { k: 'constant', v: keptCell(first, precision) };
}

export function encodePerKey(
  cells: readonly PlainCell[],
  keys: RowKeys,
  precision: Precision,
): EncodedColumn | null {
  if (keys.keyCount === 0 || keys.keyCount === cells.length) return null;
  const values: PlainCell[] = [];
  for (let row = 0; row < cells.length; row += 1) {
    const key = keys.keyOfRow[row];
    if (key === values.length) values.push(keptCell(cells[row], precision));
    else if (values[key] !== keptCell(cells[row], precision)) return null;
  }
  return { k: 'per_key', v: values };
}

function predictedColumn(
  rule: Derivation['rule'],
  sources: Sources,
  presence: readonly number[],
  rowCount: number,
): (number | null)[] {
  const cells: (number | null)[] = new Array(rowCount).fill(null);
  const isRunning = rule === 'running_total';
  let previous = Number.NaN;
  let walked = 0;
  const predict = RULES[rule];
  eachPresent(presence, (from, to) => {
    // A running total also grows in rows whose own value is not shown.
    for (let row = isRunning ? walked : from; row < to; row += 1) {
      previous = predict(sources, row, previous);
      if (row >= from) cells[row] = previous;
    }
    walked = to;
  });
  return cells;
}

/** More exceptions than this share, and the rule does not hold. */
const MOST_EXCEPTIONS_SHARE = 0.02;

export function encodeDerived(
  cells: readonly PlainCell[],
  { rule, from }: Derivation,
  sources: Sources,
  precision: Precision,
): EncodedColumn | null {
  const { derivedError, digits } = precision;
  const absoluteError = digits === null ? 0 : (ABSOLUTE_ERRORS[rule] ?? 0);
  const presence = presenceOf(cells);
  const predicted = predictedColumn(rule, sources, presence, cells.length);
  const exceptions: number[] = [];
  const most = cells.length * MOST_EXCEPTIONS_SHARE * 2;
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row];
    if (cell === null) continue;
    const guess = predicted[row] ?? Number.NaN;
    if (typeof cell !== 'number') return null;
    if (isClose(guess, cell, derivedError) || Math.abs(guess - cell) <= absoluteError) continue;
    exceptions.push(row, keptNumber(cell, precision));
    if (exceptions.length > most) return null;
  }
  return { k: 'derived', r: rule, f: from, p: presence, x: exceptions };
}

function decodeDerived(
  { r, f, p, x }: Extract<EncodedColumn, { k: 'derived' }>,
  { sources, rowCount }: DecodeContext,
): PlainCell[] {
  const cells: PlainCell[] = predictedColumn(r, sources(f), p, rowCount);
  for (let at = 0; at < x.length; at += 2) cells[x[at]] = x[at + 1];
  return cells;
}

const MOST_WORDS_SHARE = 0.5;

export function encodeWords(
  cells: readonly PlainCell[],
  precision: Precision,
): EncodedColumn | null {
  const positions = new Map<PlainCell, number>();
  const indexes: number[] = [];
  const most = Math.max(2, cells.length * MOST_WORDS_SHARE);
  for (const cell of cells) {
    const position = positions.get(cell);
    if (position === undefined) {
      if (positions.size >= most) return null;
      indexes.push(positions.size);
      positions.set(cell, positions.size);
    } else {
      indexes.push(position);
    }
  }
  const words = [...positions.keys()].map((cell) => keptCell(cell, precision));
  const runs = toRuns(indexes);
  return runs.length < indexes.length / 2
    ? { k: 'word_runs', w: words, i: runs }
    : { k: 'words', w: words, i: indexes };
}

export function encodeNumbers(
  cells: readonly PlainCell[],
  precision: Precision,
): EncodedColumn | null {
  const values: number[] = [];
  for (const cell of cells) {
    if (cell === null) continue;
    if (typeof cell !== 'number') return null;
    values.push(keptNumber(cell, precision));
  }
  return { k: 'numbers', p: presenceOf(cells), v: values };
}

function decodeNumbers(presence: readonly number[], values: readonly number[], rowCount: number) {
  const cells: PlainCell[] = new Array(rowCount).fill(null);
  let next = 0;
  eachPresent(presence, (from, to) => {
    for (let row = from; row < to; row += 1) {
      cells[row] = values[next];
      next += 1;
    }
  });
  return cells;
}

function picked(values: readonly PlainCell[], positions: ArrayLike<number>): PlainCell[] {
  const cells: PlainCell[] = new Array(positions.length);
  for (let row = 0; row < positions.length; row += 1) cells[row] = values[positions[row]];
  return cells;
}

export interface DecodeContext {
  readonly rowCount: number;
  readonly keys: RowKeys;
  readonly sources: (fields: readonly string[]) => Sources;
}

export function decodeColumn(column: EncodedColumn, context: DecodeContext): readonly PlainCell[] {
  const { rowCount, keys } = context;
  switch (column.k) {
    case 'constant':
      return new Array<PlainCell>(rowCount).fill(column.v);
    case 'per_key':
      return picked(column.v, keys.keyOfRow);
    case 'derived':
      return decodeDerived(column, context);
    case 'fitted':
      return decodeFitted(column, context.sources(column.f), rowCount);
    case 'words':
      return picked(column.w, column.i);
    case 'word_runs':
      return picked(column.w, fromRuns(column.i, rowCount));
    case 'numbers':
      return decodeNumbers(column.p, column.v, rowCount);
    case 'cells':
      return column.v;
  }
}

export const encodeCells = (cells: readonly PlainCell[], precision: Precision): EncodedColumn => ({
  k: 'cells',
  v: cells.map((cell) => keptCell(cell, precision)),
});
