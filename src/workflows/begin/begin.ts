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

/** What the workbook holds of each step: the state of Begin is the workbook itself. */
export interface BeginState {
  readonly language: Language;
  /** Texts by kind of line. */
  readonly strategy: Readonly<Record<'mission' | 'vision' | 'strategy', string>>;
  readonly goals: readonly { readonly name: string; readonly successWhen: string }[];
  readonly kpis: readonly FilledKpi[];
  /** Measures that figures can be typed of. */
  readonly measures: readonly string[];
  /** Rows of figures that are there. */
  readonly figureCount: number;
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

export type AskedStep = AskedCourse | AskedGoal | AskedKpi | AskedFigures;

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
    }
  | { readonly failure: string };

/** What stands in the page from the start. */
export interface OpenedBegin {
  readonly view: 'begin';
  readonly language: Language;
  readonly answer: BeginAnswer;
}
