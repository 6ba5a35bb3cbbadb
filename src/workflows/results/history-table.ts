import { sentencesIn } from '../../core/language/languages.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { Language } from '../../core/model/workspace.ts';
import { SNAPSHOT } from '../../core/tables/history.ts';
import type { Part } from '../../core/tables/part.ts';
import { columnsOf } from '../../core/tables/result-tables.ts';
import type { Results } from '../../core/tables/results.ts';
import { type Table, tableOf } from '../../core/tables/table.ts';

const byDay = (one: HistoryRow, other: HistoryRow): number => one.day - other.day;

function daysByKpi(history: readonly HistoryRow[], upTo: Day): Map<string, HistoryRow[]> {
  const days = new Map<string, HistoryRow[]>();
  for (const row of history) {
    if (row.day > upTo) continue;
    const own = days.get(row.kpiId);
    if (own === undefined) days.set(row.kpiId, [row]);
    else own.push(row);
  }
  return days;
}

/**
 * The history as a table, made of the table of KPIs and the days kept. These grow with every day and
 * are written once, by month; a second copy among the results would outgrow what one write may hold.
 */
export function historyTable(
  kpis: Table,
  history: readonly HistoryRow[],
  { today, language }: { today: Day; language: Language },
): Table {
  const days = daysByKpi(history, today);
  const kept = kpis.part('kpi_id').flatMap((id, block) => {
    const own = (days.get(String(id)) ?? []).sort(byDay);
    return own.length === 0 ? [] : [{ block, history: own }];
  });
  // SAFETY: a day kept says nothing that needs more of the results than their words.
  const words = { book: sentencesIn(language) } as Results;
  const own = new Map(Object.entries(SNAPSHOT));
  const columns = new Map<string, readonly Part[]>();
  const ids = [...columnsOf('history').keys()];
  for (const id of ids) {
    const read = own.get(id)?.read;
    const ofKpis = kpis.part(id);
    columns.set(
      id,
      kept.map((part) => (read === undefined ? ofKpis[part.block] : read(part, words))),
    );
  }
  const lengths = kept.map((part) => part.history.length);
  return tableOf({ id: 'history', currency: kpis.currency, lengths, ids }, (id) => columns.get(id));
}
