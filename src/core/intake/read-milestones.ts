import type { Kpi } from '../model/kpi.ts';
import type { Milestone } from '../model/milestone.ts';
import type { FoundTab } from './find-header.ts';
import { freeId, idFromName } from './make-ids.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { type NameIndex, nameIndex, resolveReference } from './name-index.ts';
import { percentNumber } from './percent-scale.ts';
import type { ReadContext } from './read-context.ts';
import { rowsOf, type TabRow } from './tab-row.ts';

/** The Milestones tab. A row whose KPI, date or value cannot be read is left out, with its issue. */
export function readMilestones(
  tab: FoundTab | null,
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
  context: ReadContext,
): Milestone[] {
  const index = nameIndex('kpis', kpis);
  const measureById = new Map(measures.map((measure) => [measure.id, measure]));
  const taken = new Set<string>();
  return (tab === null ? [] : rowsOf(tab, context)).flatMap((row, order): Milestone[] => {
    for (const column of ['kpi', 'date']) {
      if (!row.has(column)) row.report('E_BLANK', {}, column);
    }
    const day = row.lastDay('date');
    const kpi = kpiOnDay(row, 'kpi', index, day);
    if (kpi === null || day === null) return [];
    row.subject = { kpiId: kpi.id };
    const value = percentNumber(row, 'value', measureById.get(kpi.measureId)?.unit, context);
    const doneOn = row.lastDay('done_on');
    if (row.errors.length > 0) return [];
    const stop = row.text('stop') || kpi.name;
    const id = freeId(idFromName(`${kpi.id} ${stop}`, 'stop'), taken);
    taken.add(id);
    const place = row.place('date');
    return [{ id, stop, kpiId: kpi.id, day, value, doneOn, order, place }];
  });
}

/** Of several KPIs of one name, such as a quarter's and the next, the one that runs on the day. */
export const kpiOnDay = (
  row: TabRow,
  column: string,
  index: NameIndex<Kpi>,
  day: number | null,
): Kpi | null =>
  resolveReference(row, column, index, (kpi) => day !== null && kpi.start <= day && day <= kpi.due);
