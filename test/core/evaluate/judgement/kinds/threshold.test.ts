import { THRESHOLD } from '../../../../../src/core/evaluate/judgement/kinds/threshold.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { near, shown, threshold } from '../../one-kpi.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
const date = day('2026-02-09');
const at = (actual: number) => ({ since: day('2026-01-01'), day: date, actual });
const least = threshold();
const most = threshold({ type: 'at_most', direction: -1 });
const statusOf = (aim: typeof least, actual: number) =>
  THRESHOLD.statusAt(aim, at(actual), THRESHOLDS);

test.each([
  [61, 'on_course', 'at_risk'],
  [60, 'on_course', 'on_course'],
  [59.9, 'at_risk', 'on_course'],
  [57, 'at_risk', 'on_course'],
  [56.9, 'off_course', 'on_course'],
  [63, 'on_course', 'at_risk'],
  [63.1, 'on_course', 'off_course'],
  [0, 'off_course', 'on_course'],
])('60 with tolerance 3 at %d: at least %s, at most %s', (actual, ofLeast, ofMost) => {
  expect(statusOf(least, actual)).toBe(ofLeast);
  expect(statusOf(most, actual)).toBe(ofMost);
});

test('with a tolerance of 0 nothing is allowed', () => {
  expect(statusOf(threshold({ type: 'at_most', direction: -1 }, 0), 60.01)).toBe('off_course');
});

test('the same is planned for every day', () => {
  expect(THRESHOLD.plannedOn(least, date)).toBe(60);
});

test('how far it is outside: above 0 too high, below 0 too low', () => {
  const of = (aim: typeof least, actual: number) =>
    shown(THRESHOLD.distanceOutside(aim, at(actual)));
  expect([61, 60, 58, -2].map((actual) => of(least, actual))).toEqual([0, 0, -2, -62]);
  expect([61, 60, 0].map((actual) => of(most, actual))).toEqual([1, 0, 0]);
});

describe('progress', () => {
  test('is 1 or 0 where the target is where it started', () => {
    const held = threshold({ type: 'reach', target: 6, baseline: 6 });
    expect([6, 7, 5.9].map((actual) => shown(THRESHOLD.progress(held, at(actual))))).toEqual([
      1, 1, 0,
    ]);
    const lower = { ...held, direction: -1 } as const;
    expect([7, 5].map((actual) => shown(THRESHOLD.progress(lower, at(actual))))).toEqual([0, 1]);
  });

  test('is the share of the way once there is a start, and none without', () => {
    const started = threshold({ target: 10, baseline: 2 });
    expect(shown(THRESHOLD.progress(started, at(4)))).toBe(0.25);
    expect(shown(THRESHOLD.progress(least, at(4)))).toBe('NO_BASELINE');
  });
});

test('it has no pace and is no days behind', () => {
  expect(shown(THRESHOLD.paceIndex(least, at(58)))).toBe('NOT_APPLICABLE');
  expect(shown(THRESHOLD.daysBehind(least, at(58)))).toBe('NOT_APPLICABLE');
});

describe('in its goal', () => {
  const index = (aim: typeof least, actual: number, scale: number | null = null) =>
    THRESHOLD.courseIndex(aim, 'off_course', at(actual), { thresholds: THRESHOLDS, scale });

  test.each([
    ['met', least, 63, 1],
    ['a third of the tolerance short', least, 59, 0.9],
    ['all of it short', least, 57, 0.8],
    ['at most: two thirds of it too much', most, 62, 0.85],
    // Off course the edge of at risk, attainment 1 − 3 ÷ 60, is put at 0.80.
    ['half of the target', least, 30, (0.8 * 0.5) / 0.95],
    ['nothing', least, 0, 0],
    ['a negative attainment', most, 190, 0],
  ])('60 with tolerance 3 counts by its value: %s', (_, aim, actual, expected) => {
    expect(index(aim, actual)).toEqual(near(expected));
  });

  test('of a target of zero only meeting it counts', () => {
    const zero = threshold({ target: 0 });
    expect([-9, -2, 0, 4].map((actual) => index(zero, actual, 30))).toEqual([0, 0, 1, 1]);
    expect(index(threshold({}, 0), 59)).toBe(0);
  });

  test('a tolerance as large as the target leaves nothing below it', () => {
    expect(index(threshold({}, 60), -6)).toBe(0);
  });

  test('counts nothing without a value', () => {
    expect(
      THRESHOLD.courseIndex(least, 'off_course', null, { thresholds: THRESHOLDS, scale: null }),
    ).toBeNull();
  });
});
