import { readChoice } from '../../../../src/core/intake/cell/read-choice.ts';
import { readText } from '../../../../src/core/intake/cell/read-text.ts';
import { currencyCode, readUnit } from '../../../../src/core/intake/cell/read-unit.ts';
import { readYesNo } from '../../../../src/core/intake/cell/read-yes-no.ts';

const kindOf = (cell: unknown) => {
  const reading = readChoice(cell, 'kind');
  return reading.kind === 'value' ? reading.value : reading.kind;
};

describe('a choice', () => {
  test.each([
    ['add up to', 'add_up_to'],
    ['  Optellen   TOT ', 'add_up_to'],
    ['minstens', 'keep_at_least'],
    ['minimaal', 'keep_at_least'],
    ['≥', 'keep_at_least'],
    ['Hoogstens', 'keep_at_most'],
    ['keep_between', 'keep_between'],
    ['alleen volgen', 'just_track'],
  ])('%p means %p', (cell, code) => {
    expect(kindOf(cell)).toBe(code);
  });

  test('blank stays blank; anything else is refused with the list it is not in', () => {
    expect(kindOf('')).toBe('blank');
    expect(kindOf(0)).toBe('bad');
    expect(readChoice('sneller', 'better_when')).toEqual({
      kind: 'bad',
      problem: {
        code: 'E_CHOICE',
        details: { received: 'sneller', expected: { choices: 'better_when', or: [] } },
      },
    });
  });
});

describe('yes or no', () => {
  test.each([true, 'ja', 'Yes', 'x', 'X', '✓', '✔️', '☑', 1, 'WAAR'])('%p is yes', (cell) => {
    expect(readYesNo(cell)).toEqual({ kind: 'value', value: true });
  });
  test.each([false, 'nee', 'No', 0, 'onwaar', '-'])('%p is no', (cell) => {
    expect(readYesNo(cell)).toEqual({ kind: 'value', value: false });
  });
  test('blank is neither; other words are refused', () => {
    expect(readYesNo('')).toEqual({ kind: 'blank' });
    expect(readYesNo('misschien')).toMatchObject({ problem: { code: 'E_YES_NO' } });
    expect(readYesNo(2)).toMatchObject({ problem: { code: 'E_YES_NO' } });
  });
});

describe('a unit', () => {
  test.each([
    ['procent', { kind: 'percent' }],
    ['%', { kind: 'percent' }],
    ['aantal', { kind: 'number' }],
    ['uur', { kind: 'hours' }],
    ['tijdsduur', { kind: 'duration' }],
    ['eur', { kind: 'currency', currency: 'EUR' }],
    ['€', { kind: 'currency', currency: 'EUR' }],
    ['Dollars', { kind: 'currency', currency: 'USD' }],
    ['SEK', { kind: 'currency', currency: 'SEK' }],
    ['geld', { kind: 'currency', currency: 'CHF' }],
    ['kg', { kind: 'number', word: 'kg' }],
    ['Leads', { kind: 'number', word: 'leads' }],
    ['aantal leads', { kind: 'number', word: 'leads' }],
    ['aantal uren', { kind: 'hours' }],
    ['FTE', { kind: 'number', word: 'FTE' }],
    ['cup', { kind: 'number', word: 'cup' }],
    ['m²', { kind: 'number', word: 'm²' }],
    ['what we sold last month', { kind: 'number' }],
    [1000, { kind: 'number' }],
  ])('%p is %p', (cell, unit) => {
    expect(readUnit(cell, 'CHF')).toEqual({ kind: 'value', value: unit });
  });
  test('a blank one is none, and names no currency', () => {
    expect(readUnit('', 'CHF')).toEqual({ kind: 'blank' });
    expect(currencyCode('')).toBeNull();
  });
});

describe('text', () => {
  test('spaces are tidied, numbers are their digits, zero included', () => {
    expect(readText('  Omzet \u00a0 web\nshop ')).toEqual({
      kind: 'value',
      value: 'Omzet web shop',
    });
    expect(readText(0)).toEqual({ kind: 'value', value: '0' });
    expect(readText(2024)).toEqual({ kind: 'value', value: '2024' });
    expect(readText('   ')).toEqual({ kind: 'blank' });
  });
  test('"1-2" that became a date is told, not taken for a name', () => {
    expect(readText(46054, 'date')).toMatchObject({ problem: { code: 'E_BECAME_DATE' } });
  });
  test('a name that begins with # is a name', () => {
    expect(readText('#1 in search')).toEqual({ kind: 'value', value: '#1 in search' });
    expect(readText('#1')).toEqual({ kind: 'value', value: '#1' });
  });
});
