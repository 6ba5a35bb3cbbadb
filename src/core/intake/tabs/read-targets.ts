import type { Kpi } from '../../model/kpi.ts';
import type { DayRange } from '../../model/period.ts';
import type { PeriodTarget } from '../../model/workspace.ts';
import type { LabelledPeriod } from '../cell/read-period.ts';
import { type FoundTab, findHeader, findTab, soughtColumns } from '../rows/find-header.ts';
import { type NameIndex, nameIndex, readReference } from '../rows/name-index.ts';
import { percentNumber } from '../rows/number-cells.ts';
import { periodHeaders, reportYearless, wholePeriods } from '../rows/period-headers.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { reportMissingHeader, reportRepeated, type SortedSheets } from '../rows/read-rows.ts';
import { type RowOf, rowsOf } from '../rows/tab-row.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import type { MeasureDraft } from './measure-draft.ts';

/** A cell with a target, and the period that it is for. */
interface TargetCell {
  readonly row: RowOf<'targets'>;
  readonly period: LabelledPeriod;
}

/**
 * The Targets tab: what is asked per period, long or with a column for every period. A blank cell
 * asks nothing; one whose KPI, period or number cannot be read is left out, with its issue.
 */
export function readTargets(
  sheets: SortedSheets,
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
  context: ReadContext,
): PeriodTarget[] {
  const sheet = sheets.single.get('targets');
  const index = nameIndex('kpis', kpis);
  const unitOf = new Map(measures.map(({ id, unit }) => [id, unit]));
  const unknown = new Set<number>();
  const cells = sheet === undefined ? [] : targetCells(sheet, context);
  return cells.flatMap(({ row: bare, period }, order): PeriodTarget[] => {
    // A name that means nothing is told once, not for every column of its row.
    if (unknown.has(bare.row)) return [];
    const kpi = kpiIn(bare, index, period);
    if (bare.errors.length > 0) unknown.add(bare.row);
    const row = bare.about({ kpiId: kpi?.id });
    const target = percentNumber(row, 'target', unitOf.get(kpi?.measureId ?? ''));
    if (kpi === null || target === null || row.errors.length > 0) return [];
    const { start, end } = period;
    const place = row.place('target');
    return [{ kpiId: kpi.id, period: { start, end }, target, order, place }];
  });
}

/** The header of a tab with a column for every period; null where it is none. */
export function findWideTargets(sheet: SheetInput, context: ReadContext) {
  const columns = soughtColumns('targets').filter(({ id }) => id === 'kpi');
  return findHeader(sheet, columns, (row) => periodHeaders(sheet, row, context).length > 0);
}

function targetCells(sheet: SheetInput, context: ReadContext): TargetCell[] {
  const long = findTab(sheet, 'targets');
  if (long !== null) return cellsOfLong(long, context);
  const wide = findWideTargets(sheet, context);
  if (wide === null) {
    if (!reportYearless(sheet, context)) reportMissingHeader(sheet, 'targets', context);
    return [];
  }
  return cellsOfWide({ id: 'targets', ...wide }, context);
}

function cellsOfLong(tab: FoundTab<'targets'>, context: ReadContext): TargetCell[] {
  for (const column of tab.repeated) reportRepeated(tab, column, context);
  if (tab.repeated.length > 0) return [];
  const cells = rowsOf(tab, context).flatMap((row): TargetCell[] => {
    if (!row.has('target')) return [];
    for (const column of ['kpi', 'period'] as const) {
      if (!row.has(column)) row.report('E_BLANK', {}, column);
    }
    const period = row.read('period');
    return period === null || !row.has('kpi') ? [] : [{ row, period }];
  });
  const byKpi = new Map<string, TargetCell[]>();
  for (const cell of cells) {
    const name = normaliseText(cell.row.text('kpi'));
    byKpi.set(name, [...(byKpi.get(name) ?? []), cell]);
  }
  const periodOf = new Map<TargetCell, LabelledPeriod>();
  for (const own of byKpi.values()) {
    wholePeriods(
      own.map(({ period }) => period),
      context.cut,
    ).forEach((period, i) => {
      periodOf.set(own[i], period);
    });
  }
  return cells.map((cell) => ({ ...cell, period: periodOf.get(cell) ?? cell.period }));
}

/** Each column as a tab of its own, with one period. */
function cellsOfWide(tab: FoundTab<'targets'>, context: ReadContext): TargetCell[] {
  const headers = periodHeaders(tab.sheet, tab.headerRow, context);
  const periods = wholePeriods(
    headers.map(({ period }) => period),
    context.cut,
  );
  return headers.flatMap(({ column }, i) =>
    rowsOf({ ...tab, columnOf: { kpi: tab.columnOf.kpi, target: column } }, context)
      .filter((row) => row.has('target') && row.has('kpi'))
      .map((row) => ({ row, period: periods[i] })),
  );
}

/** Of several KPIs of one name the one that runs in the period. */
const kpiIn = (
  row: RowOf<'targets'>,
  index: NameIndex<Kpi>,
  { start, end }: DayRange,
): Kpi | null =>
  row.take(
    readReference(row, 'kpi', index, (kpi) => kpi.start <= end && kpi.due >= start),
    'kpi',
  );
