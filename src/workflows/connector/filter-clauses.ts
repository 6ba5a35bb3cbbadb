import type { Cell } from '../../core/tables/part.ts';
import { matcherOf } from './filter-patterns.ts';

/**
 * Whether a cell passes a clause, and null where nothing documented says so: what becomes of a blank
 * cell that is excluded, whether CONTAINS looks at capitals, how 1 compares with "1.0". Whoever asks
 * leaves such a request to Data Studio.
 */
type Verdict = boolean | null;

/** How a column is written in an answer. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

export interface FilterClause {
  readonly fieldName: string;
  readonly values: readonly string[];
  readonly isExcluded: boolean;
  readonly operator: string;
}

type Present = Exclude<Cell, null>;
type Test = (cell: Present) => Verdict;

/** The readings of one question; null where they differ. */
const agreed = (one: boolean, other: boolean): Verdict => (one === other ? one : null);

/** Null for what is not simply a number. */
function numberIn(text: string | undefined): number | null {
  const value = text === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? Number.NaN : Number(text);
  return Number.isNaN(value) ? null : value;
}

/** A day or a moment is asked for by its digits; how a day compares with a moment, nobody says. */
const isLikeDay = (cell: Present, value: string | number): boolean =>
  /^\d+$/.test(String(value)) && String(value).length === String(cell).length;

/** A number as a number and as a text. */
function isSame(cell: Present, value: string, kind: CellKind): Verdict {
  if (kind === 'date' && !isLikeDay(cell, value)) return null;
  const asText = String(cell) === value;
  if (typeof cell === 'string') return asText;
  if (typeof cell === 'number') return agreed(asText, Number(value) === cell && value !== '');
  return agreed(asText, String(cell) === value.toLowerCase());
}

/** True as soon as one is; not known as soon as none is and one is not known. */
function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

const not = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

/** Numbers, and days by their digits; of other texts nobody says how they compare. */
function numberOf(cell: Present, kind: CellKind): number | null {
  if (kind === 'number') return typeof cell === 'number' ? cell : null;
  return kind === 'date' ? numberIn(String(cell)) : null;
}

/** One that compares with bounds. */
const compared =
  (bounds: number, holds: (value: number, bounds: readonly number[]) => Verdict): Operator =>
  (values, kind) => {
    const numbers = values.slice(0, bounds).flatMap((value) => numberIn(value) ?? []);
    if (numbers.length < bounds) return null;
    return (cell) => {
      const value = numberOf(cell, kind);
      if (value === null) return null;
      const isAlike = kind !== 'date' || numbers.every((bound) => isLikeDay(cell, bound));
      return isAlike ? holds(value, numbers) : null;
    };
  };

/** One that looks for something in a text. */
const searched =
  (testOf: (value: string) => ((text: string) => Verdict) | null): Operator =>
  ([value], kind) => {
    const test = value === undefined || kind !== 'text' ? null : testOf(value);
    return test === null ? null : (cell) => test(String(cell));
  };

/** Tests cells of this kind with these values; null with values that it cannot test with. */
type Operator = (values: readonly string[], kind: CellKind) => Test | null;

/** Source: developers.google.com/looker-studio/connector/filters. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  EQUALS: ([value], kind) => (value === undefined ? null : (cell) => isSame(cell, value, kind)),
  IN_LIST: (values, kind) => (cell) => any(values.map((value) => isSame(cell, value, kind))),
  CONTAINS: searched(
    (value) => (text) =>
      agreed(text.includes(value), text.toLowerCase().includes(value.toLowerCase())),
  ),
  REGEXP_PARTIAL_MATCH: searched((value) => matcherOf(value, 'partial')),
  REGEXP_EXACT_MATCH: searched((value) => matcherOf(value, 'whole')),
  BETWEEN: compared(2, (value, [low, high]) => value >= low && value <= high),
  NUMERIC_GREATER_THAN: compared(1, (value, [bound]) => value > bound),
  NUMERIC_GREATER_THAN_OR_EQUAL: compared(1, (value, [bound]) => value >= bound),
  // The page says "less than or equal", and its example leaves the equal one out.
  NUMERIC_LESS_THAN: compared(1, (value, [bound]) => (value === bound ? null : value < bound)),
  NUMERIC_LESS_THAN_OR_EQUAL: compared(1, (value, [bound]) => value <= bound),
};

/** What a clause says of each cell of its column; null for an operator or values that are not known. */
function testOf({ operator, values, isExcluded }: FilterClause, kind: CellKind) {
  const wanted = (verdict: Verdict): Verdict => (isExcluded ? not(verdict) : verdict);
  if (operator === 'IS_NULL') return (cell: Cell) => wanted(cell === null);
  const known = Object.keys(OPERATORS).includes(operator) ? OPERATORS[operator] : null;
  const test = known?.(values, kind) ?? null;
  if (test === null) return null;
  // A blank cell is like nothing; whether that keeps it when it is excluded, nobody says.
  return (cell: Cell): Verdict => {
    if (cell === null) return isExcluded ? null : false;
    return wanted(test(cell));
  };
}

/** Each cell that occurs is tested once. */
function remembered(test: (cell: Cell) => Verdict): (cell: Cell) => Verdict {
  const known = new Map<Cell, Verdict>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const verdict = test(cell);
    known.set(cell, verdict);
    return verdict;
  };
}

/** A column as it is answered. */
export interface FilterColumn {
  readonly cells: readonly Cell[];
  readonly kind: CellKind;
}

/**
 * Of every row whether it stays: a clause of every inner list must hold. Null where this cannot be
 * said of all rows, or of a column that is not there: then none of the filters is applied.
 */
export function keptRows(
  filters: readonly (readonly FilterClause[])[],
  rowCount: number,
  columnOf: (fieldName: string) => FilterColumn | null,
): boolean[] | null {
  const lists: ((row: number) => Verdict)[][] = [];
  for (const clauses of filters) {
    const list: ((row: number) => Verdict)[] = [];
    for (const clause of clauses) {
      const column = columnOf(clause.fieldName);
      const found = column === null ? null : testOf(clause, column.kind);
      if (column === null || found === null) return null;
      const test = remembered(found);
      list.push((row) => test(column.cells[row]));
    }
    lists.push(list);
  }
  const kept: boolean[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const verdict = every(lists.map((list) => any(list.map((test) => test(row)))));
    if (verdict === null) return null;
    kept.push(verdict);
  }
  return kept;
}
