import { relativeChange } from '../../core/model/quantity.ts';
import { ADDS, baseOf, CHANNELS_ADD, denominatorOf } from '../../core/tables/guards.ts';
import type { PlainCell, PlainTable } from '../packed-tables/plain-table.ts';
import {
  type CombinedRow,
  type GrainRule,
  isFlagged,
  last,
  numberIn,
  OF_TWINS,
  share,
  total,
} from './grain-rules.ts';

/** Totals add up, of a level the last stands; a ratio by channel has no parts to make one of. */
const value: GrainRule = (row, field) => {
  if (isFlagged(row, ADDS)) return total(row, field);
  return isFlagged(row, CHANNELS_ADD) ? last(row, field) : null;
};

const cost = baseOf('cost_per_unit');
const units = denominatorOf('cost_per_unit');

const changeOnPrevious: GrainRule = (row) => {
  const { before } = row;
  if (before === null || row.isCut || before.isCut) return null;
  return relativeChange(numberIn(value(before, 'actual')), numberIn(value(row, 'actual')));
};

/** Fields of channels that differ between the intervals of a KPI, beyond those of every table. */
export const CHANNEL_RULES: Readonly<Record<string, GrainRule | undefined>> = {
  interval_start: ({ start }: CombinedRow) => start,
  interval_end: ({ end }: CombinedRow) => end,
  interval_label: ({ label }: CombinedRow) => label,
  ...OF_TWINS('actual', value),
  ...OF_TWINS('actual_to_date', last),
  ...OF_TWINS('plan_to_date', last),
  cost: total,
  [cost]: total,
  [units]: value,
  cost_per_unit: (row) => share(total(row, cost), value(row, units)),
  share_of_kpi: () => null,
  share_of_gap: last,
  change_vs_previous: changeOnPrevious,
};

/** Channels that add up are the KPI together: the share of each is its part of their sum. */
export function sharesOfKpi(
  count: number,
  cellsOf: (field: string) => readonly PlainCell[],
): PlainCell[] {
  const [keys, starts, actuals, adds] = ['kpi_key', 'interval_start', 'actual', CHANNELS_ADD].map(
    cellsOf,
  );
  const groupOf = (row: number) => `${keys[row]}|${starts[row]}`;
  const totals = new Map<string, number>();
  for (let row = 0; row < count; row += 1) {
    const own = actuals[row];
    if (typeof own !== 'number') continue;
    totals.set(groupOf(row), (totals.get(groupOf(row)) ?? 0) + own);
  }
  return Array.from({ length: count }, (_, row) =>
    adds[row] === 1 ? share(actuals[row], totals.get(groupOf(row)) ?? null) : null,
  );
}

export const isByChannel = (table: PlainTable): boolean => table.fields.includes('is_remainder');
