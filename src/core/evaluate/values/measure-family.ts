import type { MeasureFamily } from '../../model/evaluation.ts';
import type { KpiKind } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { addsOverChannels, isChannelPart, ruleOf } from './aggregations.ts';
import { formulaParts, type MeasureById, type MixedParts, measuresUnder } from './formula-parts.ts';

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
  const { writtenOut, factsOf } = formulaParts(measureById);
  const { degree, dividesByOthers, isOfLevels } = factsOf(writtenOut(measure.formula));
  if (degree === 1) {
    const isAdding = kind !== null && ADDING_KINDS.has(kind);
    return isAdding || !dividesByOthers ? 'total' : 'average';
  }
  return isOfLevels ? 'level' : 'average';
}

/**
 * What cannot be taken together in a formula (E_FORMULA_MIX): totals times totals, a total plus what
 * is none. Null for a formula that means something.
 */
export function mixedParts({ formula }: Measure, measureById: MeasureById): MixedParts | null {
  if (formula === null) return null;
  const { writtenOut, part, factsOf } = formulaParts(measureById);
  const whole = writtenOut(formula);
  const { degree } = factsOf(whole);
  if (typeof degree !== 'number') return degree;
  if (degree <= 1) return null;
  const totals = measuresUnder(whole).filter(
    (measureId) => !factsOf(part({ kind: 'measure', measureId })).hasOthers,
  );
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
  return measuresUnder(formulaParts(measureById).writtenOut(measure.formula)).every((id) => {
    const operand = measureById.get(id);
    return operand === undefined || addsOverChannels(operand);
  });
}
