import fc from 'fast-check';
import { quantilesOf } from '../../../../src/core/evaluate/values/quantiles.ts';

/** As the definition has it: sort, and go in a straight line between two neighbours. */
function byDefinition(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

test.each([
  [[7], 0.95, 7],
  [[0, -4], 0.5, -2],
  [[300, 1500, 310], 0.5, 310],
  [[10, 20, 30, 40, 50], 0.9, 46],
  [[10, 20, 30, 40, 50], 0.95, 48],
] as const)('of %p the quantile %p is %p', (values, share, expected) => {
  const quantile = quantilesOf(Float64Array.from(values));
  expect(quantile(0, values.length, share)).toBeCloseTo(expected, 12);
});

test('whatever stretches are asked for, in whatever order, each has the quantile of its own rows', () => {
  const value = fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  );
  const values = fc.array(value, { minLength: 200, maxLength: 400 });
  const stretches = fc.array(fc.tuple(fc.nat(399), fc.nat(399)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(values, stretches, (rows, asked) => {
      const quantile = quantilesOf(Float64Array.from(rows));
      for (const [a, b] of asked) {
        const from = Math.min(a, b) % rows.length;
        const to = Math.max(from + 1, Math.min(rows.length, Math.max(a, b)));
        for (const share of [0.5, 0.9, 0.95]) {
          expect(quantile(from, to, share)).toBeCloseTo(
            byDefinition(rows.slice(from, to), share),
            6,
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});
