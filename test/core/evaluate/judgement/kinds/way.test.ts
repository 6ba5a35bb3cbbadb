import { WAY } from '../../../../../src/core/evaluate/judgement/kinds/way.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { near, shown, way } from '../../one-kpi.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
/** The 40th of 100 days, and the 10th: a tenth of the way. */
const later = day('2026-02-09');
const early = day('2026-01-10');
const since = day('2026-01-01');
const on = (date: number, actual: number) => ({ since, day: date, actual });

const status = (from: number, to: number, date: number, actual: number) =>
  WAY.statusAt(way(from, to), on(date, actual), THRESHOLDS);

describe('the colour', () => {
  test.each([
    ['on plan', 80, 'on_course'],
    ['95% of plan', 76, 'on_course'],
    ['a little less', 75.9, 'at_risk'],
    ['80% of plan', 64, 'at_risk'],
    ['less', 63.9, 'off_course'],
    ['nothing', 0, 'off_course'],
    ['below zero', -5, 'off_course'],
  ])('of a way up of 200 with 80 planned: %s', (_, actual, expected) => {
    expect(status(0, 200, later, actual)).toBe(expected);
  });

  test.each([
    ['ahead', 200, 'on_course'],
    ['at 95% of the way planned', 224, 'on_course'],
    ['at 80%', 236, 'at_risk'],
    ['less', 236.2, 'off_course'],
    ['worse than the start', 301, 'off_course'],
  ])('of a way down from 300 to 100 that should be at 220: %s', (_, actual, expected) => {
    expect(status(300, 100, later, actual)).toBe(expected);
  });

  test.each([
    ['5 points of the way short', 10, 'on_course'],
    ['more', 9.9, 'at_risk'],
    ['20 points short', -20, 'at_risk'],
    ['more than that', -20.1, 'off_course'],
  ])('early on is that of the gap: %s', (_, actual, expected) => {
    // 10% of the way is planned: 20 of 200. ρ would be 0.5 at 10.
    expect(status(0, 200, early, actual)).toBe(expected);
  });

  test('from exactly 15% of the way is that of the pace', () => {
    expect(status(0, 200, day('2026-01-15'), 20)).toBe('off_course');
    expect(status(0, 200, day('2026-01-14'), 20)).toBe('on_course');
  });
});

test('the target is met from the target on, in the direction of the way', () => {
  const met = (from: number, to: number, ...values: number[]) =>
    values.map((actual) => WAY.meets(way(from, to), on(later, actual)));
  expect(met(0, 7, 7, 6.9, 8)).toEqual([true, false, true]);
  expect(met(0, -7, -7, -6.9, -8)).toEqual([true, false, true]);
  expect(met(-5, 0, 0)).toEqual([true]);
  const outside = (actual: number) => shown(WAY.distanceOutside(way(0, -7), on(later, actual)));
  expect([-8, -7, 0].map(outside)).toEqual([0, 0, 7]);
});

test.each([
  ['a total under way', 0, 200000, 90000, 0.45],
  ['a level where lower is better', 50, 10, 35, 0.375],
  ['worse than the start', 50, 10, 55, -0.125],
  ['beyond the target', 4, 8, 10, 1.5],
  ['a target of zero', 12, 0, 3, 0.75],
  ['still at a start of zero', 0, 7, 0, 0],
  ['from a loss to a smaller loss', -100, -20, -50, 0.625],
])('progress is the share of the way covered: %s', (_, from, to, actual, expected) => {
  expect(shown(WAY.progress(way(from, to), on(later, actual)))).toBeCloseTo(expected, 9);
});

test.each([
  ['half of what was planned', 0, 200, 40, 0.5],
  ['nothing', 0, 200, 0, 0],
  ['more than planned', 0, 200, 120, 1.5],
  ['lower is better: 60 of a planned 80 down', 300, 100, 240, 0.75],
  ['the wrong way', 300, 100, 320, -0.25],
  ['from loss to profit', -50, 50, -20, 0.75],
])('ρ compares what was covered with what was planned: %s', (_, from, to, actual, expected) => {
  expect(shown(WAY.paceIndex(way(from, to), on(later, actual)))).toEqual(near(expected));
});

test('there is no pace while the plan has not moved, or has gone the wrong way', () => {
  const eve = on(day('2025-12-31'), 3);
  expect(shown(WAY.paceIndex(way(0, 200), eve))).toBe('PLAN_FLAT');
  const turning = way(10, 30);
  turning.plan.atDayEnd.fill(8, 1, 50);
  expect(shown(WAY.paceIndex(turning, on(later, 12)))).toBe('PLAN_FLAT');
});

describe('days behind', () => {
  test.each([
    ['30 days of the way in 40 days', 0, 200, 60, 10],
    ['55 days of the way in 40 days', 0, 200, 110, -15],
    ['on plan', 0, 200, 80, 0],
    ['lower is better, half a day short', 300, 100, 221, 0.5],
    ['the wrong way', 300, 100, 330, 40],
    ['further than the target', 0, 200, 260, -60],
    ['nothing of a negative start', -90, 10, -90, 40],
  ])('are A less the moment the plan was here: %s', (_, from, to, actual, expected) => {
    expect(shown(WAY.daysBehind(way(from, to), on(later, actual)))).toEqual(near(expected));
  });

  test('a step or a plan that turns back has no such moment', () => {
    const at = on(later, 5);
    const steps = way(0, 200);
    expect(shown(WAY.daysBehind({ ...steps, plan: { ...steps.plan, isStep: true } }, at))).toBe(
      'PLAN_FLAT',
    );
    const turning = way(0, 200);
    turning.plan.atDayEnd[60] = 90;
    expect(shown(WAY.daysBehind(turning, at))).toBe('PLAN_NOT_MONOTONE');
  });
});

test('in its goal it counts its pace; while little was planned, one plus its gap', () => {
  const index = (date: number, actual: number) =>
    WAY.courseIndex(way(0, 200), 'at_risk', on(date, actual), {
      thresholds: THRESHOLDS,
      scale: null,
    });
  expect(index(later, 72)).toEqual(near(0.9));
  expect(index(later, -20)).toEqual(near(-0.25));
  expect(index(early, 12)).toEqual(near(0.96));
  expect(index(day('2026-01-15'), 6)).toEqual(near(0.2));
  expect(
    WAY.courseIndex(way(0, 200), 'at_risk', null, { thresholds: THRESHOLDS, scale: null }),
  ).toBeNull();
});

test('in the score it counts its progress', () => {
  expect(WAY.score({ progress: 0, attainment: 0.7, paceIndex: 0.9 })).toBe(0);
  expect(WAY.score({ progress: null, attainment: 0.7, paceIndex: 0.9 })).toBe(0.7);
  expect(WAY.score({ progress: null, attainment: null, paceIndex: 0.9 })).toBeNull();
});
