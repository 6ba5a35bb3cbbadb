import { CHOICES, type ChoiceCode, type ChoiceListId } from '../layout/choices.ts';
import type { SettingId } from '../layout/settings.ts';
import type { ColumnId } from '../layout/sheet-layout.ts';
import type { TabId } from '../layout/tab-layout.ts';
import { LANGUAGES } from '../model/locale.ts';
import type { Language } from '../model/workspace.ts';
import { CHOICE_WORDS, SETTING_WORDS, TAB_WORDS } from './languages.ts';
import type { Called, Names } from './words.ts';

/** How people may write a thing, in every language: the names that are shown, then the others. */
export interface Spellings {
  readonly names: readonly string[];
  readonly synonyms: readonly string[];
}

function spellings(namesIn: (language: Language) => Names): Spellings {
  const each = LANGUAGES.map(namesIn);
  return { names: each.map(([name]) => name), synonyms: each.flatMap(([, ...also]) => also) };
}

export const tabName = (tab: TabId, language: Language): string =>
  TAB_WORDS[language][tab].names[0];

export const tabSpellings = (tab: TabId): Spellings =>
  spellings((language) => TAB_WORDS[language][tab].names);

function columnIn(tab: TabId, column: string, language: Language): Called {
  const columns: Readonly<Record<string, Called>> = TAB_WORDS[language][tab].columns;
  return columns[column];
}

export const columnName = <Tab extends TabId>(
  tab: Tab,
  column: ColumnId<Tab>,
  language: Language,
): string => columnIn(tab, column, language).names[0];

/** The note at the header. */
export const columnHelp = <Tab extends TabId>(
  tab: Tab,
  column: ColumnId<Tab>,
  language: Language,
): string => columnIn(tab, column, language).help;

export const columnSpellings = <Tab extends TabId>(tab: Tab, column: ColumnId<Tab>): Spellings =>
  spellings((language) => columnIn(tab, column, language).names);

export const settingWords = (setting: SettingId, language: Language): Called =>
  SETTING_WORDS[language][setting];

export const settingSpellings = (setting: SettingId): Spellings =>
  spellings((language) => SETTING_WORDS[language][setting].names);

function choiceIn<List extends ChoiceListId>(
  list: List,
  code: ChoiceCode<List>,
  language: Language,
): Names {
  const words: Readonly<Record<ChoiceCode<List>, Names>> = CHOICE_WORDS[language][list];
  return words[code];
}

/** What a choice is called in the language at hand. */
export type ChoiceNaming = <List extends ChoiceListId>(
  list: List,
  code: ChoiceCode<List>,
) => string;

export const choiceName = <List extends ChoiceListId>(
  list: List,
  code: ChoiceCode<List>,
  language: Language,
): string => choiceIn(list, code, language)[0];

export const choiceSpellings = <List extends ChoiceListId>(
  list: List,
  code: ChoiceCode<List>,
): Spellings => spellings((language) => choiceIn(list, code, language));

export const choiceNames = (list: ChoiceListId, language: Language): string[] =>
  CHOICES[list].map((code) => choiceName(list, code, language));
