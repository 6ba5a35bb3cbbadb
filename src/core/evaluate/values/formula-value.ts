import {
  type FormulaFunction,
  type FormulaNode,
  type FormulaOperator,
  operandsOf,
} from '../../model/formula.ts';
import { isReckonable } from '../../model/quantity.ts';
import { withoutRounding } from './exact-sum.ts';
import { type FormulaParts, operandsFirst, partsUnder } from './formula-parts.ts';

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

/** What a part comes to, of what its operands come to; null where one cannot reckon with it. */
function applied(node: FormulaNode, operands: readonly number[]): number | null {
  if (node.kind === 'negate') return -operands[0];
  if (node.kind === 'call') return reckonable(FUNCTIONS[node.name](operands));
  if (node.kind === 'number') return reckonable(node.value);
  return node.kind === 'binary'
    ? reckonable(OPERATORS[node.operator](operands[0], operands[1]))
    : null;
}

/** Of each operand by its own rule, already aggregated: a ratio is Σ ÷ Σ. */
type ReadOperand = (measureId: string) => number | null;

/**
 * The value of a formula; null when an operand is null, a divisor is 0 or the result cannot be reckoned with
 * (calculations.md §3).
 */
export function formulaValue(node: FormulaNode, readOperand: ReadOperand): number | null {
  if (node.kind === 'measure') return readOperand(node.measureId);
  const operands: number[] = [];
  for (const operand of operandsOf(node)) {
    const value = formulaValue(operand, readOperand);
    if (value === null) return null;
    operands.push(value);
  }
  return applied(node, operands);
}

/**
 * Works out formulas that are written out, each part of them once however often it stands there, and
 * without recursion, as they may be as long as the tab.
 */
export function partValues(
  formulas: readonly FormulaNode[],
  parts: FormulaParts,
): (readOperand: ReadOperand) => (number | null)[] {
  const found = operandsFirst(partsUnder(formulas), parts);
  const placeOf = new Map(found.map((part, place) => [part, place]));
  const placesOf = (nodes: readonly FormulaNode[]): number[] =>
    nodes.flatMap((node) => placeOf.get(node) ?? []);
  const steps = found.map((node) => ({ node, from: placesOf(operandsOf(node)) }));
  const results = placesOf(formulas);
  return (readOperand) => {
    const values: (number | null)[] = [];
    for (const { node, from } of steps) {
      if (node.kind === 'measure') {
        values.push(readOperand(node.measureId));
        continue;
      }
      const operands: number[] = [];
      for (const place of from) {
        const value = values[place];
        if (value !== null) operands.push(value);
      }
      values.push(operands.length < from.length ? null : applied(node, operands));
    }
    return results.map((place) => values[place]);
  };
}

const reckonable = (value: number | null): number | null =>
  value !== null && isReckonable(value) ? value : null;
