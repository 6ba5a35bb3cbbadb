import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

const KPIS = table('KPIs', 'KPI | Due');
const read = (measure: string, figures: ReturnType<typeof table>, today = '2026-02-10') =>
  readSheets([table('Measures', `Measure | Unit | Adds up | Cadence\n${measure}`), KPIS, figures], {
    today,
  });

describe('a percent typed as 2.4 for 2.4%', () => {
  test('is told with both ways to type it', () => {
    const result = read(
      'Conversie | percent | mean | month',
      table('Actuals', 'Date | Conversie\n2026-01-31 | 2.4\n2025-12-31 | 0.024'),
    );
    expect(problems(result)).toEqual(['W_PERCENT_SCALE Actuals!B2']);
    expect(describeIssue(result.issues[0], 'en')).toEqual({
      text: '2.4 in Conversie of a percentage is 240%.',
      fix: 'Is 2.4% meant? Type 2.4% or 0.024.',
    });
  });
  test('as text without its sign as well', () => {
    const figures = table('Actuals', 'Date | X\n2026-01-31 | 2.4%\n2025-12-31 | +2.4');
    expect(problems(read('X | percent | mean | month', figures))).toEqual([
      'W_PERCENT_SCALE Actuals!B3',
    ]);
  });
  test('not at 100%, 0, below 0, as text with its sign, or in another unit', () => {
    const figures = table(
      'Actuals',
      'Date | X\n2026-01-31 | 1\n2025-12-31 | 0\n2025-11-30 | -0.4\n2025-10-31 | 150%',
    );
    expect(problems(read('X | percent | mean | month', figures))).toEqual([]);
    expect(
      problems(read('X | points | mean | month', table('Actuals', 'Date | X\n2026-01-31 | 24'))),
    ).toEqual([]);
  });
});

describe("the month's figure dated the first of the next month", () => {
  const monthly = (dates: string[]) =>
    sheetOf('Actuals', [
      ['Date', 'Omzet'],
      ...dates.map((date, index) => [serial(date), index + 5]),
    ]);
  const fromDecember = (dates: string[]) =>
    readSheets(
      [
        table('Measures', 'Measure | Unit | Adds up | Cadence\nOmzet | EUR | sum | month'),
        table(
          'KPIs',
          'KPI | Measure | Start | Due | Target\nOmzet | Omzet | 2025-12-01 | 2026-11-30 | 90',
        ),
        monthly(dates),
      ],
      { today: '2026-02-10' },
    );
  test('is told while that month still runs, when nothing stands in the first month of a KPI', () => {
    const result = fromDecember(['2026-01-01', '2026-02-01']);
    expect(problems(result)).toContain('W_FIRST_OF_NEXT Actuals!B3');
    const told = result.issues.find(({ code }) => code === 'W_FIRST_OF_NEXT');
    expect(told && describeIssue(told, 'nl').fix).toContain('31 jan 2026');
  });
  test('not when that month has its figure: then each is of its own month', () => {
    expect(problems(fromDecember(['2025-12-01', '2026-01-01', '2026-02-01']))).toEqual([]);
  });
  test('not when the newest month is over, nor when rows have other days too', () => {
    expect(
      problems(read('Omzet | EUR | sum | month', monthly(['2025-12-01', '2026-01-01']))),
    ).toEqual([]);
    expect(
      problems(read('Omzet | EUR | sum | month', monthly(['2026-01-15', '2026-02-01']))),
    ).toEqual([]);
  });
});

describe('values after today', () => {
  test('are told; a label of the running month is not one', () => {
    const future = table('Actuals', 'Date | Omzet\n2026-01-31 | 5\n2026-12-31 | 6');
    expect(problems(read('Omzet | EUR | sum | month', future))).toEqual([
      'W_FUTURE_VALUE Actuals!B3',
    ]);
    const running = table('Actuals', 'Date | Omzet\n2026-01 | 5\n2026-02 | 6');
    expect(problems(read('Omzet | EUR | sum | month', running))).toEqual([]);
  });
});

describe('unique counts added up', () => {
  test('by a sum over people, or finer than their own cadence', () => {
    const daily = table('Actuals', 'Date | Unieke bezoekers\n2026-01-05 | 40\n2026-01-06 | 50');
    expect(problems(read('Unieke bezoekers | number | sum | day', daily))).toEqual([
      'W_UNIQUE_ADDED Actuals!B3',
    ]);
    expect(problems(read('Unieke bezoekers | number | unique | month', daily))).toEqual([
      'W_UNIQUE_ADDED Actuals!B3',
    ]);
    expect(problems(read('Unieke bezoekers | number | unique | day', daily))).toEqual([]);
  });
});

describe('durations without a unit', () => {
  const sheet = sheetOf(
    'Actuals',
    [
      ['Date', 'Belduur'],
      [serial('2026-01-31'), 0.0021],
    ],
    {
      formats: [{ usual: 'date' }, { usual: 'general', except: { 1: 'duration' } }],
    },
  );
  test('are told by what their cells show', () => {
    expect(problems(read('Belduur | number | mean | month', sheet))).toEqual([
      'W_DURATION_UNIT Actuals!B2',
    ]);
    expect(problems(read('Belduur | duration | mean | month', sheet))).toEqual([]);
  });
});

describe('two values for one day', () => {
  const twice = table('Actuals', 'Date | Score\n2026-01-31 | 5\n2026-01-31 | 7\n2025-12-31 | 6');
  test('are told for a level, in order of date or not', () => {
    expect(problems(read('Score | points | last | month', twice))).toEqual([
      'W_DUPLICATE Actuals!B3',
    ]);
    const shuffled = table(
      'Actuals',
      'Date | Score\n2026-01-31 | 5\n2025-12-31 | 6\n2026-01-31 | 7',
    );
    expect(problems(read('Score | points | last | month', shuffled))).toEqual([
      'W_DUPLICATE Actuals!B4',
    ]);
  });
  test('not for a total, a mean, another channel, or when each says when it was recorded', () => {
    expect(problems(read('Score | points | sum | month', twice))).toEqual([]);
    expect(problems(read('Score | points | mean | month', twice))).toEqual([]);
    const channels = table(
      'Actuals',
      'Date | Channel | Score\n2026-01-31 | A | 5\n2026-01-31 | B | 7',
    );
    expect(problems(read('Score | points | last | month', channels))).toEqual([]);
    const recorded = table(
      'Actuals',
      'Date | Score | Recorded at\n2026-01-31 | 5 | 2026-02-01\n2026-01-31 | 7 | 2026-02-02',
    );
    expect(problems(read('Score | points | last | month', recorded))).toEqual([]);
  });
});

test('what is counted by rows has no number in Value', () => {
  const counted = table('Actuals', 'Date | Leads\n2026-01-05 | 1\n2026-01-06 | 0\n2026-01-07 | 12');
  expect(problems(read('Leads | number | count | day', counted))).toEqual([
    'W_COUNT_VALUE Actuals!B4',
  ]);
});

describe('cells that show a percentage', () => {
  const shown = (unit: string, adds: string, last: 'percent' | 'general') =>
    readSheets([
      table('Measures', `Measure | Unit | Adds up\nConversie | ${unit} | ${adds}`),
      KPIS,
      sheetOf(
        'Actuals',
        [
          ['Date', 'Conversie'],
          [serial('2026-01-31'), 0.25],
          [serial('2026-02-28'), 0],
          [serial('2026-03-31'), 0.3],
        ],
        { formats: [undefined, { usual: 'percent', except: { 2: 'general', 3: last } }] },
      ),
    ]);
  const unitOf = (result: ReturnType<typeof shown>) => result.workspace.measures[0].unit.kind;

  test('make a measure without a unit one, where all figures but 0 show it', () => {
    const result = shown('', 'mean', 'percent');
    expect(unitOf(result)).toBe('percent');
    expect(problems(result)).not.toContain('W_PERCENT_SHOWN Actuals!B2');
    expect(unitOf(shown('points', 'mean', 'percent'))).toBe('points');
  });

  test('are asked about once where others do not, or where they are added up', () => {
    for (const result of [shown('', 'mean', 'general'), shown('', 'sum', 'percent')]) {
      expect(unitOf(result)).toBe('number');
      expect(problems(result)).toContain('W_PERCENT_SHOWN Actuals!B2');
      const told = result.issues.find(({ code }) => code === 'W_PERCENT_SHOWN');
      expect(told && describeIssue(told, 'en').text).toContain('25% is taken for 0.25');
    }
    expect(problems(shown('percent', 'mean', 'general'))).not.toContain(
      'W_PERCENT_SHOWN Actuals!B2',
    );
  });
});
