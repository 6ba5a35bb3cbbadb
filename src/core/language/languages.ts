import type {
  ActionIssues,
  CellIssues,
  FigureIssues,
  SmartIssues,
  TabIssues,
} from '../model/issue-details.ts';
import type { Language } from '../model/workspace.ts';
import { actionIssues as enActionIssues } from './en/action-issues.ts';
import { cellIssues as enCellIssues } from './en/cell-issues.ts';
import { cells as enCells } from './en/cells.ts';
import { choices as enChoices } from './en/choices.ts';
import { figureIssues as enFigureIssues } from './en/figure-issues.ts';
import { pictures as enPictures } from './en/pictures.ts';
import { en, type SentenceBook } from './en/sentences.ts';
import { settings as enSettings } from './en/settings.ts';
import { smartIssues as enSmartIssues } from './en/smart-issues.ts';
import { tabIssues as enTabIssues } from './en/tab-issues.ts';
import { tabs as enTabs } from './en/tabs.ts';
import type { IssueSentences } from './issue-sentences.ts';
import { actionIssues as nlActionIssues } from './nl/action-issues.ts';
import { cellIssues as nlCellIssues } from './nl/cell-issues.ts';
import { cells as nlCells } from './nl/cells.ts';
import { choices as nlChoices } from './nl/choices.ts';
import { figureIssues as nlFigureIssues } from './nl/figure-issues.ts';
import { pictures as nlPictures } from './nl/pictures.ts';
import { nl } from './nl/sentences.ts';
import { settings as nlSettings } from './nl/settings.ts';
import { smartIssues as nlSmartIssues } from './nl/smart-issues.ts';
import { tabIssues as nlTabIssues } from './nl/tab-issues.ts';
import { tabs as nlTabs } from './nl/tabs.ts';
import type { PictureWords } from './picture-words.ts';
import type { CellWords, ChoiceWords, InEachLanguage, SettingWords, TabWords } from './words.ts';

// A language is a folder of words, and one entry in each record here and in the two files beside.

const SENTENCES: InEachLanguage<SentenceBook> = { en, nl };

type SentencesOf<Group> = Readonly<Record<keyof Group, IssueSentences>>;

/** By group of codes; a spread would keep them in a bundle that needs none of them. */
export const ISSUE_SENTENCES: InEachLanguage<{
  readonly cells: SentencesOf<CellIssues>;
  readonly tabs: SentencesOf<TabIssues>;
  readonly figures: SentencesOf<FigureIssues>;
  readonly smart: SentencesOf<SmartIssues>;
  readonly actions: SentencesOf<ActionIssues>;
}> = {
  en: {
    cells: enCellIssues,
    tabs: enTabIssues,
    figures: enFigureIssues,
    smart: enSmartIssues,
    actions: enActionIssues,
  },
  nl: {
    cells: nlCellIssues,
    tabs: nlTabIssues,
    figures: nlFigureIssues,
    smart: nlSmartIssues,
    actions: nlActionIssues,
  },
};

export const TAB_WORDS: InEachLanguage<TabWords> = { en: enTabs, nl: nlTabs };
export const SETTING_WORDS: InEachLanguage<SettingWords> = { en: enSettings, nl: nlSettings };
export const CHOICE_WORDS: InEachLanguage<ChoiceWords> = { en: enChoices, nl: nlChoices };
export const CELL_WORDS: InEachLanguage<CellWords> = { en: enCells, nl: nlCells };
export const PICTURE_WORDS: InEachLanguage<PictureWords> = { en: enPictures, nl: nlPictures };

export const sentencesIn = (language: Language): SentenceBook => SENTENCES[language];
