import type { ChoiceCode } from '../layout/choices.ts';
import type { CellPlace } from './a1-notation.ts';
import type { FormulaNode } from './formula.ts';
import type { Cadence, RegularCadence } from './period.ts';

export type Aggregation = ChoiceCode<'aggregation'>;

/** Display and meaning of a number. `percent` is stored as a share: 2% = 0.02. */
export type Unit =
  /** `word`: what is counted, shown behind the number: kg, leads. */
  | { kind: 'number'; word?: string }
  | { kind: 'percent' | 'points' }
  | { kind: 'seconds' | 'minutes' | 'hours' | 'days' | 'duration' }
  | { kind: 'currency'; currency: string };

/** How long a value looks back: 12 months, 28 days. */
export interface MeasureWindow {
  /** At least 1. */
  readonly length: number;
  readonly unit: RegularCadence;
}

/** Cells that were not read: the first, and how many. */
export interface UnreadCells {
  readonly place: CellPlace;
  readonly count: number;
}

/** What is counted, how it adds up and where its values come from. */
export interface Measure {
  id: string;
  name: string;
  /** Position in the workbook, from 0. */
  order: number;
  unit: Unit;
  /** False: read as a number because the cell is blank and no figure says what it is. */
  isUnitTyped: boolean;
  /** How values of one channel combine over time; null when a formula computes the measure. */
  aggregation: Aggregation | null;
  /** Its operands are measure ids. Null for a measure with values of its own. */
  formula: FormulaNode | null;
  cadence: Cadence;
  /** True where the cadence was read from one single date, so that nobody knows it yet. */
  isCadenceGuessed: boolean;
  /** Null: a value is that of its interval. */
  window: MeasureWindow | null;
  betterWhen: ChoiceCode<'better_when'> | null;
  /** Digits shown; null: by the unit. */
  decimals: number | null;
  /**
   * What an interval without a row means; resolved from the defaults of calculations.md §2.
   * `nothing`: nothing happened, known as soon as the interval is over.
   */
  missing: ChoiceCode<'missing'>;
  /** A typed `zero` counts from the start of a KPI, another one from the first row on. */
  isMissingTyped: boolean;
  /** Other measures that count rows of the same tab: a later row of theirs proves that it is kept. */
  keptWith: readonly string[];
  /** No single value lies below it; null unless typed. */
  lowest: number | null;
  /** No single value lies above it; null unless typed. */
  highest: number | null;
  dataLagDays: number;
  /** Null unless typed; the default depends on the cadence. */
  graceDays: number | null;
  /** Null unless typed. False forbids a total over channels. */
  addsUpOverChannels: boolean | null;
  note: string;
  /** Where its values come from is said: by a source, a formula, or in words. */
  isSourceSaid: boolean;
  /** Where its own row stands, or the KPI's row when it has none. */
  place: CellPlace;
  /** Values of its source are still loading or errors: the last good result stays. */
  isSourceLoading: boolean;
  /** Of a measure without a single value, those that stand there and could not be read. */
  unread: UnreadCells | null;
}
