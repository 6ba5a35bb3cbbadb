import type { Language } from '../../model/workspace.ts';

/** Semantic types of Data Studio; CURRENCY gets its code when a schema is made. */
export type FieldType =
  | 'TEXT'
  | 'NUMBER'
  | 'PERCENT'
  | 'CURRENCY'
  | 'YEAR_MONTH_DAY'
  | 'YEAR_MONTH_DAY_SECOND'
  | 'BOOLEAN'
  | 'URL'
  | 'HYPERLINK';

/**
 * `guarded`: right for one KPI, goal or stopover, null where it would mix them. `sums` adds up over
 * all rows. `min` takes the smallest. `auto` is calculated over rows.
 */
export type FieldRole = 'dimension' | 'guarded' | 'sums' | 'min' | 'auto';

export type FieldGroup =
  | 'who'
  | 'status'
  | 'figures'
  | 'pace'
  | 'forecast'
  | 'stopover'
  | 'fuel'
  | 'comparison'
  | 'quality'
  | 'counts'
  | 'texts';

type Translated = Readonly<Record<Language, string>>;

/** A field of the result tables. Its id is public and means one thing in every table. */
export interface Field {
  id: string;
  group: FieldGroup;
  role: FieldRole;
  type: FieldType;
  label: Translated;
  help: Translated;
}

/** Words of a field as it is declared: "id|English|Nederlands|help|hulp". */
export function fieldWords(row: string): Pick<Field, 'id' | 'label' | 'help'> {
  const [id, en, nl, helpEn, helpNl] = row.split('|');
  return { id, label: { en, nl }, help: { en: helpEn, nl: helpNl } };
}

/** Fields of one group, role and type, a row each. */
export const declareFields = (
  group: FieldGroup,
  role: FieldRole,
  type: FieldType,
  rows: readonly string[],
): Field[] => rows.map((row) => ({ group, role, type, ...fieldWords(row) }));

export const GROUP_LABELS: Readonly<Record<FieldGroup, Translated>> = {
  who: { en: 'Who and what', nl: 'Wie en wat' },
  status: { en: 'Status', nl: 'Status' },
  figures: { en: 'Figures', nl: 'Cijfers' },
  pace: { en: 'Pace and arrival', nl: 'Tempo en aankomst' },
  forecast: { en: 'Forecast', nl: 'Prognose' },
  stopover: { en: 'Next stopover', nl: 'Volgende tussenstop' },
  fuel: { en: 'Fuel', nl: 'Brandstof' },
  comparison: { en: 'Comparison', nl: 'Vergelijking' },
  quality: { en: 'Quality', nl: 'Kwaliteit' },
  counts: { en: 'Counts', nl: 'Aantallen' },
  texts: { en: 'Texts and links', nl: 'Teksten en links' },
};
