import type { Language } from './workspace.ts';

/** The language of a locale such as nl_NL or en-GB: Dutch, or else English. */
export const languageOf = (locale: string): Language =>
  locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
