import { daysInMonth } from '../../core/model/calendar-date.ts';
import type { PlainCell } from './plain-table.ts';

/** What a rule or a curve reads; rows of one key are together. */
export interface Sources {
  readonly columns: ReadonlyArray<readonly PlainCell[]>;
  /** First row with the key of each row. */
  readonly firstOf: ArrayLike<number>;
  /** The day of a date cell; each date is read once. */
  readonly dayOf: (cell: PlainCell) => number;
}

/** Writes what it says of the rows from `from` up to `to`: the same, whichever rows are asked. */
type Fill = (sources: Sources, from: number, to: number, cells: PlainCell[]) => void;

const at = (sources: Sources, source: number, row: number): number => {
  const cell = sources.columns[source][row];
  return typeof cell === 'number' ? cell : Number.NaN;
};

/** Where a source has no number, neither has what follows from it. */
const eachRow =
  (predict: (sources: Sources, row: number) => number): Fill =>
  (sources, from, to, cells) => {
    for (let row = from; row < to; row += 1) {
      const value = predict(sources, row);
      cells[row] = Number.isFinite(value) ? value + 0 : null;
    }
  };

const same: Fill = ({ columns: [source] }, from, to, cells) => {
  for (let row = from; row < to; row += 1) cells[row] = source[row];
};

/** Of the first source, in rows that count; a row without a number has no total either. */
const runningTotal =
  (isCounted: (sources: Sources, row: number) => boolean): Fill =>
  (sources, from, to, cells) => {
    const { columns, firstOf } = sources;
    const [source] = columns;
    let sum = 0;
    for (let row = from < to ? firstOf[from] : to; row < to; row += 1) {
      if (firstOf[row] === row) sum = 0;
      const cell = source[row];
      if (typeof cell === 'number' && isCounted(sources, row)) sum += cell;
      if (row >= from) cells[row] = typeof cell === 'number' ? sum : null;
    }
  };

/** The mean so far: numerators over denominators, or over how many there are. */
const runningRatio: Fill = ({ columns: [over, under], firstOf }, from, to, cells) => {
  let sum = 0;
  let count = 0;
  for (let row = from < to ? firstOf[from] : to; row < to; row += 1) {
    if (firstOf[row] === row) {
      sum = 0;
      count = 0;
    }
    const own = over[row];
    const ownCount = under === undefined ? 1 : under[row];
    const hasBoth = typeof own === 'number' && typeof ownCount === 'number';
    sum += hasBoth ? own : 0;
    count += hasBoth ? ownCount : 0;
    if (row >= from) cells[row] = hasBoth && count !== 0 ? sum / count : null;
  }
};

const rowsBefore = (count: number): Fill =>
  eachRow((sources, row) =>
    row - count < sources.firstOf[row] ? Number.NaN : at(sources, 0, row - count),
  );

const YEAR = 10_000;
const LEAP_DAY = 229;

const LAST_OF_FEBRUARY = 228;

/** The same date a year earlier, as 20240531; of the last of February the last of February. */
function yearEarlier(date: PlainCell): number {
  const own = Number(date);
  const day = own % YEAR;
  if (day !== LEAP_DAY && day !== LAST_OF_FEBRUARY) return own - YEAR;
  const year = Math.floor(own / YEAR);
  const isLast = day === 200 + daysInMonth(year, 2);
  return (year - 1) * YEAR + (isLast ? 200 + daysInMonth(year - 1, 2) : day);
}

/** A leap day and the day before it have the same day last year: it counts once. */
const isOwnDayLastYear = ({ columns: [, starts, ends] }: Sources, row: number): boolean =>
  starts[row] !== ends[row] || Number(starts[row]) % YEAR !== LEAP_DAY;

/** From a column and the dates at which its rows start, in order. */
const yearBefore: Fill = ({ columns: [source, starts], firstOf }, from, to, cells) => {
  let found = 0;
  for (let row = from; row < to; row += 1) {
    if (row === from || firstOf[row] === row) found = firstOf[row];
    const wanted = yearEarlier(starts[row]);
    while (found < row && Number(starts[found]) < wanted) found += 1;
    cells[row] = found < row && Number(starts[found]) === wanted ? source[found] : null;
  }
};

/** Like is compared with like: sources from the second on are value, complete, partial. */
const isWhole = ({ columns }: Sources, complete: number, row: number): boolean =>
  columns[complete][row] === true && columns[complete + 1][row] === false;

const changeFrom = (own: number, earlier: number): number => (own - earlier) / Math.abs(earlier);

const differenceOfWhole = (sources: Sources, row: number): number =>
  isWhole(sources, 2, row) ? at(sources, 0, row) - at(sources, 1, row) : Number.NaN;

const sizeOfWhole = (sources: Sources, row: number): number =>
  isWhole(sources, 2, row) && sources.columns[0][row] !== null
    ? Math.abs(at(sources, 1, row))
    : Number.NaN;

/** What one column says about another, by name; the names are part of the stored layout. */
export const RULES = {
  same,
  running_total: runningTotal(() => true),
  running_total_last_year: runningTotal(isOwnDayLastYear),
  running_ratio: runningRatio,
  running_mean: runningRatio,
  one_before: rowsBefore(1),
  fifty_two_before: rowsBefore(52),
  year_before: yearBefore,
  hundredth: eachRow((sources, row) => at(sources, 0, row) / 100),
  difference: eachRow((sources, row) => at(sources, 0, row) - at(sources, 1, row)),
  ratio: eachRow((sources, row) => at(sources, 0, row) / at(sources, 1, row)),
  /** As far above the middle as the other is below it. */
  mirror: eachRow((sources, row) => 2 * at(sources, 0, row) - at(sources, 1, row)),
  change_between_whole: eachRow((sources, row) =>
    row > 0 && isWhole(sources, 2, row) && isWhole(sources, 2, row - 1)
      ? changeFrom(at(sources, 0, row), at(sources, 1, row))
      : Number.NaN,
  ),
  change_of_whole: eachRow((sources, row) =>
    isWhole(sources, 2, row) ? changeFrom(at(sources, 0, row), at(sources, 1, row)) : Number.NaN,
  ),
  difference_of_whole: eachRow(differenceOfWhole),
  size_of_whole: eachRow(sizeOfWhole),
  /** Shown in percent, kept as a share. */
  difference_of_whole_percents: eachRow((sources, row) => differenceOfWhole(sources, row) / 100),
  size_of_whole_percents: eachRow((sources, row) => sizeOfWhole(sources, row) / 100),
} satisfies Record<string, Fill>;

export type RuleName = keyof typeof RULES;

/**
 * What the error of a rule is measured against where that is more than its value: a difference is no
 * better than what is subtracted.
 */
export const SCALES: Readonly<
  Partial<Record<RuleName, (sources: Sources, row: number) => number>>
> = {
  difference: (sources, row) => Math.abs(at(sources, 0, row)),
  difference_of_whole: (sources, row) => Math.abs(at(sources, 0, row)),
  difference_of_whole_percents: (sources, row) => Math.abs(at(sources, 0, row) / 100),
  mirror: (sources, row) => Math.abs(at(sources, 0, row)),
  change_of_whole: () => 1,
  change_between_whole: () => 1,
};
