import { CHOICES } from '../layout/choices.ts';
import type { Language } from './workspace.ts';

/** The languages that Koers speaks. */
export const LANGUAGES: readonly Language[] = CHOICES.language;

/** The language of a locale such as nl_NL or en-GB; English where Koers does not speak it. */
export const languageOf = (locale: string): Language =>
  LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? 'en';
