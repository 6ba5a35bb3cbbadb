import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { problems, readSheets, sheetOf, table } from '../sheet-of-rows.ts';

const KPIS = table('KPIs', 'KPI | Due');
const NO_FIGURES = table('Actuals', 'Date | Measure');
const read = (text: string, locale = 'nl_NL') =>
  readSheets([table('Meetwaarden', text), KPIS, NO_FIGURES], { locale });

test('every column, in Dutch', () => {
  const result = read(`
    Meetwaarde | Eenheid | Telt op als | Ritme | Beter als | Decimalen | Ontbrekend | Venster | Laagste | Hoogste | Vertraging | Respijt | Telt op over kanalen | Notitie | Meetwaarde-ID
    Orderwaarde | EUR | gemiddelde | week | hoger | 2 | ontbreekt | 12 maanden | -5 | 400 | 3 | 0 | nee | uit de kassa | aov`);
  expect(problems(result)).toEqual([]);
  expect(result.workspace.measures).toEqual([
    {
      id: 'aov',
      name: 'Orderwaarde',
      order: 0,
      unit: { kind: 'currency', currency: 'EUR' },
      isUnitTyped: true,
      aggregation: 'mean',
      formula: null,
      cadence: 'week',
      isCadenceGuessed: false,
      window: { length: 12, unit: 'month' },
      betterWhen: 'higher',
      decimals: 2,
      missing: 'missing',
      isMissingTyped: true,
      keptWith: [],
      lowest: -5,
      highest: 400,
      dataLagDays: 3,
      graceDays: 0,
      addsUpOverChannels: false,
      note: 'uit de kassa',
      place: { tab: 'Meetwaarden', cell: 'A2' },
      isSourceLoading: false,
      isSourceSaid: false,
      unread: null,
    },
  ]);
});

test('blanks: a number, the newest value, monthly until there are values, nothing late', () => {
  expect(read('Meetwaarde\nOmzet').workspace.measures[0]).toMatchObject({
    unit: { kind: 'number' },
    aggregation: 'last',
    cadence: 'month',
    missing: 'missing',
    dataLagDays: 0,
    graceDays: null,
    addsUpOverChannels: null,
    decimals: null,
  });
});

test('a day without a row is zero for what is counted, and for what is summed by the day', () => {
  const { measures } = read(`
    Meetwaarde | Telt op als | Ritme
    Leads      | aantal      | maand
    Omzet      | som         | dag
    Kosten     | som         | maand
    Saldo      | laatste     | dag`).workspace;
  expect(measures.map(({ missing }) => missing)).toEqual(['zero', 'zero', 'missing', 'missing']);
});

test.each([
  ['aantal verschillende', 'count_distinct'],
  ['verschillende waarden', 'count_distinct'],
  ['mediaan', 'median'],
  ['90e percentiel', 'p90'],
  ['P95', 'p95'],
  ['distinct count', 'count_distinct'],
] as const)('"%s" adds up by %s', (typed, aggregation) => {
  const result = read(`Meetwaarde | Telt op als\nOrders | ${typed}`);
  expect(problems(result)).toEqual([]);
  expect(result.workspace.measures[0].aggregation).toBe(aggregation);
});

test('no row may mean that nothing happened', () => {
  const { measures } = read(`
    Meetwaarde | Telt op als | Ontbrekend
    Incidenten | aantal      | niets gebeurd
    Contracten | som         | nothing`).workspace;
  expect(measures.map(({ missing, isMissingTyped }) => [missing, isMissingTyped])).toEqual([
    ['nothing', true],
    ['nothing', true],
  ]);
});

test('bounds that leave no room between them do not count, and a window needs its unit', () => {
  const result = read(`
    Meetwaarde | Laagste | Hoogste | Venster
    Cijfer     | 10      | 1       |
    Klachten   | 0       | 0       |
    Ongevallen | 0       |         | 12`);
  expect(problems(result)).toEqual([
    'E_BOUNDS_ORDER Meetwaarden!C2',
    'E_BOUNDS_ORDER Meetwaarden!C3',
    'E_WINDOW Meetwaarden!D4',
  ]);
  expect(result.workspace.measures.map(({ lowest, highest }) => [lowest, highest])).toEqual([
    [null, null],
    [null, null],
    [0, null],
  ]);
  expect(result.issues.map((issue) => describeIssue(issue, 'nl').text)).toEqual([
    'Laagste 10 ligt niet onder Hoogste 1; geen van beide telt.',
    'Laagste 0 ligt niet onder Hoogste 0; geen van beide telt.',
    '"12" bij Venster is geen tijdsduur.',
  ]);
});

describe('formulas', () => {
  test('name measures by name or id, in any order of rows; the cadence is the coarsest', () => {
    const result = read(`
      Meetwaarde | Eenheid | Telt op als | Ritme | Formule | Meetwaarde-ID
      Conversie  | procent |             |       | orders / [unieke bezoekers] | conversie
      Orders     |         | som         | dag   |         | orders
      Unieke Bezoekers |   | uniek       | week  |         | bez`);
    expect(problems(result)).toEqual([]);
    expect(result.workspace.measures[0]).toMatchObject({
      aggregation: null,
      cadence: 'week',
      missing: 'missing',
      formula: {
        kind: 'binary',
        operator: '/',
        left: { kind: 'measure', measureId: 'orders' },
        right: { kind: 'measure', measureId: 'bez' },
      },
    });
  });

  test('wait for the slowest of their measures, unless they say how long themselves', () => {
    const result = read(`
      Meetwaarde | Telt op als | Ritme | Vertraging | Formule
      Conversie  |             |       |            | Orders / Bezoeken
      Marge      |             |       | 0          | Orders / Bezoeken
      Dubbel     |             |       |            | 2 * Conversie
      Orders     | som         | dag   | 1          |
      Bezoeken   | som         | dag   | 3          |
      Klachten   | som         | dag   |            |`);
    expect(problems(result)).toEqual([]);
    expect(result.workspace.measures.map(({ dataLagDays }) => dataLagDays)).toEqual([
      3, 0, 3, 1, 3, 0,
    ]);
  });

  test('an unknown name is an error with the chain, and spreads to formulas over it', () => {
    const kpis = table(
      'KPIs',
      `
      KPI | Kind | Start | Due | Target | Measure
      Ratio | minstens | 2026-01-01 | 2026-12-31 | 2 | Dubbel
      Fine | minstens | 2026-01-01 | 2026-12-31 | 3 | Orders`,
    );
    const result = readSheets([
      table(
        'Measures',
        `
        Measure | Formula
        Dubbel  | 2 * Ratio
        Ratio   | Orders / Bezoekrs
        Orders  |
        Bezoekers |`,
      ),
      kpis,
      NO_FIGURES,
    ]);
    expect(problems(result)).toEqual(['E_FORMULA_NAME Measures!B3']);
    expect(describeIssue(result.issues[0], 'en').text).toBe(
      'The formula names "Bezoekrs", which is no measure ("Bezoekers"?). Chain: Ratio → Bezoekrs.',
    );
    expect(result.workspace.kpis.map(({ errors }) => errors)).toEqual([['E_FORMULA_NAME'], []]);
  });

  test('a circle is told with its chain, at each measure in it', () => {
    const result = read(`
      Meetwaarde | Formule
      A | B + 1
      B | C * 2
      C | A - 3
      D | A`);
    expect(problems(result)).toEqual([
      'E_FORMULA_CYCLE Meetwaarden!B2',
      'E_FORMULA_CYCLE Meetwaarden!B3',
      'E_FORMULA_CYCLE Meetwaarden!B4',
    ]);
    expect(describeIssue(result.issues[0], 'nl').text).toContain('A → B → C → A');
    expect(result.workspace.measures.map(({ formula }) => formula === null)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  describe('formulas over formulas', () => {
    type Level = readonly [formula: string, window?: string];
    const levels = (length: number, level: (at: number) => Level) =>
      problems(
        readSheets([
          sheetOf('Measures', [
            ['Measure', 'Formula', 'Window'],
            ['m0', '', ''],
            ...Array.from({ length }, (_, i) => [`m${i + 1}`, ...level(i)]),
          ]),
          KPIS,
          NO_FIGURES,
        ]),
      );

    test('are as long as the tab, however often each names the one before', () => {
      expect(levels(5000, (at) => [`m${at} - m${at}`])).toEqual([]);
      expect(levels(2000, (at) => [`m${at} / 2 + m${Math.max(0, at - 1)}`])).toEqual([]);
    });

    test('look back through a thousand windows, and no further', () => {
      const on = (length: number) => levels(length, (at) => [`m${at} + m0`, '12 months']);
      expect(on(1001)).toEqual([]);
      expect(on(1002)).toEqual(['E_FORMULA_REACH Measures!B1004']);
      // Each looks back on the two before it, and so on all that these look back on.
      const onTwo = levels(16, (at) => [`m${at} + m${Math.max(0, at - 1)}`, '12 months']);
      expect(onTwo).toEqual(['E_FORMULA_REACH Measures!B17']);
    });
  });

  test('a leading = and a percent made by hand are told', () => {
    const result = read(`
      Meetwaarde | Eenheid | Telt op als | Formule
      Orders | aantal | som |
      Fout | procent | | =Orders / Orders
      Honderd | procent | | Orders / Orders * 100
      Goed | aantal | | Orders * 100`);
    expect(problems(result)).toEqual([
      'E_FORMULA_EQUALS Meetwaarden!D3',
      'W_FORMULA_HUNDRED Meetwaarden!D4',
    ]);
  });

  test('values typed for a measure with a formula do not count, and that is told once', () => {
    const result = readSheets([
      table('Measures', 'Measure | Adds up | Formula\nOrders | sum |\nDouble | | Orders * 2'),
      KPIS,
      table('Actuals', 'Date | Measure | Value\n2026-01-31 | Double | 8\n2026-02-28 | Double | 9'),
    ]);
    expect(problems(result)).toEqual(['W_FORMULA_AND_VALUES Actuals!B2']);
    expect(result.workspace.measurements.rowCount).toBe(0);
  });
});

test('a slip in a unit is told however many workbooks were read before', () => {
  const slip = () => problems(read('Meetwaarde | Eenheid\nConversie | procnt'));
  for (let before = 0; before < 101; before++) slip();
  expect(slip()).toEqual(['W_UNIT Meetwaarden!B2']);
});

test('bad cells are told where they stand', () => {
  const result = read(`
    Meetwaarde | Eenheid | Telt op als | Ritme | Decimalen | Vertraging
    Omzet | procnt | keer | soms | -1 | 1.5
    omzet | EUR | som | dag | 0 | 0`);
  expect(problems(result)).toEqual([
    'W_NAME_TWICE Meetwaarden!A3',
    'W_UNIT Meetwaarden!B2',
    'E_CHOICE Meetwaarden!C2',
    'E_CHOICE Meetwaarden!D2',
    'E_BOUNDS Meetwaarden!E2',
    'E_BOUNDS Meetwaarden!F2',
  ]);
});
