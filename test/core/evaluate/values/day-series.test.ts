import {
  countBeforeDay,
  daySeries,
  hasRowIn,
  meanParts,
  newestDay,
  valueOver,
} from '../../../../src/core/evaluate/values/day-series.ts';
import type { Aggregation } from '../../../../src/core/model/measure.ts';

/** Days 10, 12 and 15 with 6, −2 and 9 from 1, 2 and 3 rows. */
const rows = {
  days: Int32Array.from([10, 12, 15]),
  value: Float64Array.from([6, -2, 9]),
  count: Int32Array.from([1, 2, 3]),
};
const series = (aggregation: Aggregation) => daySeries(rows, aggregation);
const over = (aggregation: Aggregation, start: number, end: number) =>
  valueOver(series(aggregation), { start, end });

test('how many days lie before a day', () => {
  expect([9, 10, 11, 12, 15, 16].map((day) => countBeforeDay(rows.days, day))).toEqual([
    0, 0, 1, 1, 2, 3,
  ]);
  expect(countBeforeDay(Int32Array.from([]), 5)).toBe(0);
});

test.each([
  ['sum', 13, 4, -2],
  ['count', 13, 4, -2],
  ['last', 9, -2, -2],
  ['unique', 9, -2, -2],
  ['mean', 13 / 6, 4 / 3, -1],
  ['min', -2, -2, -2],
  ['max', 9, 6, -2],
] as const)('%s over all, the first two and the second day', (aggregation, all, two, one) => {
  expect(over(aggregation, 0, 99)).toBeCloseTo(all, 9);
  expect(over(aggregation, 10, 12)).toBeCloseTo(two, 9);
  expect(over(aggregation, 11, 14)).toBeCloseTo(one, 9);
});

test('a stretch without a row has no value, not zero', () => {
  expect(over('sum', 13, 14)).toBeNull();
  expect(over('last', 0, 9)).toBeNull();
  expect(over('max', 16, 90)).toBeNull();
  expect(
    valueOver(
      daySeries(
        { days: new Int32Array(0), value: new Float64Array(0), count: new Int32Array(0) },
        'sum',
      ),
      { start: 0, end: 9 },
    ),
  ).toBeNull();
});

test('whether a stretch has a row, both its ends included', () => {
  const has = (start: number, end: number) => hasRowIn(rows, { start, end });
  expect([has(10, 10), has(11, 12), has(15, 20), has(13, 14), has(16, 20), has(0, 9)]).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('the newest day up to and including a day', () => {
  expect([9, 10, 14, 15, 40].map((day) => newestDay(rows, day))).toEqual([null, 10, 12, 15, 15]);
});

test('what a mean is made of', () => {
  expect(meanParts(series('mean'), { start: 11, end: 20 })).toEqual({
    numerator: 7,
    denominator: 5,
  });
  expect(meanParts(series('mean'), { start: 10, end: 10 })).toEqual({
    numerator: 6,
    denominator: 1,
  });
  expect(meanParts(series('mean'), { start: 13, end: 14 })).toBeNull();
});

test('a single day is what was typed, without what adding and subtracting leaves', () => {
  const thirds = Array.from({ length: 40 }, () => 4000 / 3);
  const own = daySeries(
    {
      days: Int32Array.from(thirds.keys()),
      value: Float64Array.from(thirds),
      count: Int32Array.from(thirds, () => 1),
    },
    'sum',
  );
  expect(thirds.map((_, at) => valueOver(own, { start: at, end: at }))).toEqual(thirds);
});
