import { seasonOf } from '../../../../../src/core/evaluate/forecast/series/take-out-season.ts';

const quarters = [10, -4, -8, 2];
const pattern = (values: readonly number[], seasonLength = 4): number[] => [
  ...seasonOf(Float64Array.from(values), seasonLength),
];
const series = (length: number, valueAt: (i: number) => number): number[] =>
  Array.from({ length }, (_, i) => valueAt(i));

describe('the season of a series', () => {
  it('needs two full years', () => {
    expect(pattern([1, 5, 2, 8, 3, 9, 4])).toEqual([0, 0, 0, 0]);
    expect(pattern([])).toEqual([0, 0, 0, 0]);
  });

  it('season length 1 means there is none', () => {
    expect(pattern([3, 6, -9, 12], 1)).toEqual([0]);
  });

  it.each([8, 11, 12, 21])('is found on a rising line, in %i quarters', (length) => {
    const found = pattern(series(length, (i) => 50 + 3 * i + quarters[i % 4]));
    found.forEach((deviation, i) => {
      expect(Math.abs(deviation - quarters[i])).toBeLessThan(1.6);
    });
  });

  it('is found in weeks of seven and of five days, below zero too', () => {
    const days = [3, -6, 1, 0, 9, -8, 1];
    for (const length of [5, 7]) {
      const own = days.slice(0, length);
      const mean = own.reduce((sum, value) => sum + value, 0) / length;
      pattern(
        series(6 * length, (i) => -200 + own[i % length]),
        length,
      ).forEach((deviation, i) => {
        expect(deviation).toBeCloseTo(own[i] - mean, 6);
      });
    }
  });

  it('adds up to nothing', () => {
    const sum = pattern(series(27, (i) => quarters[i % 4] + ((i * 13) % 7))).reduce(
      (total, value) => total + value,
      0,
    );
    expect(Math.abs(sum)).toBeLessThan(1e-9);
  });

  it('is believed less, the less it stands out from the noise', () => {
    const noise = series(32, (i) => ((i * 7919) % 23) - 11);
    const share = (strength: number) => {
      const found = pattern(noise.map((value, i) => value + strength * quarters[i % 4]));
      return (found[0] - found[2]) / (strength * 18);
    };
    expect(share(0.3)).toBeLessThan(0.9 * share(2));
    expect(share(2)).toBeLessThan(1.1);
    // Of noise alone next to nothing is taken for a pattern.
    expect(Math.max(...pattern(noise).map(Math.abs))).toBeLessThan(2);
  });

  it('a year ago counts more than four years ago', () => {
    const grown = pattern(series(24, (i) => (i < 12 ? 1 : 2) * quarters[i % 4]));
    const shrunk = pattern(series(24, (i) => (i < 12 ? 2 : 1) * quarters[i % 4]));
    expect(grown[0]).toBeGreaterThan(15);
    expect(shrunk[0]).toBeLessThan(15);
  });
});
