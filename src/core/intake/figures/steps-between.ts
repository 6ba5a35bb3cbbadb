import type { Kpi } from '../../model/kpi.ts';
import { restsOn } from '../../model/reference-chains.ts';
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
  const draftOf = new Map(drafts.map((draft) => [draft.id, draft]));
  const steppedIn = (id: string): number | null => {
    const draft = draftOf.get(id);
    const rests = draft === undefined ? [] : restsOn(draft, draftOf);
    const stepped = rests.find((own) => (steps[positionOf.get(own.id) ?? -1] ?? null) !== null);
    return stepped === undefined ? null : (positionOf.get(stepped.id) ?? null);
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
