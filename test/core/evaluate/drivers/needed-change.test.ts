import { neededFactor } from '../../../../src/core/evaluate/drivers/needed-change.ts';

test('less than one unit to go is still to go', () => {
  const numbers = { target: 1, actual: 0.6, forecast: 0.8 };
  expect(neededFactor('total', 1, numbers)).toBeCloseTo(2, 9);
  expect(neededFactor('total', -1, { target: -1, actual: -0.6, forecast: -0.8 })).toBeCloseTo(2, 9);
  expect(neededFactor('average', 1, { target: 0.5, actual: 0.2, forecast: 0.4 })).toBeCloseTo(
    1.25,
    9,
  );
});

test('what is foreseen where it is, but for rounding, cannot be multiplied', () => {
  const still = { target: 90, actual: 0.3, forecast: 0.1 + 0.2 };
  expect(neededFactor('total', 1, still)).toBeNull();
  expect(neededFactor('total', -1, { ...still, target: -90 })).toBeNull();
});
