import type { TabId } from '../../core/layout/tab-layout.ts';
import { columnLetters, tabRange } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import { type PlannedColumn, plannedColumns } from '../input-tabs/planned-tab.ts';
import type { TabDress } from '../ports.ts';
import { makeRoom } from '../workbook/make-room.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { choiceChanges, columnChanges, groupChanges, lookChanges } from './new-tab.ts';
import { newSettings } from './repair-settings.ts';
import { dressedCells, firstFreeRow, type OurTab, type SeenTab } from './seen-tabs.ts';

/** Of a longer tab only the header and the first free row are looked at. */
const MOST_ROWS_SEEN = 2_000;
/** Below so many lines of titles a header that stays in sight would leave little else. */
const LOWEST_FROZEN_ROW = 9;

/** How much of what was added to one tab. */
export interface Added {
  readonly columns: number;
  readonly settings: number;
  readonly notes: number;
  readonly lists: number;
  readonly formats: number;
  /** Headers made to look or to stay as such. */
  readonly headers: number;
}

export interface Repair {
  readonly changes: readonly WorkbookChange[];
  readonly added: Added;
  /** The columns that are new, as they stand side by side. */
  readonly newColumns: readonly PlannedColumn[];
}

const isSeenWhole = (tab: OurTab): boolean =>
  firstFreeRow(tab) - tab.found.headerRow <= MOST_ROWS_SEEN;

/** The cells whose looks tell what is missing: the header, its rows, and the first free one. */
export function rangesToSee(tab: OurTab): string[] {
  const { facts, found, sheet } = tab;
  const last = columnLetters(Math.max(0, sheet.columns.length - 1));
  const rows = (from: number, to: number) =>
    tabRange(facts.title, `A${from + 1}:${last}${Math.min(to + 1, facts.rowCount)}`);
  const free = firstFreeRow(tab);
  if (isSeenWhole(tab) || free >= facts.rowCount) return [rows(found.headerRow, free)];
  return [rows(found.headerRow, found.headerRow), rows(free, free)];
}

/** A column that is there: what its header, its looks and its list miss. */
function presentColumn(
  tab: OurTab,
  planned: PlannedColumn,
  column: number,
  dress: TabDress,
  seen: readonly SeenTab[],
) {
  const { facts, found } = tab;
  const cellOf = dressedCells(dress);
  const place = { sheetId: facts.sheetId, column };
  const header = cellOf(found.headerRow, column);
  const free = firstFreeRow(tab);
  const hasRule = dress.cells.some((cell) => cell.column === column && cell.hasRule);
  const fromRow = isSeenWhole(tab) ? found.headerRow + 1 : free;
  const isRoom = free < facts.rowCount;
  return {
    notes:
      header?.hasNote === true
        ? []
        : [{ kind: 'write_note' as const, ...place, row: found.headerRow, note: planned.note }],
    lists: hasRule || fromRow >= facts.rowCount ? [] : choiceChanges(planned, place, fromRow, seen),
    // What is typed already keeps its looks: 20260214 in a date column is a day to Koers alone.
    formats:
      isRoom && cellOf(free, column)?.hasFormat !== true ? lookChanges(planned, place, free) : [],
    headers:
      header?.hasStyle === true
        ? []
        : [
            {
              kind: 'style_header' as const,
              sheetId: facts.sheetId,
              row: found.headerRow,
              startColumn: column,
              endColumn: column + 1,
            },
          ],
  };
}

/** New columns come after everything that stands on the tab, and push on what is typed there. */
function newColumns(
  { facts, found, sheet }: OurTab,
  columns: readonly PlannedColumn[],
  { groupedUntil }: TabDress,
  seen: readonly SeenTab[],
): WorkbookChange[] {
  if (columns.length === 0) return [];
  const { sheetId, rowCount: gridRows, columnCount: gridColumns } = facts;
  const { headerRow } = found;
  const first = sheet.columns.length;
  const end = first + columns.length;
  return [
    ...makeRoom({ sheetId, gridRows, gridColumns }, 'columns', first, columns.length),
    {
      kind: 'write_cells',
      sheetId,
      row: headerRow,
      column: first,
      height: 1,
      width: columns.length,
      rows: [columns.map(({ header }) => header)],
    },
    { kind: 'style_header', sheetId, row: headerRow, startColumn: first, endColumn: end },
    ...columnChanges(columns, { sheetId, headerRow, first }, seen),
    // A group that another one touches becomes part of it, and could not be collapsed alone.
    ...(groupedUntil >= first
      ? []
      : groupChanges(
          columns.map(({ layout }) => layout),
          sheetId,
          first,
        )),
  ];
}

function frozen({ facts, found }: OurTab, { frozenRows }: TabDress): WorkbookChange[] {
  const count = found.headerRow + 1;
  const isToFreeze =
    frozenRows === 0 && found.headerRow <= LOWEST_FROZEN_ROW && count < facts.rowCount;
  return isToFreeze ? [{ kind: 'freeze_rows', sheetId: facts.sheetId, count }] : [];
}

/** What a tab of ours misses; all that somebody typed, wrote or chose in it stays as it is. */
export function repairTab(
  tab: OurTab,
  dress: TabDress,
  language: Language,
  titles: ReadonlyMap<TabId, string>,
  seen: readonly SeenTab[],
): Repair {
  const { found, layout } = tab;
  const planned = plannedColumns(layout.id, language, titles);
  const columnOf: Readonly<Record<string, number | undefined>> = found.columnOf;
  const twice = new Set(found.repeated.map(({ id }) => id));
  const present = planned.flatMap((column) => {
    const at = columnOf[column.id];
    return at === undefined ? [] : [presentColumn(tab, column, at, dress, seen)];
  });
  const missing = planned.filter(({ id }) => columnOf[id] === undefined && !twice.has(id));
  const settings = layout.id === 'settings' ? newSettings(tab, dress, language) : null;
  const headers = [...present.flatMap((own) => own.headers), ...frozen(tab, dress)];
  const notes = [...present.flatMap((own) => own.notes), ...(settings?.notes ?? [])];
  const lists = present.flatMap((own) => own.lists);
  const formats = present.flatMap((own) => own.formats);
  return {
    changes: [
      ...headers,
      ...notes,
      ...lists,
      ...formats,
      // Rows and columns move nothing that stands above or before them.
      ...(settings?.rows ?? []),
      ...newColumns(tab, missing, dress, seen),
    ],
    newColumns: missing,
    added: {
      columns: missing.length,
      settings: settings?.count ?? 0,
      notes: notes.length,
      lists: lists.length,
      formats: formats.length,
      headers: headers.length,
    },
  };
}
