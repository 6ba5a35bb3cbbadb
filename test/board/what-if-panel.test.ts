import { whatIfText } from '../../src/board/what-if-panel.ts';

test('what is supposed is written as a report would type it', () => {
  expect(
    whatIfText(
      new Map([
        ['conversion', 0.15],
        ['visitors', -0.05],
      ]),
    ),
  ).toBe('conversion=+15%; visitors=-5%');
});

test('nothing is supposed by nothing, and a float is a whole percent', () => {
  expect(whatIfText(new Map())).toBe('');
  expect(whatIfText(new Map([['budget', 0.1 + 0.2]]))).toBe('budget=+30%');
});
