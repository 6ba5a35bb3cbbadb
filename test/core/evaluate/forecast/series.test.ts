import fc from 'fast-check';
import { medianOf, medianOfFew } from '../../../../src/core/evaluate/forecast/series.ts';

test('the median is the middle value, or half-way between the two middle ones', () => {
  expect(medianOf([9, -4, 0])).toBe(0);
  expect(medianOf([10, -2, 100, 9])).toBe(9.5);
  expect(medianOf([-7])).toBe(-7);
});

test('numbers are ordered by size, not by their letters', () => {
  expect(medianOf([100, 9, 20])).toBe(20);
});

test('the median of a few is that of many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 6 }),
      (values) => {
        const many = medianOf(values);
        expect(medianOfFew([...values]) + 0).toBe(many + 0);
      },
    ),
    { numRuns: 1000 },
  );
});
