import { compactDate, type Day } from '../model/calendar-date.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Results } from './results.ts';

/** What may leave in a table: nothing else. */
export type Cell = string | number | boolean | null;

/** How each column of a table reads its row. */
export type Cells<Row> = Readonly<Record<string, (row: Row) => Cell>>;

interface Columns {
  rowCount: number;
  columns: Record<string, Cell[]>;
}

export type ColumnBuilder = (ids: readonly string[], results: Results) => Columns;

/** Blank text is missing, and so is a number that is none. Negative zero is zero. */
function clean(cell: Cell): Cell {
  if (cell === '') return null;
  if (typeof cell !== 'number') return cell;
  return Number.isFinite(cell) ? cell + 0 : null;
}

/** Makes the columns of a table from its rows. */
export const columnsFrom =
  <Row>(
    rowsOf: (results: Results) => readonly Row[],
    cellsOf: (results: Results) => Cells<Row>,
  ): ColumnBuilder =>
  (ids, results) => {
    const rows = rowsOf(results);
    const cells = cellsOf(results);
    const columns: Record<string, Cell[]> = {};
    for (const id of ids) {
      const read = cells[id];
      if (read === undefined) throw new Error(`No row says what ${id} is`);
      columns[id] = rows.map((row) => clean(read(row)));
    }
    return { rowCount: rows.length, columns };
  };

export const dateCell = (day: Day | null): Cell => (day === null ? null : compactDate(day));

/** 1 or 0, so that counts add up. */
export const countCell = (isCounted: boolean): number => (isCounted ? 1 : 0);

/** Later work fills these columns. */
export const emptyCells = (...ids: readonly string[]): Record<string, () => null> =>
  Object.fromEntries(ids.map((id) => [id, () => null]));

/** The same cells for rows of another kind, blank where the row has none. */
export function cellsThrough<Row, Part>(
  cells: Cells<Part>,
  partOf: (row: Row) => Part | null,
): Cells<Row> {
  return Object.fromEntries(
    Object.entries(cells).map(([id, read]) => [
      id,
      (row: Row) => {
        const part = partOf(row);
        return part === null ? null : read(part);
      },
    ]),
  );
}

export const numberOf = (quantity: Quantity | null | undefined): number | null =>
  quantity?.value ?? null;

/** Figures that a part of the row holds: its name there, by column. */
export const figuresOf = <Row, Name extends string>(
  partOf: (row: Row) => Readonly<Record<Name, Quantity>> | null,
  names: Readonly<Record<string, Name>>,
): Record<string, (row: Row) => number | null> =>
  Object.fromEntries(
    Object.entries(names).map(([id, name]) => [id, (row: Row) => numberOf(partOf(row)?.[name])]),
  );
