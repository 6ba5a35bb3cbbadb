import { type FormulaNode, measuresIn, operandsOf, withOperands } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import { followReferences } from '../../model/reference-chains.ts';
import { ruleOf } from './aggregations.ts';

export type MeasureById = ReadonlyMap<string, Measure>;

/** Two parts of a formula that mean nothing together: a total and what is none. */
export interface MixedParts {
  readonly total: readonly string[];
  readonly other: readonly string[];
}

/** What is known of a part of a formula that is written out, from what is known of its own parts. */
interface PartFacts {
  /** Above that of all that the part is made of. */
  readonly order: number;
  readonly isConstant: boolean;
  /** Of what it comes to (calculations.md §1). */
  readonly degree: number | MixedParts;
  /** Whether a level or an average stands anywhere in it. */
  readonly hasOthers: boolean;
  /** Whether one stands anywhere in a divisor. */
  readonly dividesByOthers: boolean;
  /** Levels only, added and subtracted, and multiplied or divided by constants. */
  readonly isOfLevels: boolean;
}

/**
 * The formulas of a workbook written out: every measure in them has values of its own, or those of
 * its window. Parts that are the same are one, so that naming a measure twice is not twice the work.
 */
export interface FormulaParts {
  writtenOut(formula: FormulaNode): FormulaNode;
  /** The part like this one, made of parts. */
  part(like: FormulaNode): FormulaNode;
  factsOf(part: FormulaNode): PartFacts;
}

/** All that parts are made of, themselves included: each once, in order of appearance. */
export function partsUnder(
  roots: readonly FormulaNode[],
  within: (part: FormulaNode) => readonly FormulaNode[] = operandsOf,
): FormulaNode[] {
  const found = new Set<FormulaNode>();
  const left = [...roots].reverse();
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (found.has(part)) continue;
    found.add(part);
    left.push(...[...within(part)].reverse());
  }
  return [...found];
}

/** Parts, what they are made of before them. */
export const operandsFirst = (
  found: readonly FormulaNode[],
  { factsOf }: FormulaParts,
): FormulaNode[] => [...found].sort((a, b) => factsOf(a).order - factsOf(b).order);

/** The measures in parts, each once, in order of appearance. */
export const measuresUnder = (...roots: readonly FormulaNode[]): string[] =>
  partsUnder(roots).flatMap((part) => (part.kind === 'measure' ? [part.measureId] : []));

/** What is added or compared has one degree; a constant takes that of the others. */
function commonDegree(
  parts: readonly FormulaNode[],
  factsOf: FormulaParts['factsOf'],
): PartFacts['degree'] {
  let common: { degree: number; part: FormulaNode } | null = null;
  for (const part of parts) {
    const { isConstant, degree } = factsOf(part);
    if (isConstant) continue;
    if (typeof degree !== 'number') return degree;
    common ??= { degree, part };
    if (degree === common.degree) continue;
    const [total, other] = degree > common.degree ? [part, common.part] : [common.part, part];
    return { total: measuresUnder(total), other: measuresUnder(other) };
  }
  return common?.degree ?? 0;
}

function degreeOf(node: FormulaNode, factsOf: FormulaParts['factsOf']): PartFacts['degree'] {
  if (node.kind === 'negate') return factsOf(node.operand).degree;
  // The digits of round say nothing of its degree.
  if (node.kind === 'call') {
    return commonDegree(node.name === 'round' ? node.operands.slice(0, 1) : node.operands, factsOf);
  }
  if (node.kind !== 'binary') return 0;
  const { operator, left, right } = node;
  if (operator === '+' || operator === '-') return commonDegree([left, right], factsOf);
  const [ofLeft, ofRight] = [factsOf(left).degree, factsOf(right).degree];
  if (typeof ofLeft !== 'number') return ofLeft;
  if (typeof ofRight !== 'number') return ofRight;
  return operator === '*' ? ofLeft + ofRight : ofLeft - ofRight;
}

function isOfLevels(node: FormulaNode, operands: readonly PartFacts[]): boolean {
  if (operands.every(({ isConstant }) => isConstant)) return true;
  if (node.kind === 'negate') return operands[0].isOfLevels;
  if (node.kind !== 'binary') return false;
  const [left, right] = operands;
  if (node.operator === '+' || node.operator === '-') return left.isOfLevels && right.isOfLevels;
  if (right.isConstant) return left.isOfLevels;
  return node.operator === '*' && left.isConstant && right.isOfLevels;
}

/** How a measure stands in a formula: what looks back is an average, whatever it looks back on. */
function factsOfMeasure(measure: Measure | undefined): Omit<PartFacts, 'order'> {
  const family =
    measure === undefined || measure.window !== null ? 'average' : ruleOf(measure).family;
  return {
    isConstant: false,
    degree: family === 'total' ? 1 : 0,
    hasOthers: family !== 'total',
    dividesByOthers: false,
    isOfLevels: family === 'level',
  };
}

function factsOfPart(
  node: FormulaNode,
  factsOf: FormulaParts['factsOf'],
): Omit<PartFacts, 'order'> {
  const operands = operandsOf(node).map(factsOf);
  const isDivision = node.kind === 'binary' && node.operator === '/';
  return {
    isConstant: operands.every(({ isConstant }) => isConstant),
    degree: degreeOf(node, factsOf),
    hasOthers: operands.some(({ hasOthers }) => hasOthers),
    dividesByOthers:
      (isDivision && operands[1].hasOthers) || operands.some((own) => own.dividesByOthers),
    isOfLevels: isOfLevels(node, operands),
  };
}

function partsOf(measureById: MeasureById): FormulaParts {
  const byLikeness = new Map<string, FormulaNode>();
  const facts = new Map<FormulaNode, PartFacts>();
  const factsOf = (part: FormulaNode): PartFacts => {
    const known = facts.get(part);
    if (known === undefined) throw new Error('This is no part of a formula that is written out.');
    return known;
  };
  const likeness = (node: FormulaNode): string => {
    if (node.kind === 'number') return `${node.value}`;
    if (node.kind === 'measure') return `[${node.measureId}`;
    const sign = node.kind === 'binary' ? node.operator : node.kind === 'call' ? node.name : '!';
    return `${sign} ${operandsOf(node).map((own) => factsOf(own).order)}`;
  };
  const part = (like: FormulaNode): FormulaNode => {
    const key = likeness(like);
    const known = byLikeness.get(key);
    if (known !== undefined) return known;
    const own =
      like.kind === 'measure'
        ? factsOfMeasure(measureById.get(like.measureId))
        : factsOfPart(like, factsOf);
    facts.set(like, { ...own, order: facts.size });
    byLikeness.set(key, like);
    return like;
  };

  const known = new Map<FormulaNode, FormulaNode>();
  const formulaOf = (measureId: string): FormulaNode | null => {
    const measure = measureById.get(measureId);
    return measure?.window === null ? measure.formula : null;
  };
  const asParts = (node: FormulaNode): FormulaNode => {
    const formula = node.kind === 'measure' ? formulaOf(node.measureId) : null;
    const whole = formula === null ? undefined : known.get(formula);
    return whole ?? part(withOperands(node, operandsOf(node).map(asParts)));
  };
  /** The measures whose formulas come in its place, as far as they are not written out yet. */
  const toWriteOut = (formula: FormulaNode | null): Measure[] =>
    formula === null
      ? []
      : measuresIn(formula).flatMap((id) => {
          const own = formulaOf(id);
          return own === null || known.has(own) ? [] : (measureById.get(id) ?? []);
        });
  const writtenOut = (formula: FormulaNode): FormulaNode => {
    const before = known.get(formula);
    if (before !== undefined) return before;
    // A chain may be as long as the tab: what is named comes first, without recursion.
    const { inOrder } = followReferences(toWriteOut(formula), (own) => toWriteOut(own.formula));
    for (const own of [...inOrder.flatMap((measure) => measure.formula ?? []), formula]) {
      known.set(own, asParts(own));
    }
    return known.get(formula) ?? formula;
  };
  return { writtenOut, part, factsOf };
}

const partsByMeasures = new WeakMap<MeasureById, FormulaParts>();

/** The formulas of these measures, which must have no cycle, in parts. */
export function formulaParts(measureById: MeasureById): FormulaParts {
  const before = partsByMeasures.get(measureById);
  if (before !== undefined) return before;
  const made = partsOf(measureById);
  partsByMeasures.set(measureById, made);
  return made;
}
