import fc from 'fast-check';
import {
  newSpellingMemo,
  noteSpelling,
  recallSpelling,
} from '../../../../src/core/intake/figures/spelling-memo.ts';

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

test('names that differ only where nobody looks take turns in their slot', () => {
  const memo = newSpellingMemo();
  // Same length, first, middle and last two letters.
  noteSpelling(memo, 'kxp0000nr', 3);
  noteSpelling(memo, 'kyp0000nr', 8);
  expect([recallSpelling(memo, 'kxp0000nr'), recallSpelling(memo, 'kyp0000nr')]).toEqual([3, 8]);
  expect(recallSpelling(memo, 'kzp0000nr')).toBeUndefined();
});

test('a spelling is known by its letters, capitals included, not by its name', () => {
  const memo = newSpellingMemo();
  noteSpelling(memo, 'Omzet', 5);
  expect(recallSpelling(memo, ['Om', 'zet'].join(''))).toBe(5);
  expect(recallSpelling(memo, 'omzet')).toBeUndefined();
  expect(recallSpelling(memo, 'Omzet ')).toBeUndefined();
});
