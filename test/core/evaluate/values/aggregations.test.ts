import {
  AGGREGATION_RULES,
  addsOverChannels,
  isChannelPart,
  valueOver,
} from '../../../../src/core/evaluate/values/aggregations.ts';
import { daySeries, NO_DAYS } from '../../../../src/core/evaluate/values/day-series.ts';
import { AGGREGATIONS, type Aggregation } from '../../../../src/core/model/measure.ts';
import { measure } from '../../../support/workspace-builder.ts';

/** Days 10, 12 and 15 with 6, −2 and 9 from 1, 2 and 3 rows. */
const series = daySeries({
  days: Int32Array.from([10, 12, 15]),
  value: Float64Array.from([6, -2, 9]),
  count: Int32Array.from([1, 2, 3]),
  size: Float64Array.from([6, 2, 9]),
});
const over = (aggregation: Aggregation, start: number, end: number) =>
  valueOver(series, AGGREGATION_RULES[aggregation], start, end);

test.each([
  ['sum', 13, 4, -2],
  ['count', 13, 4, -2],
  ['count_distinct', 13, 4, -2],
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
  const empty = daySeries(NO_DAYS);
  expect(valueOver(empty, AGGREGATION_RULES.sum, 0, 9)).toBeNull();
});

test('only of totals and levels is a channel a part of the whole', () => {
  const parts = AGGREGATIONS.filter((aggregation) => isChannelPart(measure({ aggregation })));
  expect(parts).toEqual(['sum', 'count', 'last', 'count_distinct']);
  expect(isChannelPart(measure({ addsUpOverChannels: false }))).toBe(false);
  expect(isChannelPart(measure({ aggregation: 'mean', addsUpOverChannels: true }))).toBe(false);
});

test.each([
  ['sum', 'percent', null, true],
  ['last', 'number', null, true],
  ['last', 'percent', null, false],
  ['last', 'points', null, false],
  ['last', 'hours', null, false],
  ['mean', 'percent', null, true],
  ['unique', 'number', null, false],
  ['unique', 'number', true, true],
  ['sum', 'number', false, false],
] as const)('%s in %s, typed %s, adds over channels: %s', (aggregation, kind, typed, expected) => {
  const own = measure({ aggregation, unit: { kind }, addsUpOverChannels: typed });
  expect(addsOverChannels(own)).toBe(expected);
});
