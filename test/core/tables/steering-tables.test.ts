import type {
  DriverEvaluation,
  Evaluation,
  KpiEvaluation,
} from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import type { HistoryRow } from '../../../src/core/model/record.ts';
import type { ResultInput } from '../../../src/core/tables/results.ts';
import { buildTable } from '../../../src/core/tables/table.ts';
import type { TableId } from '../../../src/core/tables/table-specs.ts';
import {
  on,
  sampleEvaluation,
  sampleGoal,
  sampleGoalEvaluation,
  sampleInterval,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';

const rows = (id: TableId, changes: Partial<ResultInput> = {}) => {
  const { columns, rowCount } = buildTable(id, {
    workspace: sampleWorkspace(),
    evaluation: sampleEvaluation(),
    issues: [],
    language: 'en',
    recalculation: null,
    history: [],
    viewDay: on('2026-02-15'),
    ...changes,
  });
  return Array.from({ length: rowCount }, (_, at) =>
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[at]])),
  );
};

const driver = (changes: Partial<DriverEvaluation>): DriverEvaluation => ({
  goalId: 'growth',
  outcomeKpiId: 'revenue_q1',
  driverKpiId: null,
  driverMeasureId: 'visitors',
  order: 0,
  against: 'plan',
  contribution: known(-8000),
  contributionShare: known(0.8),
  neededChangeAlone: known(0.22),
  neededChangeTogether: known(0.1045),
  ...changes,
});

describe('drivers', () => {
  const workspace = sampleWorkspace({
    goals: [sampleGoal({ outcomeKpiId: 'revenue_q1' })],
    measures: [sampleMeasure(), sampleMeasure({ id: 'visitors', name: 'Visitors', order: 1 })],
    kpis: [sampleKpi(), sampleKpi({ id: 'basket', name: 'Basket', order: 1 })],
  });
  const evaluation = (changes: Partial<Evaluation> = {}) =>
    sampleEvaluation({
      goals: [sampleGoalEvaluation({ outcomeKpiId: 'revenue_q1' })],
      drivers: [
        driver({}),
        driver({ driverKpiId: 'basket', order: 1, contribution: known(-9000) }),
        driver({ against: 'last_year', contribution: known(2500) }),
        driver({
          driverKpiId: 'basket',
          order: 1,
          against: 'last_year',
          contribution: unknown('NO_HISTORY'),
        }),
      ],
      ...changes,
    });

  test('what each added in words, and of equal changes the one that lags most comes first', () => {
    const found = rows('drivers', { workspace, evaluation: evaluation() });
    const shown = found.map((row) => [row.driver_kpi, row.driver_text, row.opportunity_rank]);
    expect(shown).toEqual([
      ['Visitors', 'Visitors: € 8,000 less than planned', 2],
      ['Basket', 'Basket: € 9,000 less than planned', 1],
      ['Visitors', 'Visitors: € 2,500 more than last year', 2],
      ['Basket', null, 1],
    ]);
    expect(found[0].opportunity_text).toBe('To still arrive on time: Visitors +22 %.');
  });

  test('the goal and its outcome KPI say the same', () => {
    const text = 'To still arrive on time: Basket +22 %, or Visitors +22 %, or both +10 %.';
    const [goal] = rows('goals', { workspace, evaluation: evaluation() });
    const [kpi] = rows('kpis', { workspace, evaluation: evaluation() });
    expect(goal.goal_advice).toBe(text);
    expect(kpi.advice).toContain(text);
  });

  test('an outcome that arrives leaves nothing to close', () => {
    const forecast = { ...sampleKpiEvaluation().forecast, value: known(200000) };
    const arriving = evaluation({ kpis: [sampleKpiEvaluation({ forecast })] });
    for (const row of rows('drivers', { workspace, evaluation: arriving })) {
      expect([row.opportunity_text, row.opportunity_rank]).toEqual([null, null]);
    }
  });
});

test('channels say by how much each would close the gap, in every interval the same', () => {
  const none = unknown('NO_DATA');
  const interval = (actualToDate: number, start: string) => ({
    start: on(start),
    end: on(start) + 6,
    label: start,
    actual: known(actualToDate / 2),
    actualToDate: known(actualToDate),
    planToDate: known(50000),
    previous: none,
    shareOfKpi: known(0.5),
    shareOfGap: known(0.5),
    cost: none,
    costPerUnit: none,
  });
  const channel = (name: string, actual: number, isRemainder = false) => ({
    channel: name,
    isRemainder,
    intervals: [interval(actual / 2, '2026-02-02'), interval(actual, '2026-02-09')],
  });
  const channels = [channel('mail', 30000), channel('shop', 50000), channel('rest', 10000, true)];
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ channels })] });
  const found = rows('channels', { evaluation });
  expect(found.map((row) => [row.channel, row.opportunity_rank])).toEqual([
    ['mail', 2],
    ['mail', 2],
    ['shop', 1],
    ['shop', 1],
    ['rest', null],
    ['rest', null],
  ]);
  // 20,000 short, of the 90,000 to come shop brings five ninths: 50,000.
  expect(found[2].opportunity_text).toBe('To still arrive on time: shop +40 %.');
  expect(found[0].opportunity_text).toBe('To still arrive on time: mail +67 %.');
  expect(found[4].opportunity_text).toBeNull();
});

describe('restated figures', () => {
  const timeline = [
    sampleInterval({ restatedFrom: 11999.6 }),
    sampleInterval({ restatedFrom: 0, label: '2026 W03', eventLabels: ['Jam'] }),
    sampleInterval({ label: '2026 W04' }),
  ];
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ timeline })] });

  test('are changes, written so that they differ', () => {
    const texts = rows('changes', { evaluation }).map((row) => [row.event_type, row.event_text]);
    expect(texts).toEqual([
      ['restated', 'Revenue Q1: 2026 W02 was € 11,999.6 and is now € 12,000.0'],
      ['restated', 'Revenue Q1: 2026 W03 was € 0 and is now € 12,000'],
    ]);
  });

  test('stand on the timeline beside events', () => {
    expect(rows('timeline', { evaluation }).map((row) => row.event_label)).toEqual([
      'Restated, was € 12,000',
      'Jam, Restated, was € 0',
      null,
    ]);
  });

  test('of the close too, once it was written down', () => {
    const closed = sampleEvaluation({
      kpis: [sampleKpiEvaluation({ isClosed: true, status: 'missed', actual: known(170000) })],
    });
    const snapshot = (day: string) => ({
      snapshots: [
        {
          kpiId: 'revenue_q1',
          day: on(day),
          value: 201000,
          status: 'achieved' as const,
          version: 1,
        },
      ],
    });
    const texts = (day: string) =>
      rows('changes', { evaluation: closed, ...snapshot(day) }).map((row) => row.event_text);
    expect(texts('2026-02-10')).toEqual([
      'Revenue Q1: closed as achieved with € 201,000; restated to € 170,000 since.',
    ]);
    expect(texts('2026-02-20')).toEqual([]);
  });
});

test('the best interval ever is good news, dated at its end', () => {
  const timeline = [
    sampleInterval(),
    sampleInterval({ start: on('2026-01-12'), end: on('2026-01-18'), label: '2026 W03' }),
  ];
  const evaluation = sampleEvaluation({
    kpis: [sampleKpiEvaluation({ timeline, bestEver: on('2026-01-12') })],
  });
  const shown = (language: 'en' | 'nl') =>
    rows('changes', { evaluation, language }).map((row) => [
      row.event_type,
      row.event_text,
      row.event_date,
      row.event_good,
    ]);
  expect(shown('en')).toEqual([
    ['best_ever', 'Revenue Q1: 2026 W03 is the best ever, with € 12,000', '20260118', true],
  ]);
  expect(shown('nl')[0][1]).toBe('Revenue Q1: 2026 W03 is de beste ooit, met € 12.000');
});

test('fuel says whether it reaches the next stopover, and only money looks like money', () => {
  const fuel = (unit: string, nextStop: number | null) => ({
    resource: 'Team',
    channel: null,
    unit,
    budget: known(30000),
    used: known(18000),
    left: known(12000),
    need: known(22000),
    index: known(0.545),
    completionEstimate: known(40000),
    daysLeft: known(30.9),
    nextStopIndex: nextStop === null ? unknown('NOT_APPLICABLE') : known(nextStop),
    status: 'short' as const,
    day: on('2026-02-13'),
  });
  const kpis = [sampleKpiEvaluation({ fuel: [fuel('EUR', 1), fuel('FTE', 0.9), fuel('', null)] })];
  expect(
    rows('resources', { evaluation: sampleEvaluation({ kpis }) }).map((row) => row.fuel_text),
  ).toEqual([
    '€ 12,000 of € 30,000 left, € 22,000 needed: short; lasts 30 days; enough for the next stopover.',
    '12,000 FTE of 30,000 FTE left, 22,000 FTE needed: short; lasts 30 days; not enough for the next stopover.',
    '12,000 of 30,000 left, 22,000 needed: short; lasts 30 days.',
  ]);
});

test('fuel that ran out says by how much, and fuel that nobody used says so', () => {
  const fuel = {
    resource: 'Team',
    channel: null,
    unit: 'hours',
    budget: known(50),
    used: known(60),
    left: known(-10),
    need: known(73.3),
    index: known(-0.136),
    completionEstimate: known(133.3),
    daysLeft: known(-7.5),
    nextStopIndex: known(-0.75),
    status: 'out_of_fuel' as const,
    day: on('2026-02-13'),
  };
  const unused = {
    ...fuel,
    used: known(0),
    left: known(50),
    need: unknown('NO_USE'),
    index: unknown('NO_USE'),
    daysLeft: unknown('NO_USE'),
    nextStopIndex: unknown('NO_USE'),
    status: 'unknown' as const,
  };
  const reached = { ...unused, need: known(0), index: unknown('REACHED'), daysLeft: known(12.5) };
  const kpis = [
    sampleKpiEvaluation({ fuel: [fuel, unused, { ...reached, status: 'reached' as const }] }),
  ];
  const texts = (language: 'en' | 'nl') =>
    rows('resources', { evaluation: sampleEvaluation({ kpis }), language }).map(
      (row) => row.fuel_text,
    );
  expect(texts('en')).toEqual([
    '10 hours over the budget of 50 hours, 73.3 hours needed: out of fuel; not enough for the next stopover.',
    '50 hours of 50 hours left: not known yet, nothing was used.',
    '50 hours of 50 hours left: reached; lasts 12 days.',
  ]);
  expect(texts('nl').slice(0, 2)).toEqual([
    '10 hours boven het budget van 50 hours, 73,3 hours nodig: op; te weinig tot de volgende tussenstop.',
    '50 hours van 50 hours over: nog onbekend, er is niets verbruikt.',
  ]);
});

test('the progress of a goal that one KPI decides is compared with what was kept of it', () => {
  const history = [
    {
      day: on('2026-02-08'),
      kpiId: 'revenue_q1',
      status: 'at_risk' as const,
      actual: 1,
      target: 2,
      plan: 3,
      progress: -0.06,
      paceIndex: null,
      forecast: null,
    },
  ];
  const change = (outcomeKpiId: string | null) =>
    rows('goals', {
      history,
      evaluation: sampleEvaluation({ goals: [sampleGoalEvaluation({ outcomeKpiId })] }),
    })[0].goal_progress_change;
  // Clamped, as the progress of a goal is.
  expect(change('revenue_q1')).toBe(0.44);
});

test('a goal says that a critical KPI makes it off course, and how its sub-goals do', () => {
  const goals = [sampleGoal(), sampleGoal({ id: 'below', name: 'Below', parentGoalId: 'growth' })];
  const explained = (isCritical: boolean, changes: Partial<KpiEvaluation> = {}) =>
    rows('goals', {
      workspace: sampleWorkspace({ goals, kpis: [sampleKpi({ isCritical })] }),
      evaluation: sampleEvaluation({
        kpis: [sampleKpiEvaluation({ status: 'off_course', ...changes })],
        goals: [
          sampleGoalEvaluation({ status: 'off_course', outcomeKpiId: null }),
          sampleGoalEvaluation({ goalId: 'below', status: 'achieved' }),
        ],
      }),
    })[0].goal_explanation;
  expect(explained(true)).toContain('1 of 1 sub-goal on course. Revenue Q1 is critical.');
  expect(explained(false)).not.toContain('critical');
  expect(explained(true, { status: 'at_risk' })).not.toContain('critical');
});

describe('the progress of a goal that its KPIs make together', () => {
  const kept = (kpiId: string, changes: Partial<HistoryRow> = {}): HistoryRow => ({
    day: on('2026-02-08'),
    kpiId,
    status: 'at_risk',
    actual: null,
    target: null,
    plan: null,
    progress: null,
    paceIndex: null,
    forecast: null,
    ...changes,
  });
  const ids = ['way', 'floor', 'budget', 'launch', 'silent', 'new'];
  const goals = [
    sampleGoal({ outcomeKpiId: null }),
    sampleGoal({
      id: 'below',
      name: 'Below',
      parentGoalId: 'growth',
      outcomeKpiId: null,
      weight: 2,
    }),
  ];
  const kpis = [
    ...ids.map((id) => sampleKpi({ id, name: id, goalId: 'growth', weight: 1 })),
    sampleKpi({ id: 'deep', name: 'deep', goalId: 'below' }),
  ];
  const evaluation = sampleEvaluation({
    kpis: [
      sampleKpiEvaluation({ kpiId: 'way' }),
      sampleKpiEvaluation({ kpiId: 'floor', type: 'at_least' }),
      sampleKpiEvaluation({ kpiId: 'budget', type: 'ceiling', direction: -1 }),
      sampleKpiEvaluation({ kpiId: 'launch', type: 'done', reachedDay: on('2026-02-10') }),
      ...['silent', 'new', 'deep'].map((kpiId) => sampleKpiEvaluation({ kpiId })),
    ],
    goals: [
      sampleGoalEvaluation({ outcomeKpiId: null, progress: known(0.6) }),
      sampleGoalEvaluation({ goalId: 'below', outcomeKpiId: null, progress: known(0.9) }),
    ],
  });
  const history = [
    kept('way', { progress: 1.3 }),
    kept('floor', { actual: 45, target: 50 }),
    kept('budget', { paceIndex: 0.7, actual: 9, target: 10 }),
    kept('launch'),
    kept('silent', { status: 'stale', progress: 0.2 }),
    kept('deep', { progress: 0.4 }),
  ];
  const workspace = sampleWorkspace({ goals, kpis });

  test('is compared with what was kept of them, weighed as now; who was not judged is left out', () => {
    const found = rows('goals', { workspace, evaluation, history });
    // (1 + 0.9 + 0.7 + 0 + 2 × 0.4) ÷ 6: cut to 1, attained 45 of 50, at ρ, not done yet, below.
    expect(found[0].goal_progress_change).toBeCloseTo(0.6 - 3.4 / 6, 9);
    expect(found[1].goal_progress_change).toBeCloseTo(0.5, 9);
  });

  test('is compared with nothing while nothing was kept, or when the goal is invalid', () => {
    expect(rows('goals', { workspace, evaluation })[0].goal_progress_change).toBeNull();
    const invalid = sampleGoalEvaluation({ outcomeKpiId: null, status: 'invalid' });
    const circle = { ...evaluation, goals: [invalid] };
    expect(rows('goals', { workspace, evaluation: circle, history })[0].goal_progress_change).toBe(
      null,
    );
  });
});
