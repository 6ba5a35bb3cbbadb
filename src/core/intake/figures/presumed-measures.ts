import { measuresIn } from '../../model/formula.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { unknownReference } from '../rows/name-index.ts';
import { nearestName } from '../rows/nearest-name.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { KIND_RULES } from '../tabs/kpi-kinds.ts';
import type { MeasureDraft } from '../tabs/measure-draft.ts';
import { type FactSurvey, NO_FACT } from './survey-facts.ts';

/**
 * A measure that only a KPI names must have values somewhere; else its name was probably misspelt.
 */
export function withoutPresumed(
  kpis: readonly Kpi[],
  drafts: readonly MeasureDraft[],
  measures: readonly Measure[],
  { newestFact }: FactSurvey,
  context: ReadContext,
): Kpi[] {
  const isMissing = new Set(
    drafts.flatMap((draft, position) =>
      draft.isPresumed && newestFact[position] === NO_FACT && !measures[position].isSourceLoading
        ? [draft.id]
        : [],
    ),
  );
  const operands = new Set(drafts.flatMap(({ formula }) => (formula ? measuresIn(formula) : [])));
  const nearest = nearestName(
    drafts.flatMap((draft) => (isMissing.has(draft.id) ? [] : [draft.name])),
  );
  const nameOf = new Map(drafts.map(({ id, name }) => [id, name]));
  const placeOf = new Map(drafts.map(({ id, place }) => [id, place]));
  return kpis.map((kpi) => {
    const needsValues = KIND_RULES[kpi.kind].aggregation !== null;
    if (!needsValues || !isMissing.has(kpi.measureId) || operands.has(kpi.measureId)) return kpi;
    const { problem } = unknownReference(nameOf.get(kpi.measureId) ?? '', nearest, 'measures');
    const place = placeOf.get(kpi.measureId) ?? kpi.place;
    const column = { tab: 'measures', columns: ['name'] } as const;
    context.issues.addProblem(problem, column, place, { kpiId: kpi.id });
    return { ...kpi, errors: [...kpi.errors, problem.code] };
  });
}
