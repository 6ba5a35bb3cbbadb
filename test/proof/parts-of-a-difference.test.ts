import fc from 'fast-check';
import { splitDifference } from '../../src/core/evaluate/drivers/split-difference.ts';

const product = (values: readonly number[]) => values.reduce((all, own) => all * own, 1);

test('the parts always sum to the difference', () => {
  const factor = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 5 }), (pairs) => {
      const before = pairs.map(([own]) => own);
      const after = pairs.map(([, own]) => own);
      const parts = splitDifference(before, after);
      const difference = product(after) - product(before);
      const scale = Math.max(1, Math.abs(product(after)), Math.abs(product(before)));
      const bound = pairs.reduce((all, [a, b]) => all * Math.max(1, Math.abs(a), Math.abs(b)), 1);
      const sum = parts?.reduce((all, part) => all + part, 0) ?? Number.NaN;
      expect(Math.abs(sum - difference)).toBeLessThanOrEqual(1e-9 * Math.max(scale, bound));
    }),
    { numRuns: 2000 },
  );
});
