import type { Kpi } from '../../model/kpi.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { RowOf } from '../rows/tab-row.ts';
import { KIND_RULES } from '../tabs/kpi-kinds.ts';

/** A target is typed, grows from last time, or is the sum of those per period. */
export function requireTargets(
  kpis: readonly Kpi[],
  rowOfKpi: ReadonlyMap<string, RowOf<'kpis'>>,
  { milestones, periodTargets }: Pick<Workspace, 'milestones' | 'periodTargets'>,
  context: ReadContext,
): Kpi[] {
  const perPeriod = new Set(periodTargets.map(({ kpiId }) => kpiId));
  const withStops = new Set(
    milestones.flatMap(({ kpiId, value }) => (value === null ? [] : [kpiId])),
  );
  return kpis.map((kpi) => {
    const row = rowOfKpi.get(kpi.id);
    if (row === undefined || KIND_RULES[kpi.kind].needs !== 'target') return kpi;
    // A cell that is there but bad has had its issue.
    if (row.has('target') || row.has('growth') || perPeriod.has(kpi.id)) return kpi;
    if (kpi.stopsAre === 'per_period' && withStops.has(kpi.id)) return kpi;
    const place = row.place('target');
    context.issues.add('E_NO_TARGET', place, { kpi: kpi.name }, { kpiId: kpi.id });
    return { ...kpi, errors: [...kpi.errors, 'E_NO_TARGET'] };
  });
}
