import type { Kpi } from '../../model/kpi.ts';
import { knownOr } from '../../model/quantity.ts';
import { restsOn } from '../../model/reference-chains.ts';
import type { EvaluationContext } from '../target/kpi-case.ts';
import { blankEvaluation, type KpiFigures } from './blank-evaluation.ts';

/** Its values, or a cell of its own row, are being imported and not there yet. */
export function isSourceLoading(kpi: Kpi, context: EvaluationContext): boolean {
  const { errors } = kpi;
  if (errors.length > 0) return errors.every((code) => code === 'SOURCE_LOADING');
  const measure = context.measureById.get(kpi.measureId);
  return (
    measure !== undefined &&
    restsOn(measure, context.measureById).some((own) => own.formula === null && own.isSourceLoading)
  );
}

/**
 * The last good result of a KPI whose source is still loading: what was kept of it, with the reason
 * SOURCE_LOADING; without anything kept there is no data yet (workbook.md).
 */
export function lastGoodResult(kpi: Kpi, context: EvaluationContext): KpiFigures {
  const { workspace, historyOf, measureById } = context;
  const measure = measureById.get(kpi.measureId);
  const blank = blankEvaluation(kpi, measure, workspace.settings, 'SOURCE_LOADING');
  const rows = historyOf.get(kpi.id) ?? [];
  const row = rows[rows.length - 1];
  if (row === undefined) return { ...blank, status: 'no_data' };
  const kept = (value: number | null) => knownOr(value, 'SOURCE_LOADING');
  return {
    ...blank,
    status: row.status,
    actual: kept(row.actual),
    target: kept(row.target),
    plan: kept(row.plan),
    progress: kept(row.progress),
    paceIndex: kept(row.paceIndex),
    forecast: { ...blank.forecast, value: kept(row.forecast) },
  };
}
