import { isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import type { ReadCell } from '../ports.ts';
import { asBefore, columnsNow, type TabCells } from './columns-now.ts';
import { rowsNow } from './rows-now.ts';
import type { InputChange } from './write-inputs.ts';

/** Blank ids that were to be filled in one tab, and where they were written in fact. */
export interface WrittenIds {
  readonly sheetId: number;
  /** That of the ids, when the tab was read. */
  readonly column: number;
  /** All columns of the tab that were written in, when it was read: they tell nothing of a row. */
  readonly aside: readonly number[];
  /** Rows as they were read. */
  readonly wanted: ReadonlyMap<number, ReadCell>;
  /** Column and rows of the write. */
  readonly writtenIn: number;
  readonly written: ReadonlyMap<number, ReadCell>;
}

const cellChange = (sheetId: number, row: number, column: number, cell: ReadCell): InputChange => {
  const place = { sheetId, row, column, height: 1, width: 1 };
  return { kind: 'write_cells', ...place, rows: [[cell ?? null]] };
};

/** Ids that landed in another column, because one was inserted or moved in the moment of the write. */
function besideTheColumn(before: TabCells, now: TabCells, ids: WrittenIds): InputChange[] {
  const { sheetId, column, aside, writtenIn, written } = ids;
  const columnNow = columnsNow(before, now);
  if (columnNow(column) === writtenIn) return [];
  const overwritten = before.columns.findIndex((_, own) => columnNow(own) === writtenIn);
  const rowNow = rowsNow(before.columns, asBefore(before, now, columnNow), [...aside, overwritten]);
  const held = new Map(
    (before.columns[overwritten] ?? []).map((cell, row) => [rowNow(row), cell] as const),
  );
  const cells = now.columns[writtenIn] ?? [];
  const typed = before.columns[overwritten] ?? [];
  return [...written].flatMap(([row, id]) => {
    // Its row may have moved since; a person's own cell may hold the same text.
    const at = cells[row] === id || typed.includes(id) ? row : cells.indexOf(id);
    return cells[at] === id ? [cellChange(sheetId, at, writtenIn, held.get(at) ?? '')] : [];
  });
}

/** A box that is not ticked is nothing that somebody filled in. */
const isAlone = ({ columns }: TabCells, row: number, aside: readonly number[]): boolean =>
  columns.every(
    (cells, at) => aside.includes(at) || cells[row] === false || isBlankCell(cells[row]),
  );

/** Ids that landed beside another row, because rows moved in the moment of the write. */
function besideTheRow(before: TabCells, now: TabCells, ids: WrittenIds): InputChange[] {
  const { sheetId, column, aside, wanted } = ids;
  const columnNow = columnsNow(before, now);
  const idColumn = columnNow(column);
  if (idColumn === null) return [];
  const rowNow = rowsNow(before.columns, asBefore(before, now, columnNow), aside);
  const idOf = new Map<number, ReadCell>();
  /** Ids beside nothing: whoever takes one away does so for good, and whoever typed it goes on. */
  const loneOf = new Map<number, ReadCell>();
  const all = [...(before.columns[column] ?? []).entries(), ...wanted];
  for (const [row, id] of all) {
    if (id === '') continue;
    const at = rowNow(row);
    if (isAlone(before, row, aside)) loneOf.set(row, id);
    else if (at !== null) idOf.set(at, id);
  }
  const ours = new Set(wanted.values());
  const cells = now.columns[idColumn] ?? [];
  return [...new Set([...idOf.keys(), ...cells.keys()])].flatMap((row) => {
    const [is, should] = [cells[row] ?? '', idOf.get(row) ?? ''];
    if (is === loneOf.get(row)) return [];
    const isOurs = ours.has(is) || (is === '' && ours.has(should));
    return is === should || !isOurs ? [] : [cellChange(sheetId, row, idColumn, should)];
  });
}

/** What puts ids right that landed elsewhere: first what they stand on, then where they belong. */
export function misplacedIds(before: TabCells, now: TabCells, ids: WrittenIds): InputChange[] {
  const strays = besideTheColumn(before, now, ids);
  return strays.length > 0 ? strays : besideTheRow(before, now, ids);
}
