/** So many times what it would be, as a share of it (+0.1 is 10% more), or so much more of it. */
export type Change =
  | { readonly kind: 'share'; readonly share: number }
  /** In the unit; of a percent as a share: half a point is 0.005. */
  | { readonly kind: 'amount'; readonly amount: number };

/** How one measure is supposed to go from the day after the judged day on. */
export interface SupposedChange {
  /** As the workbook writes it: of the measure, or of the KPI that was named. */
  readonly name: string;
  readonly measureId: string;
  /** Null: the measure as a whole. */
  readonly channel: string | null;
  readonly change: Change;
}

/** In the order typed. None: nothing is supposed. */
export type WhatIf = readonly SupposedChange[];

/** What cannot be supposed, as it was typed, and why. */
export interface RefusedChange {
  readonly text: string;
  readonly why:
    | 'no_sign'
    | 'unknown_name'
    | 'several_of_name'
    | 'no_number'
    | 'two_numbers'
    | 'more_than_all'
    | 'percent_or_points'
    | 'other_currency'
    | 'too_many';
  /** Of what may have been meant; null where there is none. */
  readonly nearest: string | null;
}

/** A what-if as it was read: what is left out is refused, never dropped in silence. */
export interface ReadWhatIf {
  readonly changes: WhatIf;
  readonly refused: readonly RefusedChange[];
}
