import { findTab } from '../../../../src/core/intake/rows/find-header.ts';
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
