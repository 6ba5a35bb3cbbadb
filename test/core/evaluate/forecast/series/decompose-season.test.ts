import { decomposeSeason } from '../../../../../src/core/evaluate/forecast/series/decompose-season.ts';

const quarters = [10, -4, -8, 2];

describe('taking the season out', () => {
  it('needs two full years', () => {
    const values = [1, 5, 2, 8, 3, 9, 4];
    expect(decomposeSeason(values, 4)).toEqual({
      adjusted: values,
      pattern: [],
      trust: 0,
      uncertainty: 0,
    });
  });

  it('season length 1 means there is none', () => {
    expect(decomposeSeason([3, 6, 9, 12], 1).trust).toBe(0);
  });

  it('finds a perfect pattern on a rising line and leaves the line', () => {
    const values = Array.from({ length: 20 }, (_, i) => 50 + 3 * i + quarters[i % 4]);
    const { adjusted, pattern, trust } = decomposeSeason(values, 4);
    expect(trust).toBeGreaterThan(0.9);
    pattern.forEach((deviation, i) => {
      expect(Math.abs(deviation - quarters[i])).toBeLessThan(1);
    });
    adjusted.forEach((value, i) => {
      expect(Math.abs(value - 50 - 3 * i)).toBeLessThan(1);
    });
  });

  it('the pattern adds up to nothing', () => {
    const values = Array.from({ length: 27 }, (_, i) => quarters[i % 4] + ((i * 13) % 7));
    const sum = decomposeSeason(values, 4).pattern.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum)).toBeLessThan(1e-9);
  });

  it('believes a weak pattern less than a strong one', () => {
    const noise = Array.from({ length: 32 }, (_, i) => ((i * 7919) % 23) - 11);
    const withPattern = (strength: number) =>
      decomposeSeason(
        noise.map((value, i) => value + strength * quarters[i % 4]),
        4,
      ).trust;
    expect(withPattern(0.5)).toBeLessThan(withPattern(2));
    expect(withPattern(2)).toBeLessThan(1);
  });

  it('one freak year does not become part of the pattern', () => {
    const values = Array.from({ length: 24 }, (_, i) => quarters[i % 4] + ((i * 5) % 3));
    const freak = values.map((value, i) => (i === 9 ? value + 60 : value));
    const calm = decomposeSeason(values, 4);
    expect(Math.abs(decomposeSeason(freak, 4).pattern[1] - calm.pattern[1])).toBeLessThan(4);
  });
});
