import { recentUnrest } from '../../../../../src/core/evaluate/forecast/series/recent-unrest.ts';

/** 20 changes up and down of one size, then 20 of another. */
const restless = (before: number, after: number) =>
  Array.from({ length: 41 }, (_, i) => (i % 2) * (i <= 20 ? before : after));

describe('how restless a series is of late', () => {
  it('as ever: 1', () => {
    expect(recentUnrest(restless(6, 6))).toBeCloseTo(1, 1);
  });

  it('calmer than it was: below 1; wilder: above 1', () => {
    expect(recentUnrest(restless(10, 2))).toBeLessThan(0.6);
    expect(recentUnrest(restless(2, 10))).toBeGreaterThan(1.4);
  });

  it('a steady climb is no unrest', () => {
    const climb = restless(4, 4).map((value, i) => value + 90 * i);
    expect(recentUnrest(climb)).toBeCloseTo(recentUnrest(restless(4, 4)), 10);
  });

  it('nothing that moves, or a single step: as ever', () => {
    expect(recentUnrest([3, 3, 3, 3])).toBe(1);
    expect(recentUnrest([3, 8])).toBe(1);
  });

  it('a few values hardly tell', () => {
    const ratio = recentUnrest([0, 9, 0, 1, 0]);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1);
  });
});
