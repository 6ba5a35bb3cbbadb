import { findTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { columnOf } from '../../core/tables/table.ts';
import type { StoredData } from '../hidden-tab/stored-data.ts';
import { unpackTable } from '../packed-tables/packed-table.ts';
import type { Compression } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook } from '../workbook/read-workbook.ts';
import type { WorkbookChange } from '../workbook-change.ts';

type ClearedId = Extract<WorkbookChange, { kind: 'clear_text' }>;

const ID_FIELDS = { goals: 'goal_id', kpis: 'kpi_id' } as const;

/** Ids in rows that hold nothing else. */
function idsAlone(read: ReadWorkbook, tab: keyof typeof ID_FIELDS): ClearedId[] {
  const own = inputTabs(read.facts).find(({ title }) => tabNamed(title)?.id === tab);
  const sheet = ownSheet(read, own?.title);
  const found = sheet === undefined ? null : findTab(sheet, tab);
  const column = found?.columnOf.id;
  if (own === undefined || found === null || column === undefined) return [];
  const isAlone = (row: number) =>
    found.sheet.columns.every((_, at) => {
      const cell = cellAt(found.sheet, at, row);
      return at === column || cell === false || isBlankCell(cell);
    });
  const { sheetId } = own;
  return Array.from({ length: found.rowCount }, (_, row) => row).flatMap((row): ClearedId[] => {
    const text = row > found.headerRow ? cellAt(found.sheet, column, row) : null;
    if (typeof text !== 'string' || text === '' || !isAlone(row)) return [];
    return [{ kind: 'clear_text', sheetId, row, column, text }];
  });
}

/**
 * Ids of the last results that stand alone in a row, since somebody deleted or emptied the row of
 * their KPI or goal: whatever is typed there next would go on with another's past. An id that nobody
 * knows was typed first by somebody who goes on typing.
 */
export function loneIds(
  read: ReadWorkbook,
  { tables }: StoredData,
  compression: Compression,
): ClearedId[] {
  return (['goals', 'kpis'] as const).flatMap((tab) => {
    const alone = idsAlone(read, tab);
    if (alone.length === 0 || tables[tab] === undefined) return [];
    const table = unpackTable(tables[tab], compression);
    const known = table === null ? [] : columnOf(table, ID_FIELDS[tab]);
    return alone.filter(({ text }) => known.includes(text));
  });
}
