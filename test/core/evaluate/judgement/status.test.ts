import { colourOf } from '../../../../src/core/evaluate/judgement/status.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };

test.each([
  [1.2, 'on_course'],
  [0.95, 'on_course'],
  [0.9499, 'at_risk'],
  [0.8, 'at_risk'],
  [0.7999, 'off_course'],
  [0, 'off_course'],
  [-3, 'off_course'],
])('an index of %d is %s', (index, expected) => {
  expect(colourOf(index, THRESHOLDS)).toBe(expected);
});

test('a KPI may have its own thresholds', () => {
  expect(colourOf(0.7, { onCourseFrom: 0.9, atRiskFrom: 0.7 })).toBe('at_risk');
  expect(colourOf(0.9, { onCourseFrom: 0.9, atRiskFrom: 0.7 })).toBe('on_course');
});
