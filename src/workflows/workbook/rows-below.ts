import type { FoundTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { columnName } from '../../core/language/tab-words.ts';
import { type ColumnId, columnEntries } from '../../core/layout/sheet-layout.ts';
import type { ColumnLayout } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TabFacts } from '../ports.ts';
import type { ColumnLook, WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { makeRoom } from './make-room.ts';

/** A tab as it was found, to which rows come. */
export interface GrowingTab {
  readonly facts: Pick<TabFacts, 'sheetId' | 'rowCount' | 'columnCount'>;
  readonly found: FoundTab;
}

/** A row as a person would type it: a date is a serial number, a choice its word. */
export interface NewRow {
  /** By column id; without one, or null, the cell is blank. */
  readonly cells: Readonly<Record<string, WrittenCell | undefined>>;
  /** How numbers look, by column id; in a column of dates they are dates. */
  readonly looks?: Readonly<Record<string, ColumnLook | undefined>>;
}

/** Rows that come to one tab. */
export interface AddedRows {
  readonly tab: GrowingTab;
  readonly rows: readonly NewRow[];
}

/** Below everything that is filled in, whatever column it is in; a box that is not ticked is not. */
export function firstFreeRow({ sheet, rowCount, headerRow }: FoundTab): number {
  for (let row = rowCount - 1; row > headerRow; row -= 1) {
    const isFilled = sheet.columns.some((_, column) => {
      const cell = cellAt(sheet, column, row);
      return cell !== false && !isBlankCell(cell);
    });
    if (isFilled) return row + 1;
  }
  return headerRow + 1;
}

/** Of columns of one name, of which nobody can tell which is meant, the first. */
export function columnIn({ columnOf, repeated }: FoundTab, id: string): number | undefined {
  const places: Readonly<Record<string, number | undefined>> = columnOf;
  return places[id] ?? repeated.find((own) => own.id === id)?.first;
}

/** A column that the rows fill, as the tab was found. */
interface FilledColumn {
  readonly id: ColumnId;
  readonly layout: ColumnLayout;
  readonly column: number;
  /** The tab does not have it yet. */
  readonly isNew: boolean;
}

/** The columns that the rows fill, each where it stands; those that are missing come after all. */
export function filledColumns({ tab: { found }, rows }: AddedRows): FilledColumn[] {
  let free = found.sheet.columns.length;
  return columnEntries(found.id).flatMap(([id, layout]): FilledColumn[] => {
    if (rows.every(({ cells }) => (cells[id] ?? null) === null)) return [];
    const column = columnIn(found, id);
    if (column !== undefined) return [{ id, layout, column, isNew: false }];
    free += 1;
    return [{ id, layout, column: free - 1, isNew: true }];
  });
}

/**
 * Rows inserted below the others, each cell below its header and with the look of its kind; a column
 * that the tab lacks comes at its end. Nothing is overwritten: what is typed there meanwhile moves
 * down. The places are those of the tab as it was found.
 */
export function rowsBelow(added: AddedRows, language: Language): WorkbookChange[] {
  const { rows } = added;
  const { facts, found } = added.tab;
  const { sheetId } = facts;
  const grid = { sheetId, gridRows: facts.rowCount, gridColumns: facts.columnCount };
  const columns = filledColumns(added);
  if (columns.length === 0) return [];
  const newColumns = columns.filter(({ isNew }) => isNew).length;
  const start = firstFreeRow(found);
  const ofColumns = columns.flatMap(({ id, layout, column, isNew }): WorkbookChange[] => {
    const place = { sheetId, column };
    const write = (row: number, cells: readonly WrittenCell[]): WorkbookChange => ({
      ...{ kind: 'write_cells', ...place, row, height: cells.length, width: 1 },
      rows: cells.map((cell) => [cell]),
    });
    const cells = rows.map((row) => row.cells[id] ?? null);
    const looks = rows.flatMap((row, at): WorkbookChange[] => {
      const look = row.looks?.[id] ?? (layout.cell === 'date' ? 'date' : undefined);
      if (look === undefined || typeof cells[at] !== 'number') return [];
      const fromRow = start + at;
      return [{ kind: 'format_columns', ...place, fromRow, toRow: fromRow + 1, look }];
    });
    const header = columnName(found.id, id, language);
    return [...(isNew ? [write(found.headerRow, [header])] : []), write(start, cells), ...looks];
  });
  return [
    ...makeRoom(grid, 'rows', start, rows.length),
    ...makeRoom(grid, 'columns', found.sheet.columns.length, newColumns),
    ...ofColumns,
  ];
}
