import { columnSpellings, type Spellings } from '../../language/tab-words.ts';
import { type ColumnId, columnEntries } from '../../layout/sheet-layout.ts';
import type { TabId } from '../../layout/tab-layout.ts';
import { normaliseHeader } from '../sheet/normalise-text.ts';
import { cellAt, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';

/** Title rows above a header are fine; below this row nobody looks for it. */
export const LAST_HEADER_ROW = 30;

/** A column as it is looked for in a header row. */
export interface SoughtColumn<Id extends string = string> extends Spellings {
  readonly id: Id;
  /** Without it a row is no header row. */
  readonly isNeeded: boolean;
}

/** A header row and what stands in it. Rows and columns count from 0. */
export interface FoundHeader<Id extends string = string> {
  readonly sheet: SheetInput;
  readonly headerRow: number;
  readonly rowCount: number;
  /** Where each known column stands; absent when the tab does not have it. */
  readonly columnOf: { readonly [Column in Id]?: number };
  /** Columns whose header repeats that of a column more to the left. */
  readonly repeated: readonly number[];
}

/** A tab of ours with its header row found. */
export interface FoundTab<Id extends TabId = TabId> extends FoundHeader<ColumnId<Id>> {
  readonly id: Id;
}

/** The columns of a tab under their names and synonyms in every language. */
export const soughtColumns = <Id extends TabId>(tab: Id): SoughtColumn<ColumnId<Id>>[] =>
  columnEntries(tab).map(([id, { needed }]) => ({
    id,
    isNeeded: needed === true,
    ...columnSpellings(tab, id),
  }));

export function findTab<Id extends TabId>(sheet: SheetInput, id: Id): FoundTab<Id> | null {
  const header = findHeader(sheet, soughtColumns(id));
  return header === null ? null : { id, ...header };
}

/** The first row that holds every needed column; null when none of the first 30 does. */
export function findHeader<Id extends string>(
  sheet: SheetInput,
  columns: readonly SoughtColumn<Id>[],
  isHeader: (row: number) => boolean = () => true,
): FoundHeader<Id> | null {
  const meanings = headerMeanings(columns);
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ id }) => id);
  const rowCount = rowCountOf(sheet);
  for (let row = 0; row < Math.min(rowCount, LAST_HEADER_ROW); row++) {
    const { columnOf, repeated } = matchRow(sheet, row, meanings);
    if (needed.every((id) => columnOf[id] !== undefined) && isHeader(row)) {
      return { sheet, headerRow: row, rowCount, columnOf, repeated };
    }
  }
  return null;
}

interface HeaderMeaning<Id extends string> {
  readonly id: Id;
  readonly isSynonym: boolean;
}

/** Names before synonyms, so that no synonym takes the place of a column of that name. */
function headerMeanings<Id extends string>(
  columns: readonly SoughtColumn<Id>[],
): Map<string, HeaderMeaning<Id>> {
  const meanings = new Map<string, HeaderMeaning<Id>>();
  const add = (headers: readonly string[], id: Id, isSynonym: boolean): void => {
    for (const header of headers) {
      const key = normaliseHeader(header);
      if (!meanings.has(key)) meanings.set(key, { id, isSynonym });
    }
  };
  for (const { id, names } of columns) add(names, id, false);
  for (const { id, synonyms } of columns) add(synonyms, id, true);
  return meanings;
}

/** A column under its own name goes before one under a synonym: Date before Week. */
function matchRow<Id extends string>(
  sheet: SheetInput,
  row: number,
  meanings: ReadonlyMap<string, HeaderMeaning<Id>>,
): { columnOf: { [Column in Id]?: number }; repeated: number[] } {
  const columnOf: { [Column in Id]?: number } = {};
  const bySynonym = new Set<Id>();
  const repeated: number[] = [];
  for (let column = 0; column < sheet.columns.length; column++) {
    const meaning = meanings.get(headerKey(cellAt(sheet, column, row)));
    if (meaning === undefined) continue;
    const { id, isSynonym } = meaning;
    if (columnOf[id] === undefined || (bySynonym.has(id) && !isSynonym)) {
      columnOf[id] = column;
      if (isSynonym) bySynonym.add(id);
      else bySynonym.delete(id);
    } else if (!isSynonym) repeated.push(column);
  }
  return { columnOf, repeated };
}

/** What a header cell is compared by; '' for anything but text. */
export const headerKey = (cell: unknown): string =>
  typeof cell === 'string' ? normaliseHeader(cell) : '';

/** The header as it stands in the sheet. */
export function headerText({ sheet, headerRow }: FoundHeader, column: number): string {
  return String(cellAt(sheet, column, headerRow) ?? '').trim();
}
