import type { OutputTabId } from '../layout/output-tabs.ts';
import { LANGUAGES } from '../model/locale.ts';
import type { Language } from '../model/workspace.ts';
import { outputTabs as en } from './en/output-tabs.ts';
import { outputTabs as nl } from './nl/output-tabs.ts';
import type { OutputTabWords } from './words.ts';

/** Apart from the other words: what answers from stored results needs these names and no others. */
export const OUTPUT_TAB_WORDS: Readonly<Record<Language, OutputTabWords>> = { en, nl };

export const outputTabName = (tab: OutputTabId, language: Language): string =>
  OUTPUT_TAB_WORDS[language][tab];

export const outputTabNames = (tab: OutputTabId): string[] =>
  LANGUAGES.map((language) => outputTabName(tab, language));
