import { OUTPUT_TABS } from '../../core/intake/sheet-layout.ts';
import { computeResults } from '../compute-results.ts';
import { readMonths } from '../koers-data/data-cells.ts';
import { historyTable } from '../koers-data/history-table.ts';
import { openStoredData, openWithHistory } from '../koers-data/open-stored-data.ts';
import { readStoredData } from '../koers-data/read-stored-data.ts';
import type { StoredData, StoredStamp } from '../koers-data/stored-data.ts';
import { readWorkbook } from '../recalculation/read-workbook.ts';
import { packTable, unpackTable } from '../store/cached-tables.ts';
import type { PlainTable } from '../store/plain-table.ts';
import { cutOf } from '../year-cut.ts';
import { inGrain } from './grain.ts';
import type { Grain } from './request.ts';
import type { SourcePorts, TableWish } from './table-source.ts';

export interface PackedTables {
  readonly wished: PlainTable;
  /** Everything worth keeping that this load produced. */
  readonly packed: ReadonlyArray<{ table: string; grain: Grain; text: string }>;
}

/** As the last recalculation left them; null when they cannot be used. */
export function storedTables(wish: TableWish, ports: SourcePorts): PackedTables | null {
  const { facts, table, grain } = wish;
  if (table === 'history') return storedHistory(wish, ports);
  const opened = openStoredData(facts, ports.reader, ports.compression);
  if (opened === null) return null;
  const { stored } = opened;
  const text = stored.tables[table];
  const measured = text === undefined ? null : unpackTable(text, ports.compression);
  if (measured === null || stored.stamp === null) return null;
  if (!isOfMark(stored.stamp, wish)) return null;
  const kept = keptTables(stored);
  if (grain === 'measured') return { wished: measured, packed: kept };
  const wished = inGrain(measured, grain, stored.stamp.cut);
  return {
    wished,
    packed: [...kept, { table, grain, text: packTable(wished, ports.compression) }],
  };
}

/** A recalculation between the two reads has made other results than the mark speaks of. */
const isOfMark = ({ recalculatedAt }: StoredStamp, { mark }: TableWish): boolean =>
  String(recalculatedAt) === mark?.moment;

const keptTables = ({ tables }: StoredData): PackedTables['packed'] =>
  Object.entries(tables).map(([table, text]) => ({ table, grain: 'measured', text }));

/** The history is kept by month, and put beside what the results say of its KPIs. */
function storedHistory(wish: TableWish, ports: SourcePorts): PackedTables | null {
  const opened = openWithHistory(wish.facts, ports.reader, ports.compression);
  if (opened === null) return null;
  const { stored } = opened.data;
  const packed = stored.tables.kpis;
  const kpis = packed === undefined ? null : unpackTable(packed, ports.compression);
  if (kpis === null || stored.stamp === null || !isOfMark(stored.stamp, wish)) return null;
  const wished = historyTable(kpis, opened.history, stored.stamp);
  const text = packTable(wished, ports.compression);
  const own = { table: 'history', grain: 'measured' as const, text };
  return { wished, packed: [...keptTables(stored), own] };
}

/** Computed from the cells of the workbook, with what Koers kept of the past. */
export function evaluatedTables(wish: TableWish, ports: SourcePorts): PackedTables {
  const { facts, table, grain } = wish;
  const read = readWorkbook(ports.reader, facts.fileId);
  const stored = readStoredData(read.dataColumns, OUTPUT_TABS.data.en, ports.compression);
  const { tables, workspace } = computeResults(read, stored, {
    workbookId: stored.identity?.workbookId ?? facts.fileId,
    now: ports.clock.now(),
    clock: ports.clock,
    compression: ports.compression,
    months: readMonths(read.dataColumns),
    run: stored.stamp === null ? null : { by: ports.person.email(), version: ports.version },
    today: wish.today ?? undefined,
    language: wish.language ?? undefined,
  });
  const kept: PackedTables['packed'] = [...tables].map(([id, computed]) => ({
    table: id,
    grain: 'measured',
    text: packTable(computed, ports.compression),
  }));
  const measured = tables.get(table);
  if (measured === undefined) throw new Error('A table that is offered was not computed');
  if (grain === 'measured') return { wished: measured, packed: kept };
  const wished = inGrain(measured, grain, cutOf(workspace));
  return {
    wished,
    packed: [...kept, { table, grain, text: packTable(wished, ports.compression) }],
  };
}
