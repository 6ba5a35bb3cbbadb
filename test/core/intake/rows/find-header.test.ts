import { findTab } from '../../../../src/core/intake/rows/find-header.ts';
import { columnEntries } from '../../../../src/core/layout/sheet-layout.ts';
import { TAB_IDS } from '../../../../src/core/layout/tab-layout.ts';
import { problems, readSheets, sheetOf, table } from '../sheet-of-rows.ts';

test('the first of 100 rows that holds the needed columns, in any order and spelling', () => {
  const tab = findTab(
    sheetOf('KPIs', [['Our plans'], [], [' einddatum: ', 'My own', 'kpi *', 'STREEFWAARDE']]),
    'kpis',
  );
  expect(tab?.headerRow).toBe(2);
  expect(tab?.columnOf).toEqual({ due: 0, name: 2, target: 3 });
});

test('below the hundredth row nobody looks', () => {
  const rows = (before: number) => [...Array.from({ length: before }, () => ['x']), ['KPI', 'Due']];
  expect(findTab(sheetOf('KPIs', rows(99)), 'kpis')?.headerRow).toBe(99);
  expect(findTab(sheetOf('KPIs', rows(100)), 'kpis')).toBeNull();
});

test('numbers, errors and holes are no headers', () => {
  expect(findTab({ name: 'KPIs', columns: [[1, null], [], ['#REF!', true]] }, 'kpis')).toBeNull();
  expect(findTab({ name: 'KPIs', columns: [] }, 'kpis')).toBeNull();
});

test('a column under its own name goes before one under a synonym, wherever they stand', () => {
  const result = readSheets(
    [
      table('KPIs', 'KPI | Due'),
      table('Measures', 'Measure | Adds up\nOmzet | sum'),
      table('Realisatie', 'Week | Datum | Omzet\n7 | 2026-02-14 | 60'),
    ],
    { locale: 'nl_NL' },
  );
  expect(problems(result)).toEqual([]);
  expect(Array.from(result.workspace.measurements.value)).toEqual([60]);
});

test('of two columns of one name neither is read, and both are named', () => {
  const read = readSheets([
    table(
      'KPIs',
      `
      KPI | Kind | Start | Due | Target | Streefwaarde
      Leads | add up to | 2026-01-01 | 2026-03-31 | 100 | 200`,
    ),
    table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
  ]);
  expect(problems(read)).toEqual(['E_COLUMN_TWICE KPIs!F1', 'E_NO_TARGET KPIs!A2']);
  expect(read.issues[0].details).toEqual({ column: 'Streefwaarde', other: 'E1' });
  expect(read.workspace.kpis[0].target).toBeNull();
});

describe('Doel, which is a goal and a target', () => {
  const found = (...rows: unknown[][]) => findTab(sheetOf("KPI's", rows), 'kpis')?.columnOf;

  test('is the target when it holds figures alone: zero, below zero, in words of a unit', () => {
    const figures = [[0], [-400], ['€ 12.000'], ['480 kg'], ['2,5%'], [null]];
    expect(
      found(['Doel', 'KPI', 'Einde'], ...figures.map(([doel]) => [doel, 'Leads', 46387])),
    ).toEqual({ target: 0, name: 1, due: 2 });
    expect(found(['KPI', 'Due', 'Goal'], ['Leads', 46387, 55])).toEqual({
      name: 0,
      due: 1,
      target: 2,
    });
  });

  test('stays a goal with one name among the figures, with nothing below, and beside a target', () => {
    const goal = { name: 0, due: 1, goal: 2 };
    const header = ['KPI', 'Einde', 'Doel'];
    expect(found(header, ['Leads', 46387, 55], ['Omzet', 46387, 'Groeien'])).toEqual(goal);
    expect(found(header, ['Leads', 46387, '10% meer omzet'])).toEqual(goal);
    expect(found(header)).toEqual(goal);
    const withTarget = [...header, 'Streefwaarde'];
    expect(found(withTarget, ['Leads', 46387, 55, 70])).toEqual({ ...goal, target: 3 });
  });

  test('leaves its place to a column for goals, before it or after it', () => {
    const row = ['Leads', 46387, 55, 'Groeien'];
    const [kpi, due, figure, name] = row;
    const both = { name: 0, due: 1, target: 2, goal: 3 };
    expect(found(['KPI', 'Einde', 'Doel', 'Doelstelling'], row)).toEqual(both);
    expect(found(['KPI', 'Due', 'Goal', 'Goal'], row)).toEqual(both);
    expect(found(['KPI', 'Due', 'Goal', 'Goal'], [kpi, due, name, figure])).toEqual({
      ...both,
      target: 3,
      goal: 2,
    });
  });
});

describe('a heading with a year behind it', () => {
  const read = (header: string, rows: string, actuals = 'Date | Leads\n2026-01-05 | 3') =>
    readSheets([table('KPIs', `${header}\n${rows}`), table('Actuals', actuals)]);
  const targetsOf = (result: ReturnType<typeof read>) =>
    result.workspace.kpis.map(({ target }) => target);

  test.each([
    ['KPI | Kind | Start | Due | Target 2026'],
    ['Naam | Soort | Van | Tot en met | Doel 2026'],
    ['KPI name | Kind | From | Until | Goal'],
    ['KPI | Soort | Ingangsdatum | Streefdatum | Norm 2026'],
  ])('%s', (header) => {
    const result = read(header, 'Leads | add up to | 2026-01-01 | 2026-12-31 | 1200');
    expect(problems(result)).toEqual([]);
    expect(targetsOf(result)).toEqual([1200]);
  });

  test('of two years neither is taken, and both are named', () => {
    const row = 'Leads | add up to | 2026-01-01 | 2026-12-31 | 1200 | 1500';
    for (const name of ['Target', 'Doel']) {
      const result = read(`KPI | Kind | Start | Due | ${name} 2026 | ${name} 2027`, row);
      expect(problems(result)).toEqual(['E_COLUMN_TWICE KPIs!F1', 'E_NO_TARGET KPIs!A2']);
      expect(result.issues[0].details).toEqual({ column: `${name} 2027`, other: 'E1' });
      expect(targetsOf(result)).toEqual([null]);
    }
  });

  test('is of figures another column: a measure may end in a year', () => {
    const result = read(
      'KPI | Kind | Start | Due | Target',
      'Value 2026 | add up to | 2026-01-01 | 2026-12-31 | -40',
      'Date | Value 2026\n2026-01-05 | 0\n2026-01-12 | -7',
    );
    expect(problems(result)).toEqual([]);
    expect(Array.from(result.workspace.measurements.value)).toEqual([0, -7]);
  });
});

test('a column that may be another after all names one of its tab', () => {
  const named = TAB_IDS.flatMap((tab) => {
    const columns = columnEntries(tab);
    const ids = columns.map(([id]) => String(id));
    return columns.flatMap(([, { figuresAre }]) =>
      figuresAre === undefined ? [] : [[figuresAre, ids.includes(figuresAre)]],
    );
  });
  expect(named).toEqual([['target', true]]);
});
