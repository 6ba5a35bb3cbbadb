import { scaledError, seasonalNaiveError, symmetricError } from '../../bench/forecast/accuracy.ts';

describe('symmetric error (sMAPE)', () => {
  it.each([
    ['exact', [10, 20], [10, 20], 0],
    ['both zero counts as exact', [0, 8], [0, 8], 0],
    ['110 for 90 and exact', [90, 50], [110, 50], 10],
    ['zero for something is 200', [0], [5], 200],
    ['opposite signs are 200', [-3], [3], 200],
  ])('%s', (_, actual, forecast, expected) => {
    expect(symmetricError(actual, forecast)).toBeCloseTo(expected, 10);
  });

  it('nothing to compare: null', () => {
    expect(symmetricError([], [])).toBeNull();
  });
});

describe('scaled error (MASE)', () => {
  it('is the error in units of the usual change', () => {
    expect(scaledError([2, 5, 4, 8], [10, 11], [8, 7], 1)).toBeCloseTo(3 / (8 / 3), 10);
  });

  it('the usual change is that from year to year when there is a season', () => {
    expect(seasonalNaiveError([10, 30, 14, 31], 2)).toBe(2.5);
    expect(scaledError([10, 30, 14, 31], [16], [11], 2)).toBe(2);
  });

  it('null where there is no usual change', () => {
    expect(scaledError([4, 4, 4], [5], [4], 1)).toBeNull();
    expect(scaledError([4, 6], [5], [4], 2)).toBeNull();
    expect(scaledError([4, 6], [], [], 1)).toBeNull();
    expect(seasonalNaiveError([], 1)).toBeNull();
  });
});
