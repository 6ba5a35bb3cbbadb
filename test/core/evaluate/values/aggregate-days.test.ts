import { aggregateDays } from '../../../../src/core/evaluate/values/aggregate-days.ts';
import type { Aggregation } from '../../../../src/core/model/measure.ts';
import { NO_MEASUREMENTS } from '../../../../src/core/model/measurements.ts';
import { day, measurements, type Row } from '../../../support/workspace-builder.ts';

const monday = day('2026-02-02');
const tuesday = day('2026-02-03');

function fold(aggregation: Aggregation, rows: readonly Row[]) {
  const columns = measurements(rows);
  const [folded] = aggregateDays(
    columns,
    columns.measureIds.map(() => aggregation),
  );
  return Array.from(folded.days, (date, i) => [date, folded.value[i], folded.count[i]]);
}

const ROWS: Row[] = [
  { date: tuesday, value: 7 },
  { date: monday, value: -3 },
  { date: monday, value: 5 },
  { date: monday, value: 0 },
];

test.each<[Aggregation, number]>([
  ['sum', 2],
  ['count', 2],
  ['mean', 2],
  ['last', 0],
  ['unique', 0],
  ['min', -3],
  ['max', 5],
])('%s of −3, 5 and 0 on one day', (aggregation, monday3) => {
  expect(fold(aggregation, ROWS)).toEqual([
    [monday, monday3, 3],
    [tuesday, 7, 1],
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
  const folded = aggregateDays(columns, ['sum', 'last']);
  expect(folded.map(({ value }) => Array.from(value))).toEqual([[40, 7], [-2], [9]]);
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
  const folded = aggregateDays(columns, ['sum', 'sum']);
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
    columns.measureIds.map(() => 'sum' as const),
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
  const folded = aggregateDays(columns, ['sum']);
  expect(folded.map(({ channel, value }) => [channel, value[0]])).toEqual([
    ['Shop', 6],
    ['Web', 8],
  ]);
});
