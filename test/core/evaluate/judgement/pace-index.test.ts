import { paceIndexOf } from '../../../../src/core/evaluate/judgement/pace-index.ts';
import { day } from '../../../support/workspace-builder.ts';
import { definition, near, shown, straightPlan } from '../one-kpi.ts';

/** The 40th of 100 days: a way of 200 should have covered 80. */
const date = day('2026-02-09');

test.each([
  ['half of what was planned', 0, 200, 40, 0.5],
  ['nothing', 0, 200, 0, 0],
  ['more than planned', 0, 200, 120, 1.5],
  ['lower is better: 60 of a planned 80 down', 300, 100, 240, 0.75],
  ['the wrong way', 300, 100, 320, -0.25],
  ['from loss to profit', -50, 50, -20, 0.75],
])('ρ compares what was covered with what was planned: %s', (_, from, to, actual, expected) => {
  const plan = straightPlan(100, from, to);
  expect(shown(paceIndexOf(definition({ baseline: from }), plan, date, actual))).toEqual(
    near(expected),
  );
});

test('there is none while the plan has not moved, has no way, or is no plan', () => {
  const eve = day('2025-12-31');
  expect(shown(paceIndexOf(definition(), straightPlan(100, 0, 200), eve, 3))).toBe('PLAN_FLAT');
  expect(shown(paceIndexOf(definition(), straightPlan(100, 7, 7), date, 9))).toBe('PLAN_FLAT');
  expect(shown(paceIndexOf(definition(), null, date, 9))).toBe('NOT_APPLICABLE');
});

test('there is none while the plan has gone the wrong way', () => {
  const plan = straightPlan(100, 10, 30);
  plan.atDayEnd.fill(8, 1, 50);
  expect(shown(paceIndexOf(definition({ baseline: 10 }), plan, date, 12))).toBe('PLAN_FLAT');
});

test('of a ceiling ρ is planned use over use, and 1 when nothing was used', () => {
  const ceiling = definition({ type: 'ceiling', direction: -1 });
  const plan = straightPlan(100, 0, 200);
  expect(shown(paceIndexOf(ceiling, plan, date, 160))).toEqual(near(0.5));
  expect(shown(paceIndexOf(ceiling, plan, date, 64))).toEqual(near(1.25));
  expect(shown(paceIndexOf(ceiling, plan, date, 0.5))).toEqual(near(160));
  expect(shown(paceIndexOf(ceiling, plan, date, 0))).toBe(1);
  expect(shown(paceIndexOf(ceiling, plan, date, -4))).toBe(1);
});
