import type { LibraryKpiId, LibraryMeasureId } from '../library/kpi-library.ts';
import type { LibraryField, LibraryStage } from '../library/library-kpi.ts';
import type { Language } from '../model/workspace.ts';
import { library as en } from './en/library.ts';
import { library as nl } from './nl/library.ts';
import type { InEachLanguage } from './words.ts';

export interface LibraryWords {
  readonly title: string;
  readonly intro: string;
  /** Above the columns of the list. */
  readonly headings: Readonly<
    Record<
      'kpi' | 'means' | 'kind' | 'unit' | 'formula' | 'better' | 'stage' | 'lag' | 'example',
      string
    >
  >;
  readonly better: Readonly<Record<'higher' | 'lower' | 'between', string>>;
  readonly leading: string;
  /** Days until a figure no longer changes. */
  readonly lag: (days: number) => string;
  /** What a year asks, and where it stood a year before; '' when that is not known. */
  readonly example: (asked: string, before: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly money: string;
  readonly fields: Readonly<Record<LibraryField, string>>;
  readonly stages: Readonly<Record<LibraryStage, string>>;
  readonly kpis: Readonly<Record<LibraryKpiId, readonly [name: string, means: string]>>;
  readonly counts: Readonly<Record<Exclude<LibraryMeasureId, LibraryKpiId>, string>>;
}

export const LIBRARY_WORDS: InEachLanguage<LibraryWords> = { en, nl };

/** What a measure of the library is called, a KPI's included. */
export function libraryName(id: LibraryMeasureId, language: Language): string {
  const { kpis, counts } = LIBRARY_WORDS[language];
  const names: Readonly<Record<string, string | readonly [string, string]>> = {
    ...counts,
    ...kpis,
  };
  const name = names[id];
  return typeof name === 'string' ? name : name[0];
}
