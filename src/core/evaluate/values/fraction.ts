import { type FormulaNode, operandsOf } from '../../model/formula.ts';
import { type FormulaParts, operandsFirst, partsUnder } from './formula-parts.ts';

/** A formula as a numerator over the product of some divisors; none: over 1 in every interval. */
export interface Fraction {
  readonly numerator: FormulaNode;
  readonly divisors: readonly FormulaNode[];
}

/** A fraction of more divisors is none: products of so many figures come to nothing that one can reckon with. */
export const MOST_DIVISORS = 100;

/** The factors of a product; null where there are too many. */
function factorsOf(product: FormulaNode): FormulaNode[] | null {
  const factors: FormulaNode[] = [];
  const left = [product];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.kind === 'binary' && node.operator === '*') left.push(node.right, node.left);
    else factors.push(node);
    if (factors.length + left.length > MOST_DIVISORS) return null;
  }
  return factors;
}

type Divisors = readonly FormulaNode[];

/** What the first has and the second has not, each as often as it stands there. */
function lessDivisors(first: Divisors, second: Divisors): Divisors {
  if (first === second || first.length === 0 || second.length === 0) {
    return first === second ? [] : first;
  }
  const left = [...first];
  for (const node of second) {
    const at = left.indexOf(node);
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

const joined = (first: Divisors, second: Divisors): Divisors =>
  second.length === 0 ? first : first.length === 0 ? second : [...first, ...second];

/** A part as a fraction; null where it has too many divisors. */
type FractionOf = (part: FormulaNode) => Fraction | null;

function fractionOfPart(
  node: FormulaNode,
  fractionOf: FractionOf,
  { part, factsOf }: FormulaParts,
): Fraction | null {
  if (node.kind === 'negate') {
    const own = fractionOf(node.operand);
    return own && { ...own, numerator: part({ kind: 'negate', operand: own.numerator }) };
  }
  if (node.kind !== 'binary') return { numerator: node, divisors: [] };
  const { operator } = node;
  const [left, right] = [fractionOf(node.left), fractionOf(node.right)];
  if (left === null || right === null) return null;
  const combined = (own: FormulaNode, other: FormulaNode): FormulaNode =>
    part({ kind: 'binary', operator, left: own, right: other });
  const product = (first: FormulaNode, others: Divisors): FormulaNode =>
    others.reduce(
      (own, other) => part({ kind: 'binary', operator: '*', left: own, right: other }),
      first,
    );
  if (operator === '*') {
    const numerator = combined(left.numerator, right.numerator);
    return { numerator, divisors: joined(left.divisors, right.divisors) };
  }
  if (operator === '/') {
    const numerator = product(left.numerator, right.divisors);
    if (factsOf(right.numerator).isConstant) {
      return { numerator: combined(numerator, right.numerator), divisors: left.divisors };
    }
    const factors = factorsOf(right.numerator);
    return factors && { numerator, divisors: joined(left.divisors, factors) };
  }
  const addedLeft = lessDivisors(right.divisors, left.divisors);
  const addedRight = lessDivisors(left.divisors, right.divisors);
  return {
    numerator: combined(product(left.numerator, addedLeft), product(right.numerator, addedRight)),
    divisors: joined(left.divisors, addedLeft),
  };
}

/**
 * Any formula that is written out and not a total, read as one fraction (calculations.md §3), over
 * the least common multiple of its divisors as they are typed; null where these are too many:
 *
 * | formula | numerator | divisors |
 * |---|---|---|
 * | orders ÷ visits × value | orders × value | visits |
 * | 1 − lost ÷ customers | 1 × customers − lost | customers |
 * | a ÷ (b ÷ c) | a × c | b |
 */
export function fractionOf(formula: FormulaNode, parts: FormulaParts): Fraction | null {
  const within = (part: FormulaNode) => (part.kind === 'call' ? [] : operandsOf(part));
  const known = new Map<FormulaNode, Fraction | null>();
  for (const part of operandsFirst(partsUnder([formula], within), parts)) {
    const own = fractionOfPart(part, (of) => known.get(of) ?? null, parts);
    known.set(part, own !== null && own.divisors.length <= MOST_DIVISORS ? own : null);
  }
  return known.get(formula) ?? null;
}
