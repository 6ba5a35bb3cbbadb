import type { ChoiceCode, ChoiceListId } from '../layout/choices.ts';
import type { OutputTabId } from '../layout/output-tabs.ts';
import type { SettingId } from '../layout/settings.ts';
import type { ColumnId } from '../layout/sheet-layout.ts';
import type { TabId } from '../layout/tab-layout.ts';
import type { RegularCadence } from '../model/period.ts';
import type { Language } from '../model/workspace.ts';

/** A language that is left out, or misses something, does not compile. */
export type InEachLanguage<Words> = Readonly<Record<Language, Words>>;

/** What a thing is called: the first name is shown, all are read, in every language at once. */
export type Names = readonly [shown: string, ...alsoRead: string[]];

/** A column or a setting, with the note that stands beside it. */
export interface Called {
  readonly names: Names;
  readonly help: string;
}

export type TabWords = {
  readonly [Id in TabId]: {
    readonly names: Names;
    readonly columns: { readonly [Column in ColumnId<Id>]: Called };
  };
};

export type SettingWords = { readonly [Id in SettingId]: Called };

export type ChoiceWords = {
  readonly [List in ChoiceListId]: { readonly [Code in ChoiceCode<List>]: Names };
};

/** The tabs that Koers writes. */
export type OutputTabWords = { readonly [Id in OutputTabId]: string };

/** What people type in cells beside names and choices, in small letters without accents. */
export interface CellWords {
  /** Of a workbook in this language that does not say where it comes from. */
  readonly locale: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** January first. */
  readonly months: readonly (readonly string[])[];
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** Headers of a column that names the currency of each row. */
  readonly currencyColumns: readonly string[];
  /** By code of three letters. */
  readonly currencies: Readonly<Record<string, readonly string[]>>;
  /** As a unit: an amount in the currency of the workbook. */
  readonly money: readonly string[];
  /** Before what is counted: number of leads. */
  readonly numberOf: readonly string[];
  /** After a number: 28 days, 12 months. */
  readonly lengths: Readonly<Record<RegularCadence, readonly string[]>>;
  /** Headers of a column with the year, or the number of a period in it, as ledgers keep them. */
  readonly fiscalYears: readonly string[];
  readonly fiscalPeriods: readonly string[];
  /** 2026 H1 */
  readonly halves: readonly string[];
  /** 2h 30m 15s */
  readonly hours: readonly string[];
  readonly minutes: readonly string[];
  readonly seconds: readonly string[];
  /** Before or after a number: 2026 W07, Q1 2026. */
  readonly week: readonly string[];
  readonly quarter: readonly string[];
  /** After a number: 1st, 2nd. */
  readonly ordinals: readonly string[];
  /** 1st quarter of 2026 */
  readonly of: readonly string[];
  /** What an import says that is under way. */
  readonly loading: readonly string[];
  /** What a channel, or a line below figures, is called that adds up the others. */
  readonly totals: readonly string[];
  /** Behind a number: 12 thousand, 1.2 mln. */
  readonly thousands: readonly string[];
  readonly millions: readonly string[];
  /** Between the first and the last day of a stretch. */
  readonly until: readonly string[];
  /** What stands in a cell of figures that is left empty. */
  readonly blankMarks: readonly string[];
  /** In the name of a measure: each person counts once. */
  readonly countedOnce: readonly string[];
  /** Between two things in one name. */
  readonly and: readonly string[];
}
