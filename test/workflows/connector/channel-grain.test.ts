import { ADDS, CHANNELS_ADD } from '../../../src/core/tables/guards.ts';
import { inGrain } from '../../../src/workflows/connector/grain.ts';
import { type PlainCell, plainTable } from '../../../src/workflows/packed-tables/plain-table.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const MONTHS = [
  ['20260101', '20260131'],
  ['20260201', '20260228'],
  ['20260301', '20260331'],
  ['20260401', '20260430'],
];

interface Channel {
  name: string;
  actual: PlainCell[];
  cost?: PlainCell[];
}

/** One KPI, four months: the second quarter is cut after its first. */
function table(channels: readonly Channel[], flags: { adds: number; channelsAdd: number }) {
  const rows = channels.flatMap(({ name, actual, cost = [null, null, null, null] }) =>
    MONTHS.map(([start, end], at) => ({
      kpi_key: 'book:kpi',
      interval_start: start,
      interval_end: end,
      interval_label: start.slice(0, 6),
      channel: name,
      is_remainder: false,
      actual: actual[at],
      actual_to_date: 100 * (at + 1),
      cost: cost[at],
      cost_per_unit: null,
      cost_per_unit_raw: cost[at],
      cost_per_unit_base_raw: cost[at] === null ? null : actual[at],
      share_of_kpi: 0.123,
      change_vs_previous: 0.456,
      opportunity_rank: name === 'mail' ? 2 : 1,
      [ADDS]: flags.adds,
      [CHANNELS_ADD]: flags.channelsAdd,
    })),
  );
  const ids = Object.keys(rows[0] ?? {}) as Array<keyof (typeof rows)[number]>;
  const columns = new Map(ids.map((id) => [String(id), rows.map((row) => row[id] as PlainCell)]));
  return plainTable(rows.length, columns);
}

const CHANNELS = [
  { name: 'mail', actual: [10, 0, 20, 5], cost: [4, 8, null, 1] },
  { name: 'shop', actual: [30, 50, 90, null] },
];

const quarters = (flags: { adds: number; channelsAdd: number }) => {
  const made = inGrain(table(CHANNELS, flags), 'quarter', CUT);
  return (field: string) => made.column(field);
};

test('months of each channel become its quarters, never those of another channel', () => {
  const column = quarters({ adds: 1, channelsAdd: 1 });
  expect(column('channel')).toEqual(['mail', 'mail', 'shop', 'shop']);
  expect(column('interval_start')).toEqual(['20260101', '20260401', '20260101', '20260401']);
  expect(column('actual')).toEqual([30, 5, 170, null]);
  expect(column('actual_to_date')).toEqual([300, 400, 300, 400]);
  expect(column('opportunity_rank')).toEqual([2, 2, 1, 1]);
});

test('costs add up, per unit of what they were made for; shares are of the longer interval', () => {
  const column = quarters({ adds: 1, channelsAdd: 1 });
  expect(column('cost')).toEqual([12, 1, null, null]);
  expect(column('cost_per_unit')).toEqual([1.2, 0.2, null, null]);
  expect(column('share_of_kpi')).toEqual([0.15, 1, 0.85, null]);
  // A quarter of one month is not compared with a whole one.
  expect(column('change_vs_previous')).toEqual([null, null, null, null]);
});

test('of levels the last stands; a ratio by channel has no value over several intervals', () => {
  expect(quarters({ adds: 0, channelsAdd: 1 })('actual')).toEqual([20, 5, 90, null]);
  const ratio = quarters({ adds: 0, channelsAdd: 0 });
  expect(ratio('actual')).toEqual([null, null, null, null]);
  expect(ratio('share_of_kpi')).toEqual([null, null, null, null]);
});

test('as measured nothing changes', () => {
  const measured = table(CHANNELS, { adds: 1, channelsAdd: 1 });
  expect(inGrain(measured, 'measured', CUT)).toBe(measured);
});
