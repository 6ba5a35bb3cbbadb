import { softenOutliers } from '../../../../../src/core/evaluate/forecast/series/soften-outliers.ts';

function softened(values: readonly number[]): number[] {
  const own = Float64Array.from(values);
  softenOutliers(own);
  return [...own];
}

describe('softening outliers', () => {
  it('leaves an empty or a short series alone', () => {
    expect(softened([])).toEqual([]);
    expect(softened([1, 90, 2, 3, 4])).toEqual([1, 90, 2, 3, 4]);
  });

  it('leaves ordinary values and steady growth alone', () => {
    const growing = [3, 6, 9, 12, 15, 18, 21];
    expect(softened(growing)).toEqual(growing);
    const ordinary = [5, 7, 4, 6, 8, 5, 6, 4];
    expect(softened(ordinary)).toEqual(ordinary);
  });

  it.each([
    ['up', 90, 6, 25],
    ['down', -90, -25, 6],
  ])('pulls a freak value %s in and touches nothing else', (_, freak, lowest, highest) => {
    const values = [5, 7, 4, 6, 5, 7, freak, 5, 6, 4, 7, 5];
    const calm = softened(values);
    expect(calm[6]).toBeGreaterThan(lowest);
    expect(calm[6]).toBeLessThan(highest);
    expect(calm.filter((value, i) => value !== values[i])).toHaveLength(1);
  });

  it('the newest value may be news: it is pulled in less', () => {
    const inside = softened([5, 7, 4, 6, 90, 5, 6, 4, 8, 5])[4];
    const newest = softened([5, 7, 4, 6, 8, 5, 6, 4, 8, 90])[9];
    expect(newest).toBeGreaterThan(inside);
    expect(newest).toBeLessThan(90);
  });

  it('sales now and then are not outliers', () => {
    const sales = [0, 0, 3, 0, 0, 0, 2, 0, 0, 4, 0];
    expect(Math.max(...softened(sales))).toBeGreaterThan(2);
  });
});
