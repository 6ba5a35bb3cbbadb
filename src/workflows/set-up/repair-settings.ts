import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { settingNamed } from '../../core/intake/tabs/read-settings.ts';
import type { Language } from '../../core/model/workspace.ts';
import { plannedSettings } from '../input-tabs/planned-tab.ts';
import type { TabDress } from '../ports.ts';
import { makeRoom } from '../workbook/make-room.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { dressedCells, firstFreeRow, type OurTab } from './seen-tabs.ts';

/** Settings without a row, each with what a blank means; the language stays as it is found. */
export function newSettings(tab: OurTab, dress: TabDress, language: Language) {
  const { facts, found, sheet } = tab;
  const { setting: names, value: values } = found.columnOf as { setting: number; value: number };
  const { sheetId, rowCount: gridRows, columnCount: gridColumns } = facts;
  const cellOf = dressedCells(dress);
  const planned = plannedSettings(language);
  const rowOf = new Map<string, number>();
  for (let row = found.headerRow + 1; row < found.rowCount; row += 1) {
    const cell = cellAt(sheet, names, row);
    const id = isBlankCell(cell) ? null : settingNamed(String(cell));
    if (id !== null && !rowOf.has(id)) rowOf.set(id, row);
  }
  const missing = planned.filter(({ id }) => !rowOf.has(id));
  const free = firstFreeRow(tab);
  const noteAt = (row: number, note: string) => ({
    kind: 'write_note' as const,
    sheetId,
    row,
    column: names,
    note,
  });
  const below = { kind: 'write_cells' as const, sheetId, row: free, width: 1 };
  const height = missing.length;
  const rows: WorkbookChange[] =
    height === 0
      ? []
      : [
          ...makeRoom({ sheetId, gridRows, gridColumns }, 'rows', free, height),
          { ...below, column: names, height, rows: missing.map(({ name }) => [name]) },
          {
            ...below,
            column: values,
            height,
            rows: missing.map(({ id, value }) => [id === 'language' ? null : value]),
          },
          ...missing.map(({ note }, at) => noteAt(free + at, note)),
        ];
  const notes = planned.flatMap(({ id, note }) => {
    const row = rowOf.get(id);
    return row === undefined || cellOf(row, names)?.hasNote === true ? [] : [noteAt(row, note)];
  });
  return { rows, notes, count: height };
}
