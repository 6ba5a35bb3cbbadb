import { cellAddress } from '../model/a1-notation.ts';
import { shown } from './cell/cell-reading.ts';
import { freeId, idFromName, isId } from './make-ids.ts';
import type { ReadContext } from './read-context.ts';
import type { TabRow } from './tab-row.ts';

/** A row with the name and id by which other rows refer to it. */
export interface NamedRow {
  readonly row: TabRow;
  readonly name: string;
  readonly id: string;
}

/**
 * Names and ids of the rows of a tab. Typed ids keep; blank ones are made from the name and noted
 * to be written; a row without a name is an issue and left out.
 */
export function readIdentities(
  rows: readonly TabRow[],
  nameColumn: string,
  fallback: string,
  context: ReadContext,
): NamedRow[] {
  const named = rows.flatMap((row) => {
    const name = nameOf(row, nameColumn);
    return name === null ? [] : [{ row, name }];
  });
  const placeOfId = new Map<string, string>();
  const typedIds = named.map(({ row }) => typedId(row, placeOfId, context));
  const taken = new Set(placeOfId.keys());
  return named.map(({ row, name }, index) => {
    const typed = typedIds[index];
    if (typed !== null) return { row, name, id: typed };
    const id = freeId(idFromName(name, fallback), taken);
    taken.add(id);
    noteIdToWrite(row, id, context);
    return { row, name, id };
  });
}

function nameOf(row: TabRow, column: string): string | null {
  const name = row.text(column);
  if (name !== '') return name;
  if (!row.has(column)) row.report('E_BLANK', {}, column);
  return null;
}

/** The id as typed when it is one and the first of its spelling; null with an issue otherwise. */
function typedId(row: TabRow, placeOfId: Map<string, string>, context: ReadContext): string | null {
  if (!row.has('id')) return null;
  // An issue about an id leaves the row whole: its name makes another one.
  const id = row.text('id');
  if (id === '') return null;
  const place = row.place('id');
  if (!isId(id)) {
    context.issues.add('E_ID', place, { received: shown(id) });
    return null;
  }
  const other = placeOfId.get(id);
  if (other !== undefined) {
    context.issues.add('E_ID_TWICE', place, { received: id, other });
    return null;
  }
  placeOfId.set(id, place.cell ?? '');
  return id;
}

function noteIdToWrite(row: TabRow, id: string, context: ReadContext): void {
  const column = row.tab.columnOf.id;
  if (column === undefined || row.has('id') || row.tab.sheet.spreadsheet !== undefined) return;
  context.idsToWrite.push({ tab: row.tab.sheet.name, cell: cellAddress(column, row.row), id });
}

/** A warning for every name that stands in the tab a second time. */
export function warnOfRepeatedNames(
  rows: readonly NamedRow[],
  column: string,
  context: ReadContext,
): void {
  const first = new Map<string, NamedRow>();
  for (const named of rows) {
    const key = named.name.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, named);
    else {
      context.issues.add('W_NAME_TWICE', named.row.place(column), {
        received: named.name,
        other: other.row.place(column).cell ?? '',
      });
    }
  }
}
