import type { ReadWorkbook } from '../../../../src/core/intake/read-workspace.ts';
import { foreignSources } from '../../../../src/core/intake/read-workspace.ts';
import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { day, problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

const MEASURES = table(
  'Measures',
  `
  Measure | Unit | Adds up | Cadence
  Omzet   | EUR  | sum     | month
  Leads   |      | count   | day
  Score   | points | last  | month
  Belduur | duration | mean | month`,
);
const KPIS = table('KPIs', 'KPI | Due');
const read = (...sheets: ReturnType<typeof table>[]) =>
  readSheets([MEASURES, KPIS, ...sheets], { locale: 'nl_NL', today: '2026-12-31' });

const facts = ({ workspace: { measurements: m } }: ReadWorkbook): string[] =>
  Array.from({ length: m.rowCount }, (_, i) => {
    const channel = m.channels[m.channel[i]];
    const recorded = m.recordedAt[i] === 0 ? '' : ` @${m.recordedAt[i]}`;
    return `${isoDate(m.day[i])} ${m.measureIds[m.measure[i]]}${channel && `/${channel}`} ${m.value[i]}${recorded}`;
  });

describe('a long tab', () => {
  test('one row a value: zero and negative count, blank is missing', () => {
    const result = read(
      table(
        'Realisatie',
        `
      Datum | Meetwaarde | Waarde | Kanaal | Vastgelegd op
      2026-01-31 | Omzet | 60000 | Winkel | 2026-02-01
      2026-01-31 | OMZET | 0 | E-mail |
      2026-02-28 | omzet | -125.5 | e-mail |
      2026-03-31 | Omzet | | |
      | | | |
      2026-02 | Score | 7 | |
      202603 | score | 8 | |`,
      ),
    );
    expect(problems(result)).toEqual([]);
    expect(facts(result)).toEqual([
      `2026-01-31 omzet/Winkel 60000 @${serial('2026-02-01')}`,
      '2026-01-31 omzet/E-mail 0',
      '2026-02-28 omzet/E-mail -125.5',
      '2026-02-28 score 7',
      '2026-03-31 score 8',
    ]);
  });

  test('a blank value of what is counted is one event; its tab needs no Value column', () => {
    const result = read(
      table('Actuals', 'Date | Measure | Value\n2026-01-05 | Leads |\n2026-01-06 | Leads | 0'),
      table('Actuals calls', 'Date | Measure\n2026-01-07 | Leads'),
    );
    expect(problems(result)).toEqual([]);
    expect(facts(result)).toEqual([
      '2026-01-05 leads 1',
      '2026-01-06 leads 0',
      '2026-01-07 leads 1',
    ]);
  });

  test('of two rows recorded on one day the clock tells the later, as text too', () => {
    const result = read(
      table(
        'Actuals',
        `
      Date | Measure | Value | Recorded at
      2026-01-31 | Omzet | 7 | 2026-02-01 18:00
      2026-01-31 | Omzet | 9 | 1-2-2026 06:00:00`,
      ),
    );
    expect(problems(result)).toEqual([]);
    const first = serial('2026-02-01');
    expect(facts(result)).toEqual([
      `2026-01-31 omzet 7 @${first + 0.75}`,
      `2026-01-31 omzet 9 @${first + 0.25}`,
    ]);
  });

  test('every bad cell is told and its row left out; the others stay', () => {
    const result = read(
      table(
        'Actuals',
        `
      Date | Measure | Value | Channel
      2026-01-31 | Omzet | veel |
      soon | Omzet | 5 |
      | Omzet | 6 |
      2026-01-31 | | 7 |
      2026-01-31 | Omzt | 8 |
      2026-02-28 | Omzt | 9 |
      2026-01-31 | Omzet | 1.234,5 |
      2026-02-28 | Omzet | #DIV/0! |
      2026-02-28 | Omzet | 10 | #N/A
      2026-03-31 | Omzet | 11 |`,
      ),
    );
    expect(problems(result)).toEqual([
      'E_DATE Actuals!A3',
      'E_CELL_ERROR Actuals!D10',
      'E_BLANK Actuals!B5',
      'E_NUMBER Actuals!C2',
      'E_UNDATED Actuals!A4',
      'E_CELL_ERROR Actuals!C9',
      'W_MEASURE_UNKNOWN Actuals!B6',
    ]);
    const unknown = result.issues.find(({ code }) => code === 'W_MEASURE_UNKNOWN');
    expect(unknown && describeIssue(unknown, 'nl').text).toBe(
      '"Omzt" is geen meetwaarde ("Omzet"?); 2 rijen tellen niet mee.',
    );
    expect(facts(result)).toEqual(['2026-01-31 omzet 1234.5', '2026-03-31 omzet 11']);
  });

  test('a blank measure among rows that repeat one order takes nothing of its neighbours', () => {
    const rows = [0, 1, 2, 3].flatMap((month) => [
      [serial(`2026-0${month + 1}-28`), 'Score', 10 + month],
      [serial(`2026-0${month + 1}-28`), month === 2 ? undefined : 'Omzet', 20 + month],
    ]);
    const result = read(sheetOf('Actuals', [['Date', 'Measure', 'Value'], ...rows]));
    expect(problems(result)).toEqual(['E_BLANK Actuals!B7']);
    expect(facts(result).filter((fact) => fact.includes('-03-'))).toEqual(['2026-03-28 score 12']);
    expect(facts(result)).toHaveLength(7);
  });

  test('a second tab adds to the first, however far down the first one begins', () => {
    const result = read(
      sheetOf('Actuals', [
        ['Figures of 2026'],
        ['Asked of the shop'],
        [],
        [],
        ['Date', 'Measure', 'Value'],
        [serial('2026-01-31'), 'Omzet', ''],
        [serial('2026-02-28'), 'Omzet', 20],
        [serial('2026-03-31'), 'Score', 30],
      ]),
      table(
        'Actuals shop',
        'Date | Measure | Value\n2026-04-30 | Omzet | 40\n2026-05-31 | Score | 50',
      ),
    );
    expect(problems(result)).toEqual([]);
    expect(facts(result)).toEqual([
      '2026-02-28 omzet 20',
      '2026-03-31 score 30',
      '2026-04-30 omzet 40',
      '2026-05-31 score 50',
    ]);
  });

  test('a value that became a date is told, in the column or as the exception', () => {
    const rows = [
      ['Date', 'Measure', 'Value'],
      [serial('2026-01-31'), 'Score', 46054],
      [serial('2026-02-28'), 'Score', 7],
    ];
    const formats = [
      undefined,
      undefined,
      { usual: 'general' as const, except: { 1: 'date' as const } },
    ];
    const result = read(sheetOf('Actuals', rows, { formats }));
    expect(problems(result)).toEqual(['E_BECAME_DATE Actuals!C2']);
    expect(facts(result)).toEqual(['2026-02-28 score 7']);
  });

  test('figures without a unit are of the money that their cells show; a typed unit stays', () => {
    const rows = [
      ['Date', 'Measure', 'Value'],
      [serial('2026-01-31'), 'Takings', 0],
      [serial('2026-02-28'), 'Takings', -50],
      [serial('2026-02-28'), 'Score', 7],
      [serial('2026-02-28'), 'Visits', 9],
    ];
    const money = { usual: 'currency' as const, except: { 4: 'number' as const }, currency: '£' };
    const kpis = table('KPIs', 'KPI | Due\nTakings | 2026-12-31\nVisits | 2026-12-31');
    const actuals = sheetOf('Actuals', rows, { formats: [undefined, undefined, money] });
    const { workspace } = readSheets([MEASURES, kpis, actuals]);
    const units = Object.fromEntries(workspace.measures.map(({ id, unit }) => [id, unit.kind]));
    expect(units).toMatchObject({ takings: 'currency', score: 'points', visits: 'number' });
  });

  test('durations as text are parts of a day', () => {
    const result = read(
      table(
        'Actuals',
        'Date | Measure | Value\n2026-01-31 | Belduur | 12:00\n2026-02-28 | Belduur | 0.25',
      ),
    );
    expect(facts(result)).toEqual(['2026-01-31 belduur 0.5', '2026-02-28 belduur 0.25']);
  });

  test('a header below title rows, one of which says Date', () => {
    const result = read(
      table(
        'Actuals',
        `
      Export |
      Date | 2026-03-01
      |
      Date | Measure | Value
      2026-01-31 | Omzet | 5`,
      ),
    );
    expect(facts(result)).toEqual(['2026-01-31 omzet 5']);
  });
});

describe('a wide tab', () => {
  test('a column per measure; columns that are no measure are left alone', () => {
    const result = read(
      table(
        'Realisatie export',
        `
      Export van de kassa | | | | |
      Datum | 2026-03-01 | | | |
      Kanaal | Score | Datum | Winkel | Omzet | Notitie
      Zoeken | 7 | 2026-01-31 | Utrecht | 60 | mooi
      | | 2026-02-28 | Utrecht | 0 |`,
      ),
    );
    expect(problems(result)).toEqual([]);
    expect(facts(result)).toEqual([
      '2026-01-31 score/Zoeken 7',
      '2026-01-31 omzet/Zoeken 60',
      '2026-02-28 omzet 0',
    ]);
  });

  test('a blank cell is no event of what is counted: the row is there for its neighbours', () => {
    const result = read(
      table(
        'Actuals',
        'Date | Leads | Omzet\n2026-01-05 | 1 | 60\n2026-01-06 | | 50\n2026-01-07 | 0 | 40',
      ),
    );
    expect(facts(result).filter((fact) => fact.includes('leads'))).toEqual([
      '2026-01-05 leads 1',
      '2026-01-07 leads 0',
    ]);
  });

  test('a header that is nearly a measure, or a tab without any, is told', () => {
    const result = read(
      table('Actuals a', 'Date | Omzet | Scoore | Weather\n2026-01-31 | 5 | 6 | 7'),
      table('Actuals b', 'Date | Bezoek\n2026-01-31 | 5\n2026-02-28 | 6'),
    );
    expect(problems(result)).toEqual([
      'W_MEASURE_UNKNOWN Actuals a!C1',
      'W_MEASURE_UNKNOWN Actuals b!B1',
    ]);
  });

  test('the columns may be ragged and hold holes', () => {
    const sheet = {
      name: 'Actuals',
      columns: [['Date', 46053], ['Omzet'], ['Score', undefined, 7], []],
    };
    const result = read(sheet);
    expect(problems(result)).toEqual(['E_UNDATED Actuals!A3']);
    expect(facts(result)).toEqual([]);
  });
});

describe('a source that is loading', () => {
  test('an error between numbers is that cell alone; a column of nothing but one has failed', () => {
    const result = read(
      table(
        'Actuals',
        `
      Date | Omzet | Score
      2026-01-31 | #REF! | #REF!
      2026-02-28 | 60000 |`,
      ),
    );
    expect(problems(result)).toEqual(['E_CELL_ERROR Actuals!B2', 'E_CELL_ERROR Actuals!C2']);
    expect(facts(result)).toEqual(['2026-02-28 omzet 60000']);
    expect(result.workspace.measures.map(({ isSourceLoading }) => isSourceLoading)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('marks the measure of that row, and leaves the others', () => {
    const result = read(
      table(
        'Actuals',
        `
      Date | Measure | Value
      2026-01-31 | Omzet | Laden…
      2026-01-31 | Score | 7`,
      ),
    );
    expect(problems(result)).toEqual(['SOURCE_LOADING Actuals!C2']);
    expect(result.workspace.measures.map(({ isSourceLoading }) => isSourceLoading)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('a tab that is nothing but an import in trouble marks every measure without values', () => {
    const result = read(
      table('Actuals import', '#REF!'),
      table('Actuals', 'Date | Measure | Value\n2026-01-31 | Score | 7'),
    );
    expect(problems(result)).toEqual(['SOURCE_LOADING Actuals import!A1']);
    expect(result.workspace.measures.map(({ isSourceLoading }) => isSourceLoading)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('a source tab', () => {
  const source = (filter: string, column = 'Totaal') =>
    table(
      'Measures',
      `
    Measure | Adds up | Cadence | Source spreadsheet | Source tab | Date column | Value column | Channel column | Filter
    Betaald | sum | month | | Orders | Besteld | ${column} | Via | ${filter}
    Elders | sum | month | https://docs.google.com/spreadsheets/d/abc-123/edit | Data | | | |`,
    );
  const orders = table(
    'Orders',
    `
    Orders 2026 | | | |
    Nummer | Besteld | Totaal | Status | Via
    1 | 2026-01-05 | 100 | Betaald | Web
    2 | 2026-01-06 | 40 | Open | Web
    3 | 2026-02-01 | 0 | betaald | Winkel`,
  );
  const elsewhere = { ...table('Data', 'Date | Elders\n2026-01-31 | 9'), spreadsheet: 'abc-123' };

  test('is read by its own columns and filter, here and in another spreadsheet', () => {
    const result = readSheets([source('Status = betaald; Totaal >= 0'), KPIS, orders, elsewhere]);
    expect(problems(result)).toEqual([]);
    expect(facts(result)).toEqual([
      '2026-01-05 betaald/Web 100',
      '2026-02-01 betaald/Winkel 0',
      '2026-01-31 elders 9',
    ]);
  });

  test('the spreadsheets to fetch are known before they are there', () => {
    const { workspace } = readSheets([KPIS]);
    expect(foreignSources({ workbook: workspace.workbook, sheets: [source(''), KPIS] })).toEqual([
      { spreadsheet: 'abc-123', tab: 'Data' },
    ]);
  });

  test('a missing tab, column or a bad filter is told at the cell that names it', () => {
    const found = (...sheets: ReturnType<typeof table>[]) =>
      problems(readSheets([KPIS, ...sheets]));
    expect(found(source(''), elsewhere)).toEqual(['E_SOURCE_TAB Measures!E2']);
    expect(found(source('', 'Bedrag'), orders, elsewhere)).toEqual(['E_SOURCE_COLUMN Measures!G2']);
    expect(found(source('Status'), orders, elsewhere)).toEqual(['E_FILTER Measures!I2']);
    expect(found(source('Kleur = rood'), orders, elsewhere)).toEqual([
      'E_FILTER_COLUMN Measures!I2',
    ]);
    expect(found(source('Status = lost'), orders, elsewhere)).toEqual([
      'W_FILTER_EMPTY Measures!I2',
    ]);
  });

  test('of a filter that cannot be read no row comes in, not every row', () => {
    expect(facts(readSheets([KPIS, source('Kleur = rood'), orders, elsewhere]))).toEqual([
      '2026-01-31 elders 9',
    ]);
  });

  test('another spreadsheet that is not there keeps its last good result', () => {
    const { workspace } = readSheets([source(''), KPIS, orders]);
    expect(workspace.measures.map(({ isSourceLoading }) => isSourceLoading)).toEqual([false, true]);
  });
});

describe('columns that cannot all be read', () => {
  test('of two with one name neither is, unless they hold the same', () => {
    const result = read(
      table('Actuals', 'Date | Omzet | omzet | Date\n2026-01-31 | 5 | 7 | 2026-02-28'),
    );
    expect(problems(result)).toEqual(['E_COLUMN_TWICE Actuals!D1']);
    expect(facts(result)).toEqual([]);
    const values = read(table('Actuals', 'Date | Omzet | omzet\n2026-01-31 | 5 | 0'));
    expect(problems(values)).toEqual(['E_COLUMN_TWICE Actuals!C1']);
    expect(facts(values)).toEqual([]);
    const same = read(table('Actuals', 'Date | Omzet | omzet | Date\n2026-01-31 | -5 | -5 |'));
    expect(problems(same)).toEqual([]);
    expect(facts(same)).toEqual(['2026-01-31 omzet -5']);
  });

  test('values of nobody knows what ask for the column Measure', () => {
    const result = read(table('Actuals', 'Export |\nDate | Value\n2026-01-31 | 5'));
    expect(problems(result)).toEqual(['E_HEADER Actuals!A2']);
    expect(describeIssue(result.issues[0], 'en').text).toContain('Measure');
  });
});

describe('the cadence, where nobody typed it', () => {
  const cadenceOf = (...dates: string[]) => {
    const { workspace } = readSheets([
      table('Measures', 'Measure\nOmzet'),
      KPIS,
      sheetOf('Actuals', [
        ['Date', 'Omzet'],
        ...dates.map((date, index) => [
          /^\d{4}-\d\d-\d\d$/.test(date) ? serial(date) : date,
          index,
        ]),
      ]),
    ]);
    return workspace.measures[0].cadence;
  };

  test.each([
    ['day', ['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06']],
    ['week', ['2026-01-05', '2026-01-12', '2026-01-26']],
    ['month', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['month', ['2026-01-31', '2026-05-31', '2026-06-30', '2026-07-31']],
    ['month', ['2025-01-31', '2025-02-28', '2025-03-31', '2026-01-31']],
    ['day', ['2025-03-30', '2025-03-31', '2026-01-01', '2026-01-02']],
    ['irregular', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['irregular', ['2026-05-01', '2026-05-12', '2026-05-24']],
    ['quarter', ['2026-03-31', '2026-06-30', '2026-09-30']],
    ['year', ['2024-12-31', '2025-12-31', '2026-12-31']],
    ['irregular', ['2010-01-01', '2020-05-05']],
    ['month', ['2026-01']],
    ['quarter', ['2026 Q1', '2026 Q2']],
    ['month', ['2025-01', '2025-07', '2026-01']],
    ['week', ['2026 W02', '2026 W09']],
    ['quarter', ['2024 Q1', '2026 Q4']],
    ['month', ['2025-01', '2025-02', '2025 Q1']],
    ['month', ['2024-01', '2025-01-31', '2026-01']],
    ['month', []],
  ])('%s: %p', (cadence, dates) => {
    expect(cadenceOf(...dates)).toBe(cadence);
  });

  test('in order of rows or not', () => {
    expect(cadenceOf('2026-03-31', '2026-01-31', '2026-02-28')).toBe('month');
    expect(day('2026-01-31')).toBe(20484);
  });
});
