import { cellLocale } from '../../../../src/core/intake/cell/cell-locale.ts';
import { readDuration } from '../../../../src/core/intake/cell/read-duration.ts';
import { readNumber } from '../../../../src/core/intake/cell/read-number.ts';

const nl = cellLocale('nl_NL');
const us = cellLocale('en_US');
const numberIn = (cell: unknown, locale = nl) => {
  const reading = readNumber(cell, 'general', locale);
  return reading.kind === 'value'
    ? reading.value
    : reading.kind === 'bad'
      ? reading.problem.code
      : 'blank';
};

describe('a number cell', () => {
  test.each([0, -2.5, 1234.5, 1e12])('%p is itself', (value) => {
    expect(numberIn(value)).toBe(value);
  });

  test.each(['', '  ', undefined, null])('%p is blank, not zero', (cell) => {
    expect(numberIn(cell)).toBe('blank');
  });

  test.each([
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['0', 0],
    ['-0', 0],
    ['-7', -7],
    ['−7,5', -7.5],
    ['(3,5)', -3.5],
    ['12k', 12000],
    ['-1,2 mln', -1200000],
    ['€ 1,25 miljoen', 1250000],
    ['0 k', 0],
    ['3M EUR', 3000000],
    ['+8', 8],
    ['€ 1.234,50', 1234.5],
    ['-€ 20', -20],
    ['15 EUR', 15],
    ['€ 1.250,-', 1250],
    ['0,--', 0],
    ['1 234,5', 1234.5],
    ['12%', 0.12],
    ['-2,5%', -0.025],
    ['30-', -30],
    ['1.234,50-', -1234.5],
    ['8200 euro', 8200],
    ['CHF 12', 12],
    ['-US$ 3', -3],
  ])('text %p in nl_NL is %p', (text, value) => {
    expect(numberIn(text)).toBe(value);
  });

  test.each([
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['12.5', 12.5],
    ['$1,234.50', 1234.5],
  ])('text %p in en_US is %p', (text, value) => {
    expect(numberIn(text, us)).toBe(value);
  });

  test('money has no three decimals: with its sign, the mark of thousands is one', () => {
    expect(numberIn('€ 1.234', nl)).toBe(1234);
    expect(numberIn('-€ 12.000', nl)).toBe(-12000);
    expect(numberIn('$48,500', us)).toBe(48500);
    expect(numberIn('€ 2,000', nl)).toBe('E_NUMBER_AMBIGUOUS');
    expect(numberIn('$1.500', us)).toBe('E_NUMBER_AMBIGUOUS');
  });

  test.each(['1.234', '1,234', '12.345', '-1.234'])(
    'text %p can be two numbers anywhere',
    (text) => {
      expect(numberIn(text, nl)).toBe('E_NUMBER_AMBIGUOUS');
      expect(numberIn(text, us)).toBe('E_NUMBER_AMBIGUOUS');
    },
  );

  test.each([
    ['12m', nl, 12_000_000],
    ['-1,2m', nl, -1_200_000],
    ['€ 0 m', nl, 0],
    ['1.15m', us, 1_150_000],
  ])('%p is not guessed to be millions, minutes or months', (cell, locale, meant) => {
    expect(readNumber(cell, 'general', locale)).toMatchObject({
      problem: { code: 'E_SMALL_M', details: { received: cell, meant: { typed: meant } } },
    });
  });

  test.each([
    '12kk',
    'm',
    '12 mm',
    '1,2 mln stuks',
    '1e5',
    '1.23.456',
    '--3',
    true,
    Number.NaN,
    {},
  ])('%p is no number in nl_NL', (cell) => {
    expect(numberIn(cell)).toBe('E_NUMBER');
  });

  test.each(['-', '--', 'n/a', 'N.V.T.', ' – ', '(not set)'])(
    '%p is how people leave it blank',
    (cell) => {
      expect(numberIn(cell)).toBe('blank');
    },
  );

  test.each([
    ['1.5', 1.5],
    ['1,234.5', 1234.5],
    ['-$0.25', -0.25],
    ['12.5%', 0.125],
  ])('%p in nl_NL has the other mark, and would be %p', (cell, typed) => {
    expect(readNumber(cell, 'general', nl)).toEqual({
      kind: 'bad',
      problem: { code: 'E_DECIMAL_MARK', details: { received: cell, meant: { typed } } },
    });
  });

  test('where the mark is known a text is one number', () => {
    const known = { ...nl, isMarkKnown: true };
    expect(numberIn('1.234', known)).toBe(1234);
    expect(numberIn('1,234', known)).toBe(1.234);
  });

  test('a number that shows as a date was a date to somebody', () => {
    expect(readNumber(46054, 'date', nl)).toEqual({
      kind: 'bad',
      problem: { code: 'E_BECAME_DATE', details: { received: { day: 20485 } } },
    });
  });

  test.each(['Loading…', 'Loading...', 'Laden…', ' laden... '])(
    '%p is a source on its way',
    (text) => {
      expect(numberIn(text)).toBe('SOURCE_LOADING');
    },
  );

  test.each(['#REF!', '#N/A', '#DEEL/0!', '#WAARDE!', '#NAAM?', '#ERROR!'])(
    '%p is an error value',
    (text) => {
      expect(numberIn(text)).toBe('E_CELL_ERROR');
    },
  );
});

describe('a duration cell', () => {
  const days = (cell: unknown) => {
    const reading = readDuration(cell, 'general', nl);
    return reading.kind === 'value' ? reading.value * 86400 : reading.kind;
  };

  test.each([
    ['1:30', 5400],
    ['0:03:25', 205],
    ['-0:10', -600],
    ['100:00:00', 360000],
    ['2h 30m', 9000],
    ['45s', 45],
    ['2u', 7200],
  ])('text %p is %p seconds', (text, seconds) => {
    expect(days(text)).toBeCloseTo(seconds, 6);
  });

  test('a number is a part of a day, zero included; blank is blank', () => {
    expect(days(0.5)).toBe(43200);
    expect(days(0)).toBe(0);
    expect(days('')).toBe('blank');
    expect(days('soon')).toBe('bad');
  });
});
