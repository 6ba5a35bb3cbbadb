import type { ChoiceCode } from '../layout/choices.ts';
import {
  kpisOfField,
  type LibraryKpiId,
  libraryKpi,
  namedFormula,
} from '../library/kpi-library.ts';
import { LIBRARY_FIELDS, type LibraryKpi } from '../library/library-kpi.ts';
import type { Unit } from '../model/measure.ts';
import type { Language } from '../model/workspace.ts';
import { formatValue } from './format-number.ts';
import { LIBRARY_WORDS, type LibraryWords, libraryName } from './library-words.ts';
import { choiceName } from './tab-words.ts';

/** A KPI of the library as people read it, by the columns of the list. */
export type LibraryLine = { readonly id: LibraryKpiId } & {
  readonly [Column in keyof LibraryWords['headings']]: string;
};

export interface LibraryChapter {
  readonly field: string;
  readonly lines: readonly LibraryLine[];
}

const BETTER: Readonly<Record<ChoiceCode<'kind'>, keyof LibraryWords['better']>> = {
  add_up_to: 'higher',
  grow_to: 'higher',
  bring_down_to: 'lower',
  keep_at_least: 'higher',
  keep_at_most: 'lower',
  spend_no_more_than: 'lower',
  keep_between: 'between',
  done_by: 'higher',
  just_track: 'higher',
};

/** An example in money needs a sign. */
const EXAMPLE_CURRENCY = 'EUR';

function exampleText(kpi: LibraryKpi, language: Language): string {
  const words = LIBRARY_WORDS[language];
  const unit: Unit =
    kpi.unit === 'money' ? { kind: 'currency', currency: EXAMPLE_CURRENCY } : { kind: kpi.unit };
  const write = (value: number) => formatValue(value, { unit, decimals: null, language });
  const { lastTime, target, low = 0, high = 0 } = kpi.example;
  const value = target === undefined ? words.between(write(low), write(high)) : write(target);
  const before = lastTime === undefined ? '' : write(lastTime);
  return words.example(`${choiceName('kind', kpi.kind, language)} ${value}`, before);
}

function libraryLine(id: LibraryKpiId, language: Language): LibraryLine {
  const kpi = libraryKpi(id);
  const words = LIBRARY_WORDS[language];
  const [name, means] = words.kpis[id];
  const stage = words.stages[kpi.stage];
  return {
    id,
    kpi: name,
    means,
    kind: choiceName('kind', kpi.kind, language),
    unit: kpi.unit === 'money' ? words.money : choiceName('unit', kpi.unit, language),
    formula: 'formula' in kpi ? namedFormula(kpi.formula, (own) => libraryName(own, language)) : '',
    better: words.better[BETTER[kpi.kind]],
    stage: kpi.isLeading === true ? `${stage}, ${words.leading}` : stage,
    lag: words.lag(kpi.lagDays ?? 0),
    example: exampleText(kpi, language),
  };
}

/** The library, field by field. */
export const libraryChapters = (language: Language): LibraryChapter[] =>
  LIBRARY_FIELDS.map((field) => ({
    field: LIBRARY_WORDS[language].fields[field],
    lines: kpisOfField(field).map((id) => libraryLine(id, language)),
  }));
