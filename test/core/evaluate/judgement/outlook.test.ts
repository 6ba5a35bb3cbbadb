import { movedBy, outlookOn } from '../../../../src/core/evaluate/judgement/outlook.ts';

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

test('a moved status counts in a goal as the near edge of its band', () => {
  const course = (status: 'on_course' | 'at_risk' | 'off_course', chance: number) =>
    Number(movedBy(status, chance)?.course.value);
  expect(course('on_course', 0.05)).toBe(0.94);
  expect(course('at_risk', 0.01)).toBe(0.79);
  expect(course('at_risk', 0.95)).toBe(0.95);
  expect(course('off_course', 0.95)).toBe(0.8);
  expect(movedBy('off_course', 0.95)).toMatchObject({ status: 'at_risk', reason: 'OUTLOOK' });
});

test.each([
  ['on_course', 0.5],
  ['on_course', null],
  ['achieved', 0.01],
  ['too_early', 0.01],
  ['stale', 0.99],
] as const)('%s with a chance of %s stays', (status, chance) => {
  expect(movedBy(status, chance)).toBeNull();
});
