import type { RuleName } from './rules.ts';

/**
 * What may be left out because other columns say it. Each is a guess that encoding verifies row by
 * row: where it does not hold, the value is kept as it is.
 */
export interface Derivation {
  readonly field: string;
  readonly rule: RuleName;
  /** Fields that the rule reads. */
  readonly from: readonly string[];
}

const rule = (field: string, name: RuleName, ...from: string[]): Derivation => ({
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
  rule(`${field}_percent`, 'hundredth', field),
]);

const ON_LAST_YEAR = ['actual', 'last_year', 'is_complete', 'is_partial'];

/** In any order; several rules for one field are alternatives, row by row. */
export const DERIVATIONS: readonly Derivation[] = [
  ...twins,
  rule('actual', 'same', 'actual_raw'),
  rule('actual', 'ratio', 'actual_raw', 'actual_base_raw'),
  rule('actual_money_raw', 'same', 'actual_raw'),
  rule('actual_percent_raw', 'hundredth', 'actual_raw'),
  rule('actual_to_date', 'running_total', 'actual'),
  rule('actual_to_date', 'same', 'actual'),
  rule('actual_to_date', 'running_ratio', 'actual_raw', 'actual_base_raw'),
  rule('plan_to_date', 'running_total', 'plan'),
  rule('plan_to_date', 'same', 'plan'),
  rule('plan', 'same', 'target'),
  rule('forecast_to_date', 'same', 'actual_to_date'),
  rule('forecast_low', 'same', 'forecast_to_date'),
  rule('forecast_high', 'same', 'forecast_to_date'),
  rule('forecast_high', 'mirror', 'forecast_to_date', 'forecast_low'),
  rule('previous', 'one_before', 'actual'),
  rule('last_year', 'year_before', 'actual', 'interval_start'),
  rule('last_year', 'fifty_two_before', 'actual'),
  rule('last_year_to_date', 'running_total', 'last_year'),
  rule(
    'last_year_to_date',
    'running_total_last_year',
    'last_year',
    'interval_start',
    'interval_end',
  ),
  rule('last_year_to_date', 'same', 'last_year'),
  rule('last_year_to_date', 'running_mean', 'last_year'),
  rule('last_year_to_date', 'year_before', 'actual_to_date', 'interval_start'),
  rule(
    'change_vs_previous',
    'change_between_whole',
    'actual',
    'previous',
    'is_complete',
    'is_partial',
  ),
  rule('change_vs_last_year', 'change_of_whole', ...ON_LAST_YEAR),
  rule('change_vs_last_year_raw', 'difference_of_whole', ...ON_LAST_YEAR),
  rule('change_vs_last_year_raw', 'difference_of_whole_percents', ...ON_LAST_YEAR),
  rule('change_vs_last_year_base_raw', 'size_of_whole', ...ON_LAST_YEAR),
  rule('change_vs_last_year_base_raw', 'size_of_whole_percents', ...ON_LAST_YEAR),
  rule('interval_pace_index', 'ratio', 'actual_to_date', 'plan_to_date'),
  rule('interval_pace_index', 'ratio', 'plan_to_date', 'actual_to_date'),
  rule('signal_value', 'same', 'actual'),
  rule('upper_limit', 'mirror', 'centre_line', 'lower_limit'),
  rule('gap', 'difference', 'actual', 'plan'),
];

/** Fields that say the same as another in other words: a label, a symbol, a score. */
export const TRANSLATIONS: Readonly<Record<string, string>> = {
  interval_status_label: 'interval_status',
  interval_status_score: 'interval_status',
  status_label: 'status',
  status_symbol: 'status',
  kpi_id: 'kpi_key',
  kpi: 'kpi_id',
  measure: 'measure_id',
  unit_label: 'unit',
  goal: 'goal_id',
  goal_order: 'goal_id',
  owners_text: 'owner',
};
