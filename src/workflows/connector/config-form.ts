import { CONFIG_WORDS, FIELD_BOOKS } from '../../core/language/connector-languages.ts';
import type { ConfigWords } from '../../core/language/workflow-words.ts';
import type { Language } from '../../core/model/workspace.ts';
import { FIELD_CHOICES } from '../../core/tables/fields-of.ts';
import { GUARD_VARIANTS } from '../../core/tables/guards.ts';
import { TABLE_IDS, tableSpec } from '../../core/tables/result-tables.ts';
import { asksForProbe, PROBE_TABLE } from './probe-table.ts';
import {
  DATE_MODES,
  FRESHNESS_CHOICES,
  GRAINS,
  hasAnswers,
  LANGUAGE_CHOICES,
  languageOfRequest,
  readOptions,
} from './request.ts';

interface FormOption {
  readonly value: string;
  readonly label: string;
}

/** A question of the data source's form. */
export type FormQuestion =
  | { readonly kind: 'info'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly name: string;
      readonly help: string;
      readonly placeholder: string;
      /** A report may fill in something else, and so may a box on it. */
      readonly isOverridable: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly name: string;
      readonly help: string;
      readonly options: readonly FormOption[];
      /** Its answer decides which questions follow. */
      readonly isDynamic: boolean;
      /** A report may choose differently. */
      readonly isOverridable: boolean;
    };

export interface ConfigForm {
  readonly questions: readonly FormQuestion[];
  /** More questions follow the answers to these. */
  readonly isStepped: boolean;
  readonly dateRangeRequired: boolean;
}

type ChoiceId = keyof ConfigWords['choices'];

function choiceQuestion(
  id: ChoiceId,
  values: readonly string[],
  language: Language,
  flags: { isDynamic?: boolean; isOverridable?: boolean } = {},
): FormQuestion {
  const { name, help, labels } = CONFIG_WORDS[language].choices[id];
  return {
    kind: 'choice',
    id,
    name,
    help,
    options: values.map((value) => ({ value, label: labels[value] ?? value })),
    isDynamic: flags.isDynamic ?? false,
    isOverridable: flags.isOverridable ?? false,
  };
}

function tableQuestion(language: Language, offersProbe: boolean): FormQuestion {
  const { name, help, labels } = CONFIG_WORDS[language].choices.table;
  const tables = TABLE_IDS.map((id) => ({
    value: id,
    label: FIELD_BOOKS[language].tables[id],
  }));
  const probe = { value: PROBE_TABLE, label: labels[PROBE_TABLE] };
  return {
    kind: 'choice',
    id: 'table',
    name,
    help,
    options: offersProbe ? [...tables, probe] : tables,
    isDynamic: true,
    isOverridable: false,
  };
}

/**
 * Two steps. Whether the report's date range is asked for, and whether there are intervals to
 * choose, follows from the first; an answer that is missing there counts as its default. Only which
 * fields must be answered, and is asked until it is: Data Studio chooses nothing by itself, and no
 * answer means every field to the data sources that were made before the question. The table that
 * probes Data Studio is offered to those who look after Koers, and asks nothing more.
 */
export function configForm(request: unknown, version: string, offersProbe = false): ConfigForm {
  const language = languageOfRequest(request);
  const { intro, workbook, whatIf, viewDate } = CONFIG_WORDS[language];
  const first: FormQuestion[] = [
    { kind: 'info', id: 'intro', text: intro(version) },
    { kind: 'text', id: 'workbook', ...workbook, isOverridable: false },
    choiceQuestion('fields', FIELD_CHOICES, language),
    tableQuestion(language, offersProbe),
    choiceQuestion('date_mode', DATE_MODES, language, { isDynamic: true }),
  ];
  if (!hasAnswers(request)) return { questions: first, isStepped: true, dateRangeRequired: false };
  if (asksForProbe(request))
    return { questions: first, isStepped: false, dateRangeRequired: false };
  const options = readOptions(request);
  const { hasGrain: hasIntervals, looksAhead } = tableSpec(options.table);
  const second = [
    ...(hasIntervals === true
      ? [choiceQuestion('grain', GRAINS, language, { isOverridable: true })]
      : []),
    choiceQuestion('language', LANGUAGE_CHOICES, language, { isOverridable: true }),
    { kind: 'text', id: 'view_date', ...viewDate, isOverridable: true } as const,
    ...(looksAhead === true
      ? [{ kind: 'text', id: 'what_if', ...whatIf, isOverridable: true } as const]
      : []),
    choiceQuestion('freshness', FRESHNESS_CHOICES, language),
    choiceQuestion('guard', GUARD_VARIANTS, language),
  ];
  return {
    questions: [...first, ...second],
    isStepped: options.offered === undefined,
    dateRangeRequired: options.dateMode === 'follow',
  };
}
