import type { Day } from '../../core/model/calendar-date.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { Language } from '../../core/model/workspace.ts';
import { columnsOf } from '../../core/tables/fields-of.ts';
import { type Snapshot, snapshotCells } from '../../core/tables/rows/history-rows.ts';
import { type PlainCell, type PlainTable, plainTable } from '../packed-tables/plain-table.ts';

interface PlacedSnapshot extends Snapshot {
  /** Row of its KPI in the table of KPIs. */
  readonly kpiRow: number;
}

const byDay = (one: HistoryRow, other: HistoryRow): number => one.day - other.day;

/** What is kept of every KPI that is still there, oldest first, up to a day. */
function placed(kpis: PlainTable, history: readonly HistoryRow[], upTo: Day): PlacedSnapshot[] {
  const rowsOf = new Map<string, HistoryRow[]>();
  for (const row of history) {
    if (row.day > upTo) continue;
    const rows = rowsOf.get(row.kpiId);
    if (rows === undefined) rowsOf.set(row.kpiId, [row]);
    else rows.push(row);
  }
  const units = kpis.column('unit') ?? [];
  return (kpis.column('kpi_id') ?? []).flatMap((id, kpiRow) => {
    const rows = (rowsOf.get(String(id)) ?? []).sort(byDay);
    return rows.map((row, at) => ({
      row,
      kpiRow,
      unit: String(units[kpiRow] ?? ''),
      isCurrent: at === rows.length - 1,
    }));
  });
}

/**
 * The history as a table, made of the table of KPIs and the days kept. These grow with every day and
 * are written once, by month; a second copy among the results would outgrow what one write may hold.
 */
export function historyTable(
  kpis: PlainTable,
  history: readonly HistoryRow[],
  { today, language }: { today: Day; language: Language },
): PlainTable {
  const rows = placed(kpis, history, today);
  const own = snapshotCells(language);
  const columns = columnsOf('history').map((id): [string, PlainCell[]] => {
    const read = own[id];
    if (read !== undefined) return [id, rows.map((row) => read(row))];
    const ofKpis = kpis.column(id) ?? [];
    return [id, rows.map(({ kpiRow }) => ofKpis[kpiRow] ?? null)];
  });
  return plainTable(rows.length, new Map(columns));
}
