import { boardAddress, isWebAddress } from '../../../src/core/model/web-address.ts';

test.each([
  ['https://script.google.com/macros/s/x/exec', true],
  ['HTTPS://example.org', true],
  ['http://example.org', false],
  ['javascript:alert(1)', false],
  ['https://', false],
  ['https://example.org/a b', false],
  ['https://example.org/"onclick="x', false],
  ['', false],
])('%s is a web address: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});

test('the board opens at a KPI or a goal, behind what its address asks already', () => {
  expect(boardAddress('https://example.org/exec', { kpi: 'revenue_q1' })).toBe(
    'https://example.org/exec?kpi=revenue_q1',
  );
  expect(boardAddress('https://example.org/exec?lang=nl#top', { goal: 'grow' })).toBe(
    'https://example.org/exec?lang=nl&goal=grow',
  );
  expect(boardAddress('https://example.org/exec', { kpi: 'a&b="x' })).toBe(
    'https://example.org/exec?kpi=a%26b%3D%22x',
  );
});

test('without the address of a board there is none', () => {
  expect(boardAddress('', { kpi: 'revenue_q1' })).toBe('');
  expect(boardAddress('javascript:alert(1)', { goal: 'grow' })).toBe('');
});
