import { outlookOn } from '../../../../src/core/evaluate/judgement/outlook.ts';

test.each([
  ['on_course', 0.5, 'on_course'],
  ['on_course', 0.1, 'on_course'],
  ['on_course', 0.09, 'at_risk'],
  ['on_course', 0, 'at_risk'],
  ['at_risk', 0.5, 'at_risk'],
  ['at_risk', 0.02, 'at_risk'],
  ['at_risk', 0.01, 'off_course'],
  ['at_risk', 0.9, 'at_risk'],
  ['at_risk', 0.91, 'on_course'],
  ['off_course', 0.9, 'off_course'],
  ['off_course', 0.99, 'at_risk'],
  ['off_course', 0.01, 'off_course'],
] as const)('%s with a chance of %d is %s', (status, chance, expected) => {
  expect(outlookOn(status, chance)).toBe(expected);
});
