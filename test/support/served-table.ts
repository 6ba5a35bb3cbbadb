import { compactDate } from '../../src/core/model/calendar-date.ts';
import { buildTable as build } from '../../src/core/tables/build-table.ts';
import type { Cell } from '../../src/core/tables/part.ts';
import { columnsOf, type TableId } from '../../src/core/tables/result-tables.ts';
import type { ResultInput } from '../../src/core/tables/results.ts';
import { columnOf, rowCountOf, type Table } from '../../src/core/tables/table.ts';

/** A result table as a report gets it: every column row by row, a day as eight digits. */
export interface ServedTable {
  readonly id: TableId;
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

const servedCell = (cell: Cell, type: string | undefined): Cell =>
  type === 'YEAR_MONTH_DAY' && typeof cell === 'number' ? compactDate(cell) : cell;

export function served(table: Table): ServedTable {
  const columns = [...columnsOf(table.id)].map(([id, { type }]) => [
    id,
    columnOf(table, id).map((cell) => servedCell(cell, type)),
  ]);
  return { id: table.id, rowCount: rowCountOf(table), columns: Object.fromEntries(columns) };
}

export const servedTable = (id: TableId, input: ResultInput): ServedTable =>
  served(build(id, input));
