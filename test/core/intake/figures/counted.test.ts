import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

const KPIS = table('KPIs', 'KPI | Due');

const values = ({ workspace: { measurements: m } }: ReturnType<typeof readSheets>): string[] =>
  Array.from(
    { length: m.rowCount },
    (_, i) => `${isoDate(m.day[i])} ${m.measureIds[m.measure[i]]} ${m.value[i]}`,
  );

describe('a measure that counts rows', () => {
  const MEASURES = table('Measures', 'Measure | Adds up | Cadence\nTickets | count | day');
  const read = (rows: readonly (readonly unknown[])[]) =>
    readSheets([MEASURES, KPIS, sheetOf('Actuals', [['Date', 'Measure', 'Value'], ...rows])]);
  const on = (date: string, value: unknown) => [serial(date), 'Tickets', value];

  test('counts whatever stands in Value, but for a 0 and an unticked box', () => {
    const result = read([
      on('2026-01-01', 'T-13'),
      on('2026-01-02', true),
      on('2026-01-03', false),
      on('2026-01-04', '0'),
      on('2026-01-05', ''),
      on('2026-01-06', 0),
    ]);
    expect(problems(result)).toEqual([]);
    expect(values(result).map((row) => row.slice(-1))).toEqual(['1', '1', '0', '0', '1', '0']);
  });

  test('an error value is no event', () => {
    const result = read([on('2026-01-01', '#N/A'), on('2026-01-02', 'T-14')]);
    expect(problems(result)).toEqual(['E_CELL_ERROR Actuals!C2']);
    expect(values(result)).toEqual(['2026-01-02 tickets 1']);
  });

  test('a text that stands in two rows, or an amount, is asked about once', () => {
    const result = read([
      on('2026-01-01', 'T-13'),
      on('2026-01-01', 'T-13'),
      on('2026-01-01', 'T-14'),
      on('2026-01-01', 'T-14'),
      on('2026-01-02', -784),
      on('2026-01-03', 56),
    ]);
    expect(problems(result)).toEqual(['W_COUNT_REPEATED Actuals!C3', 'W_COUNT_VALUE Actuals!C6']);
    expect(values(result)).toHaveLength(6);
  });
});

describe('a measure that counts different values', () => {
  const MEASURES = table(
    'Measures',
    `
    Measure | Adds up | Cadence | Source tab | Date column | Value column
    Orders  | count distinct | day | Export | Created | Name`,
  );
  const lines = (...rows: readonly (readonly unknown[])[]) =>
    readSheets([MEASURES, KPIS, sheetOf('Export', [['Name', 'Created'], ...rows])]);

  test('counts each once, text or number, on its first date', () => {
    const result = lines(
      ['#13519', serial('2026-01-05')],
      [' #13519 ', serial('2026-01-05')],
      ['#13520', serial('2026-01-05')],
      ['#13519', serial('2026-01-02')],
      [13521, serial('2026-01-06')],
      ['13521', serial('2026-01-07')],
      ['#a', serial('2026-01-07')],
      ['#A', serial('2026-01-07')],
    );
    expect(problems(result)).toEqual([]);
    expect(values(result)).toEqual([
      '2026-01-05 orders 0',
      '2026-01-05 orders 0',
      '2026-01-05 orders 1',
      '2026-01-02 orders 1',
      '2026-01-06 orders 1',
      '2026-01-07 orders 0',
      '2026-01-07 orders 1',
      '2026-01-07 orders 1',
    ]);
    expect(result.workspace.measures[0]).toMatchObject({ missing: 'zero' });
  });

  test('a blank is no value, and an error is none either', () => {
    const result = lines(
      ['', serial('2026-01-05')],
      ['#REF!', serial('2026-01-06')],
      [0, serial('2026-01-07')],
    );
    expect(problems(result)).toEqual(['E_CELL_ERROR Export!A3']);
    expect(values(result)).toEqual(['2026-01-07 orders 1']);
  });
});

test('counts of one tab are kept together, those of other tabs and sums are not', () => {
  const result = readSheets([
    table(
      'Measures',
      `
      Measure | Adds up | Cadence
      Incidents | count | day
      Visits | count | day
      Sales | sum | day
      Returns | count | day`,
    ),
    KPIS,
    table(
      'Actuals',
      `
      Date | Measure | Value
      2026-01-03 | Incidents |
      2026-01-03 | Visits |
      2026-01-04 | Sales | 7`,
    ),
    table('Actuals returns', 'Date | Measure\n2026-01-05 | Returns\n2026-01-06 | Returns'),
  ]);
  expect(result.workspace.measures.map(({ keptWith }) => keptWith)).toEqual([
    ['visits'],
    ['incidents'],
    [],
    [],
  ]);
});

test('one tab that counts both is enough, whatever else the other is counted from', () => {
  const result = readSheets([
    table('Measures', 'Measure | Adds up | Cadence\nIncidents | count | day\nVisits | count | day'),
    KPIS,
    table('Actuals', 'Date | Measure\n2026-01-03 | Incidents\n2026-01-04 | Visits'),
    table('Actuals visits', 'Date | Measure\n2026-01-05 | Visits'),
  ]);
  expect(result.workspace.measures.map(({ keptWith }) => keptWith)).toEqual([
    ['visits'],
    ['incidents'],
  ]);
});
