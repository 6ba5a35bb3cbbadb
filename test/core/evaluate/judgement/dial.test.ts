import {
  clampShare,
  meterAndCourse,
  onDial,
} from '../../../../src/core/evaluate/judgement/dial.ts';
import { near, shown } from '../one-kpi.ts';

test('in a goal an index counts between 0 and 1', () => {
  expect([1.3, 0.7, -0.2, 0].map(clampShare)).toEqual([1, 0.7, 0, 0]);
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
  expect(meterAndCourse(onDial(own, OWN)).meter.value).toEqual(near(expected));
});

test('thresholds at zero leave everything below at the edge', () => {
  expect(onDial(0, { onCourseFrom: 0.5, atRiskFrom: 0 })).toBe(0.8);
  expect(onDial(-0.3, { onCourseFrom: 0.5, atRiskFrom: 0 })).toBe(0.8);
});

test('where nothing was judged there is neither meter nor course', () => {
  const none = meterAndCourse(null);
  expect([none.meter, none.course].map(shown)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
  const ahead = meterAndCourse(onDial(1.1, OWN));
  expect([ahead.meter, ahead.course].map(shown)).toEqual([near(1.15), 1]);
});
