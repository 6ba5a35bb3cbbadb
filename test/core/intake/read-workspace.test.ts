import { describeIssue } from '../../../src/core/language/describe-issue.ts';
import { day, found, problems, readSheets, table } from './sheet-of-rows.ts';

const NL = { locale: 'nl_NL' };

describe('the smallest workbook that works', () => {
  const kpis = table(
    'KPIs',
    `
    KPI     | Kind      | Start      | Due        | Target
    Revenue | add up to | 2026-01-01 | 2026-03-31 | 200000`,
  );
  const actuals = table(
    'Actuals',
    `
    Date       | Measure | Value
    2026-01-31 | Revenue | 60000
    2026-02-28 | Revenue | 70000`,
  );

  test('KPI, Kind, Start, Due, Target and figures are enough, without one problem', () => {
    const read = readSheets([kpis, actuals]);
    expect(problems(read)).toEqual([]);
    expect(read.workspace.kpis).toMatchObject([
      {
        id: 'revenue',
        name: 'Revenue',
        kind: 'add_up_to',
        type: 'reach',
        declaredDirection: null,
        measureId: 'revenue',
        start: day('2026-01-01'),
        due: day('2026-03-31'),
        target: 200000,
        lastTime: null,
        weight: null,
        errors: [],
        place: { tab: 'KPIs', cell: 'A2' },
      },
    ]);
    expect(read.workspace.measures).toMatchObject([
      {
        id: 'revenue',
        aggregation: 'sum',
        cadence: 'month',
        missing: 'missing',
        unit: { kind: 'number' },
      },
    ]);
  });

  test('the figures become typed columns with dictionaries', () => {
    const { measurements } = readSheets([kpis, actuals]).workspace;
    expect(measurements.rowCount).toBe(2);
    expect(measurements.measureIds).toEqual(['revenue']);
    expect(Array.from(measurements.value)).toEqual([60000, 70000]);
    expect(Array.from(measurements.day)).toEqual([day('2026-01-31'), day('2026-02-28')]);
    expect(Array.from(measurements.channel)).toEqual([0, 0]);
  });

  test('the checks say how the figures are read', () => {
    const read = readSheets([kpis, actuals]);
    expect(found(read)).toEqual(['I_CADENCE KPIs!A2']);
    expect(describeIssue(read.issues[0], 'en').text).toBe('"Revenue" is read as monthly.');
    expect(describeIssue(read.issues[0], 'nl').text).toBe(
      'Koers leest "Revenue" als cijfers per maand.',
    );
  });

  test('the same in Dutch, in another column order, below title rows', () => {
    const read = readSheets(
      [
        table(
          "KPI's",
          `
          Onze plannen |      |            |            |
                       |      |            |            |
          Streefwaarde | KPI  | Einddatum  | Soort | Startdatum
          200000       | Omzet | 2026-03-31 | Optellen tot | 2026-01-01`,
        ),
        table(
          'Realisatie web',
          `
          Omzet per maand |
          Datum      | Omzet
          2026-01-31 | 60000`,
        ),
      ],
      NL,
    );
    expect(problems(read)).toEqual([]);
    expect(read.workspace.kpis).toMatchObject([
      { id: 'omzet', kind: 'add_up_to', target: 200000, place: { tab: "KPI's", cell: 'B4' } },
    ]);
    expect(Array.from(read.workspace.measurements.value)).toEqual([60000]);
    expect(read.workspace.settings.language).toBe('nl');
  });
});

describe('a workbook that lacks things', () => {
  test('nothing at all: the two tabs that are needed are missed by name', () => {
    expect(problems(readSheets([]))).toEqual(['E_TAB_MISSING KPIs!', 'E_TAB_MISSING Actuals!']);
    expect(problems(readSheets([], NL))).toEqual([
      "E_TAB_MISSING KPI's!",
      'E_TAB_MISSING Realisatie!',
    ]);
  });

  test('a tab without its header says which columns', () => {
    const read = readSheets([table('KPIs', 'Name | Target\nRevenue | 5'), table('Actuals', 'x')]);
    expect(problems(read)).toEqual(['E_HEADER KPIs!A1', 'E_HEADER Actuals!A1']);
    expect(describeIssue(read.issues[0], 'nl').text).toContain('KPI, Einddatum');
  });

  test('Koers own tabs and strange tabs are left alone', () => {
    const read = readSheets([
      table('Koers goals', 'x'),
      table('Holiday plans', 'y'),
      table('KPIs', 'KPI | Due'),
      table('Actuals', 'Date | Measure'),
    ]);
    expect(found(read)).toEqual([]);
  });
});

describe('ids', () => {
  test('blank ids are made from names, noted for their cell, and typed ids keep', () => {
    const read = readSheets([
      table(
        'Goals',
        `
        Goal          | Goal ID
        Omzet webshop |
        Omzet webshop!| 
        Grow          | omzet_webshop
        Großes Ziel   | Bad Id`,
      ),
      table('KPIs', 'KPI | Due'),
      table('Actuals', 'Date | Measure'),
    ]);
    expect(read.workspace.goals.map(({ id }) => id)).toEqual([
      'omzet_webshop_2',
      'omzet_webshop_3',
      'omzet_webshop',
      'gro_es_ziel',
    ]);
    expect(read.idsToWrite).toEqual([
      { tab: 'Goals', cell: 'B2', id: 'omzet_webshop_2' },
      { tab: 'Goals', cell: 'B3', id: 'omzet_webshop_3' },
    ]);
    expect(problems(read)).toEqual(['E_ID Goals!B5']);
  });

  test('the copy of a row gets an id of its own, and its copied id an issue', () => {
    const read = readSheets([
      table('Goals', 'Goal | Goal ID\nGrow | grow_x\nGrow more | grow_x'),
      table('KPIs', 'KPI | Due'),
      table('Actuals', 'Date | Measure'),
    ]);
    expect(read.workspace.goals.map(({ id }) => id)).toEqual(['grow_x', 'grow_more']);
    expect(read.idsToWrite).toEqual([]);
    expect(problems(read)).toEqual(['E_ID_TWICE Goals!B3']);
  });
});
