import { tabName } from '../../core/language/tab-words.ts';
import type { ColumnLayout, TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import { type PlannedColumn, plannedColumns } from '../input-tabs/planned-tab.ts';
import type { TabFacts } from '../ports.ts';
import { makeRoom } from '../workbook/make-room.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { choicesOf } from './offered-names.ts';
import type { SeenTab } from './seen-tabs.ts';

const NEW_TAB_ROWS = 1000;

export interface NewTabContent {
  /** Names of the tabs that lists of names point at, and those that are there already. */
  readonly titles: ReadonlyMap<TabId, string>;
  readonly seen: readonly SeenTab[];
  /** Below the header. */
  readonly rows: ReadonlyArray<readonly WrittenCell[]>;
}

interface ColumnPlace {
  readonly sheetId: number;
  readonly column: number;
}

/** How a column looks, below the header in `row`. */
export const lookChanges = (
  { look }: PlannedColumn,
  place: ColumnPlace,
  fromRow: number,
): WorkbookChange[] => (look === null ? [] : [{ kind: 'format_columns', ...place, fromRow, look }]);

/** What it offers to choose from. */
export const choiceChanges = (
  { offered }: PlannedColumn,
  place: ColumnPlace,
  fromRow: number,
  seen: readonly SeenTab[],
): WorkbookChange[] =>
  offered === null
    ? []
    : [{ kind: 'offer_choices', ...place, fromRow, choices: choicesOf(offered, seen) }];

/**
 * Columns that few people need stand in collapsed groups, the rarest one level deeper.
 *
 * @param first where the first of these columns stands
 */
export function groupChanges(
  columns: readonly ColumnLayout[],
  sheetId: number,
  first = 0,
): WorkbookChange[] {
  const levels = [['more', 'expert'], ['expert']];
  return levels.flatMap((names, level): WorkbookChange[] => {
    const inside = columns.flatMap(({ group = '' }, index) =>
      names.includes(group) ? [first + index] : [],
    );
    if (inside.length === 0) return [];
    const stretch = {
      sheetId,
      startColumn: inside[0],
      endColumn: inside[inside.length - 1] + 1,
    };
    return [
      { kind: 'group_columns', ...stretch },
      { kind: 'collapse_group', ...stretch, depth: level + 1 },
    ];
  });
}

/** Notes, looks and lists of columns that stand side by side below a header that is new. */
export function columnChanges(
  columns: readonly PlannedColumn[],
  { sheetId, headerRow, first }: { sheetId: number; headerRow: number; first: number },
  seen: readonly SeenTab[],
): WorkbookChange[] {
  return columns.flatMap((column, index): WorkbookChange[] => {
    const place = { sheetId, column: first + index };
    return [
      ...lookChanges(column, place, headerRow + 1),
      ...choiceChanges(column, place, headerRow + 1, seen),
      { kind: 'write_note', ...place, row: headerRow, note: column.note },
      ...(column.layout.group === 'hidden' ? [{ kind: 'hide_column' as const, ...place }] : []),
    ];
  });
}

/** Header, rows and all that is seen of them, in a tab without anything. */
function contentChanges(
  { id: tab }: TabLayout,
  sheetId: number,
  language: Language,
  { titles, seen, rows }: NewTabContent,
): WorkbookChange[] {
  const columns = plannedColumns(tab, language, titles);
  return [
    {
      kind: 'write_cells',
      sheetId,
      row: 0,
      column: 0,
      height: rows.length + 1,
      width: columns.length,
      rows: [columns.map(({ header }) => header), ...rows],
    },
    { kind: 'style_header', sheetId, row: 0 },
    ...columnChanges(columns, { sheetId, headerRow: 0, first: 0 }, seen),
    ...groupChanges(
      columns.map(({ layout }) => layout),
      sheetId,
    ),
  ];
}

const widthOf = ({ columns }: TabLayout): number => Object.keys(columns).length;

/** A tab for people to fill in, in their language, with a list to choose from where there is one. */
export const newTabChanges = (
  layout: TabLayout,
  sheetId: number,
  language: Language,
  content: NewTabContent,
): WorkbookChange[] => [
  {
    kind: 'add_tab',
    sheetId,
    title: tabName(layout.id, language),
    isHidden: false,
    rowCount: NEW_TAB_ROWS,
    columnCount: widthOf(layout),
    frozenRows: 1,
  },
  ...contentChanges(layout, sheetId, language, content),
];

/** The same in a blank tab that somebody made; what is typed there meanwhile moves down. */
export function filledTabChanges(
  layout: TabLayout,
  { sheetId, rowCount, columnCount }: TabFacts,
  language: Language,
  content: NewTabContent,
): WorkbookChange[] {
  const missing = Math.max(0, widthOf(layout) - columnCount);
  const grid = { sheetId, gridRows: rowCount, gridColumns: columnCount };
  return [
    ...makeRoom(grid, 'rows', 0, content.rows.length + 1),
    ...(missing === 0
      ? []
      : [{ kind: 'lengthen' as const, sheetId, what: 'columns' as const, count: missing }]),
    ...contentChanges(layout, sheetId, language, content),
    { kind: 'freeze_rows', sheetId, count: 1 },
  ];
}
