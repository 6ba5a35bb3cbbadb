import { keepTogether } from '../../src/board/keep-together.ts';

test('amounts in a sentence do not part at the end of a line', () => {
  expect(keepTogether('€ 90.000 van $ -5 (92%), 4 dagen')).toBe(
    '€\u00a090.000 van $\u00a0-5 (92%), 4 dagen',
  );
  expect(keepTogether('')).toBe('');
});
