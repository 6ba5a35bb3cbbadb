import { languageOf } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import { explainFailure } from '../workflows/failures.ts';
import { cloudLog, googlePerson, newId } from './google-services.ts';
import { serviceFailure } from './sheets-errors.ts';

/** Filled in by the build from package.json. */
declare const KOERS_VERSION: string;

/** Of Koers, as people see it. */
export const VERSION = KOERS_VERSION;

export const personLanguage = (): Language => languageOf(googlePerson.locale());

/** The sentence in any language; a bug also leaves a line in the log, under the same id. */
export function explained(error: unknown, action: string): (language: Language) => string {
  const context = { action, version: VERSION, newId };
  const { explained: told, logged } = explainFailure(serviceFailure(error), context);
  if (logged !== null) cloudLog.error(logged);
  return told.textIn;
}

/** The sentence for the person. */
export const explain = (error: unknown, action: string, language = personLanguage()): string =>
  explained(error, action)(language);
