import type { AskedSource } from '../../core/intake/try-source.ts';
import type { LibraryKpiId } from '../../core/library/kpi-library.ts';
import type { Language } from '../../core/model/workspace.ts';

/** A KPI of the library as the page offers it. */
export interface OfferedKpi {
  readonly id: LibraryKpiId;
  readonly name: string;
  readonly means: string;
  readonly stage: string;
  /** What a year could ask, in words. */
  readonly example: string;
  readonly kind: string;
  readonly formula: string;
  /** Behind the fields for numbers: %, EUR … */
  readonly unit: string;
  /** A lowest and a highest value are asked instead of a target. */
  readonly isBand: boolean;
  /** What is counted, and figures are typed of. */
  readonly counted: readonly string[];
}

export interface OfferedField {
  readonly name: string;
  readonly kpis: readonly OfferedKpi[];
}

/** A line of the tabs as they are, for who comes back. */
interface FilledKpi {
  readonly name: string;
  readonly goal: string;
  readonly kind: string;
  readonly target: string;
}

/** What counts of a measure so far. */
export interface FiguresOf {
  readonly name: string;
  readonly count: number;
  /** How many, and until when; '' for none. */
  readonly said: string;
}

/** What Koers reads in a tab, before anything is written. */
export interface FiguresLook {
  readonly measure: string;
  readonly tab: string;
  /** '' where Koers knows them by their names. */
  readonly dateColumn: string;
  readonly valueColumn: string;
  /** To choose from; no dates where periods stand across, and then values are rows. */
  readonly dateColumns: readonly string[];
  readonly valueColumns: readonly string[];
  /** How many values, from when to when; '' for none. */
  readonly summary: string;
  /** The first values. */
  readonly lines: readonly { readonly when: string; readonly value: string }[];
  /** What to put right, the worst first. */
  readonly problems: readonly string[];
}

/** What the workbook holds of each step: the state of Begin is the workbook itself. */
export interface BeginState {
  readonly language: Language;
  /** Texts by kind of line. */
  readonly strategy: Readonly<Record<'mission' | 'vision' | 'strategy', string>>;
  readonly goals: readonly { readonly name: string; readonly successWhen: string }[];
  readonly kpis: readonly FilledKpi[];
  /** Measures that figures can be of. */
  readonly measures: readonly FiguresOf[];
  /** Tabs besides those of Koers in which something stands. */
  readonly tabs: readonly string[];
  readonly library: readonly OfferedField[];
  /** First and last day of the year to come, YYYY-MM-DD. */
  readonly year: { readonly start: string; readonly due: string };
}

export interface AskedCourse {
  readonly step: 'course';
  readonly mission: string;
  readonly vision: string;
  readonly strategy: string;
}

export interface AskedGoal {
  readonly step: 'goal';
  readonly name: string;
  readonly successWhen: string;
  readonly start: string;
  readonly due: string;
  readonly owner: string;
}

export interface AskedKpi {
  readonly step: 'kpi';
  readonly id: string;
  readonly goal: string;
  readonly start: string;
  readonly due: string;
  /** As typed, in the workbook's locale. */
  readonly lastTime: string;
  readonly target: string;
  readonly low: string;
  readonly high: string;
  /** A target per period, one a line: 2026-01 900. */
  readonly perPeriod: string;
}

export interface AskedFigures {
  readonly step: 'figures';
  readonly measure: string;
  /** One a line: a date or a period, and a value. */
  readonly lines: string;
}

/** A tab that figures are in: to look at … */
interface AskedLook extends AskedSource {
  readonly step: 'look';
}

/** … and to count from. */
interface AskedTab extends AskedSource {
  readonly step: 'source';
}

/** What a step has written. */
export type AskedRows = AskedCourse | AskedGoal | AskedKpi | AskedFigures;
export type AskedStep = AskedRows | AskedLook | AskedTab;

/** A KPI as it stands after the first recalculation. */
export interface FirstResult {
  readonly name: string;
  readonly status: string;
  readonly sentence: string;
}

/** What the page gets for its question. */
export type BeginAnswer =
  | {
      readonly state: BeginState;
      /** What was written, '' for nothing. */
      readonly said: string;
      readonly results: readonly FirstResult[];
      readonly look: FiguresLook | null;
    }
  | { readonly failure: string };

/** What stands in the page from the start. */
export interface OpenedBegin {
  readonly view: 'begin';
  readonly language: Language;
  /** Its file id: what was typed for one workbook is of no other. */
  readonly workbook: string;
  readonly answer: BeginAnswer;
}
