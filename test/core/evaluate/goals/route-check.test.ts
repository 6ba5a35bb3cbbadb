import {
  factorTogether,
  neededFactor,
} from '../../../../src/core/evaluate/drivers/needed-change.ts';

const factor = (
  family: 'total' | 'level' | 'average',
  direction: 1 | -1,
  target: number,
  actual: number,
  forecast: number,
) => neededFactor(family, direction, { target, actual, forecast });

describe('what is still to come must change by a factor', () => {
  test('a total makes up its shortfall with what still comes', () => {
    // 90 of 200 is in and 90 more is expected: 110 ÷ 90.
    expect(factor('total', 1, 200, 90, 180)).toBeCloseTo(1.222222, 6);
  });

  test('a total that would pass its target may do with less', () => {
    expect(factor('total', 1, 200, 120, 240)).toBeCloseTo(0.666667, 6);
  });

  test('a total that is reached needs nothing, and one that stands still cannot', () => {
    expect(factor('total', 1, 200, 200, 260)).toBeNull();
    expect(factor('total', 1, 200, 210, 260)).toBeNull();
    expect(factor('total', 1, 200, 90, 90)).toBeNull();
    expect(factor('total', 1, 200, 90, 80)).toBeNull();
  });

  test('a loss that has to grow smaller is a total going down', () => {
    expect(factor('total', -1, -60, -20, -40)).toBeCloseTo(2, 9);
    expect(factor('total', -1, 60, 20, 40)).toBeNull();
  });

  test('a ratio goes from its forecast to its target, lower is better too', () => {
    expect(factor('average', 1, 0.03, 0.02, 0.024)).toBeCloseTo(1.25, 9);
    expect(factor('average', -1, 20, 35, 25)).toBeCloseTo(0.8, 9);
    expect(factor('level', -1, 10, 50, 40)).toBeCloseTo(0.25, 9);
  });

  test('of different signs no factor leads there, nor from or to zero', () => {
    expect(factor('level', 1, 60, -40, -5)).toBeNull();
    expect(factor('average', 1, 0, 0.02, 0.02)).toBeNull();
    expect(factor('level', 1, 5, 0, 0)).toBeNull();
    expect(factor('level', 1, -20, -50, -40)).toBeCloseTo(0.5, 9);
  });

  test('k drivers together need the k-th root, which multiplies to the whole', () => {
    expect(factorTogether(1.14, 2)).toBeCloseTo(1.067708, 6);
    for (const needed of [0.01, 0.8, 1, 3, 50]) {
      for (const count of [1, 2, 3, 6]) {
        expect(factorTogether(needed, count) ** count / needed).toBeCloseTo(1, 9);
      }
    }
  });
});
