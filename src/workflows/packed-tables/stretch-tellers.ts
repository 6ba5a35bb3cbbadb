import type { Derivation } from './derivations.ts';
import { FITS, type FitName } from './fits.ts';
import type { PlainCell } from './plain-table.ts';
import { isSame, type Precision } from './precision.ts';
import type { RowBlocks } from './row-blocks.ts';
import { RULES, SCALES, type Sources } from './rules.ts';
import type { Option } from './segments.ts';

/** What is known about a field before its rows are looked at. */
export interface Guesses {
  readonly rules: ReadonlyArray<Derivation & { sources: Sources }>;
  readonly fits: ReadonlyArray<{ fit: FitName; from: readonly string[]; sources: Sources }>;
}

/** A way to tell the rows from one row on. */
export interface Stretch {
  readonly option: Option;
  readonly length: number;
  readonly numbers: readonly number[];
  /** What it takes to say so, in numbers of full length. */
  readonly cost: number;
}

export type Teller = (row: number) => Stretch | null;

export const STRETCH_COST = 0.5;
const COPY_COST = 0.7;
/** Of the numbers of a curve: more than is kept of a value, since many values hang on them. */
const CURVE_DIGITS = 14;

/** How many rows from each row on follow the rule. */
export function ruleTeller(
  cells: readonly PlainCell[],
  { rule, from, sources }: Guesses['rules'][number],
  precision: Precision,
): Teller {
  const predicted: PlainCell[] = new Array(cells.length).fill(null);
  RULES[rule](sources, 0, cells.length, predicted);
  const scaleAt = SCALES[rule];
  const lengths = new Int32Array(cells.length + 1);
  for (let row = cells.length - 1; row >= 0; row -= 1) {
    const scale = scaleAt?.(sources, row);
    const isFollowed = isSame(predicted[row], cells[row], precision, scale);
    lengths[row] = isFollowed ? lengths[row + 1] + 1 : 0;
  }
  const option: Option = [rule, ...from];
  return (row) => ({ option, length: lengths[row], numbers: [], cost: STRETCH_COST });
}

/** Distances to earlier rows that may say the same: the row before, and blocks of as many rows. */
export function copyTeller(cells: readonly PlainCell[], { starts, firstOf }: RowBlocks): Teller {
  const nearestOfLength = new Map<number, number>();
  const likeOf = new Map<number, number>();
  for (let block = 0; block + 1 < starts.length; block += 1) {
    const length = starts[block + 1] - starts[block];
    const like = nearestOfLength.get(length);
    if (like !== undefined) likeOf.set(starts[block], starts[block] - like);
    nearestOfLength.set(length, starts[block]);
  }
  const lastSeen = new Map<PlainCell, number>();
  let seenUpTo = 0;
  const option: Option = ['copy'];
  const lengthFrom = (row: number, distance: number): number => {
    let to = row;
    while (to < cells.length && cells[to] === cells[to - distance]) to += 1;
    return to - row;
  };
  return (row) => {
    for (; seenUpTo < row; seenUpTo += 1) {
      if (typeof cells[seenUpTo] === 'string') lastSeen.set(cells[seenUpTo], seenUpTo);
    }
    let best = { distance: 0, length: 0 };
    for (const distance of [1, likeOf.get(firstOf[row]), row - (lastSeen.get(cells[row]) ?? row)]) {
      if (distance === undefined || distance === 0 || distance > row) continue;
      const length = lengthFrom(row, distance);
      if (length > best.length) best = { distance, length };
    }
    return { option, length: best.length, numbers: [best.distance], cost: COPY_COST };
  };
}

/** Past the last row from each row on that has a number and is of the same block. */
function endsOfNumbers(cells: readonly PlainCell[], { firstOf }: RowBlocks): Int32Array {
  const ends = new Int32Array(cells.length);
  for (let row = cells.length - 1; row >= 0; row -= 1) {
    const isJoined = row + 1 < cells.length && firstOf[row + 1] === firstOf[row];
    if (typeof cells[row] !== 'number') ends[row] = row;
    else ends[row] = isJoined && typeof cells[row + 1] === 'number' ? ends[row + 1] : row + 1;
  }
  return ends;
}

export function curveTeller(
  cells: readonly PlainCell[],
  { fit, from, sources }: Guesses['fits'][number],
  blocks: RowBlocks,
  precision: Precision,
): Teller {
  const { solve, predict, size } = FITS[fit];
  const option: Option = [fit, ...from];
  const ends = endsOfNumbers(cells, blocks);
  const valueAt = (row: number): number => Number(cells[row]);
  const shortened = (value: number): number =>
    precision.digits === null ? value : Number(value.toPrecision(CURVE_DIGITS));
  return (first) => {
    const end = ends[first];
    let best: Stretch | null = null;
    // A curve through rows far apart is the more exact; one that bends is only found near by.
    for (let span = end - first; span > size; span = Math.ceil(span / 2)) {
      const numbers = solve(sources, first, first + span - 1, valueAt)?.map(shortened);
      if (numbers?.every(Number.isFinite)) {
        let row = first;
        while (row < end && isSame(predict(sources, numbers, first, row), cells[row], precision)) {
          row += 1;
        }
        const length = row - first;
        if (length > (best?.length ?? 0)) {
          best = { option, length, numbers, cost: STRETCH_COST + size };
        }
        if (length >= span) break;
      }
    }
    return best;
  };
}
