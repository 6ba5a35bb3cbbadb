import {
  attainmentOf,
  distanceOutside,
} from '../../../../src/core/evaluate/judgement/attainment.ts';
import { definition, near, shown } from '../one-kpi.ts';

const up = definition();
const down = definition({ direction: -1, baseline: 50 });

test.each([
  ['X ÷ T when higher is better', up, 200, 90, null, 0.45],
  ['beyond the target', up, 200, 230, null, 1.15],
  ['nothing yet', up, 200, 0, null, 0],
  ['lower is better, above the target', down, 10, 35, null, -1.5],
  ['lower is better, below the target', down, 10, 8, null, 1.2],
  ['a negative target', definition({ baseline: -100 }), -20, -50, null, -0.5],
  [
    'a zero target by the way from the start',
    definition({ direction: -1, baseline: 12 }),
    0,
    5,
    null,
    0.583333,
  ],
  ['a zero target by its scale', definition({ direction: -1, baseline: 12 }), 0, 5, 20, 0.75],
  ['a negative scale is a size', definition({ direction: -1, baseline: 12 }), 0, 5, -20, 0.75],
  ['a scale of zero is none', definition({ direction: -1, baseline: -8 }), 0, 2, 0, 0.75],
  ['a scale counts only for a zero target', up, 200, 90, 7, 0.45],
])('attainment is one minus the deviation: %s', (_, own, target, actual, scale, expected) => {
  expect(shown(attainmentOf(own, target, actual, scale))).toEqual(near(expected));
});

test('a zero target without scale or way is met or not', () => {
  const none = definition({ baseline: null });
  expect(shown(attainmentOf(none, 0, 0, null))).toBe(1);
  expect(shown(attainmentOf(none, 0, 3, null))).toBe(1);
  expect(shown(attainmentOf(none, 0, -3, null))).toBe(0);
  const lower = definition({ baseline: 0, direction: -1 });
  expect(shown(attainmentOf(lower, 0, 3, null))).toBe(0);
  expect(shown(attainmentOf(lower, 0, -3, null))).toBe(1);
});

const range = definition({ type: 'range', low: 40, high: 50, tolerance: 5, target: null });

test.each([
  [45, 1],
  [40, 1],
  [50, 1],
  [52, 0.6],
  [38, 0.6],
  [36, 0.2],
  [35, 0],
  [20, 0],
  [-45, 0],
])('in a range of 40 to 50 with tolerance 5, %d attains %d', (actual, expected) => {
  expect(shown(attainmentOf(range, null, actual, null))).toEqual(near(expected));
});

test('the distance to a band is 0 inside and on its edges', () => {
  expect([-3, -2, 0, 4, 7].map((value) => distanceOutside(-2, 4, value))).toEqual([1, 0, 0, 0, 3]);
});

test('there is no attainment without a target, and none of what has no deviation', () => {
  expect(shown(attainmentOf(up, null, 3, null))).toBe('NO_TARGET');
  expect(shown(attainmentOf(definition({ direction: null }), 10, 3, null))).toBe('NO_TARGET');
  for (const missing of [{ low: null }, { high: null }, { tolerance: null }]) {
    expect(shown(attainmentOf({ ...range, ...missing }, null, 3, null))).toBe('NO_TARGET');
  }
  for (const type of ['ceiling', 'track', 'done'] as const) {
    expect(shown(attainmentOf(definition({ type }), 10, 3, null))).toBe('NOT_APPLICABLE');
  }
});
