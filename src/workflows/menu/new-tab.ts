import { tabName } from '../../core/language/tab-words.ts';
import type { ColumnLayout, TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import { columnLetters, tabRange } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import { type Offered, type PlannedColumn, plannedColumns } from '../input-tabs/planned-tab.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';

const NEW_TAB_ROWS = 1000;

export interface NewTabContent {
  /** Names of the tabs that lists of names point at. */
  readonly titles: ReadonlyMap<TabId, string>;
  /** Below the header. */
  readonly rows: ReadonlyArray<readonly WrittenCell[]>;
}

/** A list of names follows the column it stands in, however long that grows. */
function choicesOf(offered: Offered) {
  if (offered.kind === 'values') return offered;
  const letter = columnLetters(offered.column);
  return { kind: 'cells' as const, range: tabRange(offered.title, `${letter}2:${letter}`) };
}

/** How a column looks and what it offers, below the header in `row`. */
function columnLooks(
  { look, offered }: PlannedColumn,
  place: { readonly sheetId: number; readonly column: number },
  row: number,
): WorkbookChange[] {
  const fromRow = row + 1;
  return [
    ...(look === null ? [] : [{ kind: 'format_columns' as const, ...place, fromRow, look }]),
    ...(offered === null
      ? []
      : [{ kind: 'offer_choices' as const, ...place, fromRow, choices: choicesOf(offered) }]),
  ];
}

/** Columns that few people need stand in collapsed groups, the rarest one level deeper. */
function groups(columns: readonly ColumnLayout[], sheetId: number): WorkbookChange[] {
  const levels = [['more', 'expert'], ['expert']];
  return levels.flatMap((names, level): WorkbookChange[] => {
    const inside = columns.flatMap(({ group = '' }, index) =>
      names.includes(group) ? [index] : [],
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

/** A tab for people to fill in, in their language, with a list to choose from where there is one. */
export function newTabChanges(
  { id: tab }: TabLayout,
  sheetId: number,
  language: Language,
  { titles, rows }: NewTabContent,
): WorkbookChange[] {
  const columns = plannedColumns(tab, language, titles);
  const ofColumns = columns.flatMap((column, index): WorkbookChange[] => {
    const place = { sheetId, column: index };
    return [
      ...columnLooks(column, place, 0),
      { kind: 'write_note', ...place, row: 0, note: column.note },
      ...(column.layout.group === 'hidden' ? [{ kind: 'hide_column' as const, ...place }] : []),
    ];
  });
  return [
    {
      kind: 'add_tab',
      sheetId,
      title: tabName(tab, language),
      isHidden: false,
      rowCount: NEW_TAB_ROWS,
      columnCount: columns.length,
      frozenRows: 1,
    },
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
    ...ofColumns,
    ...groups(
      columns.map(({ layout }) => layout),
      sheetId,
    ),
  ];
}
