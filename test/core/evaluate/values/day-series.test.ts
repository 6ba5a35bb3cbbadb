import fc from 'fast-check';
import {
  countBeforeDay,
  daySeries,
  newestDay,
  rowsIn,
  sumIn,
} from '../../../../src/core/evaluate/values/day-series.ts';

const seriesOf = (values: readonly number[], days = values.map((_, i) => 10 + i)) =>
  daySeries({
    days: Int32Array.from(days),
    value: Float64Array.from(values),
    count: Int32Array.from(values, (_, i) => i + 1),
    size: values.some((value) => value < 0) ? Float64Array.from(values, Math.abs) : null,
    rows: null,
  });

/** Days 10, 12 and 15 with 6, −2 and 9 from 1, 2 and 3 rows. */
const series = seriesOf([6, -2, 9], [10, 12, 15]);

test('how many days lie before a day', () => {
  expect([9, 10, 11, 12, 15, 16, 99].map((day) => countBeforeDay(series.days, day))).toEqual([
    0, 0, 1, 1, 2, 3, 3,
  ]);
  expect(countBeforeDay(Int32Array.from([]), 5)).toBe(0);
  expect([4, 7, 8].map((day) => countBeforeDay(Int32Array.from([5, 6, 7]), day))).toEqual([
    0, 2, 3,
  ]);
});

test('as many days lie before a day as one counts', () => {
  const days = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 60 });
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), (some, day) => {
      const ascending = Int32Array.from(some).sort();
      expect(countBeforeDay(ascending, day)).toBe(some.filter((own) => own < day).length);
    }),
  );
});

test('the newest day up to and including a day', () => {
  expect([9, 10, 14, 15, 40].map((day) => newestDay(series, day))).toEqual([null, 10, 12, 15, 15]);
});

test('the sum and the rows of a stretch', () => {
  expect([sumIn(series, 0, 3), sumIn(series, 0, 2), sumIn(series, 1, 2)]).toEqual([13, 4, -2]);
  expect([rowsIn(series, 0, 3), rowsIn(series, 1, 2)]).toEqual([6, 2]);
});

test('a single day is what was typed, without what adding and subtracting leaves', () => {
  const thirds = Array.from({ length: 40 }, () => 4000 / 3);
  const own = seriesOf(thirds);
  expect(thirds.map((_, at) => sumIn(own, at, at + 1))).toEqual(thirds);
});

test('a sum is that of its rows, not what is left of two large totals', () => {
  const own = seriesOf([3925, 1e15, 704.77, -704.77, 0.1, 0.2]);
  expect(sumIn(own, 2, 4)).toBe(0);
  expect(sumIn(own, 4, 6)).toBe(0.1 + 0.2);
  expect(sumIn(seriesOf([1e15, 704.77, 10.25]), 1, 3)).toBe(715.02);
});

test('rows that cancel are 0, whatever stands before and between them', () => {
  const cents = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
  fc.assert(
    fc.property(fc.array(cents), fc.array(cents, { minLength: 1 }), (before, booked) => {
      const back = [...booked].reverse().map((value) => -value);
      const own = seriesOf([...before, ...booked, ...back]);
      const from = before.length;
      expect(sumIn(own, from, from + 2 * booked.length)).toBe(0);
    }),
  );
});
