import { deviationFrom } from '../../../../src/core/evaluate/judgement/deviation.ts';
import { near, shown } from '../one-kpi.ts';

const up = (target: number, baseline: number | null = 0) =>
  ({ direction: 1, target, baseline }) as const;
const down = (target: number, baseline: number | null = 50) =>
  ({ direction: -1, target, baseline }) as const;

test.each([
  ['X ÷ T when higher is better', up(200), 90, null, 0.45],
  ['beyond the target', up(200), 230, null, 1.15],
  ['nothing yet', up(200), 0, null, 0],
  ['lower is better, above the target', down(10), 35, null, -1.5],
  ['lower is better, below the target', down(10), 8, null, 1.2],
  ['a negative target', up(-20, -100), -50, null, -0.5],
  ['a zero target by the way from the start', down(0, 12), 5, null, 0.583333],
  ['a zero target by its scale', down(0, 12), 5, 20, 0.75],
  ['a negative scale is a size', down(0, 12), 5, -20, 0.75],
  ['a scale of zero is none', down(0, -8), 2, 0, 0.75],
  ['a scale counts only for a zero target', up(200), 90, 7, 0.45],
])('attainment is one minus the deviation: %s', (_, aim, actual, scale, expected) => {
  expect(shown(deviationFrom(aim, actual, scale))).toEqual(near(expected));
});

test('a zero target without scale or way is met or not', () => {
  const at = (actual: number) => shown(deviationFrom(up(0, null), actual, null));
  expect([0, 3, -3].map(at)).toEqual([1, 1, 0]);
  const lower = (actual: number) => shown(deviationFrom(down(0, 0), actual, null));
  expect([3, -3].map(lower)).toEqual([0, 1]);
});
