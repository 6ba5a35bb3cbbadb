import { findTab } from '../../core/intake/rows/find-header.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import type { ReadCell } from '../ports.ts';

export type Columns = ReadonlyArray<readonly ReadCell[]>;

/** A tab as it was read. */
export interface TabCells {
  readonly name: string;
  readonly columns: Columns;
}

/** Headers above the columns; null for a tab without any that Koers knows. */
function headersOf({ name, columns }: TabCells): readonly string[] | null {
  const tab = tabNamed(name);
  const found = tab === null ? null : findTab({ name, columns }, tab.id);
  return found === null ? null : columns.map((cells) => String(cells[found.headerRow] ?? ''));
}

const placesOf = (headers: readonly string[], header: string): number[] =>
  headers.flatMap((own, at) => (own === header ? [at] : []));

/** Whether all headers but that of this column stand where they stood: it was written over. */
const isWrittenOver = (old: readonly string[], present: readonly string[], column: number) =>
  old.length === present.length && old.every((own, at) => at === column || own === present[at]);

/**
 * Where each column of an earlier reading stands now, told by its header and never by its letter;
 * null when it is gone, or when nobody can tell. Of columns of one header the order tells.
 */
export function columnsNow(before: TabCells, now: TabCells): (column: number) => number | null {
  const [old, present] = [headersOf(before), headersOf(now)];
  if (old === null && present === null) return (column) => column;
  return (column) => {
    if (old !== null && present !== null && isWrittenOver(old, present, column)) return column;
    const header = old?.[column] ?? '';
    const [was, is] = [placesOf(old ?? [], header), placesOf(present ?? [], header)];
    return was.length === is.length ? (is[was.indexOf(column)] ?? null) : null;
  };
}

/** The cells of now in the columns of before; a column that is gone is blank. */
export const asBefore = (
  before: TabCells,
  now: TabCells,
  columnNow: ReturnType<typeof columnsNow>,
): Columns => before.columns.map((_, column) => now.columns[columnNow(column) ?? -1] ?? []);
