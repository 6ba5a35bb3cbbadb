import type { Column } from '../../../src/preview/data-studio/query-types.ts';
import {
  dayToDate,
  formatChance,
  formatCompact,
  formatDay,
  formatInUnit,
  formatMoney,
  formatTick,
  formatValue,
  keepTogether,
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
    expect(formatDay('20260314', 'nl', 'short')).toBe('14 mrt');
    expect(formatDay('20260930', 'en')).toBe('30 Sep 2026');
    expect(formatDay('20260930', 'nl', 'short')).toBe('30 sep');
    expect(formatDay(null, 'nl')).toBe('');
  });

  test('on an axis carry their year once the axis spans years', () => {
    const moment = Date.UTC(2026, 1, 14);
    expect(formatTick(moment, 90, 'en')).toBe('14 Feb');
    expect(formatTick(moment, 1095, 'en')).toBe('Feb 2026');
  });
});

describe('numbers', () => {
  test.each([
    [2.45, 'percent', '%', 'en', '2.45%'],
    [-32, 'percent', '%', 'nl', '-32%'],
    [90_000, 'EUR', '€', 'nl', '€ 90.000'],
    [-17.4, 'EUR', '€', 'en', '-€17.40'],
    [0, 'number', '', 'en', '0'],
    [46.8, 'days', 'days', 'en', '46.8 days'],
    [64_200.4, 'number', '', 'nl', '64.200'],
  ] as const)('%d in %s', (value, unit, label, language, expected) => {
    expect(plain(formatInUnit(value, unit, label, language))).toBe(expected);
  });

  test('on an axis are short, but never so short that they read the same', () => {
    expect(formatCompact(2.8, 'percent', 'en')).toBe('2.8%');
    expect(formatCompact(1_060, 'number', 'en')).toBe('1,060');
    expect(formatCompact(980, 'number', 'en')).toBe('980');
    expect(formatCompact(2_700_000, 'EUR', 'en')).toBe('€2.7m');
    expect(formatCompact(25, 'EUR', 'en')).toBe('€25');
    expect(formatCompact(0, 'EUR', 'en')).toBe('€0');
  });

  test('of money show cents only where they matter', () => {
    expect(plain(formatMoney(1_234.5, 'EUR', 'en'))).toBe('€1,235');
    expect(plain(formatMoney(12.5, 'EUR', 'en'))).toBe('€12.50');
    expect(plain(formatMoney(-9_188, 'EUR', 'nl'))).toBe('-€ 9.188');
    expect(plain(formatCompact(-16_123, 'EUR', 'nl'))).toBe('-€ 16,1K');
  });
});

describe('a chance', () => {
  test.each([
    [0, '0%'],
    [2.6e-10, '< 1%'],
    [0.344, '34%'],
    [0.9999, '> 99%'],
    [1, '100%'],
  ])('%d', (chance, expected) => {
    expect(formatChance(chance, 'en')).toBe(expected);
  });
});

test('amounts in a sentence do not part at the end of a line', () => {
  expect(keepTogether('€ 90.000 van $ -5 (92 %), 4 dagen')).toBe(
    '€\u00a090.000 van $\u00a0-5 (92\u00a0%), 4 dagen',
  );
  expect(keepTogether('')).toBe('');
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
