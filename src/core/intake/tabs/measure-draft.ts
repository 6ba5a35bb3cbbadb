import type { ChoiceCode } from '../../layout/choices.ts';
import type { CellPlace } from '../../model/a1-notation.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import type { Aggregation, Measure, MeasureWindow, Unit } from '../../model/measure.ts';
import type { Cadence } from '../../model/period.ts';
import type { RowOf } from '../rows/tab-row.ts';

/** Where a measure's values come from when not from an Actuals tab. */
export interface MeasureSource {
  /** Id of the spreadsheet; null: the workbook itself. */
  readonly spreadsheet: string | null;
  readonly tab: string;
  /** Headers in the source tab; '' where nothing was typed. */
  readonly dateColumn: string;
  readonly valueColumn: string;
  readonly channelColumn: string;
  readonly filter: string;
}

/**
 * A measure while it is read: what was typed, before KPIs and values fill what was left blank.
 * Formulas still name measures as they were typed.
 */
export interface MeasureDraft {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly isUnitTyped: boolean;
  readonly aggregation: Aggregation | null;
  readonly formula: FormulaNode | null;
  readonly cadence: Cadence | null;
  readonly betterWhen: ChoiceCode<'better_when'> | null;
  readonly decimals: number | null;
  readonly missing: Measure['missing'] | null;
  readonly window: MeasureWindow | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Blank: 0; of a formula that of its slowest operand. */
  readonly dataLagDays: number | null;
  readonly graceDays: number | null;
  readonly addsUpOverChannels: boolean | null;
  /** The decimal mark of figures in text; blank: what the tab shows. */
  readonly numberStyle: ChoiceCode<'number_style'> | null;
  readonly source: MeasureSource | null;
  readonly note: string;
  /** Where its values come from, in words. */
  readonly how: string;
  readonly place: CellPlace;
  readonly errors: readonly IssueCode[];
  /** Null for a measure that only a KPI names. */
  readonly row: RowOf<'measures'> | null;
  /** Named by a KPI in its Measure cell, but not in the Measures tab: real only if it has values. */
  readonly isPresumed: boolean;
}

/** A measure of which nothing is known but its name. */
export function impliedMeasure(
  id: string,
  name: string,
  place: CellPlace,
  isPresumed: boolean,
): MeasureDraft {
  return {
    id,
    name,
    unit: { kind: 'number' },
    isUnitTyped: false,
    aggregation: null,
    formula: null,
    cadence: null,
    betterWhen: null,
    decimals: null,
    missing: null,
    window: null,
    lowest: null,
    highest: null,
    dataLagDays: null,
    graceDays: null,
    addsUpOverChannels: null,
    numberStyle: null,
    source: null,
    note: '',
    how: '',
    place,
    errors: [],
    row: null,
    isPresumed,
  };
}

/** Whether a formula computes it, even one that cannot be read: then no typed value counts. */
export const isComputed = (draft: MeasureDraft): boolean =>
  draft.formula !== null || (draft.row?.has('formula') ?? false);

/** Whether its values are added up, so that they make no percentage. */
export const isAdded = (aggregation: Aggregation | null): boolean =>
  aggregation === 'sum' || aggregation === 'count' || aggregation === 'count_distinct';
