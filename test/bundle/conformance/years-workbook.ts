import { type Day, dayFromIsoDate, serialFromDay } from '../../../src/core/model/calendar-date.ts';
import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../../src/preview/emulation/host/clock.ts';
import { OWNER, type TestCell, tabWith, workbookWith } from '../../support/emulated-workbook.ts';
import { morningOf } from '../../workflows/small-workbook.ts';
import { WORKBOOK } from './asked.ts';

export const dayOf = (iso: string): Day => {
  const day = dayFromIsoDate(iso);
  if (day === null) throw new Error(`${iso} is no day`);
  return day;
};

const date = (day: Day): TestCell => ({ value: serialFromDay(day), format: 'yyyy-mm-dd' });

const daysFrom = (first: string, last: string): Day[] =>
  Array.from({ length: dayOf(last) - dayOf(first) + 1 }, (_, at) => dayOf(first) + at);

export const visitsOn = (day: Day): number => 100 + 7 * (day % 5);
export const ordersOn = (day: Day): number => 3 + (day % 4);
/** Some days bring in less than they cost. */
const resultOn = (day: Day): number => 40 - 30 * (day % 3);

/** The days on which calendars go wrong: a year of 53 weeks, a leap day, clocks that turn, New Year. */
const PERIODS = [
  ['Week 53', 'Result', '2020-12-21', '2021-01-17', 100],
  ['Leap day', 'Visits', '2024-02-19', '2024-04-07', 2000],
  ['Conversion', 'Conversion', '2024-02-01', '2024-03-31', 0.02],
  ['New Year', 'Result', '2024-12-16', '2025-01-12', -300],
] as const;

const KINDS: Readonly<Record<string, string>> = {
  Conversion: 'keep at least',
  Visits: 'add up to',
  Result: 'add up to',
};

function actuals(): TestCell[][] {
  const days = [...new Set(PERIODS.flatMap(([, , first, last]) => daysFrom(first, last)))];
  return days
    .sort((one, other) => one - other)
    .flatMap((day): TestCell[][] => [
      [date(day), 'Visits', visitsOn(day)],
      [date(day), 'Orders', ordersOn(day)],
      [date(day), 'Result', resultOn(day)],
    ]);
}

/** English, in a zone with summer time; a ratio, amounts below zero, and a name that is not ASCII. */
export function yearsAccount(today = '2025-02-01'): EmulatedAccount {
  const tabs = [
    tabWith(
      'Settings',
      [
        ['Setting', 'Value'],
        ['Organisation', 'Café “Nº 1” – 東京 😀'],
        ['Currency', 'EUR'],
      ],
      1,
    ),
    tabWith(
      'Goals',
      [
        ['Goal', 'Start', 'Due', 'Owner'],
        ['Years', date(dayOf('2020-12-21')), date(dayOf('2025-01-12')), 'Zoë 東'],
      ],
      2,
    ),
    tabWith(
      'Measures',
      [
        ['Measure', 'Adds up', 'Formula', 'Cadence', 'Unit'],
        ['Visits', 'sum', null, 'day', null],
        ['Orders', 'sum', null, 'day', null],
        ['Result', 'sum', null, 'day', 'EUR'],
        ['Conversion', null, 'Orders / Visits', 'day', '%'],
      ],
      3,
    ),
    tabWith(
      'KPIs',
      [
        ['KPI', 'Goal', 'Kind', 'Measure', 'Start', 'Due', 'Target', 'Owner'],
        ...PERIODS.map(([kpi, measure, first, last, target]): TestCell[] => [
          `${kpi}`,
          'Years',
          KINDS[measure],
          measure,
          date(dayOf(first)),
          date(dayOf(last)),
          target,
          'Zoë 東',
        ]),
      ],
      4,
    ),
    tabWith('Actuals', [['Date', 'Measure', 'Value'], ...actuals()], 5),
  ];
  return createAccount({
    owner: OWNER,
    workbooks: [workbookWith(tabs, { id: WORKBOOK, locale: 'en_GB' })],
    clock: fixedClock(morningOf(today)),
  });
}
