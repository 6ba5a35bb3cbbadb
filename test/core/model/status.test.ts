import { isJudged, statusOrder, statusScore } from '../../../src/core/model/status.ts';

test('what needs attention comes first: off course 1, cancelled 13', () => {
  expect(statusOrder('off_course')).toBe(1);
  expect(statusOrder('missed')).toBe(2);
  expect(statusOrder('on_course')).toBe(9);
  expect(statusOrder('cancelled')).toBe(13);
});

test('off course and missed score 0, and what was not judged nothing', () => {
  expect(statusScore('off_course')).toBe(0);
  expect(statusScore('missed')).toBe(0);
  expect(statusScore('at_risk')).toBe(1);
  expect(statusScore('on_course')).toBe(2);
  expect(statusScore('achieved')).toBe(3);
  expect(statusScore('stale')).toBeNull();
  expect(isJudged('missed')).toBe(true);
  expect(isJudged('tracked')).toBe(false);
});
