import fc from 'fast-check';
import {
  newSpellingMemo,
  noteSpelling,
  recallSpelling,
} from '../../src/core/intake/figures/spelling-memo.ts';

/** Few letters, so that many names share their length and the letters that are looked at. */
const alikeName = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
const cell = fc.oneof(alikeName, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(''));

test('names that look alike keep their own meaning, and so do cells that are no text', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const memo = newSpellingMemo();
      const known = new Map<unknown, number>();
      cells.forEach((one, position) => {
        expect(recallSpelling(memo, one)).toBe(known.get(one));
        if (known.has(one)) return;
        noteSpelling(memo, one, position);
        known.set(one, position);
      });
      for (const [one, position] of known) expect(recallSpelling(memo, one)).toBe(position);
    }),
    { numRuns: 1000 },
  );
});
