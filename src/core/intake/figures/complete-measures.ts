import { measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import { type Cadence, grainNumber } from '../../model/period.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { isComputed, type MeasureDraft } from '../tabs/measure-draft.ts';
import type { FactBuffer } from './fact-buffer.ts';
import { inferCadences } from './infer-cadence.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';
import { type FactSurvey, NO_FACT } from './survey-facts.ts';

/** The rhythm of a measure without values: nothing is expected before a month is over. */
const CADENCE_WITHOUT_VALUES: Cadence = 'month';

/** Drafts with every blank filled: cadence from the values, missing by the rules, loading sources. */
export function completeMeasures(
  dictionary: MeasureDictionary,
  facts: FactBuffer,
  survey: FactSurvey,
  context: ReadContext,
): Measure[] {
  const drafts = dictionary.measures;
  const wanted = Uint8Array.from(drafts, (draft) =>
    draft.cadence === null && !isComputed(draft) ? 1 : 0,
  );
  const inferred = inferCadences(facts, survey, dictionary, wanted, context.cut);
  const cadences = settleCadences(drafts, inferred);
  const lags = settleLags(drafts);
  const loading = settleLoading(drafts, dictionary, survey);
  return drafts.map((draft, order) => {
    const cadence = cadences[order];
    if (inferred[order] !== null) tellCadence(draft, cadence, context);
    return {
      id: draft.id,
      name: draft.name,
      order,
      unit: draft.unit,
      aggregation: draft.aggregation,
      formula: draft.formula,
      cadence,
      isCadenceGuessed: false,
      window: draft.window,
      betterWhen: draft.betterWhen,
      decimals: draft.decimals,
      missing: draft.missing ?? missingByRule(draft, cadence),
      isMissingTyped: draft.missing !== null,
      keptWith: [],
      lowest: draft.lowest,
      highest: draft.highest,
      dataLagDays: lags[order],
      graceDays: draft.graceDays,
      addsUpOverChannels: draft.addsUpOverChannels,
      note: draft.note,
      place: draft.place,
      isSourceLoading: loading[order],
    };
  });
}

/** A shop closed on Sunday has no row: counts, and sums by the day, are zero then. */
const missingByRule = ({ aggregation }: MeasureDraft, cadence: Cadence): 'zero' | 'missing' =>
  aggregation === 'count' || (aggregation === 'sum' && cadence === 'day') ? 'zero' : 'missing';

/** What each measure says itself; where a formula is silent, what its operands make of it. */
function settle<Value>(
  drafts: readonly MeasureDraft[],
  ownOf: (order: number) => Value | null,
  combine: (operands: readonly Value[]) => Value,
): Value[] {
  const orderOf = new Map(drafts.map(({ id }, order) => [id, order]));
  const settled = new Map<number, Value>();
  const settledOf = (order: number): Value => {
    const known = settled.get(order);
    if (known !== undefined) return known;
    const own = ownOf(order);
    const { formula } = drafts[order];
    const operands = own === null && formula !== null ? measuresIn(formula) : [];
    const value = own ?? combine(operands.flatMap((id) => orderOf.get(id) ?? []).map(settledOf));
    settled.set(order, value);
    return value;
  };
  return drafts.map((_, order) => settledOf(order));
}

/** A formula is as coarse as its coarsest operand. */
const settleCadences = (drafts: readonly MeasureDraft[], inferred: readonly (Cadence | null)[]) =>
  settle(
    drafts,
    (order) => drafts[order].cadence ?? inferred[order],
    (operands) => operands.reduce<Cadence | null>(coarser, null) ?? CADENCE_WITHOUT_VALUES,
  );

/** A formula is complete when the slowest of its operands is. */
const settleLags = (drafts: readonly MeasureDraft[]) =>
  settle(
    drafts,
    (order) => drafts[order].dataLagDays,
    (operands) => Math.max(0, ...operands),
  );

function coarser(a: Cadence | null, b: Cadence): Cadence {
  if (a === null || b === 'irregular') return b;
  return a === 'irregular' || grainNumber(a) >= grainNumber(b) ? a : b;
}

/** Loading itself, or without values while part of the figures is loading, or computed from such. */
const settleLoading = (
  drafts: readonly MeasureDraft[],
  dictionary: MeasureDictionary,
  { newestFact }: FactSurvey,
) =>
  settle(
    drafts,
    (order) => {
      if (drafts[order].formula !== null) return null;
      if (dictionary.isLoading[order] === 1) return true;
      const isEmpty = newestFact[order] === NO_FACT && !isComputed(drafts[order]);
      return dictionary.isPartLoading && isEmpty;
    },
    (operands) => operands.includes(true),
  );

function tellCadence(draft: MeasureDraft, cadence: Cadence, context: ReadContext): void {
  context.issues.add(
    'I_CADENCE',
    draft.row === null || draft.row.tab.columnOf.cadence === undefined
      ? draft.place
      : draft.row.place('cadence'),
    { measure: draft.name, cadence: { rhythm: cadence } },
  );
}
