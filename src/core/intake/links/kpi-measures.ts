import { groupBy } from '../../model/group-by.ts';
import { currencyNamed, takeNumberApart } from '../cell/number-text.ts';
import { readText } from '../cell/read-text.ts';
import { currencyMeant } from '../cell/read-unit.ts';
import { freeId, idFromName } from '../rows/make-ids.ts';
import { nameIndex } from '../rows/name-index.ts';
import { isAmount, showsPercent } from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { NamedRow } from '../rows/read-identities.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { type ImpliedAggregation, KIND_RULES } from '../tabs/kpi-kinds.ts';
import { impliedMeasure, isAdded, isComputed, type MeasureDraft } from '../tabs/measure-draft.ts';
import type { KpiRow } from '../tabs/read-kpis.ts';

/**
 * The measure of every KPI. A blank Measure means one of the KPI's own name; a name that Measures
 * does not hold is presumed to be one until it turns out to have no values.
 */
export function linkKpisToMeasures(
  rows: readonly NamedRow<'kpis'>[],
  measures: readonly MeasureDraft[],
  own: string,
): { kpiRows: KpiRow[]; drafts: MeasureDraft[] } {
  const index = nameIndex('measures', measures);
  const drafts = [...measures];
  const taken = new Set(measures.map(({ id }) => id));
  const implied = new Map<string, string>();
  const imply = (named: NamedRow<'kpis'>, name: string, column: 'name' | 'measure'): string => {
    const key = normaliseText(name);
    const known = implied.get(key);
    if (known !== undefined) return known;
    const id = freeId(idFromName(name, 'measure'), taken);
    taken.add(id);
    implied.set(key, id);
    drafts.push(impliedMeasure(id, name, named.row.place(column), column === 'measure'));
    return id;
  };
  const kpiRows = rows.map((named) => {
    const { row } = named;
    const reading = row.take(readText(row.cell('measure'), row.format('measure')), 'measure');
    const isBroken = reading === null && row.has('measure');
    const typed = reading ?? '';
    const found = index.find(typed === '' ? named.name : typed);
    if (found.length > 1) reportAmbiguous(named, typed);
    const measureId =
      isBroken || found.length > 1
        ? null
        : (found[0]?.id ??
          (typed === '' ? imply(named, named.name, 'name') : imply(named, typed, 'measure')));
    return { ...named, kind: row.read('kind'), measureId };
  });
  const rowsOf = groupBy(kpiRows, ({ measureId }) => measureId);
  return {
    kpiRows,
    drafts: drafts.map((draft) => withUnitShown(draft, rowsOf.get(draft.id) ?? [], own)),
  };
}

/**
 * A measure without a unit is of the currency, or the percentages, that a target of it shows, by its
 * text or its format. What is added up to 10% is no percentage: that is asked about.
 */
function withUnitShown(
  draft: MeasureDraft,
  kpisOnIt: readonly KpiRow[],
  own: string,
): MeasureDraft {
  if (draft.isUnitTyped) return draft;
  for (const { row } of kpisOnIt) {
    const cell = row.cell('target');
    const sign = typeof cell === 'string' ? takeNumberApart(cell).currency : row.sign('target');
    const code = sign === null ? null : currencyMeant(currencyNamed(sign) ?? sign, own);
    if (code === null) continue;
    return { ...draft, unit: { kind: 'currency', currency: code }, isUnitTyped: true };
  }
  const aggregations = kpisOnIt.map(({ kind }) => kind && KIND_RULES[kind].aggregation);
  const isRate = [draft.aggregation, ...aggregations].every((adds) => !isAdded(adds));
  const asked = (['target', 'low', 'high'] as const).some((column) =>
    kpisOnIt.some(({ row }) => showsPercent(row, column)),
  );
  // Beside 1,000 of last time, 10% is what to grow by.
  const grows = kpisOnIt.some(({ row }) => isAmount(row, 'last_time'));
  return isRate && asked && !grows
    ? { ...draft, unit: { kind: 'percent' }, isUnitTyped: true }
    : draft;
}

function reportAmbiguous({ row, name }: NamedRow<'kpis'>, typed: string): void {
  const details = { received: typed === '' ? name : typed };
  row.report('E_REFERENCE_AMBIGUOUS', details, 'measure');
}

/**
 * How each measure adds up: as typed, else by the Kind of the KPIs on it, else the newest value.
 * KPIs that disagree are a warning; the first one decides. No Kind adds up percentages: 2.5% twice
 * is not 5%, unless Adds up says that they are parts of one whole.
 */
export function settleAggregations(
  drafts: readonly MeasureDraft[],
  kpiRows: readonly KpiRow[],
  context: ReadContext,
): MeasureDraft[] {
  const wanted = new Map<string, ImpliedAggregation>();
  const disputed = new Map<string, KpiRow>();
  const rates = new Map(drafts.filter(isRate).map((draft) => [draft.id, draft]));
  for (const row of kpiRows) {
    const aggregation = row.kind === null ? null : KIND_RULES[row.kind].aggregation;
    if (row.measureId === null || aggregation === null || row.kind === 'just_track') continue;
    const rate = rates.get(row.measureId);
    if (rate !== undefined && aggregation === 'sum') {
      row.row.report('E_PERCENT_SUM', { kpi: row.name, measure: rate.name }, 'kind');
      continue;
    }
    const first = wanted.get(row.measureId);
    if (first === undefined) wanted.set(row.measureId, aggregation);
    else if (first !== aggregation && !disputed.has(row.measureId))
      disputed.set(row.measureId, row);
  }
  return drafts.map((draft) => {
    if (isComputed(draft)) return { ...draft, aggregation: null };
    if (draft.aggregation !== null) return draft;
    const aggregation = wanted.get(draft.id) ?? 'last';
    const dispute = disputed.get(draft.id);
    if (dispute !== undefined) warnOfDispute(draft, aggregation, dispute, context);
    return { ...draft, aggregation };
  });
}

const isRate = (draft: MeasureDraft): boolean =>
  draft.unit.kind === 'percent' && draft.aggregation === null && !isComputed(draft);

function warnOfDispute(
  draft: MeasureDraft,
  code: ImpliedAggregation,
  { row, id }: KpiRow,
  context: ReadContext,
): void {
  const details = { measure: draft.name, aggregation: { list: 'aggregation', code } } as const;
  context.issues.add('W_KIND_AGGREGATION', row.place('kind'), details, { kpiId: id });
}
