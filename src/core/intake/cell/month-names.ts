import { inEveryLanguage } from '../../language/cell-words.ts';
import type { CellWords } from '../../language/words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

function positionOf(word: string, list: 'months' | 'weekdays'): number | null {
  const key = normaliseText(word).replace(/\.$/, '');
  const at = (words: CellWords) => [words[list].findIndex((names) => names.includes(key))];
  return inEveryLanguage(at).find((index) => index !== -1) ?? null;
}

const fromOne = (index: number | null): number | null => (index === null ? null : index + 1);

/** 1–12 for a month in any language, short or long. */
export const monthNamed = (word: string): number | null => fromOne(positionOf(word, 'months'));

/** 1 Monday … 7 Sunday. */
export const weekdayNamed = (word: string): number | null => fromOne(positionOf(word, 'weekdays'));
