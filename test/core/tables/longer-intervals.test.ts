import { dayFromIsoDate, isoDate } from '../../../src/core/model/calendar-date.ts';
import { ADDS, CHANNELS_ADD } from '../../../src/core/tables/guards.ts';
import { inLongerIntervals } from '../../../src/core/tables/longer-intervals.ts';
import type { Cell, Part } from '../../../src/core/tables/part.ts';
import { columnOf, type Table, tableOf } from '../../../src/core/tables/table.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const day = (text: string): number => dayFromIsoDate(text) ?? 0;
const MONTHS = [
  ['2026-01-01', '2026-01-31'],
  ['2026-02-01', '2026-02-28'],
  ['2026-03-01', '2026-03-31'],
  ['2026-04-01', '2026-04-30'],
].map(([start, end]) => [day(start), day(end)]);

interface Channel {
  name: string;
  actual: Cell[];
  cost?: Cell[];
}

/** One KPI, four months: the second quarter is cut after its first. */
function table(channels: readonly Channel[], flags: { adds: number; channelsAdd: number }): Table {
  const each = (read: (channel: Channel) => Part): Part[] => channels.map(read);
  const costs = ({ cost = [null, null, null, null] }: Channel): Cell[] => cost;
  const columns: Record<string, Part[]> = {
    kpi_key: each(() => 'book:kpi'),
    interval_start: each(() => MONTHS.map(([start]) => start)),
    interval_end: each(() => MONTHS.map(([, end]) => end)),
    interval_label: each(() => MONTHS.map(([start]) => isoDate(start).slice(0, 7))),
    channel: each(({ name }) => name),
    is_remainder: each(() => false),
    actual: each(({ actual }) => actual),
    actual_to_date: each(() => [100, 200, 300, 400]),
    cost: each(costs),
    cost_per_unit: each(() => null),
    cost_per_unit_raw: each(costs),
    cost_per_unit_base_raw: each((own) =>
      costs(own).map((cost, at) => (cost === null ? null : own.actual[at])),
    ),
    share_of_kpi: each(() => [0.123, 0.123, 0.123, 0.123]),
    change_vs_previous: each(() => [0.456, 0.456, 0.456, 0.456]),
    opportunity_rank: each(({ name }) => (name === 'mail' ? 2 : 1)),
    [ADDS]: each(() => flags.adds),
    [CHANNELS_ADD]: each(() => flags.channelsAdd),
  };
  const facts = { currency: 'EUR', lengths: channels.map(() => 4), ids: Object.keys(columns) };
  return tableOf({ id: 'channels', ...facts }, (id) => columns[id]);
}

const CHANNELS = [
  { name: 'mail', actual: [10, 0, 20, 5], cost: [4, 8, null, 1] },
  { name: 'shop', actual: [30, 50, 90, null] },
];

const quarters = (flags: { adds: number; channelsAdd: number }) => {
  const made = inLongerIntervals(table(CHANNELS, flags), 'quarter', CUT);
  return (field: string) => columnOf(made, field);
};

test('months of each channel become its quarters, never those of another channel', () => {
  const column = quarters({ adds: 1, channelsAdd: 1 });
  expect(column('channel')).toEqual(['mail', 'mail', 'shop', 'shop']);
  expect(column('interval_start').map((start) => isoDate(Number(start)))).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-01-01',
    '2026-04-01',
  ]);
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

test('an interval longer than is asked for stays as it is', () => {
  const made = inLongerIntervals(table(CHANNELS, { adds: 1, channelsAdd: 1 }), 'week', CUT);
  expect(columnOf(made, 'actual')).toEqual([10, 0, 20, 5, 30, 50, 90, null]);
  expect(columnOf(made, 'share_of_kpi')).toEqual(new Array(8).fill(0.123));
});
