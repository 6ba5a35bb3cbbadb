import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { CADENCES } from '../../../../src/core/model/period.ts';
import { problems, readSheets, table } from '../sheet-of-rows.ts';

const MEASURES = table('Measures', 'Measure | Adds up\nRevenue | sum');
const KPIS = table('KPIs', 'KPI | Due');
const read = (rows: string, header = 'Date | Measure | Value') =>
  readSheets([MEASURES, KPIS, table('Actuals', `${header}\n${rows}`)], { today: '2026-12-31' });

const figures = ({ workspace: { measurements: m } }: ReturnType<typeof readSheets>): string[] =>
  Array.from(
    { length: m.rowCount },
    (_, i) => `${isoDate(m.day[i])} ${CADENCES[m.periodLength?.[i] ?? 0]} ${m.value[i]}`,
  );

test('a label is remembered with its length; a date is a day, and without labels nothing is kept', () => {
  const result = read('2026-01 | Revenue | 7\n2026-02-28 | Revenue | 0\n2026-03 | Revenue | -4');
  expect(figures(result)).toEqual([
    '2026-01-31 month 7',
    '2026-02-28 day 0',
    '2026-03-31 month -4',
  ]);
  expect(read('2026-01-31 | Revenue | 7').workspace.measurements.periodLength).toBeNull();
});

test('quarters among months do not count, and each is named with its cell', () => {
  const result = read(`2026-01 | Revenue | 10
    2026-02 | Revenue | 11
    2026-03 | Revenue | 12
    Q1 2026 | Revenue | 33
    2026-04 | Revenue | 13
    2026 | Revenue | 46`);
  expect(problems(result)).toEqual(
    ['E_MIXED_PERIODS Actuals!A5', 'E_MIXED_PERIODS Actuals!A7'].map((at) =>
      at.replace('!A', '!C'),
    ),
  );
  expect(result.issues.map((issue) => describeIssue(issue, 'en').text)).toContain(
    '"Revenue" has figures per month; this one is of a quarter and does not count.',
  );
  expect(figures(result)).toEqual([
    '2026-01-31 month 10',
    '2026-02-28 month 11',
    '2026-03-31 month 12',
    '2026-04-30 month 13',
  ]);
  expect(result.workspace.measures[0].cadence).toBe('month');
});

test('of equally frequent lengths the shorter counts', () => {
  const result = read('2026 | Revenue | 40\nQ1 2026 | Revenue | 9');
  expect(figures(result)).toEqual(['2026-03-31 quarter 9']);
  expect(result.workspace.measures[0].cadence).toBe('quarter');
});

test('dates have the length of their rhythm: a week among its days does not count', () => {
  const days = [2, 3, 4, 5, 6].map((day) => `2026-02-0${day} | Revenue | ${day}`).join('\n');
  const result = read(`${days}\n2026 W06 | Revenue | 20`);
  expect(problems(result)).toEqual(['E_MIXED_PERIODS Actuals!C7']);
  expect(figures(result)).toHaveLength(5);
});

test('dates at the ends of months go with labels of months, and so does a single date', () => {
  const result = read(`2026-01-31 | Revenue | 5
    2026-02-28 | Revenue | 6
    2026-03 | Revenue | 7`);
  expect(problems(result)).toEqual([]);
  expect(problems(read('2026-01-20 | Revenue | 5\n2026-02 | Revenue | 6'))).toEqual([]);
});

test('channels may have lengths of their own', () => {
  const result = read(
    `2026-01 | Revenue | 5 | Shop
    2026-02 | Revenue | 6 | Shop
    Q1 2026 | Revenue | 9 | Web`,
    'Date | Measure | Value | Channel',
  );
  expect(problems(result)).toEqual([]);
  expect(figures(result)).toHaveLength(3);
});

test('what is left keeps its own cells: a later finding points to the right row', () => {
  const result = readSheets(
    [
      table('Measures', 'Measure | Unit | Adds up\nMargin | percent | mean\nRevenue | | sum'),
      KPIS,
      table(
        'Actuals',
        `
      Date | Measure | Value
      2026-01 | Revenue | 10
      2026-02 | Revenue | 11
      2026 | Revenue | 21
      2026-02 | Margin | 12.5
      2026-03 | Margin | 0.13`,
      ),
    ],
    { today: '2026-12-31' },
  );
  expect(problems(result)).toEqual(['E_MIXED_PERIODS Actuals!C4', 'W_PERCENT_SCALE Actuals!C5']);
});

describe('one single date', () => {
  const cadenceOf = (date: string, kpis: string) => {
    const { workspace, issues } = readSheets([
      MEASURES,
      table('KPIs', `KPI | Kind | Measure | Start | Due | Target\n${kpis}`),
      table('Actuals', `Date | Measure | Value\n${date} | Revenue | 300`),
    ]);
    const { cadence, isCadenceGuessed } = workspace.measures[0];
    return { cadence, isCadenceGuessed, codes: issues.map(({ code }) => code) };
  };
  const quarter = 'Q1 | add up to | Revenue | 2026-01-01 | 2026-03-31 | 1000';
  const january = 'Jan | add up to | Revenue | 2026-01-01 | 2026-01-31 | 1000';

  test.each([
    ['2026-01-31', quarter, 'month'],
    ['2026-01-01', quarter, 'month'],
    ['2026-01-30', quarter, 'day'],
    ['2026-01-31', january, 'day'],
    ['2026-01-31', `${january}\n${quarter}`, 'month'],
  ])('%s in %s is read by the %s, and that is a guess', (date, kpis, cadence) => {
    expect(cadenceOf(date, kpis)).toEqual({
      cadence,
      isCadenceGuessed: true,
      codes: ['I_ONE_VALUE'],
    });
  });

  test('a label says it itself, and so does a second date', () => {
    expect(cadenceOf('2026-01', quarter)).toMatchObject({ isCadenceGuessed: false });
    expect(cadenceOf('2026-01-31 | Revenue | 300\n2026-02-28', quarter)).toMatchObject({
      cadence: 'month',
      isCadenceGuessed: false,
      codes: ['I_CADENCE'],
    });
  });
});

test('channels that are called a total are known by name, whatever the language', () => {
  const { workspace } = read(
    `2026-01-31 | Revenue | 5 | Shop
    2026-01-31 | Revenue | 6 | TOTAAL
    2026-01-31 | Revenue | 6 | Grand Total
    2026-01-31 | Revenue | 6 | Total loss
    2026-01-31 | Revenue | 9 |`,
    'Date | Measure | Value | Channel',
  );
  const { channels, totalChannels } = workspace.measurements;
  expect(totalChannels.map((position) => channels[position])).toEqual(['TOTAAL', 'Grand Total']);
});
