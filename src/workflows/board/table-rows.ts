import type { Cell } from '../../core/tables/part.ts';
import { columnOf, rowCountOf, type Table } from '../../core/tables/table.ts';

/** One row of a table, column by column. */
export interface Row {
  readonly text: (id: string) => string;
  /** Null for what is missing; a day too is a number. */
  readonly number: (id: string) => number | null;
  readonly cell: (id: string) => Cell;
}

export function rowsOf(table: Table): Row[] {
  const columns = new Map<string, readonly Cell[]>();
  const column = (id: string): readonly Cell[] => {
    const known = columns.get(id) ?? columnOf(table, id);
    columns.set(id, known);
    return known;
  };
  return Array.from({ length: rowCountOf(table) }, (_, at) => {
    const cell = (id: string): Cell => column(id)[at] ?? null;
    const number = (id: string): number | null => {
      const value = cell(id);
      return typeof value === 'number' ? value : null;
    };
    return { cell, number, text: (id) => String(cell(id) ?? '') };
  });
}
