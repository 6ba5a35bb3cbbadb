import { relativeChange } from '../../core/model/quantity.ts';
import { ADDS, baseOf, denominatorOf, PARTS_ADD, wholeOf } from '../../core/tables/guards.ts';
import type { PlainCell, PlainTable } from '../packed-tables/plain-table.ts';

/** Several intervals of one KPI that become one. */
export interface CombinedRow {
  readonly table: PlainTable;
  readonly rows: readonly number[];
  /** 1 is the first of the KPI. */
  readonly order: number;
  readonly label: string;
  readonly start: string;
  readonly end: string;
  /** The period of the KPI begins or ends within it. */
  readonly isCut: boolean;
  readonly before: CombinedRow | null;
}

export const combine = (table: PlainTable, facts: Omit<CombinedRow, 'table'>): CombinedRow => ({
  table,
  ...facts,
});

/** What one field of the longer interval is. */
export type GrainRule = (row: CombinedRow, field: string) => PlainCell;

const cellsOf = ({ table, rows }: CombinedRow, field: string): PlainCell[] => {
  const cells = table.column(field) ?? [];
  return rows.map((row) => cells[row] ?? null);
};

const numbersOf = (row: CombinedRow, field: string): number[] =>
  cellsOf(row, field).filter((cell): cell is number => typeof cell === 'number');

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const first: GrainRule = (row, field) => cellsOf(row, field)[0];
export const last: GrainRule = (row, field) => {
  const present = cellsOf(row, field).filter((cell) => cell !== null);
  return present.length === 0 ? null : present[present.length - 1];
};

/** The same in every row of a KPI, or of no meaning over several. */
export const FIRST_RULE = first;

export const isFlagged = (row: CombinedRow, flag: string): boolean => first(row, flag) === 1;

/** Null when nothing was there: no value is not zero. */
export const total: GrainRule = (row, field) => {
  const values = numbersOf(row, field);
  return values.length === 0 ? null : sum(values);
};

/** Values of totals add up, of levels the last one stands; means and ratios have no such sum. */
const flow: GrainRule = (row, field) => {
  if (isFlagged(row, ADDS)) {
    const isWhole = cellsOf(row, field).every((cell) => cell !== null);
    return isWhole ? total(row, field) : null;
  }
  return isFlagged(row, PARTS_ADD) ? null : last(row, field);
};

/** What is planned for a mean or a level is planned for its last day. */
const planned: GrainRule = (row, field) =>
  isFlagged(row, ADDS) ? total(row, field) : last(row, field);

const partsAdd = (row: CombinedRow): boolean => isFlagged(row, PARTS_ADD);

const addedPart: GrainRule = (row, field) => (partsAdd(row) ? total(row, field) : last(row, field));

/** Σ numerators ÷ Σ denominators; a total's denominator is 1. */
const actual: GrainRule = (row, field) => {
  if (!partsAdd(row)) return last(row, field);
  const numerator = total(row, baseOf(field));
  const divisor =
    sum(numbersOf(row, denominatorOf('actual'))) + Number(first(row, wholeOf('actual')));
  return typeof numerator === 'number' && divisor !== 0 ? numerator / divisor : null;
};

export const share = (part: PlainCell, whole: PlainCell): PlainCell =>
  typeof part === 'number' && typeof whole === 'number' && whole !== 0 ? part / whole : null;

export const numberIn = (cell: PlainCell): number | null =>
  typeof cell === 'number' ? cell : null;

const changeOnLastYear: GrainRule = (row, field) =>
  share(flow(row, baseOf(field)), flow(row, denominatorOf(field)));

const isEvery = (row: CombinedRow, field: string): boolean =>
  cellsOf(row, field).every((cell) => cell === true);

const isWhole = (row: CombinedRow): boolean => isEvery(row, 'is_complete') && !row.isCut;

const previous =
  (field: string): GrainRule =>
  ({ before }) =>
    before === null ? null : actual(before, field);

const changeOnPrevious: GrainRule = (row) => {
  const { before } = row;
  if (before === null || !isWhole(row) || !isWhole(before)) return null;
  return relativeChange(numberIn(actual(before, 'actual')), numberIn(actual(row, 'actual')));
};

/** Where figures end and the forecast begins both are the same, so that the lines meet. */
const forecast: GrainRule = (row, field) =>
  last(row, 'actual_to_date') === null
    ? last(row, field)
    : (cellsOf(row, field).find((cell) => cell !== null) ?? null);

const joined: GrainRule = (row, field) => {
  const labels = cellsOf(row, field).filter((cell) => cell !== null && cell !== '');
  return labels.length === 0 ? null : [...new Set(labels)].join(', ');
};

const nothing: GrainRule = () => null;

export const OF_TWINS = (id: string, rule: GrainRule): Record<string, GrainRule> => ({
  [id]: rule,
  [`${id}_money`]: rule,
  [`${id}_percent`]: rule,
});

/** Fields that differ between the intervals of a KPI; all others are the same in each of them. */
export const GRAIN_RULES: Readonly<Record<string, GrainRule | undefined>> = {
  interval_start: ({ start }) => start,
  interval_end: ({ end }) => end,
  interval_label: ({ label }) => label,
  interval_order: ({ order }) => order,
  interval_status: last,
  interval_status_label: last,
  interval_status_score: last,
  interval_pace_index: last,
  milestone_label: joined,
  milestone_value: last,
  event_label: joined,
  is_complete: (row) => isEvery(row, 'is_complete'),
  is_future: (row) => isEvery(row, 'is_future'),
  is_partial: (row) => !isEvery(row, 'is_future') && !isWhole(row),
  ...OF_TWINS('actual', actual),
  actual_raw: addedPart,
  actual_money_raw: addedPart,
  actual_percent_raw: addedPart,
  actual_base_raw: addedPart,
  ...OF_TWINS('actual_to_date', last),
  ...OF_TWINS('plan', planned),
  ...OF_TWINS('plan_to_date', last),
  target: last,
  range_low: last,
  range_high: last,
  forecast_to_date: forecast,
  forecast_low: forecast,
  forecast_high: forecast,
  probability_to_date: last,
  last_year: flow,
  last_year_to_date: last,
  change_vs_last_year: changeOnLastYear,
  change_vs_last_year_raw: flow,
  change_vs_last_year_base_raw: flow,
  previous: previous('actual'),
  change_vs_previous: changeOnPrevious,
  // Limits are those of the measure's own rhythm.
  centre_line: nothing,
  lower_limit: nothing,
  upper_limit: nothing,
  signal_value: nothing,
};
