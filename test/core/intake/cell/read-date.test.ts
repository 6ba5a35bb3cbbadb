import { cellLocale } from '../../../../src/core/intake/cell/cell-locale.ts';
import { readDate } from '../../../../src/core/intake/cell/read-date.ts';
import { labelledYear } from '../../../../src/core/intake/cell/read-period.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { YearCut } from '../../../../src/core/model/period.ts';
import { day, serial } from '../sheet-of-rows.ts';

const calendarYear: YearCut = { fiscalStartMonth: 1, customPeriods: [] };
const dateIn = (cell: unknown, locale = 'nl_NL', cut = calendarYear) => {
  const reading = readDate(cell, 'general', cellLocale(locale), labelledYear(cut));
  if (reading.kind !== 'value') return reading.kind === 'bad' ? reading.problem.code : 'blank';
  const { start, end, grain } = reading.value;
  return grain === 'day' ? isoDate(start) : `${grain} ${isoDate(start)}..${isoDate(end)}`;
};

describe('a date cell', () => {
  test.each([
    [serial('2026-02-14'), '2026-02-14'],
    [serial('2026-02-14') + 0.75, '2026-02-14'],
    [20260214, '2026-02-14'],
    ['20260214', '2026-02-14'],
    ['2026-02-14', '2026-02-14'],
    ['2026-2-4', '2026-02-04'],
    ['2026-02-14 23:59', '2026-02-14'],
    ['2026-02-14T23:30:00Z', '2026-02-14'],
    ['14-02-2026', '2026-02-14'],
    ['03-04-2026', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['14/02/2026', '2026-02-14'],
    ['02/14/2026', '2026-02-14'],
    ['05/05/2026', '2026-05-05'],
    ['14 feb 2026', '2026-02-14'],
    ['14 februari 2026', '2026-02-14'],
    ['Feb 14, 2026', '2026-02-14'],
    ['1 mrt 2026', '2026-03-01'],
    ['2028-02-29', '2028-02-29'],
    ['Jun 01, 2023 09:46 pm', '2023-06-01'],
    ['Sat, 14 Feb 2026 23:10', '2026-02-14'],
    ['14 februari 2026 om 09:46', '2026-02-14'],
    ['2/14/2026 9:46 PM', '2026-02-14'],
    ['3/20/15', '2015-03-20'],
    ['13/02/26', '2026-02-13'],
    ['3.4.26', '2026-04-03'],
    ['26-02-13', 'E_DATE_AMBIGUOUS'],
    ['05/01/26', 'E_DATE_AMBIGUOUS'],
    ['2-8 Feb 2026', 'week 2026-02-02..2026-02-08'],
    ['2 t/m 8 februari 2026', 'week 2026-02-02..2026-02-08'],
    ['Feb 2-8, 2026', 'week 2026-02-02..2026-02-08'],
    ['29 dec 2025 – 4 jan 2026', 'week 2025-12-29..2026-01-04'],
    ['2026-02-01 - 2026-02-28', 'month 2026-02-01..2026-02-28'],
    ['2026-01-01/2026-03-31', 'quarter 2026-01-01..2026-03-31'],
    ['1 jan tot en met 31 dec 2026', 'year 2026-01-01..2026-12-31'],
    ['1-7 jan 2026', 'E_DATE_RANGE'],
    ['31/01/2026 - 13/02/2026', 'E_DATE_RANGE'],
    ['8-2 Feb 2026', 'E_DATE_RANGE'],
    ['01/01/2026 - 07/01/2026', 'E_DATE_AMBIGUOUS'],
    ['a-b', 'E_DATE'],
  ])('%p is %p', (cell, iso) => {
    expect(dateIn(cell)).toBe(iso);
  });

  test.each([
    ['2026-02', 'month 2026-02-01..2026-02-28'],
    ['202602', 'month 2026-02-01..2026-02-28'],
    [202602, 'month 2026-02-01..2026-02-28'],
    ['2026|02', 'month 2026-02-01..2026-02-28'],
    ['feb 2026', 'month 2026-02-01..2026-02-28'],
    ['Mei 2026', 'month 2026-05-01..2026-05-31'],
    ['oct-2026', 'month 2026-10-01..2026-10-31'],
    ["mrt '26", 'month 2026-03-01..2026-03-31'],
    ['02-2026', 'month 2026-02-01..2026-02-28'],
    ['2026M12', 'month 2026-12-01..2026-12-31'],
    ['2026 W07', 'week 2026-02-09..2026-02-15'],
    ['2026-W53', 'week 2026-12-28..2027-01-03'],
    ['wk 7 2026', 'week 2026-02-09..2026-02-15'],
    ['Q1 2026', 'quarter 2026-01-01..2026-03-31'],
    ['2026 Q4', 'quarter 2026-10-01..2026-12-31'],
    ['K2 2026', 'quarter 2026-04-01..2026-06-30'],
    ['Jan-24', 'month 2024-01-01..2024-01-31'],
    ['mrt.-25', 'month 2025-03-01..2025-03-31'],
    ['2026 januari*', 'month 2026-01-01..2026-01-31'],
    ['2025 1e kwartaal', 'quarter 2025-01-01..2025-03-31'],
    ['2025KW04', 'quarter 2025-10-01..2025-12-31'],
    ['FY26', 'year 2026-01-01..2026-12-31'],
    ['week 1 2026', 'week 2025-12-29..2026-01-04'],
    ['1e kwartaal 2026', 'quarter 2026-01-01..2026-03-31'],
    [2026, 'year 2026-01-01..2026-12-31'],
    ['2026', 'year 2026-01-01..2026-12-31'],
    ['2026 02', 'month 2026-02-01..2026-02-28'],
    ['feb/2026', 'month 2026-02-01..2026-02-28'],
  ])('%p is the period %p', (cell, period) => {
    expect(dateIn(cell)).toBe(period);
  });

  test('quarters and years follow the fiscal year, named after the year in which it ends', () => {
    const july: YearCut = { fiscalStartMonth: 7, customPeriods: [] };
    expect(dateIn('Q1 2026', 'nl_NL', july)).toBe('quarter 2025-07-01..2025-09-30');
    expect(dateIn('FY2026', 'nl_NL', july)).toBe('year 2025-07-01..2026-06-30');
  });

  test('labels of the Periods tab go before all others', () => {
    const own: YearCut = {
      fiscalStartMonth: 1,
      customPeriods: [
        { label: '2026-02', start: day('2026-01-26'), end: day('2026-02-22'), year: 2026 },
      ],
    };
    expect(dateIn('2026-02', 'nl_NL', own)).toBe('month 2026-01-26..2026-02-22');
  });

  test.each(['03/04/2026', '1/2/2026'])('%p is two dates, whatever the locale', (text) => {
    expect(dateIn(text, 'nl_NL')).toBe('E_DATE_AMBIGUOUS');
    expect(dateIn(text, 'en_US')).toBe('E_DATE_AMBIGUOUS');
  });

  test('dashes are only sure where the day comes first', () => {
    expect(dateIn('03-04-2026', 'en_US')).toBe('E_DATE_AMBIGUOUS');
    expect(dateIn('14-02-2026', 'en_US')).toBe('2026-02-14');
  });

  test.each([
    '2026-02-29',
    20260230,
    '31-04-2026',
    '2026-13',
    202613,
    '2025 W53',
    'Q5 2026',
    'morgen',
    0,
    -5,
    12.5,
    1e9,
    true,
    Number.NaN,
  ])('%p is no date', (cell) => {
    expect(dateIn(cell)).toBe('E_DATE');
  });

  test('blank is blank, loading is loading', () => {
    expect(dateIn('')).toBe('blank');
    expect(dateIn(undefined)).toBe('blank');
    expect(dateIn('Laden…')).toBe('SOURCE_LOADING');
    expect(dateIn('#REF!')).toBe('E_CELL_ERROR');
  });
});
