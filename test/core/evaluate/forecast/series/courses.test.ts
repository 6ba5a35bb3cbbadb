import {
  type Course,
  dampedTrend,
  dynamicTheta,
  steadyLevel,
  theta,
} from '../../../../../src/core/evaluate/forecast/series/courses.ts';

const of = (way: (values: Float64Array) => Course, values: readonly number[]) =>
  way(Float64Array.from(values));
const line = [14, 11, 8, 5, 2, -1, -4, -7, -10, -13];

describe('on a straight line down through zero', () => {
  it('a steady level stays behind and goes nowhere', () => {
    const { level, trend } = of(steadyLevel, line);
    expect(level).toBeGreaterThan(-13);
    expect(trend).toBeCloseTo(0, 12);
  });

  it('Theta follows half of it', () => {
    expect(of(theta, line).trend).toBeCloseTo(-1.5, 9);
    expect(of(theta, line).level).toBeCloseTo(-13, 0);
  });

  it('a line that may change is followed whole, without a surprise left but the first', () => {
    expect(of(dynamicTheta, line).trend).toBeCloseTo(-3, 9);
    expect(of(dynamicTheta, line).level).toBeCloseTo(-13, 0);
  });

  it('a damped trend begins with nearly all of it', () => {
    const { level, trend, damping } = of(dampedTrend, line);
    expect(level + damping * trend).toBeGreaterThan(-16.1);
    expect(level + damping * trend).toBeLessThan(-15);
    expect(damping).toBe(0.95);
  });
});

it.each([
  ['zeros', 0],
  ['a value below zero that never changes', -6],
])('%s: every way stays there', (_, value) => {
  const values = new Array<number>(12).fill(value);
  for (const way of [steadyLevel, theta, dynamicTheta, dampedTrend]) {
    const { level, trend, squares } = of(way, values);
    expect(level).toBeCloseTo(value, 9);
    expect(trend).toBeCloseTo(0, 9);
    expect(squares).toBeCloseTo(0, 9);
  }
});

it('a level that jumps is followed at once, noise around one is not', () => {
  const jumped = [20, 20, 20, 20, 20, 50, 50, 50, 50, 50];
  const noisy = [20, 50, 20, 50, 20, 50, 20, 50, 20, 50];
  expect(of(steadyLevel, jumped).level).toBeGreaterThan(49);
  expect(Math.abs(of(steadyLevel, noisy).level - 35)).toBeLessThan(5);
});
