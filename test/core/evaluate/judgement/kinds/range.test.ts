import { RANGE } from '../../../../../src/core/evaluate/judgement/kinds/range.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { near, range, shown } from '../../one-kpi.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
const date = day('2026-02-09');
const at = (actual: number) => ({ since: day('2026-01-01'), day: date, actual });
const judging = { thresholds: THRESHOLDS, scale: null };

test.each([
  [45, 'on_course', 1, 0],
  [40, 'on_course', 1, 0],
  [50, 'on_course', 1, 0],
  [50.1, 'at_risk', 0.98, 0.1],
  [52, 'at_risk', 0.6, 2],
  [38, 'at_risk', 0.6, -2],
  [36, 'at_risk', 0.2, -4],
  [55, 'off_course', 0, 5],
  [35, 'off_course', 0, -5],
  [-45, 'off_course', 0, -85],
])('40 to 50 with tolerance 5: %d is %s, attains %d and is %d outside', (...expected) => {
  const [actual, status, attainment, outside] = expected;
  expect(RANGE.statusAt(range(), at(actual), THRESHOLDS)).toBe(status);
  expect(shown(RANGE.attainment(range(), at(actual), null))).toEqual(near(attainment));
  expect(shown(RANGE.distanceOutside(range(), at(actual)))).toEqual(near(outside));
  expect(RANGE.meets(range(), at(actual))).toBe(status === 'on_course');
});

test('a band around zero, and one without tolerance', () => {
  const around = range({ low: -2, high: 4 });
  const outside = [-3, -2, 0, 4, 7].map((value) => shown(RANGE.distanceOutside(around, at(value))));
  expect(outside).toEqual([-1, 0, 0, 0, 3]);
  const strict = range({ tolerance: 0 });
  expect([50, 50.1].map((value) => shown(RANGE.attainment(strict, at(value), null)))).toEqual([
    1, 0,
  ]);
});

test('in a goal it counts 0.80 to 0.95 within its tolerance, 1 inside and 0 beyond', () => {
  const index = (actual: number) => RANGE.courseIndex(range(), 'at_risk', at(actual), judging);
  expect([45, 52, 36, 30].map(index)).toEqual([1, near(0.89), near(0.83), 0]);
  expect(RANGE.courseIndex(range(), 'at_risk', null, judging)).toBeNull();
  expect(RANGE.score({ progress: null, attainment: 0.6, paceIndex: null })).toBe(0.6);
});

test('nothing is planned, and nowhere to go', () => {
  expect(RANGE.plannedOn(range(), date)).toBeNull();
  const numbers = [RANGE.progress(range(), at(45)), RANGE.paceIndex(range(), at(45))];
  expect(numbers.map(shown)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
});
