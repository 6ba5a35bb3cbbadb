import { wholePeriods } from '../../../../src/core/intake/rows/period-headers.ts';
import { day, problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

const KPIS = table(
  'KPIs',
  `
  KPI | Kind | Start | Due | Target
  Leads | add up to | 2026-01-01 | 2026-06-30 |
  Leads | add up to | 2026-07-01 | 2026-12-31 | 900
  Churn | keep at most | 2026-01-01 | 2026-12-31 | 0.02`,
);
const MEASURES = table(
  'Measures',
  'Measure | Unit | Adds up\nChurn | percent | mean\nLeads | | sum',
);
const FIGURES = table('Actuals', 'Date | Leads | Churn\n2026-01-31 | 5 | 0.01');
const read = (...sheets: Parameters<typeof readSheets>[0]) =>
  readSheets([KPIS, MEASURES, FIGURES, ...sheets]);

const told = ({ workspace }: ReturnType<typeof read>) =>
  workspace.periodTargets.map(({ kpiId, period, target, place }) => [
    kpiId,
    period.start,
    period.end,
    target,
    place.cell,
  ]);

test('long: a row per period, of any length, for the KPI that runs in it', () => {
  const result = read(
    table(
      'Targets',
      `
    KPI | Period | Target
    Leads | 2026-01 | 50
    Leads | Q2 2026 | 0
    Leads | 2026 W31 | 25
    Churn | 2026 | 0.03`,
    ),
  );
  expect(problems(result)).toEqual([]);
  expect(told(result)).toEqual([
    ['leads', day('2026-01-01'), day('2026-01-31'), 50, 'C2'],
    ['leads', day('2026-04-01'), day('2026-06-30'), 0, 'C3'],
    ['leads_2', day('2026-07-27'), day('2026-08-02'), 25, 'C4'],
    ['churn', day('2026-01-01'), day('2026-12-31'), 0.03, 'C5'],
  ]);
});

test('wide: a column per period, below a title, with blanks and other columns left alone', () => {
  const result = read(
    sheetOf('Streefwaarden', [
      ['Begroting 2026'],
      ['Opmerking', 'KPI', 'jan 2026', '2026-02', 'Juli 2026', 'Totaal'],
      ['x', 'Leads', 50, '', -70, 120],
      ['', '', 1, 2, 3, 6],
      ['', 'Churn', 0.02, 0, '', ''],
    ]),
  );
  expect(problems(result)).toEqual([]);
  expect(told(result)).toEqual([
    ['leads', day('2026-01-01'), day('2026-01-31'), 50, 'C3'],
    ['churn', day('2026-01-01'), day('2026-01-31'), 0.02, 'C5'],
    ['churn', day('2026-02-01'), day('2026-02-28'), 0, 'D5'],
    ['leads_2', day('2026-07-01'), day('2026-07-31'), -70, 'E3'],
  ]);
});

test('what cannot be read is left out with its cell, an unknown KPI once', () => {
  const long = read(
    table(
      'Targets',
      `
    KPI | Period | Target
    Leads | week 1 | 50
    Leads | | 60
    | 2026-03 | 70
    Leads | 2026-04 | many
    Leads | 2026-05 |
    Laeds | 2026-06 | 80`,
    ),
  );
  expect(told(long)).toEqual([]);
  expect(problems(long).filter((one) => one.includes('Targets'))).toEqual([
    'E_PERIOD_YEAR Targets!B2',
    'E_BLANK Targets!B3',
    'E_BLANK Targets!A4',
    'E_NUMBER Targets!C5',
    'E_REFERENCE Targets!A7',
  ]);
  const wide = read(table('Targets', 'KPI | 2026-01 | 2026-02\nLaeds | 50 | 60'));
  expect(problems(wide).filter((one) => one.includes('Targets'))).toEqual([
    'E_REFERENCE Targets!A2',
  ]);
});

test('a tab of neither shape is told which columns it needs', () => {
  const result = read(table('Targets', 'KPI | Note\nLeads | 50'));
  expect(problems(result)).toContain('E_HEADER Targets!A1');
});

test('a percent typed a hundred times too big is warned of, a target of 0 is one', () => {
  const result = read(table('Targets', 'KPI | 2026-01 | 2026-02\nChurn | 2.4 | 0'));
  expect(problems(result)).toContain('W_PERCENT_SCALE Targets!B2');
  expect(told(result).map(([, , , target]) => target)).toEqual([2.4, 0]);
});

test('targets per period, or stops that are per period, are target enough', () => {
  const isMissing = (result: ReturnType<typeof read>) =>
    problems(result).includes('E_NO_TARGET KPIs!E2');
  expect(isMissing(read())).toBe(true);
  expect(isMissing(read(table('Targets', 'KPI | 2026-01\nLeads | 50')))).toBe(false);
  const stops = table('Milestones', 'Stop | KPI | Date | Value\nHalf | Leads | 2026-03-31 | 60');
  expect(isMissing(read(stops))).toBe(true);
  const perPeriod = table(
    'KPIs',
    `
    KPI | Kind | Start | Due | Target | Stops are
    Leads | add up to | 2026-01-01 | 2026-06-30 | | per period`,
  );
  const answered = readSheets([perPeriod, MEASURES, FIGURES, stops]);
  expect(answered.workspace.kpis[0]).toMatchObject({ stopsAre: 'per_period', errors: [] });
  expect(isMissing(readSheets([perPeriod, MEASURES, FIGURES]))).toBe(true);
});

test('Every and Stops are, in both languages', () => {
  const { workspace } = readSheets([
    table(
      "KPI's",
      `
    KPI | Soort | Startdatum | Einddatum | Streefwaarde | Elke | Tussenstops zijn
    Omzet | optellen tot | 2026-01-01 | 2026-12-31 | 200 | maand | tot dan toe
    Leads | optellen tot | 2026-01-01 | 2026-12-31 | 0 | |`,
    ),
    FIGURES,
  ]);
  expect(workspace.kpis).toMatchObject([
    { every: 'month', stopsAre: 'so_far' },
    { every: null, stopsAre: null },
  ]);
});

describe('a target that counts nowhere', () => {
  const kpis = table(
    'KPIs',
    `
    KPI | Kind | Start | Due | Target | Every
    Leads | add up to | 2026-02-15 | 2026-12-31 | 90 | quarter
    Churn | keep at most | 2026-03-01 | 2026-06-30 | 0.02 |`,
  );
  const readBoth = (targets: string, rows = kpis) =>
    readSheets([rows, MEASURES, FIGURES, table('Targets', targets)]);
  const ofTargets = (result: ReturnType<typeof read>) =>
    problems(result).filter((one) => one.includes('TARGET'));

  test('is told once a KPI, at the first, and left out; what the start cuts counts', () => {
    const result = readBoth(`
      KPI | Period | Target
      Leads | 2026 Q1 | 70
      Leads | 2026-04 | -30
      Leads | 2026-05 | 0
      Leads | 2027 Q1 | 110
      Churn | 2026-02 | 0.04
      Churn | 2026 Q1 | 0.03
      Churn | 2026-07 | 0.01`);
    expect(ofTargets(result)).toEqual([
      'W_TARGET_OUTSIDE Targets!C5',
      'W_TARGET_PERIOD Targets!C3',
      'W_TARGET_OUTSIDE Targets!C6',
    ]);
    expect(told(result).map(([, , , target]) => target)).toEqual([70, 0.03]);
    const { details } = result.issues.find(({ code }) => code === 'W_TARGET_PERIOD') ?? {};
    expect(details).toMatchObject({
      count: 2,
      every: { code: 'quarter' },
      periods: { ranges: [{ start: day('2026-04-01'), end: day('2026-04-30') }] },
    });
  });

  test.each(['', 'quarter'])('of a kind without a target is told, with Every "%s" too', (every) => {
    const rows = table(
      'KPIs',
      `KPI | Kind | Start | Due | Low | High | Every
      Leads | keep between | 2026-01-01 | 2026-12-31 | 40 | 70 | ${every}
      Churn | just track | 2026-01-01 | 2026-12-31 | | | ${every}`,
    );
    const result = readBoth('KPI | 2026 Q1 | 2026 Q2\nLeads | 50 | 0\nChurn | | -1', rows);
    expect(ofTargets(result)).toEqual(['W_TARGET_UNUSED Targets!B2', 'W_TARGET_UNUSED Targets!C3']);
    expect(told(result)).toEqual([]);
  });

  test('is no target, so a KPI with no other lacks one', () => {
    const bare = table(
      'KPIs',
      'KPI | Kind | Start | Due | Target | Every\nLeads | add up to | 2026-01-01 | 2026-12-31 | | quarter',
    );
    const result = readBoth('KPI | 2026-01 | 2026-02\nLeads | 50 | 60', bare);
    expect(ofTargets(result)).toEqual(['W_TARGET_PERIOD Targets!B2', 'E_NO_TARGET KPIs!E2']);
    expect(ofTargets(readBoth('KPI | 2026 Q1\nLeads | 110', bare))).toEqual([]);
  });
});

const cut = { fiscalStartMonth: 1, customPeriods: [] };
const dates = (...isos: string[]) =>
  isos.map((iso) => ({ start: day(iso), end: day(iso), grain: 'day' as const }));

test.each([
  ['first days of months', ['2026-01-01', '2026-02-01', '2026-05-01'], 'month', '2026-05-31'],
  ['last days of months', ['2026-01-31', '2026-02-28'], 'month', '2026-02-28'],
  ['one date', ['2026-01-01'], 'month', '2026-01-31'],
  ['quarters that follow', ['2026-01-01', '2026-04-01', '2026-07-01'], 'quarter', '2026-09-30'],
  ['years that follow', ['2025-12-31', '2026-12-31'], 'year', '2026-12-31'],
  ['Mondays that follow', ['2026-01-05', '2026-01-12'], 'week', '2026-01-18'],
  ['other days', ['2026-01-06', '2026-01-07'], 'day', '2026-01-07'],
])('%s stand for what they begin or end', (_, isos, grain, end) => {
  const found = wholePeriods(dates(...isos), cut);
  expect(found.map((period) => period.grain)).toEqual(isos.map(() => grain));
  expect(found[found.length - 1].end).toBe(day(end));
});

test('a date that a sheet made of "jan 2026" in a header is that month', () => {
  const result = read(
    sheetOf('Targets', [
      ['KPI', serial('2026-01-01'), serial('2026-02-01')],
      ['Leads', 50, 60],
    ]),
  );
  expect(told(result).map(([, start, end]) => [start, end])).toEqual([
    [day('2026-01-01'), day('2026-01-31')],
    [day('2026-02-01'), day('2026-02-28')],
  ]);
});
