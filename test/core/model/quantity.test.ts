import fc from 'fast-check';
import {
  atLeast,
  known,
  knownOr,
  leastNearlyEqual,
  nearlyEqual,
  unknown,
} from '../../../src/core/model/quantity.ts';

test('zero is a number like any other, and what is not finite is missing with its reason', () => {
  expect(known(0)).toEqual({ value: 0, reason: null });
  expect(knownOr(0, 'NO_DATA')).toEqual({ value: 0, reason: null });
  expect(knownOr(-3.5, 'NO_DATA')).toEqual({ value: -3.5, reason: null });
  expect(knownOr(null, 'NO_BAND')).toEqual({ value: null, reason: 'NO_BAND' });
  expect(knownOr(Number.NaN, 'NO_ETA')).toEqual({ value: null, reason: 'NO_ETA' });
  expect(knownOr(-Infinity, 'PLAN_FLAT')).toEqual({ value: null, reason: 'PLAN_FLAT' });
});

test('each reason keeps its own missing number', () => {
  expect(unknown('NO_DATA')).toEqual({ value: null, reason: 'NO_DATA' });
  expect(unknown('NO_USE')).toEqual({ value: null, reason: 'NO_USE' });
  expect(unknown('NO_DATA')).toBe(unknown('NO_DATA'));
});

test('numbers within a billionth of each other, or of 1, are equal', () => {
  expect(nearlyEqual(0.1 + 0.2, 0.3)).toBe(true);
  expect(nearlyEqual(0, 1e-9)).toBe(true);
  expect(nearlyEqual(0, 2e-9)).toBe(false);
  expect(nearlyEqual(-4e9, -4e9 - 4)).toBe(true);
  expect(nearlyEqual(-4e9, -4e9 - 5)).toBe(false);
  expect(nearlyEqual(5e9, 2)).toBe(false);
});

test('a boundary goes to the better side', () => {
  expect(atLeast(0.3, 0.1 + 0.2)).toBe(true);
  expect(atLeast(0.95, 0.95)).toBe(true);
  expect(atLeast(0.9499, 0.95)).toBe(false);
  expect(atLeast(-2, -3)).toBe(true);
  expect(atLeast(-3, -2)).toBe(false);
});

test('what lies below the least that is nearly equal is less, and nothing nearly equal lies below', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      if (a < leastNearlyEqual(b)) expect(atLeast(a, b)).toBe(false);
    }),
  );
  expect(nearlyEqual(leastNearlyEqual(-4e9), -4e9)).toBe(false);
  expect(leastNearlyEqual(0)).toBeLessThan(-1e-9);
  expect(leastNearlyEqual(0.5)).toBeLessThan(0.5 - 1e-9);
});
