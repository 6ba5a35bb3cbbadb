import type { Table } from '../../core/tables/table.ts';
import { PersonFailure } from '../failures.ts';
import { openResults, openWithHistory } from '../hidden-tab/open-stored-data.ts';
import type { StoredResults, StoredStamp } from '../hidden-tab/stored-data.ts';
import { unpackTable } from '../packed-tables/packed-table.ts';
import type { SourcePorts, TableWish } from './table-source.ts';

/** What the last recalculation left, read. */
export interface StoredTables {
  /** As it was measured. */
  readonly table: Table;
  readonly stamp: StoredStamp;
  /** Every table that came along, packed, by its id. */
  readonly packed: Readonly<Record<string, string>>;
}

function unpacked(
  { tables, stamp }: StoredResults,
  id: string,
  { mark }: TableWish,
  { compression }: SourcePorts,
): { table: Table; stamp: StoredStamp } | null {
  const table = tables[id] === undefined ? null : unpackTable(tables[id], compression);
  // A recalculation between the two reads has made other results than the mark speaks of.
  const isOfMark = stamp !== null && String(stamp.recalculatedAt) === mark?.moment;
  return table !== null && isOfMark ? { table, stamp } : null;
}

/** As the last recalculation left it; null when it cannot be used. */
export function storedTables(wish: TableWish, ports: SourcePorts): StoredTables | null {
  if (wish.table === 'history') return storedHistory(wish, ports);
  const results = openResults(wish.facts, ports.reader);
  if (results === null) return null;
  const found = unpacked(results, wish.table, wish, ports);
  return found && { ...found, packed: results.tables };
}

/** Those of a workbook that holds nothing but them; what else is asked of it has no answer. */
export function publishedTables(wish: TableWish, ports: SourcePorts): StoredTables {
  const found = storedTables(wish, ports);
  if (found !== null) return found;
  const { tables = {} } = openResults(wish.facts, ports.reader) ?? {};
  const isThere = tables[wish.table === 'history' ? 'kpis' : wish.table] !== undefined;
  throw isThere ? new PersonFailure('BUSY', {}) : new PersonFailure('NOT_PUBLISHED', {});
}

/** The history is kept by month, and put beside what the results say of its KPIs. */
function storedHistory(wish: TableWish, ports: SourcePorts): StoredTables | null {
  const opened = openWithHistory(wish.facts, ports.reader, ports.compression);
  if (opened === null) return null;
  const { stored } = opened.data;
  const kpis = unpacked(stored, 'kpis', wish, ports);
  if (kpis === null) return null;
  const { stamp } = kpis;
  const table = ports.computing().historyTable(kpis.table, opened.history, stamp);
  return { table, stamp, packed: stored.tables };
}
