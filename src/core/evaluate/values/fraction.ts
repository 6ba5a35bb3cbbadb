import type { FormulaNode } from '../../model/formula.ts';
import { isConstant } from './measure-family.ts';

/** A formula as a numerator over the product of some divisors; none: over 1 in every interval. */
export interface Fraction {
  readonly numerator: FormulaNode;
  readonly divisors: readonly FormulaNode[];
}

const times = (left: FormulaNode, right: FormulaNode): FormulaNode => ({
  kind: 'binary',
  operator: '*',
  left,
  right,
});

const factorsOf = (node: FormulaNode): FormulaNode[] =>
  node.kind === 'binary' && node.operator === '*'
    ? [...factorsOf(node.left), ...factorsOf(node.right)]
    : [node];

/** What the first has and the second has not, each as often as it stands there. */
function lessDivisors(first: readonly FormulaNode[], second: readonly FormulaNode[]) {
  const left = first.map((node) => ({ node, name: JSON.stringify(node) }));
  for (const node of second) {
    const name = JSON.stringify(node);
    const at = left.findIndex((own) => own.name === name);
    if (at !== -1) left.splice(at, 1);
  }
  return left.map(({ node }) => node);
}

/**
 * Any formula that is not a total, read as one fraction (calculations.md §3), over the least common
 * multiple of its divisors as they are typed:
 *
 * | formula | numerator | divisors |
 * |---|---|---|
 * | orders ÷ visits × value | orders × value | visits |
 * | 1 − lost ÷ customers | 1 × customers − lost | customers |
 * | a ÷ (b ÷ c) | a × c | b |
 */
export function fractionOf(node: FormulaNode): Fraction {
  if (node.kind === 'negate') {
    const { numerator, divisors } = fractionOf(node.operand);
    return { numerator: { kind: 'negate', operand: numerator }, divisors };
  }
  if (node.kind !== 'binary') return { numerator: node, divisors: [] };
  const left = fractionOf(node.left);
  const right = fractionOf(node.right);
  if (node.operator === '*') {
    return {
      numerator: times(left.numerator, right.numerator),
      divisors: [...left.divisors, ...right.divisors],
    };
  }
  if (node.operator === '/') {
    const numerator = right.divisors.reduce(times, left.numerator);
    if (isConstant(right.numerator)) {
      const divided: FormulaNode = { ...node, left: numerator, right: right.numerator };
      return { numerator: divided, divisors: left.divisors };
    }
    return { numerator, divisors: [...left.divisors, ...factorsOf(right.numerator)] };
  }
  const addedLeft = lessDivisors(right.divisors, left.divisors);
  const addedRight = lessDivisors(left.divisors, right.divisors);
  return {
    numerator: {
      ...node,
      left: addedLeft.reduce(times, left.numerator),
      right: addedRight.reduce(times, right.numerator),
    },
    divisors: [...left.divisors, ...addedLeft],
  };
}
