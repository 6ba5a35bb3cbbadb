import { fullDate, shortDate } from '../../../src/core/language/format-date.ts';
import {
  formatApart,
  formatDigits,
  formatDistance,
  formatShareBeside,
  formatSpeeds,
  formatValue,
} from '../../../src/core/language/format-number.ts';
import type { Unit } from '../../../src/core/model/measure.ts';
import { on } from '../../support/sample-evaluation.ts';

const style = (unit: Unit, language: 'en' | 'nl' = 'en', decimals: number | null = null) => ({
  unit,
  language,
  decimals,
});
const EUR: Unit = { kind: 'currency', currency: 'EUR' };

test.each([
  [1234567.891, 2, '1,234,567.89', '1.234.567,89'],
  [999, 0, '999', '999'],
  [1000, 0, '1,000', '1.000'],
  [-1234.5, 1, '-1,234.5', '-1.234,5'],
  [0, 0, '0', '0'],
  [-0.001, 1, '0.0', '0,0'],
])('%p with %p decimals is %p, in Dutch %p', (value, decimals, english, dutch) => {
  expect(formatDigits(value, decimals, 'en')).toBe(english);
  expect(formatDigits(value, decimals, 'nl')).toBe(dutch);
});

test.each<[Unit, number, string, string]>([
  [EUR, 90000, '€90,000', '€ 90.000'],
  [EUR, 61.9, '€61.90', '€ 61,90'],
  [EUR, -50, '-€50', '-€ 50'],
  [{ kind: 'currency', currency: 'CHF' }, 12.5, 'CHF 12.50', 'CHF 12,50'],
  [{ kind: 'percent' }, 0.024, '2.4%', '2,4%'],
  [{ kind: 'percent' }, 0.58, '58%', '58%'],
  [{ kind: 'points' }, 1, '1 point', '1 punt'],
  [{ kind: 'points' }, 2.5, '2.5 points', '2,5 punten'],
  [{ kind: 'days' }, 1, '1 day', '1 dag'],
  [{ kind: 'days' }, 0.5, '0.5 days', '0,5 dag'],
  [{ kind: 'points' }, 0, '0 points', '0 punten'],
  [{ kind: 'currency', currency: 'AUD' }, -1250, '-AUD 1,250', '-AUD 1.250'],
  [{ kind: 'hours' }, 7.25, '7.25 h', '7,25 u'],
  [{ kind: 'duration' }, 0.0451273, '1:04:59', '1:04:59'],
  [{ kind: 'number' }, 0.000123, '0.00012', '0,00012'],
  [{ kind: 'number' }, 12.34, '12.3', '12,3'],
  [{ kind: 'number' }, -7, '-7', '-7'],
  [{ kind: 'number', word: 'posts' }, 12, '12 posts', '12 posts'],
  [{ kind: 'number', word: 'klanten' }, 0, '0 klanten', '0 klanten'],
  [{ kind: 'number', word: 'posts' }, 1, '1', '1'],
  [{ kind: 'number', word: 'klanten' }, -1, '-1', '-1'],
  [{ kind: 'number', word: 'kg' }, 1, '1 kg', '1 kg'],
  [{ kind: 'number', word: 'ton' }, 1, '1 ton', '1 ton'],
  [{ kind: 'number', word: 'orders' }, 1.5, '1.5 orders', '1,5 orders'],
])('%p of %p reads %p, in Dutch %p', (unit, value, english, dutch) => {
  expect(formatValue(value, style(unit))).toBe(english);
  expect(formatValue(value, style(unit, 'nl'))).toBe(dutch);
});

test.each<[number, number, Unit, readonly [string, string]]>([
  [0.99895, 0.9995, { kind: 'percent' }, ['99.895%', '99.95%']],
  [0.0000225, 0.00002, { kind: 'number' }, ['0.0000225', '0.00002']],
  [0.00002249, 0.0000225, { kind: 'number' }, ['0.00002249', '0.0000225']],
  [1999.6, 2000, EUR, ['€1,999.60', '€2,000']],
  [-1999.5, 0, EUR, ['-€2,000', '€0']],
  [120, 121.6, { kind: 'number' }, ['120', '121.6']],
  [90000, 100000.4, EUR, ['€90,000', '€100,000']],
  [0, 0, { kind: 'number' }, ['0', '0']],
])('%p beside %p shows how far apart they are', (one, other, unit, texts) => {
  expect(formatApart(one, other, style(unit))).toEqual(texts);
});

test('the decimals of the measure win', () => {
  expect(formatValue(61.9, style(EUR, 'en', 0))).toBe('€62');
  expect(formatValue(0.024, style({ kind: 'percent' }, 'nl', 2))).toBe('2,40%');
  // Three tenths are seen, and four would be told.
  expect(formatApart(8.453, 8.82, style({ kind: 'points' }, 'nl', 1))).toEqual([
    '8,45 punten',
    '8,82 punten',
  ]);
  expect(formatApart(46.84, 45, style({ kind: 'points' }, 'nl', 1))).toEqual([
    '46,8 punten',
    '45,0 punten',
  ]);
});

test('a difference has no sign, and of percents it is in points', () => {
  expect(formatDistance(-10000, style(EUR))).toBe('€10,000');
  expect(formatDistance(-0.02, style({ kind: 'percent' }))).toBe('2 points');
  expect(formatDistance(0.01, style({ kind: 'percent' }, 'nl'))).toBe('1 procentpunt');
});

test('a share never reads as a threshold that it does not reach', () => {
  const edges = [0.8, 0.95, 1];
  expect(formatShareBeside(0.9, edges, 'en')).toBe('90%');
  expect(formatShareBeside(0.947, edges, 'en')).toBe('94.7%');
  expect(formatShareBeside(0.95, edges, 'en')).toBe('95%');
  expect(formatShareBeside(0.7999, edges, 'nl')).toBe('79,99%');
  expect(formatShareBeside(-0.2, edges, 'en')).toBe('-20%');
  expect(formatShareBeside(0, edges, 'en')).toBe('0%');
  expect(formatShareBeside(0.003, edges, 'nl')).toBe('0,3%');
});

test('speeds have three digits, more only to tell them apart', () => {
  expect(formatSpeeds([17111.1, 14000], style(EUR))).toEqual(['€17,100', '€14,000']);
  expect(formatSpeeds([17111, 17112], style(EUR))).toEqual(['€17,111', '€17,112']);
  expect(formatSpeeds([5, 5], style({ kind: 'number' }))).toEqual(['5', '5']);
  expect(formatSpeeds([0], style({ kind: 'number' }))).toEqual(['0']);
});

test('dates carry their year when it is another than the reader’s', () => {
  expect(shortDate(on('2026-02-14'), on('2026-12-31'), 'en')).toBe('14 Feb');
  expect(shortDate(on('2026-03-01'), on('2025-12-31'), 'nl')).toBe('1 mrt 2026');
  expect(fullDate(on('2028-02-29'), 'nl')).toBe('29 feb 2028');
});
