import type { CellLocale } from '../cell/cell-locale.ts';
import { readNumber } from '../cell/read-number.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

/** One condition of a filter: Status = paid. */
export interface FilterClause {
  readonly column: string;
  readonly operator: FilterOperator;
  readonly operand: string;
}

type Comparison = (order: number) => boolean;

/** `order` is negative, 0 or positive as the cell comes before, at or after the operand. */
const OPERATORS = {
  '<>': (order) => order !== 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '!=': (order) => order !== 0,
  '=': (order) => order === 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
} as const satisfies Record<string, Comparison>;

type FilterOperator = keyof typeof OPERATORS;

const CLAUSE = /^([^<>=!]+)(<>|>=|<=|!=|=|>|<)(.*)$/;

/** "Status = paid; Country <> BE" as clauses that all must hold; null when it is not understood. */
export function parseFilter(text: string): FilterClause[] | null {
  const clauses: FilterClause[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const match = CLAUSE.exec(part.trim());
    if (match === null) return null;
    const operator = match[2];
    if (!isOperator(operator)) return null;
    clauses.push({
      column: match[1].trim(),
      operator,
      operand: match[3].trim().replace(/^"(.*)"$/, '$1'),
    });
  }
  return clauses;
}

const isOperator = (text: string): text is FilterOperator => Object.keys(OPERATORS).includes(text);

/** Numbers compare as numbers when both are; else as text without case or accents. */
export function passesClause(
  cell: unknown,
  { operator, operand }: FilterClause,
  locale: CellLocale,
): boolean {
  const number = readNumber(cell, 'general', locale);
  const wanted = readNumber(operand, 'general', locale);
  if (number.kind === 'value' && wanted.kind === 'value') {
    return OPERATORS[operator](number.value - wanted.value);
  }
  const text = normaliseText(String(cell ?? ''));
  const key = normaliseText(operand);
  return OPERATORS[operator](text < key ? -1 : text > key ? 1 : 0);
}
