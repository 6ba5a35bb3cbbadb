import {
  bandOf,
  chanceOf,
  shareBelow,
} from '../../../../src/core/evaluate/forecast/forecast-band.ts';
import { near } from '../one-kpi.ts';

const amounts = (rest: number, deviation: number, already = 0) => ({
  already,
  rest,
  spread: { deviation, isRelative: false },
});
const shares = (rest: number, deviation: number, already = 0) => ({
  already,
  rest,
  spread: { deviation, isRelative: true },
});

test('80% lies within 1.533 of the scale, in amounts or in proportions of what is left', () => {
  expect(bandOf(amounts(50, 10))).toEqual({ low: near(34.667937), high: near(65.332063) });
  expect(bandOf(amounts(-5, 0))).toEqual({ low: -5, high: -5 });
  expect(bandOf(shares(40, 0.1, 60))).toEqual({
    low: near(60 + 40 * Math.exp(-0.153320627371314)),
    high: near(60 + 40 * Math.exp(0.153320627371314)),
  });
  expect(bandOf(shares(0, 0.3, 60))).toEqual({ low: 60, high: 60 });
  expect(bandOf({ already: 60, rest: 40, spread: null })).toBeNull();
});

// Quantiles of t with 4 degrees of freedom, as tables print them.
test.each([
  [0, 0.5],
  [0.741, 0.75],
  [1.533, 0.9],
  [-1.533, 0.1],
  [2.132, 0.95],
  [-3.747, 0.01],
  [7.173, 0.999],
])('the share below %d is %d', (z, expected) => {
  expect(shareBelow(z)).toBeCloseTo(expected, 3);
});

test('the chance follows from how far what is expected is ahead of what is needed', () => {
  expect(chanceOf(amounts(50, 10), 50, 1)).toBe(0.5);
  expect(chanceOf(amounts(50, 10), 50 - 15.332, 1)).toBeCloseTo(0.9, 4);
  expect(chanceOf(amounts(50, 10), 50 - 15.332, -1)).toBeCloseTo(0.1, 4);
  expect(chanceOf(amounts(-3, 4), -3, 1)).toBe(0.5);
  expect(chanceOf(shares(40, 0.1, 60), 100, -1)).toBe(0.5);
  expect(chanceOf(shares(40, 0.1, 60), 60 + 40 * Math.exp(0.15332), 1)).toBeCloseTo(0.1, 4);
  expect(chanceOf({ already: 1, rest: 2, spread: null }, 3, 1)).toBeNull();
});

test('without spread, or with nothing needed, it is certain, the boundary going to the better side', () => {
  expect(chanceOf(amounts(99, 0), 100, 1)).toBe(0);
  expect(chanceOf(amounts(100, 0), 100, 1)).toBe(1);
  expect(chanceOf(amounts(99, 0), 100, -1)).toBe(1);
  expect(chanceOf(amounts(101, 0), 100, -1)).toBe(0);
  expect(chanceOf(shares(40, 0.1, 60), 55, 1)).toBe(1);
  expect(chanceOf(shares(40, 0.1, 60), 55, -1)).toBe(0);
  expect(chanceOf(shares(0, 0.1, 60), 61, 1)).toBe(0);
});
