import type { ColumnLayout, TabLayout } from './layout/layout-types.ts';
import { normaliseHeader } from './normalise-text.ts';
import { cellAt, rowCountOf, type SheetInput } from './sheet-input.ts';

/** Title rows above a header are fine; below this row nobody looks for it. */
const LAST_HEADER_ROW = 30;

/** A tab with its header row found. Rows and columns count from 0. */
export interface FoundTab {
  readonly sheet: SheetInput;
  readonly layout: TabLayout;
  readonly headerRow: number;
  readonly rowCount: number;
  /** Where each known column stands; absent when the tab does not have it. */
  readonly columnOf: Readonly<Record<string, number | undefined>>;
  /** Columns whose header repeats that of a column more to the left. */
  readonly repeated: readonly number[];
}

/** The first row that holds every needed column; null when none of the first 30 does. */
export function findHeader(
  sheet: SheetInput,
  layout: TabLayout,
  isHeader: (row: number) => boolean = () => true,
): FoundTab | null {
  const meanings = headerMeanings(layout.columns);
  const needed = layout.columns.filter((column) => column.needed).map(({ id }) => id);
  const rowCount = rowCountOf(sheet);
  for (let row = 0; row < Math.min(rowCount, LAST_HEADER_ROW); row++) {
    const { columnOf, repeated } = matchRow(sheet, row, meanings);
    if (needed.every((id) => columnOf[id] !== undefined) && isHeader(row)) {
      return { sheet, layout, headerRow: row, rowCount, columnOf, repeated };
    }
  }
  return null;
}

interface HeaderMeaning {
  readonly id: string;
  readonly isSynonym: boolean;
}

/** Names before synonyms, so that no synonym takes the place of a column of that name. */
function headerMeanings(columns: readonly ColumnLayout[]): Map<string, HeaderMeaning> {
  const meanings = new Map<string, HeaderMeaning>();
  const add = (header: string, id: string, isSynonym: boolean): void => {
    const key = normaliseHeader(header);
    if (!meanings.has(key)) meanings.set(key, { id, isSynonym });
  };
  for (const { id, name } of columns) {
    for (const header of [name.en, name.nl]) add(header, id, false);
  }
  for (const { id, synonyms } of columns) for (const header of synonyms) add(header, id, true);
  return meanings;
}

/** A column under its own name goes before one under a synonym: Date before Week. */
function matchRow(
  sheet: SheetInput,
  row: number,
  meanings: ReadonlyMap<string, HeaderMeaning>,
): { columnOf: Record<string, number | undefined>; repeated: number[] } {
  const columnOf: Record<string, number | undefined> = {};
  const bySynonym = new Set<string>();
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
export function headerText(tab: FoundTab, column: number): string {
  return String(cellAt(tab.sheet, column, tab.headerRow) ?? '').trim();
}
