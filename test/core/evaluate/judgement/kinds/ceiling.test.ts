import { CEILING } from '../../../../../src/core/evaluate/judgement/kinds/ceiling.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { ceiling, near, shown } from '../../one-kpi.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
/** The 40th of 100 days. */
const date = day('2026-02-09');
const since = day('2026-01-01');
const at = (actual: number) => ({ since, day: date, actual });
const judging = { thresholds: THRESHOLDS, scale: null };

test.each([
  ['nothing used', 0, 'on_course'],
  ['as planned', 80, 'on_course'],
  ['just inside the tolerance', 84, 'on_course'],
  ['more', 85, 'at_risk'],
  ['at 80%', 100, 'at_risk'],
  ['more than that', 101, 'off_course'],
  ['all of it', 200, 'off_course'],
  ['too much', 201, 'off_course'],
])('a ceiling of 200 with 80 planned: %s', (_, actual, expected) => {
  expect(CEILING.statusAt(ceiling(200), at(actual), THRESHOLDS)).toBe(expected);
});

test('one that is passed is off course even when the plan had foreseen more', () => {
  const passed = ceiling(150, 400);
  expect(CEILING.statusAt(passed, at(151), THRESHOLDS)).toBe('off_course');
  expect(CEILING.statusAt(passed, at(150), THRESHOLDS)).toBe('on_course');
  expect([149, 150, 151].map((actual) => CEILING.meets(passed, at(actual)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(shown(CEILING.distanceOutside(passed, at(151)))).toBe(1);
});

test('ρ is planned use over use, and 1 when nothing was used', () => {
  const pace = (actual: number) => shown(CEILING.paceIndex(ceiling(200), at(actual)));
  expect([160, 64, 0.5].map(pace)).toEqual([near(0.5), near(1.25), near(160)]);
  expect([0, -4].map(pace)).toEqual([1, 1]);
});

test('what may be used is nothing to progress to, to attain or to be behind with', () => {
  const own = ceiling(200);
  const numbers = [
    CEILING.progress(own, at(3)),
    CEILING.attainment(own, at(3), null),
    CEILING.daysBehind(own, at(3)),
  ];
  expect(numbers.map(shown)).toEqual(Array(3).fill('NOT_APPLICABLE'));
});

test('in a goal its pace counts, also early on, and in the score', () => {
  const early = { since, day: day('2026-01-02'), actual: 2 };
  expect(CEILING.courseIndex(ceiling(200), 'on_course', early, judging)).toEqual(near(2));
  expect(CEILING.courseIndex(ceiling(200), 'on_course', null, judging)).toBeNull();
  expect(CEILING.score({ progress: 0.4, attainment: 0.7, paceIndex: 0.9 })).toBe(0.9);
  expect(CEILING.score({ progress: 0.4, attainment: 0.7, paceIndex: null })).toBeNull();
});
