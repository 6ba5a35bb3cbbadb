import { choiceNames, columnHelp, columnName, tabName } from '../../core/language/tab-words.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import type { CellKind, ColumnLayout, TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import { columnLetters, tabRange } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { ColumnLook, WorkbookChange, WrittenCell } from '../workbook-change.ts';

const NEW_TAB_ROWS = 1000;

export interface NewTabContent {
  /** Names of the tabs that dropdowns of names point at. */
  readonly titles: ReadonlyMap<TabId, string>;
  /** Below the header. */
  readonly rows: ReadonlyArray<readonly WrittenCell[]>;
}

const LOOKS: Readonly<Partial<Record<CellKind, ColumnLook>>> = { date: 'date' };

/** The cells that names are chosen from: the first column of the tab they live in. */
function namesRange(refersTo: readonly TabId[], titles: NewTabContent['titles']): string | null {
  const target = refersTo.find((id) => titles.has(id));
  const title = target === undefined ? undefined : titles.get(target);
  if (target === undefined || title === undefined) return null;
  const name = columnEntries(target).findIndex(([, { cell }]) => cell === 'text');
  const letter = columnLetters(Math.max(0, name));
  return tabRange(title, `${letter}2:${letter}`);
}

function dropdown(
  { choices, refersTo }: ColumnLayout,
  place: { sheetId: number; column: number },
  language: Language,
  titles: NewTabContent['titles'],
): WorkbookChange[] {
  if (choices !== undefined) {
    const values = choiceNames(choices, language);
    return [{ kind: 'offer_choices', ...place, fromRow: 1, choices: { kind: 'values', values } }];
  }
  const range = refersTo === undefined ? null : namesRange(refersTo, titles);
  if (range === null) return [];
  return [{ kind: 'offer_choices', ...place, fromRow: 1, choices: { kind: 'cells', range } }];
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
  layout: TabLayout,
  sheetId: number,
  language: Language,
  { titles, rows }: NewTabContent,
): WorkbookChange[] {
  const { id: tab } = layout;
  const columns = columnEntries(tab);
  const ofColumns = columns.flatMap(([id, column], index): WorkbookChange[] => {
    const look = LOOKS[column.cell];
    const place = { sheetId, column: index };
    return [
      ...(look === undefined
        ? []
        : [{ kind: 'format_columns' as const, ...place, fromRow: 1, look }]),
      ...dropdown(column, place, language, titles),
      { kind: 'write_note', ...place, row: 0, note: columnHelp(tab, id, language) },
      ...(column.group === 'hidden' ? [{ kind: 'hide_column' as const, ...place }] : []),
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
      rows: [columns.map(([id]) => columnName(tab, id, language)), ...rows],
    },
    { kind: 'embolden_row', sheetId, row: 0 },
    ...ofColumns,
    ...groups(
      columns.map(([, column]) => column),
      sheetId,
    ),
  ];
}
