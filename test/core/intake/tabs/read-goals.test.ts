import { day, problems, readSheets, table } from '../sheet-of-rows.ts';

const FIGURES = table('Realisatie', 'Datum | Omzet\n2026-01-31 | 5');
const read = (...sheets: ReturnType<typeof table>[]) =>
  readSheets([...sheets, FIGURES], { locale: 'nl_NL' });

test('strategy, goals and KPIs are linked by name or id, in both directions of the tabs', () => {
  const { workspace, ...result } = read(
    table(
      'Strategie',
      `
      Soort | Tekst | Eigenaar | Regel-ID
      missie | Iedereen fietst | Ans |
      keuze | Eerst de webshop | | web`,
    ),
    table(
      'Doelstellingen',
      `
      Doelstelling | Succesvol als | Strategieregel | Hoofddoel | Startdatum | Einddatum | Uitkomst-KPI | Gewicht | Statusregel | Eigenaar
      Q1 | 10% meer | web | Drie jaar | 2026-01-01 | 2026-03 | Omzet Q1 | 0 | slechtste | Bo
      Drie jaar | | Iedereen fietst | | 2026 | 2028 | | 2.5 | |`,
    ),
    table(
      "KPI's",
      `
      KPI | Doelstelling | Soort | Meetwaarde | Startdatum | Einddatum | Streefwaarde
      Omzet Q1 | q1 | optellen tot | Omzet | 2026-01-01 | 2026-03-31 | 200`,
    ),
  );
  expect(problems({ ...result })).toEqual([]);
  expect(workspace.strategy).toMatchObject([
    { id: 'iedereen_fietst', kind: 'mission', order: 0, owner: 'Ans' },
    { id: 'web', kind: 'choice', order: 1, owner: '' },
  ]);
  expect(workspace.goals).toMatchObject([
    {
      id: 'q1',
      successWhen: '10% meer',
      strategyLineId: 'web',
      parentGoalId: 'drie_jaar',
      start: day('2026-01-01'),
      due: day('2026-03-31'),
      outcomeKpiId: 'omzet_q1',
      weight: 0,
      statusRule: 'worst',
      errors: [],
    },
    {
      id: 'drie_jaar',
      strategyLineId: 'iedereen_fietst',
      parentGoalId: null,
      due: day('2028-12-31'),
      weight: 2.5,
      statusRule: 'worst_critical',
    },
  ]);
  expect(workspace.kpis[0].goalId).toBe('q1');
});

test('goals in a circle are told with the chain; those outside it stay whole', () => {
  const { workspace, ...result } = read(
    table('Goals', 'Goal | Parent goal\nA | B\nB | A\nC | A'),
    table("KPI's", 'KPI | Einddatum'),
  );
  expect(problems(result).slice(0, 2)).toEqual(['E_GOAL_CYCLE Goals!A2', 'E_GOAL_CYCLE Goals!A3']);
  expect(workspace.goals.map(({ errors }) => errors)).toEqual([
    ['E_GOAL_CYCLE'],
    ['E_GOAL_CYCLE'],
    [],
  ]);
});

test('an outcome that is only tracked, a bad weight and dates the wrong way around are errors', () => {
  const { workspace, ...result } = read(
    table(
      'Goals',
      `
      Goal | Outcome KPI | Weight | Start | Due
      A | Omzet | | |
      B | | -1 | |
      C | | | 2026-12-31 | 2026-01-01`,
    ),
    table("KPI's", 'KPI | Soort | Einddatum\nOmzet | alleen volgen | 2026-12-31'),
  );
  expect(problems(result)).toEqual([
    'E_WEIGHT Goals!C3',
    'E_PERIOD_ORDER Goals!E4',
    'E_OUTCOME_TRACK Goals!A2',
  ]);
  expect(workspace.goals.map(({ errors }) => errors.length)).toEqual([1, 1, 1]);
});

test('of two KPIs with one name the outcome is the one under the goal', () => {
  const { workspace, ...result } = read(
    table('Goals', 'Goal | Outcome KPI\nQ1 | Omzet\nQ2 | Omzet'),
    table(
      "KPI's",
      `
      KPI | Doelstelling | Soort | Startdatum | Einddatum | Streefwaarde
      Omzet | Q1 | optellen tot | 2026-01-01 | 2026-03-31 | 200
      Omzet | Q2 | optellen tot | 2026-04-01 | 2026-06-30 | 300`,
    ),
  );
  expect(problems(result)).toEqual([]);
  expect(workspace.goals.map(({ outcomeKpiId }) => outcomeKpiId)).toEqual(['omzet', 'omzet_2']);
  expect(workspace.kpis.map(({ measureId }) => measureId)).toEqual(['omzet', 'omzet']);
});
