import { medianOf } from '../../../../../src/core/evaluate/forecast/series/series.ts';

test('the median is the middle value, or half-way between the two middle ones', () => {
  expect(medianOf([9, -4, 0])).toBe(0);
  expect(medianOf([10, -2, 100, 9])).toBe(9.5);
  expect(medianOf([-7])).toBe(-7);
});

test('numbers are ordered by size, not by their letters', () => {
  expect(medianOf([100, 9, 20])).toBe(20);
});
