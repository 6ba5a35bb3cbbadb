import { AGGREGATION_RULES } from '../../../../src/core/evaluate/values/aggregations.ts';
import {
  combineChannels,
  unionOfDays,
} from '../../../../src/core/evaluate/values/combine-channels.ts';
import type { DailyValues } from '../../../../src/core/evaluate/values/day-series.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { Aggregation } from '../../../../src/core/model/measure.ts';
import { intervalContaining, type RegularCadence } from '../../../../src/core/model/period.ts';
import { day } from '../../../support/workspace-builder.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const holding = (cadence: RegularCadence) => (date: number) =>
  intervalContaining(cadence, date, CUT);
const days = (rows: ReadonlyArray<readonly [string, number, number]>): DailyValues => ({
  days: Int32Array.from(rows, ([date]) => day(date)),
  value: Float64Array.from(rows, ([, value]) => value),
  count: Int32Array.from(rows, ([, , count]) => count),
  size: Float64Array.from(rows, ([, value]) => Math.abs(value)),
  rows: null,
});
const shop = days([
  ['2026-01-05', 30, 2],
  ['2026-01-20', 50, 1],
]);
const web = days([
  ['2026-01-05', -4, 3],
  ['2026-02-03', 9, 1],
]);

function combined(
  total: DailyValues | null,
  channels: readonly DailyValues[],
  aggregation: Aggregation,
  cadence: RegularCadence = 'day',
) {
  const totals = total === null ? [] : [total];
  const rule = AGGREGATION_RULES[aggregation];
  const found = combineChannels(totals, channels, rule, holding(cadence));
  return Array.from(found.days, (date, i) => [isoDate(date), found.value[i], found.count[i]]);
}

test('without channels the rows of the total are all there is, and without those there is nothing', () => {
  expect(combined(shop, [], 'sum')).toEqual([
    ['2026-01-05', 30, 2],
    ['2026-01-20', 50, 1],
  ]);
  expect(combined(null, [], 'sum')).toEqual([]);
});

test.each([
  ['sum', 26],
  ['count', 26],
  ['mean', 26],
  ['min', -4],
  ['max', 30],
] as const)('%s over channels of one day', (aggregation, expected) => {
  expect(combined(null, [shop, web], aggregation)).toEqual([
    ['2026-01-05', expected, 5],
    ['2026-01-20', 50, 1],
    ['2026-02-03', 9, 1],
  ]);
});

test('a level over channels adds the newest value of each', () => {
  expect(combined(null, [shop, web], 'last')).toEqual([
    ['2026-01-05', 26, 5],
    ['2026-01-20', 46, 1],
    ['2026-02-03', 59, 1],
  ]);
});

test('where an interval has a total the channels only explain it', () => {
  const total = days([['2026-01-31', 100, 1]]);
  expect(combined(total, [shop, web], 'sum', 'month')).toEqual([
    ['2026-01-31', 100, 1],
    ['2026-02-03', 9, 1],
  ]);
  expect(combined(total, [shop, web], 'sum', 'day').map(([date]) => date)).toEqual([
    '2026-01-05',
    '2026-01-20',
    '2026-01-31',
    '2026-02-03',
  ]);
  const february = days([['2026-02-28', 7, 1]]);
  expect(combined(february, [shop, web], 'sum', 'month')).toEqual([
    ['2026-01-05', 26, 5],
    ['2026-01-20', 50, 1],
    ['2026-02-28', 7, 1],
  ]);
});

test('blank rows that are none leave the channels as they are', () => {
  expect(combined(days([]), [web], 'sum')).toEqual([
    ['2026-01-05', -4, 3],
    ['2026-02-03', 9, 1],
  ]);
});

test('levels that come and go leave nothing of their rounding behind: 0 is 0', () => {
  const first = days([
    ['2026-01-05', 0.1, 1],
    ['2026-01-21', 0, 1],
  ]);
  const second = days([
    ['2026-01-20', 0.2, 1],
    ['2026-02-03', 0, 1],
  ]);
  expect(combined(null, [first, second], 'last')).toEqual([
    ['2026-01-05', 0.1, 1],
    ['2026-01-20', 0.1 + 0.2, 1],
    ['2026-01-21', 0.2, 1],
    ['2026-02-03', 0, 1],
  ]);
});

test('channels that cancel are 0, as totals and as levels', () => {
  const on = (value: number) => days([['2026-01-05', value, 1]]);
  const three = [on(0.1), on(0.2), on(-0.3)];
  expect(combined(null, three, 'sum')).toEqual([['2026-01-05', 0, 3]]);
  expect(combined(null, three, 'last')).toEqual([['2026-01-05', 0, 3]]);
});

test('every day of any of them, each once, ascending', () => {
  const dates = (channels: readonly DailyValues[]) =>
    Array.from(unionOfDays(channels), (date) => isoDate(date));
  expect(dates([web, shop])).toEqual(['2026-01-05', '2026-01-20', '2026-02-03']);
  expect(dates([web])).toEqual(['2026-01-05', '2026-02-03']);
  expect(dates([])).toEqual([]);
  expect(dates([days([]), days([])])).toEqual([]);
});

test('rows that are kept stay with their day, whatever channel they came from', () => {
  const kept = (values: DailyValues, rows: readonly number[]): DailyValues => ({
    ...values,
    rows: Float64Array.from(rows),
  });
  const own = kept(shop, [10, 20, 50]);
  const other = kept(web, [-7, 1, 2, 9]);
  const rule = AGGREGATION_RULES.median;
  const all = combineChannels([], [own, other], rule, holding('month'));
  expect(Array.from(all.rows ?? [])).toEqual([10, 20, -7, 1, 2, 50, 9]);
  const total = kept(days([['2026-01-31', 0, 1]]), [0]);
  const rest = combineChannels([total], [own, other], rule, holding('month'));
  expect(Array.from(rest.rows ?? [])).toEqual([0, 9]);
});
