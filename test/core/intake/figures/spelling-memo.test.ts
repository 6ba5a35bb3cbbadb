import {
  newSpellingMemo,
  noteSpelling,
  recallSpelling,
} from '../../../../src/core/intake/figures/spelling-memo.ts';

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
