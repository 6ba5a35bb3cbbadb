import { type ColumnId, columnEntries } from '../../core/layout/sheet-layout.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import { rowCells, type TabRow } from '../input-tabs/row-cells.ts';
import { firstFreeRow, type OurTab } from '../set-up/seen-tabs.ts';
import { makeRoom } from '../workbook/make-room.ts';
import type { ColumnLook, WorkbookChange } from '../workbook-change.ts';

/** Rows below the others, each cell below its header; what is typed there meanwhile moves down. */
export function addedRows<Id extends TabId>(
  { facts, found, layout }: OurTab,
  rows: readonly TabRow[],
  language: Language,
  looks: { readonly [Column in ColumnId<Id>]?: ColumnLook } = {},
): WorkbookChange[] {
  if (rows.length === 0) return [];
  const { sheetId, rowCount: gridRows, columnCount: gridColumns } = facts;
  const cells = rows.map((row) => rowCells(layout.id, row, language));
  const columnOf: Readonly<Record<string, number | undefined>> = found.columnOf;
  const lookOf: Readonly<Record<string, ColumnLook | undefined>> = looks;
  const start = firstFreeRow({ found });
  const ofColumns = columnEntries(layout.id).flatMap(
    ([id, { cell: kind }], at): WorkbookChange[] => {
      const column = columnOf[id];
      const own = cells.map((row) => row[at]);
      if (column === undefined || own.every((cell) => cell === null)) return [];
      const place = { sheetId, column };
      const look = lookOf[id] ?? (kind === 'date' ? 'date' : null);
      const looked = own.flatMap((cell, row): WorkbookChange[] => {
        const fromRow = start + row;
        if (look === null || typeof cell !== 'number') return [];
        return [{ kind: 'format_columns', ...place, fromRow, toRow: fromRow + 1, look }];
      });
      const values = own.map((cell) => [cell]);
      return [
        { kind: 'write_cells', ...place, row: start, height: rows.length, width: 1, rows: values },
        ...looked,
      ];
    },
  );
  return [
    ...makeRoom({ sheetId, gridRows, gridColumns }, 'rows', start, rows.length),
    ...ofColumns,
  ];
}
