import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { day, problems, readSheets, table } from '../sheet-of-rows.ts';

const KPIS = table(
  'KPIs',
  `
  KPI | Goal | Kind | Start | Due | Target
  Leads | Grow | add up to | 2026-01-01 | 2026-03-31 | 200`,
);
const GOALS = table('Goals', 'Goal\nGrow');
const FIGURES = table('Actuals', 'Date | Channel | Leads\n2026-01-31 | Search | 5');
const read = (...sheets: ReturnType<typeof table>[]) =>
  readSheets([KPIS, GOALS, FIGURES, ...sheets]);

test('target changes', () => {
  const result = read(
    table(
      'Target changes',
      `
    KPI | Effective from | Target | Rebase | Author | Reason
    Leads | 2026-02-01 | 250 | yes | Ans | market
    Leads | 2026-03-01 | 0 | | Bo |
    Leads | later | 300 | | | x`,
    ),
  );
  expect(problems(result)).toEqual([
    'W_TARGET_REASON Target changes!F3',
    'E_DATE Target changes!B4',
  ]);
  expect(result.workspace.targetChanges).toMatchObject([
    {
      kpiId: 'leads',
      effectiveFrom: day('2026-02-01'),
      target: 250,
      isRebase: true,
      author: 'Ans',
      reason: 'market',
    },
    { effectiveFrom: day('2026-03-01'), target: 0, isRebase: false, reason: '' },
  ]);
});

test('resources belong to a KPI or a goal', () => {
  const result = read(
    table(
      'Resources',
      `
    Resource | KPI or goal | Channel | Unit | Date | Budget | Used
    Ads | Leads | search | € | | 30000 |
    Hours | grow | | hours | 2026-01 | | 0
    Fuel | nobody | | | | 5 |`,
    ),
  );
  expect(problems(result)).toEqual(['E_REFERENCE Resources!B4']);
  expect(result.issues.map((issue) => describeIssue(issue, 'en').fix)).toContain(
    'Use a name or id from the tab KPIs or Goals.',
  );
  expect(result.workspace.resources).toMatchObject([
    {
      kpiId: 'leads',
      goalId: null,
      channel: 'Search',
      unit: 'EUR',
      day: null,
      budget: 30000,
      used: null,
    },
    {
      kpiId: null,
      goalId: 'grow',
      channel: null,
      unit: 'hours',
      day: day('2026-01-31'),
      budget: null,
      used: 0,
    },
  ]);
});

test('an act row with a status and an end overrides; any other status is of the action', () => {
  const result = read(
    table(
      'Actions',
      `
    Action | KPI | Phase | Date | Status | Until | Confidence | Action ID
    Call it | Leads | bijstellen | 2026-02-01 | on course | 2026-02-28 | 80% | call
    Ads | Leads | do | 2026-02-01 | done | | |
    No end | Leads | act | 2026-02-01 | at risk | | |
    Sure | Leads | check | 2026-02-01 | | | 80 |`,
    ),
  );
  expect(problems(result)).toEqual(['E_BOUNDS Actions!G5']);
  expect(result.workspace.actions).toMatchObject([
    {
      id: 'call',
      phase: 'act',
      overrideStatus: 'on_course',
      status: null,
      until: day('2026-02-28'),
      confidence: 0.8,
    },
    { id: 'ads', phase: 'do', overrideStatus: null, status: 'done' },
    { id: 'no_end', overrideStatus: null, status: 'at_risk' },
  ]);
});

test('events bend everything, a measure, or a KPI', () => {
  const result = read(
    table(
      'Events',
      `
    Event | From | To | Measure or KPI | Expected effect
    Jam | 2026-02 | | | -20%
    Sale | 2026-03-01 | 2026-03-07 | Leads | 0
    Back | 2026-03-07 | 2026-03-01 | | 0.1`,
    ),
  );
  expect(problems(result)).toEqual(['E_PERIOD_ORDER Events!C4']);
  expect(result.workspace.events).toMatchObject([
    {
      from: day('2026-02-01'),
      to: day('2026-02-28'),
      measureId: null,
      kpiId: null,
      expectedEffect: -0.2,
    },
    { from: day('2026-03-01'), to: day('2026-03-07'), measureId: 'leads', expectedEffect: 0 },
  ]);
});

test('a calendar has weekdays, months and dates', () => {
  const result = read(
    table(
      'Calendar',
      `
    Calendar | Date, weekday or month | Weight | Label
    Work | zaterdag | 0 |
    work | Sunday | 0 |
    Work | juli | 0.5 | Summer
    Work | 2026-12-25 | 0 | Christmas
    Other | soon | 1 |
    Other | Monday | -1 |`,
    ),
  );
  expect(problems(result)).toEqual(['E_DATE Calendar!B6', 'E_WEIGHT Calendar!C7']);
  expect(result.workspace.calendars[0]).toEqual({
    name: 'Work',
    weekdays: [
      { weekday: 6, weight: 0 },
      { weekday: 7, weight: 0 },
    ],
    months: [{ month: 7, weight: 0.5, label: 'Summer' }],
    dates: [{ day: day('2026-12-25'), weight: 0, label: 'Christmas' }],
  });
});

test('periods are put in order; one that overlaps is left out', () => {
  const result = read(
    table(
      'Periods',
      `
    Label | Start | End | Year
    P02 | 2026-01-26 | 2026-02-22 | 2026
    P01 | 2025-12-29 | 2026-01-25 | 2026
    Odd | 2026-02-20 | 2026-03-01 | 2026
    Bad | 2026-05-01 | 2026-04-01 | 2026`,
    ),
  );
  expect(problems(result)).toEqual(['E_PERIOD_ORDER Periods!C5', 'E_PERIODS_OVERLAP Periods!B4']);
  expect(result.workspace.customPeriods.map(({ label }) => label)).toEqual(['P01', 'P02']);
});

test('people without an address are told', () => {
  const result = read(
    table(
      'People',
      `
    Name | E-mail | Team | Digest | Language
    Ans | ans@example.org | Sales | all | nl
    Bo | bo at example | | mine |
    Cas | | | |`,
    ),
  );
  expect(problems(result)).toEqual(['E_EMAIL People!B3', 'E_BLANK People!B4']);
  expect(result.workspace.people).toEqual([
    { name: 'Ans', email: 'ans@example.org', team: 'Sales', digest: 'all', language: 'nl' },
  ]);
});
