import { splitDifference } from '../../../../src/core/evaluate/drivers/split-difference.ts';

test('V14 customers, orders each and order value add 5100.16 + 0 + 4099.84', () => {
  const parts = splitDifference([1000, 2, 50], [1050, 2, 52]);
  expect(parts?.map((part) => Number(part.toFixed(2)))).toEqual([5100.16, 0, 4099.84]);
});

test('a factor of zero or below is split by the Shapley mean', () => {
  expect(splitDifference([0, 3], [4, 5])).toEqual([16, 4]);
  expect(splitDifference([-2, 3], [2, 3])).toEqual([12, 0]);
});

test('six factors with a zero among them have no split', () => {
  expect(splitDifference([0, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 7])).toBeNull();
});

test('factors that change while their product stays add what they take away', () => {
  // L(12, 12) = 12, times ln 1.5 and ln ⅔.
  const parts = splitDifference([2, 6], [3, 4]) ?? [];
  expect(parts[0]).toBeCloseTo(12 * Math.log(1.5), 9);
  expect(parts[1]).toBeCloseTo(-12 * Math.log(1.5), 9);
});
