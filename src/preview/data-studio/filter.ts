import type { Cell, FilterClause, FilterOperator, Filters } from './contract.ts';
import { QueryError } from './errors.ts';

/** RE2 writes flags in front, (?i)abc; JavaScript wants them apart. */
function toRegExp(source: string, whole: boolean): RegExp {
  const leading = /^\(\?([imsU]+)\)/.exec(source);
  const flags = leading?.[1] ?? '';
  const body = source.slice(leading?.[0].length ?? 0);
  if (flags.includes('U')) throw new QueryError(`The flag U in "${source}" is not supported here.`);
  try {
    return new RegExp(whole ? `^(?:${body})$` : body, `u${flags}`);
  } catch {
    throw new QueryError(`"${source}" is not a regular expression.`);
  }
}

const asText = (cell: Cell): string => String(cell);

function isSame(cell: Cell, wanted: string): boolean {
  if (typeof cell === 'number') return wanted.trim() !== '' && Number(wanted) === cell;
  return asText(cell) === wanted;
}

/** Dates are digits, so they compare as numbers. */
function asNumber(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.trim() === '') return Number.NaN;
  return Number(cell);
}

type Matcher = (values: readonly string[]) => (cell: Exclude<Cell, null>) => boolean;

const compare =
  (holds: (left: number, right: number) => boolean): Matcher =>
  (values) => {
    const bound = asNumber(values[0]);
    return (cell) => holds(asNumber(cell), bound);
  };

const matchers: Record<Exclude<FilterOperator, 'IS_NULL'>, Matcher> = {
  EQUALS: (values) => (cell) => isSame(cell, values[0] ?? ''),
  CONTAINS: (values) => (cell) => asText(cell).includes(values[0] ?? ''),
  REGEXP_PARTIAL_MATCH: (values) => {
    const pattern = toRegExp(values[0] ?? '', false);
    return (cell) => pattern.test(asText(cell));
  },
  REGEXP_EXACT_MATCH: (values) => {
    const pattern = toRegExp(values[0] ?? '', true);
    return (cell) => pattern.test(asText(cell));
  },
  IN_LIST: (values) => (cell) => values.some((value) => isSame(cell, value)),
  BETWEEN: (values) => {
    const [low, high] = [asNumber(values[0]), asNumber(values[1])];
    return (cell) => asNumber(cell) >= low && asNumber(cell) <= high;
  },
  NUMERIC_GREATER_THAN: compare((left, right) => left > right),
  NUMERIC_GREATER_THAN_OR_EQUAL: compare((left, right) => left >= right),
  NUMERIC_LESS_THAN: compare((left, right) => left < right),
  NUMERIC_LESS_THAN_OR_EQUAL: compare((left, right) => left <= right),
};

/** Null matches nothing but IS_NULL, and EXCLUDE keeps what does not match: null stays. */
function compileClause(clause: FilterClause): (cell: Cell) => boolean {
  const wanted = clause.type === 'INCLUDE';
  if (clause.operator === 'IS_NULL') {
    return (cell) => (cell === null || cell === '') === wanted;
  }
  const matcher = matchers[clause.operator];
  if (matcher === undefined) throw new QueryError(`The operator ${clause.operator} is unknown.`);
  const matches = matcher(clause.values);
  return (cell) => (cell !== null && matches(cell)) === wanted;
}

/**
 * The reference filter: a row stays if every outer element has a clause that holds.
 * Source: the platform's page on filters; text compares with regard to case.
 */
export function compileFilters(filters: Filters): (read: (fieldName: string) => Cell) => boolean {
  const compiled = filters.map((clauses) =>
    clauses.map((clause) => ({ fieldName: clause.fieldName, holds: compileClause(clause) })),
  );
  return (read) =>
    compiled.every((clauses) => clauses.some(({ fieldName, holds }) => holds(read(fieldName))));
}

export const filterFieldNames = (filters: Filters): string[] => [
  ...new Set(filters.flatMap((clauses) => clauses.map((clause) => clause.fieldName))),
];
