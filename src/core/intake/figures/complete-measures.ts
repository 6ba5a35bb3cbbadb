import { measuresIn } from '../../model/formula.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure, Unit } from '../../model/measure.ts';
import { type Cadence, grainNumber } from '../../model/period.ts';
import { followReferences } from '../../model/reference-chains.ts';
import { currencyMeant } from '../cell/read-unit.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { formatAt } from '../sheet/sheet-input.ts';
import { isAdded, isComputed, type MeasureDraft } from '../tabs/measure-draft.ts';
import { type FactBuffer, rowOfFact } from './fact-buffer.ts';
import { type Inferred, inferCadences } from './infer-cadence.ts';
import { keptTogether } from './kept-together.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';
import { type FactSurvey, NO_FACT } from './survey-facts.ts';

/** The rhythm of a measure without values: nothing is expected before a month is over. */
const CADENCE_WITHOUT_VALUES: Cadence = 'month';

/**
 * Drafts with every blank filled: cadence from the values, missing by the rules, loading sources;
 * and by position the days from one date to the next where Koers has no such rhythm.
 */
export function completeMeasures(
  dictionary: MeasureDictionary,
  facts: FactBuffer,
  survey: FactSurvey,
  kpis: readonly Kpi[],
  context: ReadContext,
): { measures: Measure[]; steps: (number | null)[] } {
  const drafts = dictionary.measures;
  const wanted = Uint8Array.from(drafts, (draft) =>
    draft.cadence === null && !isComputed(draft) ? 1 : 0,
  );
  // Who says what a missing row means has said that nothing is missing between the dates.
  const amounts = Uint8Array.from(drafts, ({ aggregation, missing }) =>
    aggregation === 'sum' && (missing ?? 'missing') === 'missing' ? 1 : 0,
  );
  const longest = longestKpis(drafts, kpis);
  const inferred = inferCadences(facts, survey, wanted, amounts, longest, context.cut);
  const cadences = settleCadences(drafts, inferred);
  const lags = settleLags(drafts);
  const loading = settleLoading(drafts, dictionary, survey);
  const beside = keptTogether(facts, dictionary);
  const shares = shownAsShares(facts, drafts.length);
  const measures = drafts.map((draft, order): Measure => {
    const cadence = cadences[order];
    // Where no row means that nothing happened the first incident needs no second to show a rhythm.
    const isGuessed = inferred[order]?.isGuessed ?? false;
    const isCadenceGuessed = isGuessed && draft.missing !== 'nothing';
    if (inferred[order] !== null) tellCadence(draft, cadence, isCadenceGuessed, context);
    const shown = unitShown(draft, dictionary.currencies[order], shares[order], context.currency);
    return {
      id: draft.id,
      name: draft.name,
      order,
      unit: shown ?? draft.unit,
      isUnitTyped: draft.isUnitTyped || shown !== null,
      aggregation: draft.aggregation,
      formula: draft.formula,
      cadence,
      isCadenceGuessed,
      window: draft.window,
      betterWhen: draft.betterWhen,
      decimals: draft.decimals,
      missing: draft.missing ?? missingByRule(draft, cadence),
      isMissingTyped: draft.missing !== null,
      keptWith: beside[order],
      lowest: draft.lowest,
      highest: draft.highest,
      dataLagDays: lags[order],
      graceDays: draft.graceDays,
      addsUpOverChannels: draft.addsUpOverChannels,
      note: draft.note,
      isSourceSaid: draft.source !== null || isComputed(draft) || draft.how !== '',
      place: draft.place,
      isSourceLoading: loading[order],
      unread: survey.newestFact[order] === NO_FACT ? (dictionary.unread.get(order) ?? null) : null,
    };
  });
  return { measures, steps: inferred.map((own) => own?.step ?? null) };
}

/** What the figures of a measure without a unit say themselves: "€ 8.200", or 2.3% in every cell. */
function unitShown(
  { isUnitTyped, aggregation }: MeasureDraft,
  sign: string | undefined,
  isShare: boolean,
  own: string,
): Unit | null {
  if (isUnitTyped) return null;
  if (isShare && !isAdded(aggregation)) return { kind: 'percent' };
  const currency = sign === undefined ? null : currencyMeant(sign, own);
  return currency === null ? null : { kind: 'currency', currency };
}

/** By position whether every figure but 0 stands in a cell that shows a percentage. */
function shownAsShares(facts: FactBuffer, count: number): boolean[] {
  const shares = new Uint8Array(count);
  const others = new Uint8Array(count);
  facts.segments.forEach(({ start, sheet, valueColumn }, index) => {
    const end = facts.segments[index + 1]?.start ?? facts.length;
    const format = sheet.formats?.[valueColumn];
    const isMixed = format?.except !== undefined;
    for (let fact = start; fact < end; fact++) {
      const position = facts.measure[fact];
      if (others[position] === 1 || facts.value[fact] === 0) continue;
      const shows = isMixed ? formatAt(sheet, valueColumn, rowOfFact(facts, fact)) : format?.usual;
      (shows === 'percent' ? shares : others)[position] = 1;
    }
  });
  return Array.from(shares, (isShare, position) => isShare === 1 && others[position] === 0);
}

/** A shop closed on Sunday has no row: counts, and sums by the day, are zero then. */
function missingByRule({ aggregation }: MeasureDraft, cadence: Cadence): 'zero' | 'missing' {
  const isCount = aggregation === 'count' || aggregation === 'count_distinct';
  return isCount || (aggregation === 'sum' && cadence === 'day') ? 'zero' : 'missing';
}

const operandsOf = ({ formula }: MeasureDraft): string[] =>
  formula === null ? [] : measuresIn(formula);

/** Each after all that its formula names. */
function inOrder(drafts: readonly MeasureDraft[]): readonly MeasureDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return followReferences(drafts, (draft) => operandsOf(draft).flatMap((id) => byId.get(id) ?? []))
    .inOrder;
}

/** By position the days of the longest KPI that reads the measure, through formulas too; 0: none. */
function longestKpis(drafts: readonly MeasureDraft[], kpis: readonly Kpi[]): number[] {
  const longest = new Map<string, number>();
  const reach = (id: string, days: number): void => {
    longest.set(id, Math.max(longest.get(id) ?? 0, days));
  };
  for (const { measureId, start, due } of kpis) reach(measureId, due - start + 1);
  for (const draft of [...inOrder(drafts)].reverse()) {
    for (const operand of operandsOf(draft)) reach(operand, longest.get(draft.id) ?? 0);
  }
  return drafts.map(({ id }) => longest.get(id) ?? 0);
}

/** What each measure says itself; where a formula is silent, what its operands make of it. */
function settle<Value>(
  drafts: readonly MeasureDraft[],
  ownOf: (order: number) => Value | null,
  combine: (operands: readonly Value[]) => Value,
): Value[] {
  const placeOf = new Map(drafts.map((draft, place) => [draft, place]));
  const settled = new Map<string, Value>();
  for (const draft of inOrder(drafts)) {
    const own = ownOf(placeOf.get(draft) ?? 0);
    const operands = operandsOf(draft).flatMap((id) => settled.get(id) ?? []);
    settled.set(draft.id, own ?? combine(operands));
  }
  // SAFETY: every draft is in order.
  return drafts.map(({ id }) => settled.get(id) as Value);
}

/** A formula is as coarse as its coarsest operand. */
const settleCadences = (drafts: readonly MeasureDraft[], inferred: readonly (Inferred | null)[]) =>
  settle(
    drafts,
    (order) => drafts[order].cadence ?? inferred[order]?.cadence ?? null,
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

function tellCadence(
  draft: MeasureDraft,
  cadence: Cadence,
  isGuessed: boolean,
  context: ReadContext,
): void {
  context.issues.add(
    isGuessed ? 'I_ONE_VALUE' : 'I_CADENCE',
    draft.row === null || draft.row.tab.columnOf.cadence === undefined
      ? draft.place
      : draft.row.place('cadence'),
    { measure: draft.name, cadence: { rhythm: cadence } },
  );
}
