import type { ChoiceCode } from '../layout/choices.ts';

/** Where in an organisation a KPI is at home. */
export const LIBRARY_FIELDS = [
  'marketing',
  'sales',
  'web_shop',
  'service',
  'finance',
  'people',
  'product',
  'saas',
  'non_profit',
] as const;
export type LibraryField = (typeof LIBRARY_FIELDS)[number];

/** Where it stands on the way of a customer; `organisation` for what no customer sees. */
export type LibraryStage =
  | 'reach'
  | 'interest'
  | 'purchase'
  | 'delivery'
  | 'loyalty'
  | 'organisation';

/** Three months of figures, January first. */
type ExampleFigures = readonly [january: number, february: number, march: number];

/** What is counted. `money` is the workbook's currency. */
export interface LibraryMeasure {
  readonly unit: ChoiceCode<'unit'> | 'money';
  /** How values add up where the Kind of the KPI does not settle it. */
  readonly addsUp?: ChoiceCode<'aggregation'>;
  /** Typical days until a figure no longer changes; 0 when left out. */
  readonly lagDays?: number;
  readonly figures: ExampleFigures;
}

/** What follows from other measures of the library, which the formula names by their ids. */
interface LibraryFormula extends Omit<LibraryMeasure, 'figures' | 'addsUp'> {
  readonly formula: string;
}

interface Asked {
  readonly kind: ChoiceCode<'kind'>;
  readonly stage: LibraryStage;
  /** It moves before the outcome does. */
  readonly isLeading?: true;
  /** What a year could ask, in the unit of the measure. */
  readonly example: {
    readonly lastTime?: number;
    readonly target?: number;
    readonly low?: number;
    readonly high?: number;
  };
}

/** A KPI to choose: what is counted, and what is asked of it. */
export type LibraryKpi = (LibraryMeasure | LibraryFormula) & Asked;
