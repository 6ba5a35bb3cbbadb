import type { FormulaNode } from './formula.ts';
import type { CellPlace } from './issue.ts';
import type { Cadence } from './period.ts';

export const AGGREGATIONS = ['sum', 'count', 'last', 'mean', 'min', 'max', 'unique'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Display and meaning of a number. `percent` is stored as a share: 2 % = 0.02. */
export type Unit =
  | { kind: 'number' | 'percent' | 'points' }
  | { kind: 'seconds' | 'minutes' | 'hours' | 'days' | 'duration' }
  | { kind: 'currency'; currency: string };

/** What is counted, how it adds up and where its values come from. */
export interface Measure {
  id: string;
  name: string;
  /** Position in the workbook, from 0. */
  order: number;
  unit: Unit;
  /** How values of one channel combine over time; null when a formula computes the measure. */
  aggregation: Aggregation | null;
  /** Its operands are measure ids. Null for a measure with values of its own. */
  formula: FormulaNode | null;
  cadence: Cadence;
  betterWhen: 'higher' | 'lower' | null;
  /** Digits shown; null: by the unit. */
  decimals: number | null;
  /** What an interval without a row means; resolved from the defaults of calculations.md §2. */
  missing: 'zero' | 'missing';
  dataLagDays: number;
  /** Null unless typed; the default depends on the cadence. */
  graceDays: number | null;
  /** Null unless typed. False forbids a total over channels. */
  addsUpOverChannels: boolean | null;
  note: string;
  /** Where its own row stands, or the KPI's row when it has none. */
  place: CellPlace;
  /** Values of its source are still loading or errors: the last good result stays. */
  isSourceLoading: boolean;
}
