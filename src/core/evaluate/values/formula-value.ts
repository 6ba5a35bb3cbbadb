import type { FormulaFunction, FormulaNode, FormulaOperator } from '../../model/formula.ts';
import { isReckonable } from '../../model/quantity.ts';
import { withoutRounding } from './exact-sum.ts';

const OPERATORS: Record<FormulaOperator, (left: number, right: number) => number | null> = {
  '+': (left, right) => withoutRounding(left + right, Math.abs(left) + Math.abs(right)),
  '-': (left, right) => withoutRounding(left - right, Math.abs(left) + Math.abs(right)),
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? null : left / right),
};

function roundTo(value: number, digits: number): number {
  // toFixed is what agrees with SQL's ROUND; it takes 0–100 digits.
  return Number(value.toFixed(Math.min(20, Math.max(0, Math.trunc(digits)))));
}

const FUNCTIONS: Record<FormulaFunction, (operands: readonly number[]) => number> = {
  min: (operands) => Math.min(...operands),
  max: (operands) => Math.max(...operands),
  abs: ([value]) => Math.abs(value),
  round: ([value, digits = 0]) => roundTo(value, digits),
};

/**
 * The value of a formula; null when an operand is null, a divisor is 0 or the result cannot be reckoned with
 * (calculations.md §3).
 *
 * @param readOperand each operand, already aggregated by its own rule: a ratio is Σ ÷ Σ
 */
export function formulaValue(
  node: FormulaNode,
  readOperand: (measureId: string) => number | null,
): number | null {
  if (node.kind === 'number') return reckonable(node.value);
  if (node.kind === 'measure') return readOperand(node.measureId);
  if (node.kind === 'negate') {
    const value = formulaValue(node.operand, readOperand);
    return value === null ? null : -value;
  }
  if (node.kind === 'call') {
    const operands: number[] = [];
    for (const operand of node.operands) {
      const value = formulaValue(operand, readOperand);
      if (value === null) return null;
      operands.push(value);
    }
    return reckonable(FUNCTIONS[node.name](operands));
  }
  const left = formulaValue(node.left, readOperand);
  const right = formulaValue(node.right, readOperand);
  return left === null || right === null ? null : reckonable(OPERATORS[node.operator](left, right));
}

const reckonable = (value: number | null): number | null =>
  value !== null && isReckonable(value) ? value : null;
