import { progressOf } from '../../../../src/core/evaluate/judgement/progress.ts';
import { definition, shown } from '../one-kpi.ts';

test.each([
  ['a total under way', { baseline: 0 }, 200000, 90000, 0.45],
  ['a level where lower is better', { baseline: 50, direction: -1 as const }, 10, 35, 0.375],
  ['worse than the start', { baseline: 50, direction: -1 as const }, 10, 55, -0.125],
  ['beyond the target', { baseline: 4 }, 8, 10, 1.5],
  ['a target of zero', { baseline: 12, direction: -1 as const }, 0, 3, 0.75],
  ['still at a start of zero', { baseline: 0 }, 7, 0, 0],
  ['from a loss to a smaller loss', { baseline: -100 }, -20, -50, 0.625],
])('progress is the share of the way covered: %s', (_, changes, target, actual, expected) => {
  expect(shown(progressOf(definition(changes), target, actual))).toBeCloseTo(expected, 9);
});

test('a target equal to the start is met or not', () => {
  const held = definition({ baseline: 6 });
  expect(shown(progressOf(held, 6, 6))).toBe(1);
  expect(shown(progressOf(held, 6, 7))).toBe(1);
  expect(shown(progressOf(held, 6, 5.9))).toBe(0);
  const lower = definition({ baseline: 6, direction: -1 });
  expect(shown(progressOf(lower, 6, 7))).toBe(0);
  expect(shown(progressOf(lower, 6, 5))).toBe(1);
  expect(shown(progressOf(definition({ baseline: 6, direction: null }), 6, 5))).toBe(0);
});

test('there is no progress without a way, a target or a start', () => {
  for (const type of ['ceiling', 'range', 'track', 'done'] as const) {
    expect(shown(progressOf(definition({ type }), 10, 3))).toBe('NOT_APPLICABLE');
  }
  expect(shown(progressOf(definition(), null, 3))).toBe('NO_TARGET');
  expect(shown(progressOf(definition({ baseline: null }), 10, 3))).toBe('NO_BASELINE');
});

test('a threshold has progress once it has a start', () => {
  const atLeast = definition({ type: 'at_least', family: 'average', baseline: 2 });
  expect(shown(progressOf(atLeast, 10, 4))).toBe(0.25);
});
