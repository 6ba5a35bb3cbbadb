import { chanceToReach } from '../../core/evaluate/forecast-band.ts';
import type { PlainCell } from './plain-table.ts';

/**
 * What one column says about another, so that it need not be kept. A rule is a guess that encoding
 * verifies row by row: where it does not hold, the column is kept as it is.
 */
export interface Derivation {
  readonly field: string;
  readonly rule: DerivationRule;
  /** Fields that the rule reads. */
  readonly from: readonly string[];
}

/** Rows of one key are together; a rule must not look across keys. */
export interface Sources {
  readonly columns: ReadonlyArray<readonly PlainCell[]>;
  readonly isFirstOfKey: (row: number) => boolean;
  /** The day of a date cell; each date is read once. */
  readonly dayOf: (cell: PlainCell) => number;
}

type Predict = (sources: Sources, row: number, previous: number) => number;

const at = (sources: Sources, source: number, row: number): number => {
  const cell = sources.columns[source][row];
  return typeof cell === 'number' ? cell : Number.NaN;
};

function runningTotal({ columns, isFirstOfKey }: Sources, row: number, previous: number): number {
  const cell = columns[0][row];
  const start = isFirstOfKey(row) || Number.isNaN(previous) ? 0 : previous;
  return start + (typeof cell === 'number' ? cell : 0);
}

/** Deviations from the middle to the edge of an 80 % band. */
const EDGE_DEVIATIONS = 1.28;

/** Chance to reach the plan, from forecast, lower edge, plan and the direction that is better. */
function chanceOfBand(sources: Sources, row: number): number {
  const middle = at(sources, 0, row);
  const deviation = (middle - at(sources, 1, row)) / EDGE_DEVIATIONS;
  const direction = sources.columns[3][row] === 'lower' ? -1 : 1;
  return chanceToReach(middle, deviation, at(sources, 2, row), direction);
}

/** Predictions by name; `previous` is what was predicted for the row before. */
export const RULES = {
  same: (sources, row) => at(sources, 0, row),
  running_total: runningTotal,
  value_before: (sources, row) => (row === 0 ? Number.NaN : at(sources, 0, row - 1)),
  value_twelve_before: (sources, row) => (row < 12 ? Number.NaN : at(sources, 0, row - 12)),
  difference: (sources, row) => at(sources, 0, row) - at(sources, 1, row),
  ratio: (sources, row) => at(sources, 0, row) / at(sources, 1, row),
  absolute: (sources, row) => Math.abs(at(sources, 0, row)),
  /** As far above the middle as the other is below it. */
  mirror: (sources, row) => 2 * at(sources, 0, row) - at(sources, 1, row),
  chance: chanceOfBand,
  change: (sources, row) =>
    (at(sources, 0, row) - at(sources, 1, row)) / Math.abs(at(sources, 1, row)),
} satisfies Record<string, Predict>;

export type DerivationRule = keyof typeof RULES;

/** The polynomial of a chance is itself no better than 7.5e−8. */
export const ABSOLUTE_ERRORS: Readonly<Partial<Record<DerivationRule, number>>> = { chance: 1e-8 };

const rule = (field: string, name: DerivationRule, ...from: string[]): Derivation => ({
  field,
  rule: name,
  from,
});

const TWINNED = [
  'actual',
  'actual_to_date',
  'plan',
  'plan_to_date',
  'target',
  'gap',
  'forecast',
  'milestone_value',
];

const twins = TWINNED.flatMap((field) => [
  rule(`${field}_money`, 'same', field),
  rule(`${field}_percent`, 'same', field),
]);

const bases = ['actual', 'actual_money', 'actual_percent'].map((field) =>
  rule(`${field}_raw`, 'same', field),
);

/** Tried in this order; several rules for one field are alternatives. */
export const DERIVATIONS: readonly Derivation[] = [
  ...twins,
  ...bases,
  rule('actual_to_date', 'running_total', 'actual'),
  rule('actual_to_date', 'same', 'actual'),
  rule('plan_to_date', 'running_total', 'plan'),
  rule('plan_to_date', 'same', 'plan'),
  rule('forecast_low', 'same', 'forecast_to_date'),
  rule('forecast_high', 'same', 'forecast_to_date'),
  rule('forecast_high', 'mirror', 'forecast_to_date', 'forecast_low'),
  rule(
    'probability_to_date',
    'chance',
    'forecast_to_date',
    'forecast_low',
    'plan_to_date',
    'better_when',
  ),
  rule('previous', 'value_before', 'actual'),
  rule('last_year', 'value_twelve_before', 'actual'),
  rule('last_year_to_date', 'running_total', 'last_year'),
  rule('last_year_to_date', 'same', 'last_year'),
  rule('change_vs_previous', 'change', 'actual', 'previous'),
  rule('change_vs_last_year', 'change', 'actual', 'last_year'),
  rule('interval_pace_index', 'ratio', 'actual_to_date', 'plan_to_date'),
  rule('signal_value', 'same', 'actual'),
  rule('upper_limit', 'mirror', 'centre_line', 'lower_limit'),
  rule('change_vs_last_year_raw', 'difference', 'actual', 'last_year'),
  rule('change_vs_last_year_base_raw', 'absolute', 'last_year'),
  rule('gap', 'difference', 'actual', 'plan'),
];
