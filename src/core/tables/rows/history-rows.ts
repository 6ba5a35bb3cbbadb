import { sentencesIn } from '../../language/sentence-book.ts';
import type { HistoryRow } from '../../model/record.ts';
import { statusScore } from '../../model/status.ts';
import { type Cells, columnsFrom, dateCell } from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';
import { statusCountCells } from './kpi-counts.ts';

interface Snapshot {
  readonly result: KpiResult;
  readonly row: HistoryRow;
  readonly isCurrent: boolean;
}

const rowsOf = ({ kpis }: Results): Snapshot[] =>
  kpis.flatMap((result) =>
    result.history.map((row, at) => ({
      result,
      row,
      isCurrent: at === result.history.length - 1,
    })),
  );

/** One row per KPI and day kept. */
export const historyColumns = columnsFrom(
  rowsOf,
  (results): Cells<Snapshot> => ({
    ...kpiCells<Snapshot>(results, ({ result }) => result),
    ...figureCells<Snapshot>(({ result }) => result, {
      snapshot_actual: ({ row }) => row.actual,
      snapshot_plan: ({ row }) => row.plan,
      snapshot_forecast: ({ row }) => row.forecast,
    }),
    ...statusCountCells(({ row }) => row.status, 'snapshot_'),
    snapshot_date: ({ row }) => dateCell(row.day),
    snapshot_status: ({ row }) => row.status,
    snapshot_status_label: ({ row }) => sentencesIn(results.input.language).statuses[row.status],
    snapshot_progress: ({ row }) => row.progress,
    snapshot_pace_index: ({ row }) => row.paceIndex,
    snapshot_status_score: ({ row }) => statusScore(row.status),
    is_current: ({ isCurrent }) => isCurrent,
  }),
);
