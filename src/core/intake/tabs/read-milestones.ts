import type { Columns } from '../../layout/tab-layout.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Milestone } from '../../model/milestone.ts';
import { freeId, idFromName } from '../rows/make-ids.ts';
import { type NameIndex, nameIndex, readReference } from '../rows/name-index.ts';
import { percentNumber } from '../rows/number-cells.ts';
import { type ReferenceColumn, type RowOf, reportBlanks, type TabRow } from '../rows/tab-row.ts';
import type { MeasureDraft } from './measure-draft.ts';

/** The Milestones tab. A row whose KPI, date or value cannot be read is left out, with its issue. */
export function readMilestones(
  rows: readonly RowOf<'milestones'>[],
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
): Milestone[] {
  const index = nameIndex('kpis', kpis);
  const measureById = new Map(measures.map((measure) => [measure.id, measure]));
  const taken = new Set<string>();
  return rows.flatMap((bare, order): Milestone[] => {
    reportBlanks(bare, 'milestones');
    const day = bare.lastDay('date');
    const kpi = kpiOnDay(bare, 'kpi', index, day);
    if (kpi === null || day === null) return [];
    const row = bare.about({ kpiId: kpi.id });
    const value = percentNumber(row, 'value', measureById.get(kpi.measureId)?.unit);
    const doneOn = row.lastDay('done_on');
    if (row.errors.length > 0) return [];
    const stop = row.read('stop') || kpi.name;
    const id = freeId(idFromName(`${kpi.id} ${stop}`, 'stop'), taken);
    taken.add(id);
    const place = row.place('date');
    return [{ id, stop, kpiId: kpi.id, day, value, doneOn, order, place }];
  });
}

/** Of several KPIs of one name, such as a quarter's and the next, the one that runs on the day. */
export function kpiOnDay<Of extends Columns>(
  row: TabRow<Of>,
  column: ReferenceColumn<Of>,
  index: NameIndex<Kpi>,
  day: number | null,
): Kpi | null {
  const runs = (kpi: Kpi) => day !== null && kpi.start <= day && day <= kpi.due;
  return row.take(readReference(row, column, index, runs), column);
}
