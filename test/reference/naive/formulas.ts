import type { FormulaNode } from '../../../src/core/model/formula.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { type Book, isTotal, measureOf } from './book.ts';

type Read = (measureId: string) => number | null;

/** Does a measure have values of its own, or those of its window? */
const isLeaf = ({ formula, window }: Measure): boolean => formula === null || window !== null;

/** A formula in which every measure is one with values of its own. */
export function expand(book: Book, node: FormulaNode): FormulaNode {
  if (node.kind === 'number') return node;
  if (node.kind === 'negate') return { ...node, operand: expand(book, node.operand) };
  if (node.kind === 'call') {
    return { ...node, operands: node.operands.map((operand) => expand(book, operand)) };
  }
  if (node.kind === 'binary') {
    return { ...node, left: expand(book, node.left), right: expand(book, node.right) };
  }
  const measure = measureOf(book, node.measureId);
  return isLeaf(measure) || measure.formula === null ? node : expand(book, measure.formula);
}

export function leavesOf(node: FormulaNode): string[] {
  if (node.kind === 'number') return [];
  if (node.kind === 'measure') return [node.measureId];
  if (node.kind === 'negate') return leavesOf(node.operand);
  if (node.kind === 'call') return node.operands.flatMap(leavesOf);
  return [...leavesOf(node.left), ...leavesOf(node.right)];
}

const isConstant = (node: FormulaNode): boolean => leavesOf(node).length === 0;

/** §1: the degree of an expanded formula; 'mixed' where totals and others are added. */
export function degreeOf(book: Book, node: FormulaNode): number | 'mixed' {
  if (node.kind === 'number') return 0;
  if (node.kind === 'measure') {
    const { aggregation, window } = measureOf(book, node.measureId);
    return window === null && isTotal(aggregation) ? 1 : 0;
  }
  if (node.kind === 'negate') return degreeOf(book, node.operand);
  if (node.kind === 'call') {
    // The digits of round say nothing of its degree.
    const operands = node.name === 'round' ? node.operands.slice(0, 1) : node.operands;
    return commonDegree(book, operands);
  }
  if (node.operator === '+' || node.operator === '-') {
    return commonDegree(book, [node.left, node.right]);
  }
  const [left, right] = [degreeOf(book, node.left), degreeOf(book, node.right)];
  if (left === 'mixed' || right === 'mixed') return 'mixed';
  return node.operator === '*' ? left + right : left - right;
}

/** What is added or compared has one degree; a constant takes that of the others. */
function commonDegree(book: Book, nodes: readonly FormulaNode[]): number | 'mixed' {
  const degrees = nodes.filter((node) => !isConstant(node)).map((node) => degreeOf(book, node));
  return degrees.every((degree) => degree === degrees[0]) ? (degrees[0] ?? 0) : 'mixed';
}

/** §1: is a level or an average anywhere in a divisor? */
export function dividesByOthers(book: Book, node: FormulaNode): boolean {
  if (node.kind === 'negate') return dividesByOthers(book, node.operand);
  if (node.kind === 'call') return node.operands.some((operand) => dividesByOthers(book, operand));
  if (node.kind !== 'binary') return false;
  const isDivided =
    node.operator === '/' &&
    leavesOf(node.right).some((id) => {
      const { aggregation, window } = measureOf(book, id);
      return window !== null || !isTotal(aggregation);
    });
  return isDivided || [node.left, node.right].some((one) => dividesByOthers(book, one));
}

/** §1: levels only, added, subtracted, and multiplied or divided by constants. */
export function isOfLevels(book: Book, node: FormulaNode): boolean {
  if (isConstant(node)) return true;
  if (node.kind === 'measure') {
    const { aggregation, window } = measureOf(book, node.measureId);
    return aggregation === 'last' && window === null;
  }
  if (node.kind === 'negate') return isOfLevels(book, node.operand);
  if (node.kind !== 'binary') return false;
  const { operator, left, right } = node;
  if (operator === '+' || operator === '-')
    return isOfLevels(book, left) && isOfLevels(book, right);
  if (isConstant(right)) return isOfLevels(book, left);
  return operator === '*' && isConstant(left) && isOfLevels(book, right);
}

/** Null in any operand, and a division by zero, give null. */
export function calculate(node: FormulaNode, read: Read): number | null {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'measure') return read(node.measureId);
  if (node.kind === 'negate') {
    const value = calculate(node.operand, read);
    return value === null ? null : -value;
  }
  const operands = (node.kind === 'binary' ? [node.left, node.right] : node.operands).map(
    (operand) => calculate(operand, read),
  );
  if (operands.some((value) => value === null)) return null;
  // SAFETY: the nulls are gone.
  const [a, b] = operands as number[];
  if (node.kind === 'binary') {
    if (node.operator === '+') return a + b;
    if (node.operator === '-') return a - b;
    if (node.operator === '*') return a * b;
    return b === 0 ? null : a / b;
  }
  if (node.name === 'min') return Math.min(...(operands as number[]));
  if (node.name === 'max') return Math.max(...(operands as number[]));
  if (node.name === 'abs') return Math.abs(a);
  // As it is written out: half away from zero, on both sides.
  return Number(a.toFixed(b ?? 0));
}

/** A formula as one fraction: a numerator over the product of some factors. */
interface Fraction {
  numerator: FormulaNode;
  divisors: readonly FormulaNode[];
}

const times = (left: FormulaNode, right: FormulaNode): FormulaNode => ({
  kind: 'binary',
  operator: '*',
  left,
  right,
});

const product = (first: FormulaNode, others: readonly FormulaNode[]): FormulaNode =>
  others.reduce(times, first);

const factorsOf = (node: FormulaNode): FormulaNode[] =>
  node.kind === 'binary' && node.operator === '*'
    ? [...factorsOf(node.left), ...factorsOf(node.right)]
    : [node];

const isSameNode = (a: FormulaNode, b: FormulaNode): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What is in the first and not in the second, each as often as it stands there. */
function lessDivisors(first: readonly FormulaNode[], second: readonly FormulaNode[]) {
  const left = [...first];
  for (const node of second) {
    const at = left.findIndex((one) => isSameNode(one, node));
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

/** §3: orders ÷ visits × value is (orders × value) ÷ visits; 1 − lost ÷ customers is one too. */
export function fractionOf(node: FormulaNode): Fraction {
  if (node.kind === 'negate') {
    const { numerator, divisors } = fractionOf(node.operand);
    return { numerator: { kind: 'negate', operand: numerator }, divisors };
  }
  if (node.kind !== 'binary') return { numerator: node, divisors: [] };
  const [left, right] = [fractionOf(node.left), fractionOf(node.right)];
  if (node.operator === '*') {
    return {
      numerator: times(left.numerator, right.numerator),
      divisors: [...left.divisors, ...right.divisors],
    };
  }
  if (node.operator === '/') {
    const numerator = product(left.numerator, right.divisors);
    if (isConstant(right.numerator)) {
      const divided: FormulaNode = { ...node, left: numerator, right: right.numerator };
      return { numerator: divided, divisors: left.divisors };
    }
    return { numerator, divisors: [...left.divisors, ...factorsOf(right.numerator)] };
  }
  const missingLeft = lessDivisors(right.divisors, left.divisors);
  const missingRight = lessDivisors(left.divisors, right.divisors);
  return {
    numerator: {
      ...node,
      left: product(left.numerator, missingLeft),
      right: product(right.numerator, missingRight),
    },
    divisors: [...left.divisors, ...missingLeft],
  };
}
