import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

const KPIS = table('KPIs', 'KPI | Due');
const MEASURES = table(
  'Measures',
  `
  Measure | Adds up | Cadence
  Orders  | sum     | day
  Calls   | count   | day`,
);

function unreadable(...sheets: ReturnType<typeof table>[]): string[] {
  const { workspace } = readSheets([MEASURES, KPIS, ...sheets]);
  const { measureIds, channels, unreadable: cells } = workspace.measurements;
  return Array.from({ length: cells.count }, (_, i) =>
    [
      isoDate(cells.day[i]),
      measureIds[cells.measure[i]],
      cells.channel[i] < 0 ? '?' : channels[cells.channel[i]],
    ].join(' '),
  );
}

test('a refused number and an error value cannot be read; a blank and a 0 can', () => {
  const tab = table(
    'Actuals',
    `
    Date | Measure | Value
    2026-01-01 | Orders | 12.000,50
    2026-01-02 | Orders | #N/A
    2026-01-03 | Orders |
    2026-01-04 | Orders | 0
    2026-01-05 | Orders | veel`,
  );
  expect(unreadable(tab)).toEqual([
    '2026-01-01 orders ',
    '2026-01-02 orders ',
    '2026-01-05 orders ',
  ]);
});

test('in its channel, and in any where the channel is what cannot be read', () => {
  const tab = table(
    'Actuals',
    `
    Date | Measure | Value | Channel
    2026-01-01 | Orders | many | Shop
    2026-01-02 | Orders | 7 | #REF!
    2026-01-03 | Orders | 8 | Shop`,
  );
  expect(unreadable(tab)).toEqual(['2026-01-01 orders Shop', '2026-01-02 orders ?']);
});

test('a number beside a refused date is missed on the day of the row above it', () => {
  const tab = table(
    'Actuals',
    `
    Date | Measure | Value
    soon | Orders | 3
    2026-01-02 | Orders | 4
    31-2-2026 | Orders | 5
    32-2-2026 | Orders | 6
    2026-01-05 | Calls | 1
    later | Calls |`,
  );
  expect(unreadable(tab)).toEqual(['2026-01-02 orders ', '2026-01-02 orders ']);
});

test('a line that adds up, with a name or without, and a header that is repeated are missed by nobody', () => {
  const tab = sheetOf('Actuals', [
    ['Date', 'Orders', 'Calls'],
    ['2026-01-02', 4, 1],
    ['Date', 'Orders', 'Calls'],
    ['', 4, 1],
    ['Grand total', 4, 1],
    ['Source: the shop', '', ''],
  ]);
  expect(unreadable(tab)).toEqual([]);
});

test('a figure without a date is missed on the day of the row above it: merged cells have theirs once', () => {
  const tab = sheetOf('Actuals', [
    ['Date', 'Channel', 'Orders'],
    [serial('2026-01-02'), 'Ads', 4],
    ['', 'Mail', 0],
    ['', '', ''],
    [serial('2026-01-05'), 'Ads', 6],
    ['', 'Mail', -7],
  ]);
  expect(unreadable(tab)).toEqual(['2026-01-02 orders Mail', '2026-01-05 orders Mail']);
  expect(problems(readSheets([MEASURES, KPIS, tab]))).toEqual([
    'E_UNDATED Actuals!A3',
    'E_UNDATED Actuals!A6',
  ]);
});

test('of a wide tab each column with a number beside the refused date', () => {
  const tab = sheetOf('Actuals', [
    ['Date', 'Orders', 'Calls'],
    ['2026-01-02', 4, 1],
    ['2026-13-45', -6, ''],
  ]);
  expect(unreadable(tab)).toEqual(['2026-01-02 orders ']);
});

test('while a source is loading nothing of it is unreadable', () => {
  const tab = table(
    'Actuals',
    `
    Date | Measure | Value
    2026-01-01 | Orders | Loading…
    2026-01-02 | Orders | 4`,
  );
  const { workspace } = readSheets([MEASURES, KPIS, tab]);
  expect(unreadable(tab)).toEqual([]);
  expect(workspace.measures[0].isSourceLoading).toBe(true);
});
