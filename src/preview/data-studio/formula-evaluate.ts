import type { Value } from './contract.ts';
import { aggregateFunctions, identityOf, rowFunctions } from './formula-functions.ts';
import type { BinaryOperator, Formula } from './formula-syntax.ts';

export type ReadField = (name: string) => Value;

const holds: Partial<Record<BinaryOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function orderOf(left: Value, right: Value): number {
  const [one, other] = [identityOf(left), identityOf(right)];
  if (one === other) return 0;
  // SAFETY: the check made both sides of one type, and null was answered before.
  return (one as number) < (other as number) ? -1 : 1;
}

/** Null spreads; dividing by zero gives null. */
function arithmetic(operator: BinaryOperator, left: Value, right: Value): Value {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? null : left / right;
}

/** Three-valued: false AND null is false, true OR null is true, else null stays null. */
function logic(operator: 'AND' | 'OR', left: Value, right: Value): Value {
  const decisive = operator === 'OR';
  if (left === decisive || right === decisive) return decisive;
  return left === null || right === null ? null : !decisive;
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === 'AND' || operator === 'OR') return logic(operator, left, right);
  const compare = holds[operator];
  if (compare === undefined) return arithmetic(operator, left, right);
  return left === null || right === null ? null : compare(orderOf(left, right));
}

/**
 * The value of a checked formula for a group of rows (of one row, when it does not aggregate).
 * `read` answers for the group as a whole, `rows` one by one.
 */
export function evaluateFormula(
  formula: Formula,
  read: ReadField,
  rows: readonly ReadField[],
): Value {
  const resultOf = (operand: Formula): Value => evaluateFormula(operand, read, rows);
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'field':
      return read(formula.name);
    case 'negate': {
      const value = resultOf(formula.operand);
      return typeof value === 'number' ? -value : null;
    }
    case 'not': {
      const value = resultOf(formula.operand);
      return typeof value === 'boolean' ? !value : null;
    }
    case 'isNull':
      return resultOf(formula.operand) === null;
    case 'binary':
      return binary(formula.operator, resultOf(formula.left), resultOf(formula.right));
    case 'case': {
      const branch = formula.branches.find(({ when }) => resultOf(when) === true);
      return resultOf(branch?.result ?? formula.otherwise);
    }
    case 'call': {
      const aggregate = aggregateFunctions[formula.name];
      const [argument] = formula.args;
      if (aggregate !== undefined && argument !== undefined) {
        return aggregate.aggregate(rows.map((row) => evaluateFormula(argument, row, [])));
      }
      return rowFunctions[formula.name]?.apply(formula.args.map(resultOf)) ?? null;
    }
  }
}
