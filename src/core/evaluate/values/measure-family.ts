import type { MeasureFamily } from '../../model/evaluation.ts';
import { type FormulaNode, measuresIn } from '../../model/formula.ts';
import type { KpiKind } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { addsOverChannels, isChannelPart, ruleOf } from './aggregations.ts';

type MeasureById = ReadonlyMap<string, Measure>;

/** A formula in which every measure has values of its own, or those of its window. */
export function writtenOut(node: FormulaNode, measureById: MeasureById): FormulaNode {
  if (node.kind === 'number') return node;
  if (node.kind === 'negate') return { ...node, operand: writtenOut(node.operand, measureById) };
  if (node.kind === 'call') {
    return { ...node, operands: node.operands.map((own) => writtenOut(own, measureById)) };
  }
  if (node.kind === 'binary') {
    const left = writtenOut(node.left, measureById);
    return { ...node, left, right: writtenOut(node.right, measureById) };
  }
  const measure = measureById.get(node.measureId);
  const formula = measure?.window === null ? measure.formula : null;
  return formula === null ? node : writtenOut(formula, measureById);
}

export const isConstant = (node: FormulaNode): boolean => measuresIn(node).length === 0;

/** How a measure stands in a formula: what looks back is an average, whatever it looks back on. */
function operandFamily(measureById: MeasureById, measureId: string): MeasureFamily {
  const measure = measureById.get(measureId);
  return measure === undefined || measure.window !== null ? 'average' : ruleOf(measure).family;
}

/** Two parts of a formula that mean nothing together: a total and what is none. */
export interface MixedParts {
  readonly total: readonly string[];
  readonly other: readonly string[];
}

type Degree = number | MixedParts;

/** What is added or compared has one degree; a constant takes that of the others. */
function commonDegree(nodes: readonly FormulaNode[], measureById: MeasureById): Degree {
  let common: { degree: number; node: FormulaNode } | null = null;
  for (const node of nodes) {
    if (isConstant(node)) continue;
    const degree = degreeOf(node, measureById);
    if (typeof degree !== 'number') return degree;
    if (common === null) common = { degree, node };
    if (degree === common.degree) continue;
    const [total, other] = degree > common.degree ? [node, common.node] : [common.node, node];
    return { total: measuresIn(total), other: measuresIn(other) };
  }
  return common?.degree ?? 0;
}

/** The degree of a formula that is written out (calculations.md §1). */
function degreeOf(node: FormulaNode, measureById: MeasureById): Degree {
  if (node.kind === 'number') return 0;
  if (node.kind === 'measure') {
    return operandFamily(measureById, node.measureId) === 'total' ? 1 : 0;
  }
  if (node.kind === 'negate') return degreeOf(node.operand, measureById);
  if (node.kind === 'call') {
    // The digits of round say nothing of its degree.
    const compared = node.name === 'round' ? node.operands.slice(0, 1) : node.operands;
    return commonDegree(compared, measureById);
  }
  const { operator, left, right } = node;
  if (operator === '+' || operator === '-') return commonDegree([left, right], measureById);
  const degrees = [degreeOf(left, measureById), degreeOf(right, measureById)];
  const [ofLeft, ofRight] = degrees;
  if (typeof ofLeft !== 'number') return ofLeft;
  if (typeof ofRight !== 'number') return ofRight;
  return operator === '*' ? ofLeft + ofRight : ofLeft - ofRight;
}

/** Whether a level or an average stands anywhere in a divisor. */
function dividesByOthers(node: FormulaNode, measureById: MeasureById): boolean {
  if (node.kind === 'negate') return dividesByOthers(node.operand, measureById);
  if (node.kind === 'call') return node.operands.some((own) => dividesByOthers(own, measureById));
  if (node.kind !== 'binary') return false;
  const isDivided =
    node.operator === '/' &&
    measuresIn(node.right).some((id) => operandFamily(measureById, id) !== 'total');
  return isDivided || [node.left, node.right].some((own) => dividesByOthers(own, measureById));
}

/** Levels only, added and subtracted, and multiplied or divided by constants. */
function isOfLevels(node: FormulaNode, measureById: MeasureById): boolean {
  if (isConstant(node)) return true;
  if (node.kind === 'measure') return operandFamily(measureById, node.measureId) === 'level';
  if (node.kind === 'negate') return isOfLevels(node.operand, measureById);
  if (node.kind !== 'binary') return false;
  const { operator, left, right } = node;
  if (operator === '+' || operator === '-') {
    return isOfLevels(left, measureById) && isOfLevels(right, measureById);
  }
  if (isConstant(right)) return isOfLevels(left, measureById);
  return operator === '*' && isConstant(left) && isOfLevels(right, measureById);
}

/** Kinds that ask for a sum, so that a total ÷ a level or an average is one (revenue ÷ rate). */
const ADDING_KINDS: ReadonlySet<KpiKind> = new Set<KpiKind>(['add_up_to', 'spend_no_more_than']);

/**
 * Total, level or average, as a KPI reads the measure (calculations.md §1). Formulas must have no
 * cycle; one that means nothing is an average, see `mixedParts`.
 *
 * @param kind null where nobody asks for a sum
 */
export function measureFamily(
  measure: Measure,
  measureById: MeasureById,
  kind: KpiKind | null,
): MeasureFamily {
  if (measure.window !== null) return 'average';
  if (measure.formula === null) return ruleOf(measure).family;
  const formula = writtenOut(measure.formula, measureById);
  if (degreeOf(formula, measureById) === 1) {
    const isAdding = kind !== null && ADDING_KINDS.has(kind);
    return isAdding || !dividesByOthers(formula, measureById) ? 'total' : 'average';
  }
  return isOfLevels(formula, measureById) ? 'level' : 'average';
}

/**
 * What cannot be taken together in a formula (E_FORMULA_MIX): totals times totals, a total plus what
 * is none. Null for a formula that means something.
 */
export function mixedParts({ formula }: Measure, measureById: MeasureById): MixedParts | null {
  if (formula === null) return null;
  const whole = writtenOut(formula, measureById);
  const degree = degreeOf(whole, measureById);
  if (typeof degree !== 'number') return degree;
  if (degree <= 1) return null;
  const totals = measuresIn(whole).filter((id) => operandFamily(measureById, id) === 'total');
  return { total: totals.slice(0, 1), other: totals.slice(1) };
}

/** True when the value of a stretch is that of its last interval. */
export const isOneInterval = (measure: Measure): boolean =>
  measure.window !== null || (measure.formula === null && ruleOf(measure).isOneInterval);

/**
 * Whether the values of channels are parts of a whole: not of averages and ratios, not of a level in
 * percent or time, and not where the Measures tab says that they do not add up.
 */
export function areChannelsParts(
  measure: Measure,
  measureById: MeasureById,
  kind: KpiKind | null,
): boolean {
  if (measureFamily(measure, measureById, kind) === 'average') return false;
  if (measure.formula === null) return isChannelPart(measure);
  return measuresIn(writtenOut(measure.formula, measureById)).every((id) => {
    const operand = measureById.get(id);
    return operand === undefined || addsOverChannels(operand);
  });
}
