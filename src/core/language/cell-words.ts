import { LANGUAGES } from '../model/locale.ts';
import { CELL_WORDS } from './languages.ts';
import type { CellWords } from './words.ts';

/** What every language calls something, for readers that take all of them at once. */
export const inEveryLanguage = <Words>(pick: (words: CellWords) => readonly Words[]): Words[] =>
  LANGUAGES.flatMap((language) => pick(CELL_WORDS[language]));

/** Words as the alternatives of a pattern, the longest first. */
export const anyOf = (pick: (words: CellWords) => readonly string[]): string =>
  `(?:${inEveryLanguage(pick)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;
