import type { Day } from '../model/calendar-date.ts';
import { ADDS, PARTS_ADD } from './guards.ts';
import type { Cell, Part } from './part.ts';

/** Intervals that become a longer one. */
export interface Group {
  /** Positions in the block: the first, and past the last. */
  readonly from: number;
  readonly to: number;
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
  /** The period of the KPI begins or ends within it. */
  readonly isCut: boolean;
}

/** The intervals of a block, and the longer ones that they become. */
export interface LongerIntervals {
  readonly groups: readonly Group[];
  /** A column as it is, interval by interval. */
  cells(id: string): readonly Cell[];
  /** A column of the longer intervals. */
  combined(id: string): readonly Cell[];
}

/** What a column says of the longer intervals of a block. */
export type OverGrain = (id: string, intervals: LongerIntervals) => Part;

const eachGroup =
  (combine: (cells: readonly Cell[]) => Cell): OverGrain =>
  (id, { groups, cells }) => {
    const own = cells(id);
    return groups.map(({ from, to }) => combine(own.slice(from, to)));
  };

const presentIn = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell !== null);

const lastOf = (cells: readonly Cell[]): Cell => {
  const present = presentIn(cells);
  return present.length === 0 ? null : present[present.length - 1];
};

/** Null when nothing was there: no value is not zero. */
function totalOf(cells: readonly Cell[]): number | null {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

function joinedOf(cells: readonly Cell[]): Cell {
  const labels = presentIn(cells).filter((label) => label !== '');
  return labels.length === 0 ? null : [...new Set(labels)].join(', ');
}

export const first = eachGroup(([cell]) => cell);
export const last = eachGroup(lastOf);
export const total = eachGroup(totalOf);
export const every = eachGroup((cells) => cells.every((cell) => cell === true));
export const joined = eachGroup(joinedOf);
export const none: OverGrain = () => null;

const wholeTotal = eachGroup((cells) => (cells.includes(null) ? null : totalOf(cells)));

export const isFlagged = ({ cells }: LongerIntervals, flag: string): boolean =>
  cells(flag)[0] === 1;

/** Values of totals add up, of levels the last one stands; means and ratios have no such sum. */
export const flow: OverGrain = (id, intervals) => {
  if (isFlagged(intervals, ADDS)) return wholeTotal(id, intervals);
  return isFlagged(intervals, PARTS_ADD) ? null : last(id, intervals);
};

/** What is planned for a mean or a level is planned for its last day. */
export const planned: OverGrain = (id, intervals) =>
  (isFlagged(intervals, ADDS) ? total : last)(id, intervals);

export const addedPart: OverGrain = (id, intervals) =>
  (isFlagged(intervals, PARTS_ADD) ? total : last)(id, intervals);

/** Where figures end and the forecast begins both are the same, so that the lines meet. */
export const foreseen: OverGrain = (id, { groups, cells }) => {
  const [own, known] = [cells(id), cells('actual_to_date')];
  return groups.map(({ from, to }) =>
    lastOf(known.slice(from, to)) === null
      ? lastOf(own.slice(from, to))
      : (presentIn(own.slice(from, to))[0] ?? null),
  );
};

/** One number ÷ another; null without both, or by zero. */
export const ratioOf = (part: Cell, whole: Cell): number | null =>
  typeof part === 'number' && typeof whole === 'number' && whole !== 0 ? part / whole : null;
