import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { DUE, HEADER, readKpi, START } from '../one-kpi.ts';
import { day, problems, readSheets, serial, sheetOf, table } from '../sheet-of-rows.ts';

test.each([
  ['≥ 95%', 'Typ hier 95%, en kies "minstens" als Soort.'],
  ['max 5', 'Typ hier 5, en kies "hoogstens" als Soort.'],
  ['minstens -4.000', 'Typ hier -4.000, en kies "minstens" als Soort.'],
  ['40-50', 'Typ 40 bij Ondergrens en 50 bij Bovengrens (groep Meer), en kies "tussen" als Soort.'],
  [
    '0 tot 2,5%',
    'Typ 0 bij Ondergrens en 2,5% bij Bovengrens (groep Meer), en kies "tussen" als Soort.',
  ],
  ['heel veel 5', 'Typ een getal zonder woorden, zoals 1250.'],
])('a target of "%s" says where its words belong', (target, fix) => {
  expect(readKpi({ Target: target }).fixes).toContain(fix);
});

describe('Kind sets type, direction and aggregation', () => {
  test.each([
    ['optellen tot', 'reach', null, 'sum'],
    ['groeien naar', 'reach', 1, 'last'],
    ['terugbrengen naar', 'reach', -1, 'last'],
    ['minstens', 'at_least', 1, 'last'],
    ['hoogstens', 'at_most', -1, 'last'],
    ['niet meer uitgeven dan', 'ceiling', -1, 'sum'],
    ['klaar op', 'done', null, 'last'],
    ['alleen volgen', 'track', null, 'last'],
  ])('%s: %s', (kind, type, direction, aggregation) => {
    const whole = { KPI: 'Leads', Soort: kind, Start: START, Due: DUE, Target: 100 };
    const { workspace } = readSheets([
      sheetOf('KPIs', [Object.keys(whole), Object.values(whole)]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(workspace.kpis[0]).toMatchObject({ type, declaredDirection: direction, errors: [] });
    expect(workspace.measures[0].aggregation).toBe(aggregation);
  });

  test('what Measures says goes first', () => {
    const measures = table(
      'Measures',
      'Measure | Adds up | Better when\nLeads | gemiddelde | lager',
    );
    const read = readSheets([
      sheetOf('KPIs', [HEADER, ['Leads', '', START, DUE, 4]]),
      measures,
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(read.workspace.measures[0].aggregation).toBe('mean');
    expect(read.workspace.kpis[0]).toMatchObject({ kind: 'grow_to', declaredDirection: -1 });
  });

  test('a Kind that contradicts Better when is an error: nothing is guessed', () => {
    const { kpi, problems: found } = readKpi({ Kind: 'grow to' }, [
      table('Measures', 'Measure | Better when\nLeads | lower'),
    ]);
    expect(kpi.errors).toEqual(['E_DIR']);
    expect(found).toEqual(['E_DIR KPIs!B2']);
  });

  test('KPIs that want to add one measure up differently: the first decides, with a warning', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        [...HEADER, 'Measure'],
        ['Q1', 'add up to', START, DUE, 90, 'Leads'],
        ['Level', 'grow to', START, DUE, 50, 'Leads'],
      ]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(read.workspace.measures).toMatchObject([{ id: 'leads', aggregation: 'sum' }]);
    expect(problems(read)).toEqual(['W_KIND_AGGREGATION KPIs!B3']);
  });
});

describe('a blank Kind', () => {
  test.each([
    [{ Target: 120, 'Last time': 100 }, 'grow_to'],
    [{ Target: 80, 'Last time': 100 }, 'bring_down_to'],
    [{ Target: -5, 'Last time': 0 }, 'bring_down_to'],
    [{ Target: '', Growth: -0.1 }, 'bring_down_to'],
    [{ Target: 0 }, 'grow_to'],
    [{ Target: '', Low: 40, High: 50 }, 'keep_between'],
  ])('%p is %s', (cells, kind) => {
    const { kpi, problems: found } = readKpi({ Kind: '', ...cells });
    expect(kpi).toMatchObject({ kind, declaredDirection: null, errors: [] });
    expect(found).toEqual([]);
  });

  test('adds up for a measure that sums', () => {
    const { kpi } = readKpi({ Kind: '' }, [table('Measures', 'Measure | Adds up\nLeads | som')]);
    expect(kpi.kind).toBe('add_up_to');
  });
});

describe('what a KPI cannot do without', () => {
  test.each([
    [{ Target: '' }, 'E_NO_TARGET KPIs!E2'],
    [{ Target: 'a lot' }, 'E_NUMBER KPIs!E2'],
    [{ Target: '1.234' }, 'E_NUMBER_AMBIGUOUS KPIs!E2'],
    [{ Target: '#DIV/0!' }, 'E_CELL_ERROR KPIs!E2'],
    [{ Due: '' }, 'E_BLANK KPIs!D2'],
    [{ Start: '' }, 'E_BLANK KPIs!C2'],
    [{ Start: 'soon' }, 'E_DATE KPIs!C2'],
    [{ Start: DUE, Due: START }, 'E_PERIOD_ORDER KPIs!D2'],
    [{ Kind: 'faster' }, 'E_CHOICE KPIs!B2'],
    [{ Kind: 'tussen', Low: 5 }, 'E_RANGE KPIs!F2'],
    [{ Kind: 'tussen', Low: 50, High: 40 }, 'E_RANGE KPIs!F2'],
    [{ Tolerance: -0.5 }, 'E_TOLERANCE KPIs!F2'],
    [{ Kind: 'tussen', Tolerance: 0, Low: 40, High: 50 }, 'E_TOLERANCE KPIs!F2'],
    [{ Weight: -1 }, 'E_WEIGHT KPIs!F2'],
    [{ Weight: 'heavy' }, 'E_NUMBER KPIs!F2'],
    [{ 'Plan shape': 'zigzag' }, 'E_CHOICE KPIs!F2'],
    [{ Weights: 'Moon' }, 'E_CHOICE KPIs!F2'],
    [{ 'Closed rule': 1.2 }, 'E_BOUNDS KPIs!F2'],
    [{ 'Warn days': 2.5 }, 'E_BOUNDS KPIs!F2'],
    [{ Critical: 'maybe' }, 'E_YES_NO KPIs!F2'],
  ])('%p: %s, and the KPI keeps its place with that error', (cells, problem) => {
    const { kpi, problems: found, fixes } = readKpi(cells);
    expect(found).toEqual([problem]);
    expect(kpi.errors).toEqual([problem.split(' ')[0]]);
    expect(fixes[0]).not.toBe('');
  });

  test('thresholds the wrong way around are an issue, and those of Settings hold', () => {
    const both = readKpi({ 'On course from': 0.7, 'At risk from': 0.9 });
    const beside = readKpi({ 'At risk from': 0.97 });
    expect([both.problems, beside.problems]).toEqual([
      ['E_THRESHOLDS KPIs!F2'],
      ['E_THRESHOLDS KPIs!F2'],
    ]);
    for (const { kpi } of [both, beside]) {
      expect(kpi).toMatchObject({ onCourseFrom: null, atRiskFrom: null, errors: [] });
    }
    expect(readKpi({ 'At risk from': 0.9 }).kpi).toMatchObject({ atRiskFrom: 0.9, errors: [] });
  });

  test('a closed rule that is none says that it may be a share', () => {
    const { kpi, fixes } = readKpi({ 'Closed rule': 'usually' });
    expect(kpi.errors).toEqual(['E_CHOICE']);
    expect(fixes[0]).toBe('Kies uit: hele periode, elke, 90%.');
  });

  test('an id that became a date, or an error, says so; the name makes another', () => {
    const rows = [
      [...HEADER, 'KPI ID'],
      ['Leads', 'grow to', START, DUE, 90, 46054],
      ['Calls', 'grow to', START, DUE, 90, '#REF!'],
    ];
    const read = readSheets([
      sheetOf('KPIs', rows, { formats: [...HEADER.map(() => undefined), { usual: 'date' }] }),
      table('Actuals', 'Date | Leads | Calls\n2026-01-05 | 3 | 4'),
    ]);
    expect(problems(read)).toEqual(['E_BECAME_DATE KPIs!F2', 'E_CELL_ERROR KPIs!F3']);
    expect(read.workspace.kpis.map(({ id, errors }) => [id, errors])).toEqual([
      ['leads', []],
      ['calls', []],
    ]);
  });

  test('a tolerance of 0 is a threshold without a margin', () => {
    expect(readKpi({ Kind: '≤', Tolerance: 0 })).toMatchObject({
      kpi: { tolerance: 0, errors: [] },
      problems: [],
    });
  });

  test('what is only followed needs no deadline: it runs to the end of this fiscal year', () => {
    const settings = table('Settings', 'Setting | Value\nFiscal year starts in month | 4');
    const followed = { Kind: 'volgen', Target: '', Due: '' };
    const blank = readKpi({ ...followed, Start: '' }, [settings]);
    expect(blank).toMatchObject({
      kpi: { start: day('2025-04-01'), due: day('2026-03-31'), errors: [] },
      problems: [],
    });
    expect(readKpi({ ...followed, Start: serial('2026-05-01') }, [settings]).kpi).toMatchObject({
      start: day('2026-05-01'),
      due: day('2027-03-31'),
    });
  });

  test('a target of 0, negative or from before is as good as any', () => {
    expect(readKpi({ Target: 0 })).toMatchObject({ kpi: { target: 0, errors: [] }, problems: [] });
    expect(readKpi({ Target: -20, 'Last time': -100 })).toMatchObject({
      kpi: { target: -20, lastTime: -100 },
      problems: [],
    });
  });

  test('growth does instead of a target', () => {
    expect(readKpi({ Target: '', Growth: '10%' })).toMatchObject({
      kpi: { target: null, growth: 0.1, errors: [] },
      problems: [],
    });
  });

  test('a goal, owner or Follows that cannot be read leaves the KPI whole', () => {
    const { kpi, problems: found } = readKpi({
      Goal: 'Nowhere',
      Owner: '#N/A',
      Follows: 'Nothing',
    });
    expect(kpi).toMatchObject({ goalId: null, owner: '', followsKpiId: null, errors: [] });
    expect(found.sort()).toEqual([
      'E_CELL_ERROR KPIs!G2',
      'E_REFERENCE KPIs!F2',
      'E_REFERENCE KPIs!H2',
    ]);
  });
});

describe('dates', () => {
  test('period labels run from their first to their last day', () => {
    expect(readKpi({ Start: '2026-02', Due: 'Q2 2026' }).kpi).toMatchObject({
      start: day('2026-02-01'),
      due: day('2026-06-30'),
    });
  });

  test('blank dates are those of the goal', () => {
    const goals = table('Goals', 'Goal | Start | Due\nGrow | 2026-01-01 | 2026-12-31');
    expect(readKpi({ Goal: 'grow', Start: '', Due: '' }, [goals])).toMatchObject({
      kpi: { goalId: 'grow', start: day('2026-01-01'), due: day('2026-12-31'), errors: [] },
      problems: [],
    });
  });

  test('a done-by needs no start: it begins with the fiscal year', () => {
    expect(readKpi({ Kind: 'klaar op', Start: '', Target: '' })).toMatchObject({
      kpi: { type: 'done', start: day('2026-01-01'), target: null, errors: [] },
      problems: [],
    });
  });

  test('a period without a start is the whole of it; a typed start and that of the goal go before', () => {
    const { workspace, issues } = readSheets([
      table('Goals', 'Goal | Start | Due\nGrow | 2026-02-01 | 2026-12-31'),
      table(
        'KPIs',
        `
        KPI | Goal | Kind | Start | Period | Target
        Leads | | add up to | | Q2 2026 | 300
        Sales | | add up to | | 2026 | -40
        Calls | | bring down to | 2026-04-15 | Q2 2026 | 0
        Visits | Grow | add up to | | Q2 2026 | 70`,
      ),
      table('Actuals', 'Date | Leads | Sales | Calls | Visits\n2026-01-05 | 3 | 0 | 9 | 5'),
    ]);
    expect(problems({ issues })).toEqual([]);
    expect(workspace.kpis.map(({ start, due }) => [isoDate(start), isoDate(due)])).toEqual([
      ['2026-04-01', '2026-06-30'],
      ['2026-01-01', '2026-12-31'],
      ['2026-04-15', '2026-06-30'],
      ['2026-02-01', '2026-06-30'],
    ]);
  });
});

describe('the groups More and Expert', () => {
  test('everything filled, in Dutch', () => {
    const { kpi, problems: found } = readKpi(
      {
        Kind: 'tussen',
        Ondergrens: 40,
        Bovengrens: 50,
        Tolerantie: '2,5',
        Gewicht: 0,
        Kritiek: 'ja',
        Voorspellend: true,
        Fase: 'Kopen',
        Bijdrage: 'Meer klanten',
        Toestand: 'gepauzeerd',
        Planvorm: 'trap',
        Weging: 'vorig jaar',
        Bereikt: 'vasthouden',
        Sluitregel: '90%',
        Prognosemethode: 'volgens plan',
        'Op koers vanaf': 0.9,
        'Bijsturen vanaf': '70%',
        Waarschuwdagen: 0,
        Schaal: 12,
        'KPI-ID': 'eigen_id',
      },
      [],
      { locale: 'nl_NL' },
    );
    expect(found).toEqual([]);
    expect(kpi).toMatchObject({
      id: 'eigen_id',
      type: 'range',
      low: 40,
      high: 50,
      tolerance: 2.5,
      weight: 0,
      isCritical: true,
      isLeading: true,
      stage: 'Kopen',
      contribution: 'Meer klanten',
      state: 'paused',
      planShape: 'step',
      dayWeights: { kind: 'last_year' },
      reached: 'hold',
      closedRule: { kind: 'share', share: 0.9 },
      forecastMethod: 'as_planned',
      onCourseFrom: 0.9,
      atRiskFrom: 0.7,
      warnDays: 0,
      scale: 12,
      errors: [],
    });
  });

  test('Weights may name a calendar', () => {
    const calendar = table('Calendar', 'Calendar | Date | Weight\nWorking days | Saturday | 0');
    expect(readKpi({ Weights: 'working days' }, [calendar]).kpi.dayWeights).toEqual({
      kind: 'calendar',
      calendarName: 'Working days',
    });
  });
});

describe('rows', () => {
  test('a row without a name is told once; unticked boxes and empty rows are nothing', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        [...HEADER, 'Critical', 'KPI ID'],
        ['', '', '', '', '', false, ''],
        ['', 'add up to', START, DUE, 5, false, ''],
        ['Leads', 'add up to', START, DUE, 7, false, ''],
        ['', '', '', '', '', '', 'old_id'],
      ]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(problems(read)).toEqual(['E_BLANK KPIs!A3']);
    expect(read.workspace.kpis.map(({ id }) => id)).toEqual(['leads']);
    expect(read.idsToWrite).toEqual([{ tab: 'KPIs', cell: 'G4', id: 'leads' }]);
  });

  test('one broken KPI leaves the others whole', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        HEADER,
        ['Bad', 'add up to', 'x', 'y', 'z'],
        ['Leads', 'add up to', START, DUE, 7],
      ]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(read.workspace.kpis.map(({ name, errors }) => [name, errors.length > 0])).toEqual([
      ['Bad', true],
      ['Leads', false],
    ]);
  });

  test('KPIs that follow each other in a circle follow nobody', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        [...HEADER, 'Follows', 'Measure'],
        ['Q1', 'add up to', START, DUE, 7, 'Q2', 'Leads'],
        ['Q2', 'add up to', START, DUE, 8, 'Q1', 'Leads'],
      ]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
    ]);
    expect(problems(read)).toEqual(['E_FOLLOWS_CYCLE KPIs!A2', 'E_FOLLOWS_CYCLE KPIs!A3']);
    expect(read.workspace.kpis.map(({ followsKpiId }) => followsKpiId)).toEqual([null, null]);
  });
});
