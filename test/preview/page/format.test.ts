import type { Column } from '../../../src/preview/data-studio/query-types.ts';
import {
  dayToDate,
  formatDay,
  formatMoney,
  formatValue,
} from '../../../src/preview/page/format.ts';

/** Spaces that do not break look like others here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const column = (semanticType: string): Column => ({
  name: 'field',
  label: 'Field',
  description: '',
  concept: 'METRIC',
  dataType: 'NUMBER',
  semanticType,
  aggregation: 'SUM',
});

describe('days', () => {
  test('are read without a time zone, leap days too; anything else is no day', () => {
    expect(dayToDate('20240229')?.toISOString()).toBe('2024-02-29T00:00:00.000Z');
    expect(dayToDate('2024-02-29')).toBeNull();
    expect(dayToDate(null)).toBeNull();
  });

  test('are written in the language of the reader', () => {
    expect(formatDay('20260214', 'en')).toBe('14 Feb 2026');
    expect(formatDay('20260314', 'nl')).toBe('14 mrt 2026');
    expect(formatDay('20260930', 'en')).toBe('30 Sep 2026');
    expect(formatDay('20260930', 'nl')).toBe('30 sep 2026');
    expect(formatDay(null, 'nl')).toBe('');
  });
});

describe('numbers', () => {
  test('of money show cents only where they matter', () => {
    expect(plain(formatMoney(1_234.5, 'EUR', 'en'))).toBe('€1,235');
    expect(plain(formatMoney(12.5, 'EUR', 'en'))).toBe('€12.50');
    expect(plain(formatMoney(-9_188, 'EUR', 'nl'))).toBe('-€ 9.188');
  });
});

describe('values by the type of their field', () => {
  test.each([
    [0.451, 'PERCENT', '45.1%'],
    [1_234.567, 'NUMBER', '1,234.57'],
    [-5, 'CURRENCY_EUR', '-€5'],
    ['20260214', 'YEAR_MONTH_DAY', '14 Feb 2026'],
    ['not a day', 'YEAR_MONTH_DAY', 'not a day'],
    [null, 'NUMBER', ''],
    [0, 'NUMBER', '0'],
    [{ url: 'https://example.org/', text: 'here' }, 'HYPERLINK', 'here'],
  ])('%p as %s', (value, semanticType, expected) => {
    expect(plain(formatValue(value, column(semanticType), 'en'))).toBe(expected);
  });
});
