import {
  choiceName,
  choiceNames,
  columnName,
  settingWords,
  tabName,
} from '../../core/language/tab-words.ts';
import { SETTING_IDS, SETTINGS, type SettingId } from '../../core/layout/settings.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import type { CellKind, ColumnLayout, TabId } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { ColumnLook, WrittenCell } from '../workbook-change.ts';
import { headerNote } from './examples.ts';

/** What a cell below a header offers to choose from; other values stay allowed. */
export type Offered =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  /** The names in a column of another tab, below its header. */
  | { readonly kind: 'names'; readonly title: string; readonly column: number };

/** A column as it is put there: Set up, the blank workbooks and the examples follow the same plan. */
export interface PlannedColumn {
  readonly id: string;
  readonly layout: ColumnLayout;
  readonly header: string;
  readonly note: string;
  readonly look: ColumnLook | null;
  readonly offered: Offered | null;
}

const LOOKS: Readonly<Partial<Record<CellKind, ColumnLook>>> = { date: 'date', share: 'percent' };

/** A rule takes one range: of several tabs the first that is there and has names. */
function namesOffered(
  refersTo: readonly TabId[],
  titles: ReadonlyMap<TabId, string>,
): Offered | null {
  for (const tab of refersTo) {
    const title = titles.get(tab);
    const column = columnEntries(tab).findIndex(
      ([, { cell, needed }]) => cell === 'text' && needed,
    );
    if (title !== undefined && column !== -1) return { kind: 'names', title, column };
  }
  return null;
}

function offeredBy(
  { choices, refersTo = [] }: ColumnLayout,
  language: Language,
  titles: ReadonlyMap<TabId, string>,
): Offered | null {
  return choices === undefined
    ? namesOffered(refersTo, titles)
    : { kind: 'values', values: choiceNames(choices, language) };
}

/**
 * The columns of a tab in a language.
 *
 * @param titles names of the tabs that are there, which lists of names point at
 */
export const plannedColumns = <Tab extends TabId>(
  tab: Tab,
  language: Language,
  titles: ReadonlyMap<TabId, string>,
): PlannedColumn[] =>
  columnEntries(tab).map(([id, layout]) => ({
    id,
    layout,
    header: columnName(tab, id, language),
    note: headerNote(tab, id, layout, language),
    look: LOOKS[layout.cell] ?? null,
    offered: offeredBy(layout, language, titles),
  }));

/** Every tab under its name in a language. */
export const titlesIn = (tabs: readonly TabId[], language: Language): Map<TabId, string> =>
  new Map(tabs.map((tab) => [tab, tabName(tab, language)]));

export interface PlannedSetting {
  readonly id: SettingId;
  readonly name: string;
  readonly note: string;
  /** What a blank means, so that a person sees what there is; the language is that of the tabs. */
  readonly value: WrittenCell;
}

export const plannedSettings = (language: Language): PlannedSetting[] =>
  SETTING_IDS.map((id) => {
    const { cell, standard } = SETTINGS[id];
    const { names, help } = settingWords(id, language);
    const word = id === 'language' ? choiceName('language', language, language) : null;
    const isShown = cell !== 'text' && cell !== 'choice';
    return { id, name: names[0], note: help, value: isShown ? standard : word };
  });
