import { measuresIn } from '../../model/formula.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { KIND_RULES } from '../tabs/kpi-kinds.ts';
import type { MeasureDraft } from '../tabs/measure-draft.ts';

/**
 * Amounts of two weeks, two months or half a year are asked about, once a KPI: of which days each
 * is cannot be seen, and judged by the day they are late or early by nearly a whole one.
 *
 * @param steps by position of the measure, in days; null: it keeps a rhythm, or none
 */
export function withoutSteps(
  kpis: readonly Kpi[],
  drafts: readonly MeasureDraft[],
  steps: readonly (number | null)[],
  context: ReadContext,
): Kpi[] {
  if (steps.every((step) => step === null)) return [...kpis];
  const positionOf = new Map(drafts.map(({ id }, position) => [id, position]));
  const steppedIn = (id: string, seen: ReadonlySet<string> = new Set()): number | null => {
    const position = positionOf.get(id);
    if (position === undefined || seen.has(id)) return null;
    if (steps[position] !== null) return position;
    const { formula } = drafts[position];
    const operands = formula === null ? [] : measuresIn(formula);
    const found = operands.map((operand) => steppedIn(operand, new Set([...seen, id])));
    return found.find((own) => own !== null) ?? null;
  };
  return kpis.map((kpi) => {
    const { type } = KIND_RULES[kpi.kind];
    const position = type === 'track' || type === 'done' ? null : steppedIn(kpi.measureId);
    if (position === null) return kpi;
    const { name: measure, row, place } = drafts[position];
    const hasColumn = row !== null && row.tab.columnOf.cadence !== undefined;
    const details = { measure, step: steps[position] ?? 0 };
    const cell = hasColumn ? row.place('cadence') : place;
    context.issues.add('E_STEP', cell, details, { kpiId: kpi.id });
    return { ...kpi, errors: [...kpi.errors, 'E_STEP'] };
  });
}
