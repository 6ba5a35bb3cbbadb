import type { TextKey } from './texts-en.ts';
import { ENGLISH_TEXTS } from './texts-en.ts';
import { DUTCH_TEXTS } from './texts-nl.ts';

export type Language = 'en' | 'nl';

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  en: ENGLISH_TEXTS,
  nl: DUTCH_TEXTS,
};

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The text of a key with values in it; numbers with their mark of thousands, texts as they are. */
export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    TEXTS[language][key].replace(/\{(\w+)\}/g, (whole, name) =>
      (values[name] ?? whole).toLocaleString(language),
    );
