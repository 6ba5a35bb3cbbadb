import type { MeasureFamily } from '../../model/evaluation.ts';
import { type FormulaNode, measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import { addsOverChannels, isChannelPart, ruleOf } from './aggregations.ts';

type Degree = 'constant' | 'total' | 'other';

/** Whether a formula is only totals added, subtracted, and multiplied or divided by constants. */
function degreeOf(node: FormulaNode, familyOf: (measureId: string) => MeasureFamily): Degree {
  if (node.kind === 'number') return 'constant';
  if (node.kind === 'measure') return familyOf(node.measureId) === 'total' ? 'total' : 'other';
  if (node.kind === 'negate') return degreeOf(node.operand, familyOf);
  if (node.kind === 'call') return 'other';
  const left = degreeOf(node.left, familyOf);
  const right = degreeOf(node.right, familyOf);
  if (left === 'constant' && right === 'constant') return 'constant';
  if (node.operator === '+' || node.operator === '-') {
    return left === 'total' && right === 'total' ? 'total' : 'other';
  }
  if (left === 'total' && right === 'constant') return 'total';
  return node.operator === '*' && left === 'constant' && right === 'total' ? 'total' : 'other';
}

/**
 * Total, level or average: calculations.md §1. An additive formula is a total, every other formula
 * an average. Formulas must have no cycle.
 */
export function measureFamily(
  measure: Measure,
  measureById: ReadonlyMap<string, Measure>,
): MeasureFamily {
  if (measure.formula === null) return ruleOf(measure).family;
  const degree = degreeOf(measure.formula, (id) => {
    const operand = measureById.get(id);
    return operand === undefined ? 'average' : measureFamily(operand, measureById);
  });
  return degree === 'total' ? 'total' : 'average';
}

/** A total divided by a total: over several intervals it is Σ ÷ Σ. */
export function isRatioOfTotals(
  formula: FormulaNode,
  measureById: ReadonlyMap<string, Measure>,
): formula is FormulaNode & { kind: 'binary' } {
  if (formula.kind !== 'binary' || formula.operator !== '/') return false;
  const familyOf = (id: string): MeasureFamily => {
    const operand = measureById.get(id);
    return operand === undefined ? 'average' : measureFamily(operand, measureById);
  };
  return [formula.left, formula.right].every((side) => degreeOf(side, familyOf) === 'total');
}

/** True when the value of a stretch cannot be made from the values of its intervals. */
export function isOneInterval(
  measure: Measure,
  measureById: ReadonlyMap<string, Measure>,
): boolean {
  if (measure.formula === null) return ruleOf(measure).isOneInterval;
  return measuresIn(measure.formula).some((id) => {
    const operand = measureById.get(id);
    return operand !== undefined && isOneInterval(operand, measureById);
  });
}

/**
 * Whether the values of channels are parts of a whole: not of averages and ratios, not of a level in
 * percent or time, and not where the Measures tab says that they do not add up.
 */
export function areChannelsParts(
  measure: Measure,
  measureById: ReadonlyMap<string, Measure>,
): boolean {
  if (measure.formula === null) return isChannelPart(measure);
  if (measureFamily(measure, measureById) !== 'total') return false;
  return measuresIn(measure.formula).every((id) => {
    const operand = measureById.get(id);
    return operand === undefined || addsOverChannels(operand);
  });
}
