import { daysBehindOf } from '../../../../src/core/evaluate/judgement/days-behind.ts';
import { day } from '../../../support/workspace-builder.ts';
import { near, shown, straightPlan } from '../one-kpi.ts';

/** The 40th of 100 days. */
const date = day('2026-02-09');

test.each([
  ['30 days of the way in 40 days', 0, 200, 60, 10],
  ['55 days of the way in 40 days', 0, 200, 110, -15],
  ['on plan', 0, 200, 80, 0],
  ['lower is better, half a day short', 300, 100, 221, 0.5],
  ['the wrong way', 300, 100, 330, 40],
  ['further than the target', 0, 200, 260, -60],
  ['nothing of a negative start', -90, 10, -90, 40],
])('days behind is A less the moment the plan was here: %s', (_, from, to, actual, expected) => {
  expect(shown(daysBehindOf(straightPlan(100, from, to), date, actual))).toEqual(near(expected));
});

test('no plan, a flat one, a step or one that turns back has no such moment', () => {
  const steps = { ...straightPlan(100, 0, 200), isStep: true };
  const turning = straightPlan(100, 0, 200);
  turning.atDayEnd[60] = 90;
  expect(shown(daysBehindOf(null, date, 5))).toBe('NOT_APPLICABLE');
  expect(shown(daysBehindOf(straightPlan(100, 6, 6), date, 5))).toBe('PLAN_FLAT');
  expect(shown(daysBehindOf(steps, date, 5))).toBe('PLAN_FLAT');
  expect(shown(daysBehindOf(turning, date, 5))).toBe('PLAN_NOT_MONOTONE');
});
