import fc from 'fast-check';
import { medianOf, medianOfFew } from '../../src/core/evaluate/forecast/series/series.ts';

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
