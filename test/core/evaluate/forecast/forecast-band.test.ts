import {
  bandAround,
  chanceToReach,
  deviationSigma,
  normalShareBelow,
} from '../../../../src/core/evaluate/forecast/forecast-band.ts';
import { near } from '../one-kpi.ts';

test('σ is the mean moving range of the deviations ÷ 1.128', () => {
  // 3, 5 and 1 apart: 3 on average.
  expect(deviationSigma([2, 5, 0, 1])).toEqual(near(3 / 1.128));
  expect(deviationSigma([-2, -5, 0, -1])).toEqual(near(3 / 1.128));
});

test('a missing interval breaks the chain', () => {
  expect(deviationSigma([2, 5, null, 40, 45])).toEqual(near(4 / 1.128));
  expect(deviationSigma([2, null, 40])).toBeNull();
  expect(deviationSigma([7])).toBeNull();
  expect(deviationSigma([])).toBeNull();
});

test('equal deviations have no spread, whatever rounding leaves of them', () => {
  expect(deviationSigma([4, 4, 4])).toBe(0);
  expect(deviationSigma([0.1 + 0.2, 0.3, 0.1 + 0.2])).toBe(0);
  expect(deviationSigma([0, 1e-6, 0])).toBeGreaterThan(0);
});

test('80 % lies within 1.28 standard deviations', () => {
  expect(bandAround(50, 10)).toEqual({ low: near(37.2), high: near(62.8) });
  expect(bandAround(-5, 0)).toEqual({ low: -5, high: -5 });
});

test.each([
  [0, 0.5],
  [1, 0.841345],
  [-1, 0.158655],
  [1.28, 0.899727],
  [-2.5, 0.00621],
  [4, 0.999968],
])('the normal share below %d is %d', (z, expected) => {
  expect(normalShareBelow(z)).toBeCloseTo(expected, 6);
});

test('the chance to reach a target follows from how far the forecast is ahead of it', () => {
  expect(chanceToReach(110, 10, 100, 1)).toBeCloseTo(0.841345, 6);
  expect(chanceToReach(110, 10, 100, -1)).toBeCloseTo(0.158655, 6);
  expect(chanceToReach(-3, 4, -3, 1)).toBeCloseTo(0.5, 6);
});

test('without spread it is certain either way, the boundary going to the better side', () => {
  expect(chanceToReach(99, 0, 100, 1)).toBe(0);
  expect(chanceToReach(100, 0, 100, 1)).toBe(1);
  expect(chanceToReach(99, 0, 100, -1)).toBe(1);
  expect(chanceToReach(101, 0, 100, -1)).toBe(0);
});
