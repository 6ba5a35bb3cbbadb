import {
  isKeptBy,
  isTwiceAMonth,
  stepBetweenRhythms,
} from '../../../src/core/model/steady-dates.ts';
import { day } from '../../support/workspace-builder.ts';

const days = (...dates: string[]) => dates.map((date) => day(`2026-${date}`));

const DEALS = days('01-08', '01-15', '01-22', '02-04', '02-09', '02-27', '03-05', '03-31');

test.each([
  ['Mondays, one of them missing', days('01-05', '01-12', '01-26', '02-02', '02-09'), true],
  ['a day of every week, whichever', days('01-05', '01-13', '01-19', '01-28', '02-02'), true],
  ['deals, half of them a week apart', DEALS, false],
  ['too few to tell', days('01-05', '01-08', '01-22'), true],
])('weekly figures are kept on a weekday or about a week apart: %s', (_, dates, expected) => {
  expect(isKeptBy('week', dates)).toBe(expected);
});

test.each([
  ['last days', days('01-31', '02-28', '03-31', '04-30', '05-31'), true],
  ['about the 5th, one missing', days('01-05', '02-04', '03-07', '05-05', '06-05'), true],
  ['gifts', days('01-03', '02-08', '02-11', '03-13', '05-29', '07-01'), false],
])(
  'monthly figures are kept on a day of the month or about a month apart: %s',
  (_, dates, kept) => {
    expect(isKeptBy('month', dates)).toBe(kept);
  },
);

test.each([
  ['Fridays of every other week', days('01-09', '01-23', '02-06', '02-20'), 14],
  ['one left out', days('01-09', '01-23', '02-20', '03-06'), 14],
  ['every other month', days('01-31', '03-31', '05-31', '07-31'), 61],
  ['halves of a year', [day('2025-06-30'), day('2025-12-31'), day('2026-06-30')], 182],
  ['ten days apart', days('01-01', '01-11', '01-21', '01-31'), null],
  ['Mondays', days('01-05', '01-12', '01-19'), null],
  ['two dates', days('01-09', '01-23'), null],
  ['none', [], null],
])('a step that is no rhythm of Koers: %s', (_, dates, expected) => {
  expect(stepBetweenRhythms(dates)).toBe(expected);
});

test.each([
  ['the 1st and the 15th', days('01-01', '01-15', '02-01', '02-15', '03-01'), true],
  ['the 15th and the last', days('01-15', '01-31', '02-15', '02-28', '03-15'), true],
  ['every other Friday', days('01-09', '01-23', '02-06', '02-20'), false],
  ['the 1st', days('01-01', '02-01', '03-01', '04-01'), false],
])('twice a month is monthly: %s', (_, dates, expected) => {
  expect(isTwiceAMonth(dates)).toBe(expected);
});
