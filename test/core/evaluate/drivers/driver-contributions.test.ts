import { contributionsOf } from '../../../../src/core/evaluate/drivers/driver-contributions.ts';
import type { DriverSet } from '../../../../src/core/evaluate/drivers/find-drivers.ts';

const setOf = (kind: DriverSet['kind']): DriverSet => ({ kind, drivers: [] });

test('of a sum each driver adds its own difference, and their differences are the whole', () => {
  expect(contributionsOf(setOf('sum'), [10, 0, -4], [13, 5, -6])).toEqual({
    parts: [3, 5, -2],
    total: 6,
  });
});

test('of a product the parts add up to the difference of the products', () => {
  const found = contributionsOf(setOf('product'), [1000, 2, 50], [1050, 2, 52]);
  expect(found?.total).toBeCloseTo(9200, 6);
  expect(found?.parts.map((part) => Number(part.toFixed(2)))).toEqual([5100.16, 0, 4099.84]);
});

test('a difference that is only rounding is none', () => {
  expect(contributionsOf(setOf('sum'), [0.1, 0.2], [0.3, 0])?.total).toBe(0);
});

test('with a value missing there is nothing to split', () => {
  expect(contributionsOf(setOf('sum'), [10, null], [13, 5])).toBeNull();
  expect(contributionsOf(setOf('product'), [10, 2], [null, 5])).toBeNull();
});
