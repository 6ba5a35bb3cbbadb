import type { OutputTabId } from '../layout/output-tabs.ts';
import { LANGUAGES } from '../model/locale.ts';
import type { Language } from '../model/workspace.ts';
import { config as enConfig } from './en/config.ts';
import { controls as enControls } from './en/controls.ts';
import { failures as enFailures } from './en/failures.ts';
import { fields as enFields, type FieldBook } from './en/fields.ts';
import { outputTabs as enOutputTabs } from './en/output-tabs.ts';
import { schedule as enSchedule } from './en/schedule.ts';
import { config as nlConfig } from './nl/config.ts';
import { controls as nlControls } from './nl/controls.ts';
import { failures as nlFailures } from './nl/failures.ts';
import { fields as nlFields } from './nl/fields.ts';
import { outputTabs as nlOutputTabs } from './nl/output-tabs.ts';
import { schedule as nlSchedule } from './nl/schedule.ts';
import type { InEachLanguage, OutputTabWords } from './words.ts';
import type {
  ConfigWords,
  ControlWords,
  FailureCode,
  FailureDetails,
  FailureWords,
  ScheduleWords,
} from './workflow-words.ts';

/** What an answer from stored results needs of every language, apart from all that it does not. */
export const CONFIG_WORDS: InEachLanguage<ConfigWords> = { en: enConfig, nl: nlConfig };
/** What a report's controls may be set to, in whatever language. */
export const CONTROL_WORDS: InEachLanguage<ControlWords> = { en: enControls, nl: nlControls };
/** Names of tables, groups of fields and fields. */
export const FIELD_BOOKS: InEachLanguage<FieldBook> = { en: enFields, nl: nlFields };
const FAILURE_WORDS: InEachLanguage<FailureWords> = { en: enFailures, nl: nlFailures };
export const SCHEDULE_WORDS: InEachLanguage<ScheduleWords> = { en: enSchedule, nl: nlSchedule };
export const OUTPUT_TAB_WORDS: InEachLanguage<OutputTabWords> = {
  en: enOutputTabs,
  nl: nlOutputTabs,
};

export const failureText = <Code extends FailureCode>(
  code: Code,
  details: FailureDetails[Code],
  language: Language,
): string => FAILURE_WORDS[language][code](details);

export const outputTabName = (tab: OutputTabId, language: Language): string =>
  OUTPUT_TAB_WORDS[language][tab];

export const outputTabNames = (tab: OutputTabId): string[] =>
  LANGUAGES.map((language) => outputTabName(tab, language));
