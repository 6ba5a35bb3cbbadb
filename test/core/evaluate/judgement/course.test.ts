import {
  courseIndex,
  courseShare,
  meterOf,
  scoreOf,
} from '../../../../src/core/evaluate/judgement/course.ts';
import { definition, near } from '../one-kpi.ts';

type Inputs = Parameters<typeof courseIndex>[0];
const index = (changes: Partial<Inputs>) =>
  courseIndex({
    definition: definition(),
    status: 'at_risk',
    target: 60,
    actual: 58,
    paceIndex: 0.9,
    gapShare: -0.04,
    plannedShare: 0.4,
    attainment: 0.97,
    scale: null,
    ...changes,
  });

test('achieved is all of it, whatever the type', () => {
  expect(index({ status: 'achieved', paceIndex: 0.4 })).toBe(1);
  expect(index({ status: 'achieved', definition: definition({ type: 'range' }) })).toBe(1);
});

test('a way counts its pace; while little was planned, one plus its gap', () => {
  expect(index({})).toBe(0.9);
  expect(index({ plannedShare: 0.15, paceIndex: 0.2 })).toBe(0.2);
  expect(index({ plannedShare: 0.14 })).toBe(0.96);
  expect(index({ plannedShare: null })).toBe(0.96);
  expect(index({ plannedShare: 0.05, gapShare: null })).toBeNull();
  expect(index({ paceIndex: null })).toBeNull();
  expect(index({ paceIndex: -0.25 })).toBe(-0.25);
});

test('a ceiling counts its pace, also early on', () => {
  const ceiling = definition({ type: 'ceiling', direction: -1 });
  expect(index({ definition: ceiling, plannedShare: 0.01, paceIndex: 1.3 })).toBe(1.3);
});

const least = definition({ type: 'at_least', family: 'average', tolerance: 3 });
const most = definition({ type: 'at_most', family: 'average', tolerance: 3, direction: -1 });

test.each([
  ['met', least, 'on_course', 63, 1.05, 1],
  ['a third of the tolerance short', least, 'at_risk', 59, 0.98, 0.9],
  ['all of it short', least, 'at_risk', 57, 0.95, 0.8],
  ['at most: two thirds of it too much', most, 'at_risk', 62, 0.97, 0.85],
  // Off course the edge of at risk, attainment 1 − 3 ÷ 60, is put at 0.80.
  ['half of the target', least, 'off_course', 30, 0.475, 0.4],
  ['a negative attainment', most, 'off_course', 190, -1.2, 0],
  ['missed counts by its value', least, 'missed', 30, 0.475, 0.4],
  ['missed by its closed rule, though met at the end', least, 'missed', 64, 1.07, 1],
] as const)(
  'a threshold of 60 with tolerance 3: %s',
  (_, own, status, actual, attainment, expected) => {
    expect(index({ definition: own, status, actual, attainment })).toEqual(near(expected));
  },
);

test('a threshold of zero has its edge where its attainment has: by the scale, else the start', () => {
  const zero = { status: 'off_course' as const, target: 0, actual: -9, attainment: 0.25 };
  const from12 = { ...least, baseline: 12 };
  expect(index({ ...zero, definition: { ...least, baseline: null }, scale: 30 })).toEqual(
    near((0.8 * 0.25) / 0.9),
  );
  expect(index({ ...zero, definition: from12 })).toEqual(near((0.8 * 0.25) / 0.75));
  expect(index({ ...zero, definition: { ...least, baseline: null } })).toEqual(near(0.2));
});

test('a tolerance as large as the target leaves nothing below it', () => {
  const wide = { ...least, tolerance: 60 };
  expect(index({ definition: wide, status: 'off_course', attainment: -0.1, actual: -6 })).toBe(0);
  // Blank is 5 % of the target.
  const blank = { ...least, tolerance: null };
  expect(index({ definition: blank, status: 'off_course', attainment: 0.5, actual: 30 })).toEqual(
    near((0.8 * 0.5) / 0.95),
  );
});

test('a threshold without target, actual, direction or attainment', () => {
  const off = { definition: least, status: 'off_course' as const };
  expect(index({ ...off, target: null })).toBeNull();
  expect(index({ ...off, actual: null })).toBeNull();
  expect(index({ ...off, definition: { ...least, direction: null } })).toBeNull();
  expect(index({ ...off, actual: 30, attainment: null })).toBe(0);
});

test('a target equal to the start counts like a threshold', () => {
  const held = definition({ isHeldAtTarget: true, tolerance: 3 });
  expect(index({ definition: held, status: 'on_course', actual: 60, paceIndex: null })).toBe(1);
  expect(index({ definition: held, actual: 59, paceIndex: null })).toEqual(near(0.9));
});

test('a range counts 0.80 to 0.95 within its tolerance, 1 inside and 0 beyond', () => {
  const range = definition({ type: 'range', direction: null });
  const at = (attainment: number | null) => index({ definition: range, attainment });
  expect([1, 0.6, 0.2, 0].map(at)).toEqual([1, near(0.89), near(0.83), 0]);
  expect(at(null)).toBeNull();
});

test('done counts 1, at risk 0.80 and missed nothing', () => {
  const done = definition({ type: 'done', direction: null });
  expect(index({ definition: done, status: 'on_course' })).toBe(1);
  expect(index({ definition: done, status: 'at_risk' })).toBe(0.8);
  expect(index({ definition: done, status: 'missed' })).toBe(0);
});

test('in a goal an index counts between 0 and 1', () => {
  expect([1.3, 0.7, -0.2, null].map(courseShare)).toEqual([1, 0.7, 0, null]);
});

const OWN = { onCourseFrom: 0.9, atRiskFrom: 0.5 };

test.each([
  [0, 0],
  [0.25, 0.4],
  [0.5, 0.8],
  [0.7, 0.875],
  [0.9, 0.95],
  [1.1, 1.15],
  [1.45, 1.5],
  [3, 1.5],
  [-1, 0],
])('the dial puts own thresholds of 0.50 and 0.90 at 0.80 and 0.95: %d at %d', (own, expected) => {
  expect(meterOf(own, definition(), OWN)).toEqual(near(expected));
  expect(meterOf(own, definition({ type: 'ceiling' }), OWN)).toEqual(near(expected));
});

test('what has no thresholds of pace stands on the dial as it is', () => {
  for (const own of [least, definition({ type: 'range' }), definition({ isHeldAtTarget: true })]) {
    expect(meterOf(0.7, own, OWN)).toBe(0.7);
    expect(meterOf(-0.1, own, OWN)).toBe(0);
  }
  expect(meterOf(null, definition(), OWN)).toBeNull();
});

test('thresholds at zero leave everything below at the edge', () => {
  expect(meterOf(0, definition(), { onCourseFrom: 0.5, atRiskFrom: 0 })).toBe(0.8);
  expect(meterOf(-0.3, definition(), { onCourseFrom: 0.5, atRiskFrom: 0 })).toBe(0.8);
});

test('the part in the score is progress, else attainment; of a ceiling the pace', () => {
  expect(scoreOf(definition(), 0.4, 0.7, 0.9)).toBe(0.4);
  expect(scoreOf(definition(), 0, 0.7, 0.9)).toBe(0);
  expect(scoreOf(definition(), null, 0.7, 0.9)).toBe(0.7);
  expect(scoreOf(definition({ type: 'ceiling' }), 0.4, 0.7, 0.9)).toBe(0.9);
  expect(scoreOf(definition({ type: 'ceiling' }), 0.4, 0.7, null)).toBeNull();
  expect(scoreOf(definition(), 1.3, null, null)).toBe(1);
  expect(scoreOf(definition(), -0.3, null, null)).toBe(0);
  expect(scoreOf(definition(), null, null, 0.9)).toBeNull();
});
