import { aggregateDays } from '../../../../src/core/evaluate/values/aggregate-days.ts';
import { AGGREGATION_RULES } from '../../../../src/core/evaluate/values/aggregations.ts';
import type { Aggregation } from '../../../../src/core/model/measure.ts';
import { NO_MEASUREMENTS } from '../../../../src/core/model/measurements.ts';
import { day, measurements, type Row } from '../../../support/workspace-builder.ts';

const SUM = AGGREGATION_RULES.sum;
const monday = day('2026-02-02');
const tuesday = day('2026-02-03');

function fold(aggregation: Aggregation, rows: readonly Row[]) {
  const columns = measurements(rows);
  const [folded] = aggregateDays(
    columns,
    columns.measureIds.map(() => AGGREGATION_RULES[aggregation]),
  );
  return Array.from(folded.days, (date, i) => [date, folded.value[i], folded.count[i]]);
}

const ROWS: Row[] = [
  { date: tuesday, value: 7 },
  { date: monday, value: -3 },
  { date: monday, value: 5 },
  { date: monday, value: 0 },
];

test.each<[Aggregation, number, number]>([
  ['sum', 2, 7],
  ['count', 2, 1],
  ['count_distinct', 2, 1],
  ['mean', 2, 7],
  ['last', 0, 7],
  ['unique', 0, 7],
  ['min', -3, 7],
  ['max', 5, 7],
])('%s of −3, 5 and 0 on one day, and of 7', (aggregation, monday3, tuesday1) => {
  expect(fold(aggregation, ROWS)).toEqual([
    [monday, monday3, 3],
    [tuesday, tuesday1, 1],
  ]);
});

test('nothing measured gives nothing', () => {
  expect(aggregateDays(NO_MEASUREMENTS, [])).toEqual([]);
});

test('of totals a later recorded row replaces the recorded ones before it, and unrecorded ones add', () => {
  expect(
    fold('sum', [
      { date: monday, value: 100, recordedAt: 46055.5 },
      { date: monday, value: 40, recordedAt: 46056.5 },
      { date: monday, value: 3 },
    ]),
  ).toEqual([[monday, 43, 2]]);
});

test('of levels the latest recorded wins over lower and unrecorded rows', () => {
  expect(
    fold('last', [
      { date: monday, value: 40, recordedAt: 46056.5 },
      { date: monday, value: 100, recordedAt: 46055.5 },
      { date: monday, value: 3 },
    ]),
  ).toEqual([[monday, 40, 1]]);
});

test('a later recorded row replaces nothing on another day, in another channel or measure', () => {
  const columns = measurements([
    { date: monday, value: 100, recordedAt: 46055.5 },
    { date: monday, value: 40, recordedAt: 46056.5 },
    { date: tuesday, value: 7, recordedAt: 46055.25 },
    { date: monday, value: -2, recordedAt: 46055.75, channel: 'Shop' },
    { date: monday, value: 9, recordedAt: 46055.75, measure: 'costs' },
  ]);
  const folded = aggregateDays(columns, [SUM, AGGREGATION_RULES.last]);
  expect(folded.map(({ value }) => Array.from(value))).toEqual([[40, 7], [-2], [9]]);
});

test('medians keep every row, recorded or not, in the order of the days', () => {
  const columns = measurements([
    { date: tuesday, value: 8 },
    { date: monday, value: 5, recordedAt: 46056 },
    { date: monday, value: -3, recordedAt: 46055 },
  ]);
  const [folded] = aggregateDays(columns, [AGGREGATION_RULES.median]);
  expect([Array.from(folded.days), Array.from(folded.count)]).toEqual([
    [monday, tuesday],
    [2, 1],
  ]);
  expect(Array.from(folded.rows ?? [])).toEqual([5, -3, 8]);
  expect(aggregateDays(columns, [SUM])[0].rows).toBeNull();
});

test('means take every row, recorded or not', () => {
  expect(
    fold('mean', [
      { date: monday, value: 10, recordedAt: 46055 },
      { date: monday, value: 20, recordedAt: 46056 },
      { date: monday, value: 60 },
    ]),
  ).toEqual([[monday, 90, 3]]);
});

test('channels and measures stay apart', () => {
  const columns = measurements([
    { date: monday, value: 1, channel: 'E-mail' },
    { date: monday, value: 2, channel: 'Search' },
    { date: monday, value: 4, measure: 'costs' },
  ]);
  const folded = aggregateDays(columns, [SUM, SUM]);
  expect(folded.map(({ measureId, channel, value }) => [measureId, channel, value[0]])).toEqual([
    ['revenue', 'E-mail', 1],
    ['revenue', 'Search', 2],
    ['costs', '', 4],
  ]);
});

test('days centuries apart fold the same without a table of every day between', () => {
  const far = day('2100-12-31');
  const rows: Row[] = [{ date: far, value: 9 }, ...ROWS];
  const many = Array.from({ length: 900 }, (_, i) => ({
    date: monday,
    value: i,
    measure: `m${i}`,
  }));
  const columns = measurements([...rows, ...many]);
  const [revenue] = aggregateDays(
    columns,
    columns.measureIds.map(() => SUM),
  );
  expect(Array.from(revenue.days)).toEqual([monday, tuesday, far]);
  expect(Array.from(revenue.value)).toEqual([2, 7, 9]);
});

test('of two named channels each keeps its own latest recorded row', () => {
  const columns = measurements([
    { date: monday, value: 5, recordedAt: 46055.5, channel: 'Shop' },
    { date: monday, value: 8, recordedAt: 46057.5, channel: 'Web' },
    { date: monday, value: 6, recordedAt: 46056.5, channel: 'Shop' },
  ]);
  const folded = aggregateDays(columns, [SUM]);
  expect(folded.map(({ channel, value }) => [channel, value[0]])).toEqual([
    ['Shop', 6],
    ['Web', 8],
  ]);
});

test('of a measure that counts a row is one, whatever stands in it, and a row of 0 none', () => {
  const rows = [5, -2, 0].map((value) => ({ date: monday, value }));
  expect(fold('count', rows)).toEqual([[monday, 2, 3]]);
  expect(fold('sum', rows)).toEqual([[monday, 3, 3]]);
});

describe('rows of a day that cancel are 0', () => {
  const cancelling = [0.1, 0.2, -0.3].map((value) => ({ date: monday, value }));
  const far = { date: day('2100-12-31'), value: 4 };

  test('wherever they stand, and however far the others', () => {
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    expect(fold('sum', cancelling)).toEqual([[monday, 0, 3]]);
    expect(fold('mean', [...cancelling, far])[0]).toEqual([monday, 0, 3]);
  });

  test('a small rest is no rounding', () => {
    const rest = [...cancelling, { date: monday, value: 1e-9 }];
    expect(fold('sum', rest)[0][1]).toBeCloseTo(1e-9, 15);
  });

  test('what replaced them does not come back', () => {
    const recorded = [
      { date: monday, value: 7, recordedAt: 46055 },
      { date: monday, value: -3, recordedAt: 46056 },
    ];
    expect(fold('sum', recorded)).toEqual([[monday, -3, 1]]);
  });
});
