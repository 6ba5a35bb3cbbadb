import { sentencesIn } from '../../language/languages.ts';
import type { HistoryRow } from '../../model/record.ts';
import { statusScore } from '../../model/status.ts';
import type { Language } from '../../model/workspace.ts';
import { type Cells, columnsFrom, dateCell } from '../cells.ts';
import { displayed, unitCode } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';
import { statusCountCells } from './kpi-counts.ts';

/** One KPI on one day kept. */
export interface Snapshot {
  readonly row: HistoryRow;
  /** As the field `unit` says it; '' when there is none. */
  readonly unit: string;
  /** The newest of its KPI. */
  readonly isCurrent: boolean;
}

interface SnapshotOfKpi extends Snapshot {
  readonly result: KpiResult;
}

const rowsOf = ({ kpis }: Results): SnapshotOfKpi[] =>
  kpis.flatMap((result) =>
    result.history.map((row, at) => ({
      result,
      row,
      unit: result.measure === null ? '' : unitCode(result.measure),
      isCurrent: at === result.history.length - 1,
    })),
  );

/** What a row says beyond its KPI. */
export const snapshotCells = (language: Language): Cells<Snapshot> => ({
  ...statusCountCells<Snapshot>(({ row }) => row.status, 'snapshot_'),
  snapshot_actual: ({ row, unit }) => displayed(row.actual, unit),
  snapshot_plan: ({ row, unit }) => displayed(row.plan, unit),
  snapshot_forecast: ({ row, unit }) => displayed(row.forecast, unit),
  snapshot_date: ({ row }) => dateCell(row.day),
  snapshot_status: ({ row }) => row.status,
  snapshot_status_label: ({ row }) => sentencesIn(language).statuses[row.status],
  snapshot_progress: ({ row }) => row.progress,
  snapshot_pace_index: ({ row }) => row.paceIndex,
  snapshot_status_score: ({ row }) => statusScore(row.status),
  is_current: ({ isCurrent }) => isCurrent,
});

/** One row per KPI and day kept. */
export const historyColumns = columnsFrom(
  rowsOf,
  (results): Cells<SnapshotOfKpi> => ({
    ...kpiCells<SnapshotOfKpi>(results, ({ result }) => result),
    ...snapshotCells(results.input.language),
  }),
);
