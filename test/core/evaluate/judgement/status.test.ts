import {
  bandOf,
  meetsTarget,
  runningStatus,
} from '../../../../src/core/evaluate/judgement/status.ts';
import { day } from '../../../support/workspace-builder.ts';
import { definition, straightPlan } from '../one-kpi.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
/** The 40th of 100 days, and the 10th: a tenth of the way. */
const later = day('2026-02-09');
const early = day('2026-01-10');

test.each([
  [1.2, 'on_course'],
  [0.95, 'on_course'],
  [0.9499, 'at_risk'],
  [0.8, 'at_risk'],
  [0.7999, 'off_course'],
  [-3, 'off_course'],
])('an index of %d is %s', (index, expected) => {
  expect(bandOf(index, THRESHOLDS)).toBe(expected);
});

test('a KPI may have its own thresholds', () => {
  expect(bandOf(0.7, { onCourseFrom: 0.9, atRiskFrom: 0.7 })).toBe('at_risk');
  expect(bandOf(0.9, { onCourseFrom: 0.9, atRiskFrom: 0.7 })).toBe('on_course');
});

const reach = (from: number, to: number, date: number, actual: number) =>
  runningStatus(
    definition({ baseline: from, direction: to > from ? 1 : -1 }),
    straightPlan(100, from, to),
    to,
    date,
    actual,
    THRESHOLDS,
  );

test.each([
  ['on plan', 80, 'on_course'],
  ['95 % of plan', 76, 'on_course'],
  ['a little less', 75.9, 'at_risk'],
  ['80 % of plan', 64, 'at_risk'],
  ['less', 63.9, 'off_course'],
  ['nothing', 0, 'off_course'],
  ['below zero', -5, 'off_course'],
])('a way up of 200 with 80 planned: %s', (_, actual, expected) => {
  expect(reach(0, 200, later, actual)).toBe(expected);
});

test.each([
  ['ahead', 200, 'on_course'],
  ['at 95 % of the way planned', 224, 'on_course'],
  ['at 80 %', 236, 'at_risk'],
  ['less', 236.2, 'off_course'],
  ['worse than the start', 301, 'off_course'],
])('a way down from 300 to 100 that should be at 220: %s', (_, actual, expected) => {
  expect(reach(300, 100, later, actual)).toBe(expected);
});

test.each([
  ['5 points of the way short', 10, 'on_course'],
  ['more', 9.9, 'at_risk'],
  ['20 points short', -20, 'at_risk'],
  ['more than that', -20.1, 'off_course'],
])('early on the gap decides: %s', (_, actual, expected) => {
  // 10 % of the way is planned: 20 of 200. ρ would be 0.5 at 10.
  expect(reach(0, 200, early, actual)).toBe(expected);
});

test('from exactly 15 % of the way the pace decides', () => {
  expect(reach(0, 200, day('2026-01-15'), 20)).toBe('off_course');
  expect(reach(0, 200, day('2026-01-14'), 20)).toBe('on_course');
});

const threshold = (type: 'at_least' | 'at_most', actual: number, tolerance: number | null = 3) =>
  runningStatus(
    definition({ type, family: 'level', direction: type === 'at_least' ? 1 : -1, tolerance }),
    null,
    60,
    later,
    actual,
    THRESHOLDS,
  );

test.each([
  [61, 'on_course', 'at_risk'],
  [60, 'on_course', 'on_course'],
  [59.9, 'at_risk', 'on_course'],
  [57, 'at_risk', 'on_course'],
  [56.9, 'off_course', 'on_course'],
  [63, 'on_course', 'at_risk'],
  [63.1, 'on_course', 'off_course'],
  [0, 'off_course', 'on_course'],
])('a threshold of 60 with tolerance 3 at %d: at least %s, at most %s', (actual, least, most) => {
  expect(threshold('at_least', actual)).toBe(least);
  expect(threshold('at_most', actual)).toBe(most);
});

test('without tolerance 5 % of the target is allowed; typed as 0 nothing is', () => {
  expect(threshold('at_least', 57, null)).toBe('at_risk');
  expect(threshold('at_least', 56.99, null)).toBe('off_course');
  expect(threshold('at_most', 63.01, null)).toBe('off_course');
  expect(threshold('at_most', 60.01, 0)).toBe('off_course');
});

test('a target equal to the start is judged as a threshold', () => {
  const held = definition({ isHeldAtTarget: true, baseline: 100, tolerance: 5 });
  const at = (actual: number) =>
    runningStatus(held, straightPlan(100, 100, 100), 100, later, actual, THRESHOLDS);
  expect([101, 96, 94].map(at)).toEqual(['on_course', 'at_risk', 'off_course']);
});

const range = definition({ type: 'range', low: 40, high: 50, tolerance: 5, direction: null });

test.each([
  [45, 'on_course'],
  [50, 'on_course'],
  [50.1, 'at_risk'],
  [54.9, 'at_risk'],
  [55, 'off_course'],
  [36, 'at_risk'],
  [35, 'off_course'],
  [-45, 'off_course'],
])('in a range of 40 to 50 with tolerance 5, %d is %s', (actual, expected) => {
  expect(runningStatus(range, null, null, later, actual, THRESHOLDS)).toBe(expected);
});

test('a range without its edges or tolerance has no status', () => {
  for (const missing of [{ low: null }, { high: null }, { tolerance: null }]) {
    const own = { ...range, ...missing };
    expect(runningStatus(own, null, null, later, 45, THRESHOLDS)).toBeNull();
  }
});

test.each([
  ['nothing used', 0, 'on_course'],
  ['as planned', 80, 'on_course'],
  ['just inside the tolerance', 84, 'on_course'],
  ['more', 85, 'at_risk'],
  ['at 80 %', 100, 'at_risk'],
  ['more than that', 101, 'off_course'],
  ['all of it', 200, 'off_course'],
  ['too much', 201, 'off_course'],
])('a ceiling of 200 with 80 planned: %s', (_, actual, expected) => {
  const ceiling = definition({ type: 'ceiling', direction: -1 });
  const plan = straightPlan(100, 0, 200);
  expect(runningStatus(ceiling, plan, 200, later, actual, THRESHOLDS)).toBe(expected);
});

test('a passed ceiling is off course even when the plan had foreseen more', () => {
  const ceiling = definition({ type: 'ceiling', direction: -1 });
  const plan = straightPlan(100, 0, 400);
  expect(runningStatus(ceiling, plan, 150, later, 151, THRESHOLDS)).toBe('off_course');
  expect(runningStatus(ceiling, plan, 150, later, 150, THRESHOLDS)).toBe('on_course');
});

test('without target, plan or direction there is no status', () => {
  const plan = straightPlan(100, 0, 200);
  const at = (changes: Parameters<typeof definition>[0], target: number | null, own = plan) =>
    runningStatus(definition(changes), own, target, later, 80, THRESHOLDS);
  expect(at({}, null)).toBeNull();
  expect(at({ direction: null }, 200)).toBeNull();
  expect(at({ type: 'track' }, 200)).toBeNull();
  expect(runningStatus(definition(), null, 200, later, 80, THRESHOLDS)).toBeNull();
  const ceiling = definition({ type: 'ceiling', direction: -1 });
  expect(runningStatus(ceiling, plan, null, later, 80, THRESHOLDS)).toBeNull();
  expect(runningStatus(ceiling, null, 200, later, 80, THRESHOLDS)).toBeNull();
});

test('the target is met from the target on, in the direction of the KPI', () => {
  const up = definition();
  const down = definition({ direction: -1 });
  expect([7, 6.9, 8].map((actual) => meetsTarget(up, 7, actual))).toEqual([true, false, true]);
  expect([-7, -6.9, -8].map((actual) => meetsTarget(down, -7, actual))).toEqual([
    true,
    false,
    true,
  ]);
  expect(meetsTarget(up, 0, 0)).toBe(true);
  expect(meetsTarget(up, null, 5)).toBe(false);
  expect(meetsTarget(definition({ direction: null }), 5, 5)).toBe(false);
  expect([39.9, 40, 50, 50.1].map((actual) => meetsTarget(range, null, actual))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(meetsTarget({ ...range, low: null }, null, 45)).toBe(false);
  expect(meetsTarget({ ...range, high: null }, null, 45)).toBe(false);
});
