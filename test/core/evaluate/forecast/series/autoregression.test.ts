import {
  changesFromChanges,
  returnToLine,
} from '../../../../../src/core/evaluate/forecast/series/autoregression.ts';

/** Twenty values on a level of 5, then six that have moved to another one. */
const moved = (to: number) =>
  Array.from({ length: 26 }, (_, i) => (i < 20 ? 5 : to) + ((i * 7) % 5) / 10);

describe('return to the line', () => {
  it('a line goes on as it was', () => {
    const line = Array.from({ length: 24 }, (_, i) => 40 - 3 * i);
    const { path, variance } = returnToLine(line, 3);
    [-32, -35, -38].forEach((value, k) => {
      expect(path[k]).toBeCloseTo(value, 6);
      expect(variance[k]).toBeCloseTo(0, 6);
    });
  });

  it('what has left its line for long is not called back at once', () => {
    const values = Array.from({ length: 30 }, (_, i) => (i < 12 ? 2 : 14) + ((i * 7) % 5) / 10);
    values.push(...[2, 2.4, 2.1, 2.6, 2.3, 2.2]);
    const { path } = returnToLine(values, 6);
    // The line through all values stands near 12 by now.
    expect(path[0]).toBeLessThan(6);
    for (let k = 1; k < path.length; k++) expect(path[k]).toBeGreaterThan(path[k - 1]);
    expect(path[5]).toBeLessThan(11);
  });

  it('a deviation never grows by itself', () => {
    const { path } = returnToLine(moved(60), 40);
    expect(Math.max(...path.map(Math.abs))).toBeLessThan(150);
  });

  it('up and down in turn stays up and down in turn', () => {
    const turns = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 10 : -10) + ((i * 3) % 7));
    const { path } = returnToLine(turns, 4);
    expect(Math.sign(path[0] - 3)).toBe(1);
    expect(Math.sign(path[1] - 3)).toBe(-1);
    for (const value of returnToLine(turns, 60).path) expect(Math.abs(value)).toBeLessThan(20);
  });
});

describe('changes that follow from changes', () => {
  it('a walk of unlike steps goes on at a quarter of its mean change', () => {
    const steps = [3, -1, 2, 0, 4, -2, 1, 5, -3, 1];
    let level = 0;
    const walk = [
      0,
      ...steps.map((step) => {
        level += step;
        return level;
      }),
    ];
    const { path } = changesFromChanges(walk, 50);
    // 10 in 10 steps: 1 a step, of which a quarter lasts.
    expect(path[49] - path[48]).toBeCloseTo(0.25, 3);
  });

  it('the further away, the less certain', () => {
    const { variance } = changesFromChanges([1, 4, 2, 6, 3, 8, 5, 9, 7, 11], 5);
    for (let k = 1; k < 5; k++) expect(variance[k]).toBeGreaterThan(variance[k - 1]);
  });
});
