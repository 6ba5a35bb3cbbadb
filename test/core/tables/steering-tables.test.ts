import type {
  ChannelEvaluation,
  DriverEvaluation,
  Opportunity,
  SignalRule,
} from '../../../src/core/model/evaluation.ts';
import { newIssue } from '../../../src/core/model/issue.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import {
  MILESTONE_STATUS_CODES,
  STATUS_CODES,
  type StatusCode,
} from '../../../src/core/model/status.ts';
import type { Action } from '../../../src/core/model/workspace.ts';
import type { TableId } from '../../../src/core/tables/result-tables.ts';
import type { ResultInput } from '../../../src/core/tables/results.ts';
import { issueKey } from '../../../src/core/tables/rows/findings.ts';
import {
  on,
  sampleEvaluation,
  sampleGoalEvaluation,
  sampleHistoryRow,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
  sampleTimeline,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { servedTable } from '../../support/served-table.ts';
import { action } from '../../support/workspace-builder.ts';

const rows = (id: TableId, changes: Partial<ResultInput> = {}) => {
  const { columns, rowCount } = servedTable(id, {
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
  name: 'Visitors',
  order: 0,
  against: 'plan',
  contribution: known(-8000),
  contributionShare: known(0.8),
  neededChangeAlone: known(0.22),
  neededChangeTogether: known(0.1045),
  opportunity: { change: 0.22, closes: 1, rank: 2 },
  ...changes,
});

test('drivers: what each added in words, and what it would have to do', () => {
  const basket = {
    driverKpiId: 'basket',
    name: 'Basket',
    order: 1,
    opportunity: { change: 0.3, closes: 1, rank: 1 },
  };
  const drivers = [
    driver({}),
    driver({ ...basket, contribution: known(0) }),
    driver({ against: 'last_year', contribution: known(2500), opportunity: null }),
    driver({ ...basket, against: 'last_year', contribution: unknown('NO_HISTORY') }),
  ];
  const found = rows('drivers', { evaluation: sampleEvaluation({ drivers }) });
  expect(
    found.map((row) => [
      row.driver_kpi,
      row.driver_text,
      row.opportunity_rank,
      row.opportunity_text,
    ]),
  ).toEqual([
    [
      'Visitors',
      'Visitors: €8,000 less than planned',
      2,
      'To still arrive on time: Visitors +22%.',
    ],
    ['Basket', 'Basket: no change', 1, 'To still arrive on time: Basket +30%.'],
    ['Visitors', 'Visitors: €2,500 more than last year', null, null],
    ['Basket', null, 1, 'To still arrive on time: Basket +30%.'],
  ]);
});

test('the goal and its outcome KPI tell the same way out', () => {
  const wayOut = {
    isCeiling: false,
    ways: [
      { name: 'Basket', change: 0.22 },
      { name: 'Visitors', change: 0.23 },
    ],
    together: { count: 2, change: 0.1045 },
  };
  const evaluation = sampleEvaluation({
    kpis: [sampleKpiEvaluation({ wayOut })],
    goals: [sampleGoalEvaluation({ outcomeKpiId: 'revenue_q1' })],
  });
  const text = 'To still arrive on time: Basket +22%, or Visitors +23%, or both +10%.';
  expect(rows('goals', { evaluation })[0].goal_advice).toBe(text);
  expect(rows('kpis', { evaluation })[0].advice).toContain(text);
});

test('channels say by how much each would close the gap, in every interval the same', () => {
  const nothing = [null, null];
  const channel = (name: string, opportunity: Opportunity | null): ChannelEvaluation => ({
    channel: name,
    isRemainder: name === 'rest',
    isPart: true,
    opportunity,
    actual: [7000, 0],
    actualToDate: [7000, 7000],
    planToDate: [9000, 18000],
    changeOnPrevious: [null, -1],
    shareOfKpi: [0.5, 0],
    shareOfGap: [0.4, 0.6],
    cost: nothing,
    costPerUnit: nothing,
  });
  const channels = [
    channel('mail', { change: -1, closes: 0.4, rank: 2 }),
    channel('shop', { change: 0.4, closes: 1, rank: 1 }),
    channel('rest', null),
  ];
  const timeline = sampleTimeline({}, { label: '2026 W03' }, { label: '2026 W04' });
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ channels, timeline })] });
  const found = rows('channels', { evaluation });
  expect(
    found.map((row) => [row.channel, row.interval_label, row.actual, row.opportunity_rank]),
  ).toEqual([
    ['mail', '2026 W02', 7000, 2],
    ['mail', '2026 W03', 0, 2],
    ['shop', '2026 W02', 7000, 1],
    ['shop', '2026 W03', 0, 1],
    ['rest', '2026 W02', 7000, null],
    ['rest', '2026 W03', 0, null],
  ]);
  expect(found[0].opportunity_text).toBe('mail -100% closes 40% of the gap.');
  expect(found[2].opportunity_text).toBe('To still arrive on time: shop +40%.');
  expect(found[4].opportunity_text).toBeNull();
  const spent = sampleEvaluation({
    kpis: [sampleKpiEvaluation({ channels, timeline, judgedAs: 'ceiling' })],
  });
  expect(rows('channels', { evaluation: spent })[2].opportunity_text).toBe(
    'To stay within the ceiling: shop +40%.',
  );
  expect(found.map((row) => row.change_vs_previous)).toEqual([null, -1, null, -1, null, -1]);
});

describe('restated figures', () => {
  const timeline = sampleTimeline(
    { restatedFrom: 11999.6 },
    { restatedFrom: 0, label: '2026 W03', eventLabels: ['Jam'] },
    { label: '2026 W04' },
  );
  const evaluation = sampleEvaluation({
    kpis: [sampleKpiEvaluation({ timeline, isRestated: true })],
  });

  test('are changes, written so that they differ', () => {
    const texts = rows('changes', { evaluation }).map((row) => [
      row.event_type,
      row.event_text,
      row.event_date,
    ]);
    expect(texts).toEqual([
      ['restated', 'Revenue Q1: week 2 of 2026 was €11,999.60 and is now €12,000', '20260215'],
      ['restated', 'Revenue Q1: week 3 of 2026 was €0 and is now €12,000', '20260215'],
    ]);
  });

  test('stand on the timeline beside events', () => {
    expect(rows('timeline', { evaluation }).map((row) => row.event_label)).toEqual([
      'Restated, was €12,000',
      'Jam, Restated, was €0',
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
      rows('changes', { evaluation: closed, ...snapshot(day) }).map((row) => [
        row.event_type,
        row.event_text,
        row.event_date,
      ]);
    expect(texts('2026-02-10')).toEqual([
      [
        'restated',
        'Revenue Q1: closed as achieved with €201,000; restated to €170,000 since.',
        '20260215',
      ],
    ]);
    expect(texts('2026-02-20')).toEqual([]);
  });
});

test('the best interval ever is good news, dated at its end', () => {
  const week = { start: on('2026-01-12'), end: on('2026-01-18'), label: '2026 W03', value: 12000 };
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ bestEver: week })] });
  const shown = (language: 'en' | 'nl') =>
    rows('changes', { evaluation, language }).map((row) => [
      row.event_type,
      row.event_text,
      row.event_date,
      row.event_good,
    ]);
  expect(shown('en')).toEqual([
    ['best_ever', 'Revenue Q1: week 3 of 2026 better than ever (€12,000)', '20260118', true],
  ]);
  expect(shown('nl')[0][1]).toBe('Revenue Q1: week 3 van 2026 beter dan ooit (€ 12.000)');
});

test.each([
  ['en', 'Revenue Q1: 29 Dec 2025 better than ever (€12,000)'],
  ['nl', 'Revenue Q1: 29 dec 2025 beter dan ooit (€ 12.000)'],
] as const)('a day in what changed stands in the reader’s own form: %s', (language, text) => {
  const day = on('2025-12-29');
  const bestEver = { start: day, end: day, label: '2025-12-29', value: 12000 };
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ bestEver })] });
  expect(rows('changes', { evaluation, language }).map((row) => row.event_text)).toEqual([text]);
});

test('fuel says whether it reaches the next milestone, and only money looks like money', () => {
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
    ranOutDay: null,
    day: on('2026-02-13'),
  });
  const kpis = [sampleKpiEvaluation({ fuel: [fuel('EUR', 1), fuel('FTE', 0.9), fuel('', null)] })];
  expect(
    rows('resources', { evaluation: sampleEvaluation({ kpis }) }).map((row) => row.fuel_text),
  ).toEqual([
    '€12,000 of €30,000 left, €22,000 needed: short. Lasts 30 days, and to the next milestone.',
    '12,000 FTE of 30,000 FTE left, 22,000 FTE needed: short. Lasts 30 days, not to the next milestone.',
    '12,000 of 30,000 left, 22,000 needed: short. Lasts 30 days.',
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
    index: unknown('OUT_OF_FUEL'),
    completionEstimate: known(133.3),
    daysLeft: unknown('OUT_OF_FUEL'),
    nextStopIndex: unknown('OUT_OF_FUEL'),
    status: 'out_of_fuel' as const,
    ranOutDay: on('2026-02-10'),
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
    ranOutDay: null,
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
    '10 hours over the budget of 50 hours, 73.3 hours needed: out of fuel; nothing left since 10 Feb 2026.',
    '50 hours of 50 hours left: not known yet, nothing was used.',
    '50 hours of 50 hours left: reached. Lasts 12 days.',
  ]);
  expect(texts('nl').slice(0, 2)).toEqual([
    '10 hours boven het budget van 50 hours, 73,3 hours nodig: op; sinds 10 feb 2026 niets over.',
    '50 hours van 50 hours over: nog onbekend, er is niets verbruikt.',
  ]);
});

test('a goal says that a critical KPI makes it off course, and how its sub-goals do', () => {
  const explained = (criticalKpiId: string | null) =>
    rows('goals', {
      evaluation: sampleEvaluation({
        goals: [sampleGoalEvaluation({ criticalKpiId, subGoalCounts: { achieved: 1, missed: 2 } })],
      }),
    })[0].goal_explanation;
  expect(explained('revenue_q1')).toContain(
    '1 of 3 sub-goals on course, 2 missed. Revenue Q1 is critical.',
  );
  expect(explained(null)).not.toContain('critical');
});

test('a target that was changed is a change on the day from which it counts, none before', () => {
  const change = (effectiveFrom: string, target: number) => ({
    kpiId: 'revenue_q1',
    effectiveFrom: on(effectiveFrom),
    target,
    isRebase: false,
    author: '',
    reason: '',
    order: 0,
    place: { tab: 'Target changes', cell: 'A2' },
  });
  const workspace = sampleWorkspace({
    targetChanges: [change('2026-02-01', 220_000), change('2026-03-01', 0)],
  });
  expect(
    rows('changes', { workspace }).map((row) => [row.event_type, row.event_date, row.event_good]),
  ).toEqual([['target_changed', '20260201', null]]);
});

test('a row of actions says what was expected, what came of it and what is overdue', () => {
  const own = (id: string, changes: Partial<Action> = {}) =>
    action({ id, name: `Action ${id}`, kpiId: 'revenue_q1', owner: 'Anna', ...changes });
  const actions = [
    own('a', { phase: 'plan', expectedEffect: -5000, status: 'busy', note: 'waits' }),
    own('b', { expectedEffect: 0, decision: 'adjust', confidence: 0.7 }),
    own('c', { expectedEffect: 4000 }),
  ];
  const effect = (measured: number, rule: SignalRule | null) => ({
    measured: known(measured),
    signal: { rule, isFavourable: rule === null ? null : true },
  });
  const none = { measured: unknown('TOO_EARLY'), signal: null } as const;
  const evaluation = sampleEvaluation({
    actions: [
      { actionId: 'a', effect: none, isToDo: true, isOverdue: true },
      { actionId: 'b', effect: effect(-1500, 'outside'), isToDo: false, isOverdue: false },
      { actionId: 'c', effect: effect(1000, null), isToDo: false, isOverdue: false },
    ],
  });
  const found = rows('actions', { evaluation, workspace: sampleWorkspace({ actions }) });
  const column = (id: string) => found.map((row) => row[id]);
  expect(column('overdue_count')).toEqual([1, 0, 0]);
  expect(column('expected_effect')).toEqual([-5000, 0, 4000]);
  expect(column('measured_effect')).toEqual([null, -1500, 1000]);
  expect(column('effect_difference')).toEqual([null, -1500, -3000]);
  expect(column('action_status_label')).toEqual(['busy', null, null]);
  expect(column('decision')).toEqual([null, 'adjust', null]);
  expect(column('action_text')).toEqual([
    'Anna, 1 Feb, expected €5,000 less: waits',
    'Anna, 1 Feb, 70% sure, expected no change, measured €1,500 less (more than usual)',
    'Anna, 1 Feb, expected €4,000 more, measured €1,000 more (no more than usual)',
  ]);
});

test('what was done is an event on its day, what is still to be done is none', () => {
  const own = (id: string, changes: Partial<Action>) =>
    action({ id, name: `Action ${id}`, kpiId: 'revenue_q1', ...changes });
  const actions = [
    own('a', { day: on('2026-02-03') }),
    own('b', { phase: 'plan', status: 'done', day: on('2026-02-09') }),
    own('c', { status: 'open' }),
    own('d', { phase: 'plan' }),
    own('e', { day: on('2026-02-16') }),
    own('f', { day: null }),
    own('g', { day: on('2026-02-03') }),
  ];
  const none = { measured: unknown('NOT_APPLICABLE'), signal: null } as const;
  const evaluation = sampleEvaluation({
    actions: actions.map(({ id }) => ({
      actionId: id,
      effect: none,
      isToDo: id === 'g',
      isOverdue: false,
    })),
  });
  const found = rows('changes', { workspace: sampleWorkspace({ actions }), evaluation });
  expect(found.flatMap((row) => (row.event_type === 'action_done' ? row.event_text : []))).toEqual([
    'Revenue Q1: Action b is done',
    'Revenue Q1: Action a is done',
  ]);
});

test('a KPI is judged, or waits, or is neither: never two of them', () => {
  const counted = (status: StatusCode) => {
    const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ status })] });
    const [{ judged_count, waiting_count }] = rows('kpis', { evaluation });
    return `${judged_count}${waiting_count}`;
  };
  const codesWith = (counts: string) => STATUS_CODES.filter((code) => counted(code) === counts);
  expect(codesWith('10').sort()).toEqual(
    ['achieved', 'at_risk', 'missed', 'off_course', 'on_course'].sort(),
  );
  expect(codesWith('01').sort()).toEqual(
    ['invalid', 'no_data', 'not_started', 'stale', 'too_early'].sort(),
  );
  expect(codesWith('00').sort()).toEqual(['cancelled', 'paused', 'tracked']);
});

test('what was kept of a percent is shown in percent, of money in money', () => {
  const kept = (unit: Measure['unit']) =>
    rows('history', {
      workspace: sampleWorkspace({ measures: [sampleMeasure({ unit })] }),
      history: [sampleHistoryRow({ actual: 0.375, plan: 0, forecast: null })],
    }).map((row) => [row.snapshot_actual, row.snapshot_plan, row.snapshot_forecast]);
  expect(kept({ kind: 'percent' })).toEqual([[37.5, 0, null]]);
  expect(kept({ kind: 'currency', currency: 'EUR' })).toEqual([[0.375, 0, null]]);
});

test('the same finding of two goals is two findings', () => {
  const place = { tab: 'Goals', cell: null };
  const ofGoal = (goalId: string) =>
    issueKey(newIssue('E_RANGE', place, { kpi: 'Revenue' }, { goalId }));
  expect(ofGoal('growth')).not.toBe(ofGoal('loyalty'));
  expect(ofGoal('growth')).toBe(ofGoal('growth'));
});

test('late are the milestones that are overdue, expected late or were reached late', () => {
  const milestones = MILESTONE_STATUS_CODES.map((status) => sampleMilestone({ status }));
  const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ milestones })] });
  const late = rows('milestones', { evaluation }).filter((row) => row.milestone_late_count === 1);
  expect(late.map((row) => row.milestone_status).sort()).toEqual([
    'expected_late',
    'overdue',
    'reached_late',
  ]);
});
