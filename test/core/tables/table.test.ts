import { newIssue } from '../../../src/core/model/issue.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import { columnsOf, TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import type { ResultInput } from '../../../src/core/tables/results.ts';
import { issueKey } from '../../../src/core/tables/rows/findings.ts';
import {
  on,
  sampleComparison,
  sampleEvaluation,
  sampleGoal,
  sampleGoalEvaluation,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
  sampleTimeline,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';

const input = (changes: Partial<ResultInput> = {}): ResultInput => ({
  workspace: sampleWorkspace(),
  evaluation: sampleEvaluation(),
  issues: [],
  language: 'en',
  recalculation: {
    day: on('2026-02-15'),
    secondsOfDay: 21_780,
    by: 'anna@example.com',
    version: '1.2',
  },
  history: [],
  viewDay: on('2026-02-15'),
  ...changes,
});

const rowOf = ({ columns }: ServedTable, at = 0) =>
  Object.fromEntries(Object.entries(columns).map(([id, cells]) => [id, cells[at]]));

/** A second KPI: conversion, brought from 2% to 3%, in percent. */
const conversion = () => ({
  measure: sampleMeasure({
    id: 'conversion',
    name: 'Conversion',
    unit: { kind: 'percent' },
    aggregation: null,
  }),
  kpi: sampleKpi({
    id: 'conversion',
    name: 'Conversion',
    measureId: 'conversion',
    order: 1,
    weight: 3,
  }),
  evaluation: sampleKpiEvaluation({
    kpiId: 'conversion',
    family: 'average',
    status: 'on_course',
    actual: known(0.024),
    target: known(0.03),
    plan: known(0.0235),
    gap: known(0.0005),
    baseline: known(0.02),
    speed: known(0.0001),
    score: known(1),
    weight: 3,
    progress: known(0.4),
  }),
});

test.each(TABLE_IDS)('%s has every declared column, also of an empty workbook', (id) => {
  const empty = input({
    workspace: sampleWorkspace({ kpis: [], goals: [], measures: [], strategy: [] }),
    evaluation: sampleEvaluation({ kpis: [], goals: [] }),
  });
  for (const given of [input(), empty]) {
    const { columns, rowCount } = servedTable(id, given);
    expect(Object.keys(columns)).toEqual([...columnsOf(id).keys()]);
    for (const cells of Object.values(columns)) expect(cells).toHaveLength(rowCount);
  }
  expect(servedTable(id, empty).rowCount).toBe(0);
});

describe('kpis', () => {
  test('figures stand in display units, with the twins that apply', () => {
    const { kpi, measure, evaluation } = conversion();
    const table = servedTable(
      'kpis',
      input({
        workspace: sampleWorkspace({
          kpis: [sampleKpi(), kpi],
          measures: [sampleMeasure(), measure],
        }),
        evaluation: sampleEvaluation({ kpis: [sampleKpiEvaluation(), evaluation] }),
      }),
    );
    expect(rowOf(table, 0)).toMatchObject({
      actual: 90000,
      actual_money: 90000,
      actual_percent: null,
      actual_text: '€90,000',
      unit: 'EUR',
      unit_label: '€',
      speed: 14000,
    });
    expect(rowOf(table, 1)).toMatchObject({
      actual: 2.4,
      actual_money: null,
      actual_percent: 0.024,
      actual_text: '2.4%',
      gap: 0.05,
      gap_percent: 0.0005,
      unit: 'percent',
      unit_label: '%',
      speed: 0.07,
    });
  });

  test('money in another currency than the workbook’s is not added to it', () => {
    const dollars = sampleMeasure({ unit: { kind: 'currency', currency: 'USD' } });
    const row = rowOf(
      servedTable('kpis', input({ workspace: sampleWorkspace({ measures: [dollars] }) })),
    );
    expect(row).toMatchObject({ actual: 90000, actual_money: null, unit_label: '$' });
  });

  test('missing is null, zero is zero, a date is eight digits', () => {
    const evaluation = sampleKpiEvaluation({
      actual: known(0),
      gap: known(-0),
      plan: unknown('NO_DATA'),
      etaDay: null,
      judgedDay: on('2026-02-07'),
    });
    const row = rowOf(
      servedTable('kpis', input({ evaluation: sampleEvaluation({ kpis: [evaluation] }) })),
    );
    expect(row).toMatchObject({
      actual: 0,
      plan: null,
      plan_text: null,
      eta_date: null,
      as_of_date: '20260207',
      stage: null,
    });
    expect(Object.is(row.gap, 0)).toBe(true);
  });

  test('status numbers, counts and what a formula over one row gives', () => {
    const { kpi, measure, evaluation } = conversion();
    const table = servedTable(
      'kpis',
      input({
        workspace: sampleWorkspace({
          kpis: [sampleKpi(), kpi, sampleKpi({ id: 'waits', order: 2 })],
          measures: [sampleMeasure(), measure],
        }),
        evaluation: sampleEvaluation({
          kpis: [
            sampleKpiEvaluation({ status: 'off_course', score: known(0), weight: 3 }),
            evaluation,
            sampleKpiEvaluation({ kpiId: 'waits', status: 'stale' }),
          ],
        }),
      }),
    );
    expect(rowOf(table, 0)).toMatchObject({
      status_order: 1,
      status_score: 0,
      judged_count: 1,
      off_course_count: 1,
      on_course_count: 0,
      waiting_count: 0,
      net_course: -1,
      on_course_share: 0,
      weighted_progress: 0,
      weight: 3,
    });
    expect(rowOf(table, 1)).toMatchObject({
      status_order: 9,
      status_score: 2,
      net_course: 1,
      weighted_progress: 1,
      weighted_progress_raw: 3,
      weighted_progress_base_raw: 3,
    });
    expect(rowOf(table, 2)).toMatchObject({
      status_order: 4,
      status_score: null,
      judged_count: 0,
      waiting_count: 1,
      net_course: null,
      weighted_progress: null,
      weighted_progress_raw: null,
    });
  });

  test('the next milestone, and the resource that runs out first', () => {
    const fuel = (resource: string, index: number) => ({
      resource,
      channel: null,
      unit: 'EUR',
      budget: known(30000),
      used: known(18000),
      left: known(12000),
      need: known(22000),
      index: known(index),
      completionEstimate: known(40000),
      daysLeft: known(index * 10),
      nextStopIndex: known(index * 2),
      status: 'short' as const,
      ranOutDay: null,
      day: on('2026-02-13'),
    });
    const evaluation = sampleKpiEvaluation({
      milestones: [
        sampleMilestone({ stop: 'First', isNext: false, order: 0 }),
        sampleMilestone({ order: 1 }),
      ],
      fuel: [fuel('Budget', 0.8), fuel('Hours', 0.5)],
    });
    const row = rowOf(
      servedTable('kpis', input({ evaluation: sampleEvaluation({ kpis: [evaluation] }) })),
    );
    expect(row).toMatchObject({
      next_milestone: 'Spring sale',
      next_milestone_date: '20260228',
      next_milestone_eta_date: '20260306',
      next_milestone_days_late: 6,
      next_milestone_text:
        'Spring sale, 28 Feb: €100,000. Expected 6 Mar, 6 days late; €40,000 to go, €20,000 a week needed.',
      fuel_index: 0.5,
      fuel_days_left: 5,
      next_milestone_fuel_index: 1,
    });
  });

  test('what changed since the day compared with, and since when it has its status', () => {
    const before = sampleHistoryRow({ day: on('2026-02-06'), status: 'off_course' });
    const comparison = sampleComparison({
      before,
      statusChange: 1,
      progressChange: 0.05,
      paceChange: -0.2,
      forecastChange: 10000,
    });
    const kpis = [sampleKpiEvaluation({ comparison, statusSince: on('2026-02-10') })];
    expect(
      rowOf(servedTable('kpis', input({ evaluation: sampleEvaluation({ kpis }) }))),
    ).toMatchObject({
      previous_view_date: '20260206',
      previous_status_label: 'Off course',
      changed_text: 'Since 6 Feb: from off course to at risk, progress 5 points up.',
      status_change: 1,
      status_since: '20260210',
      progress_change: 0.05,
      pace_change: -0.2,
      forecast_change: 10000,
    });
  });

  test('the history shows what was kept up to the day looked from, oldest first', () => {
    const history = ['2026-02-10', '2026-02-06', '2026-02-20'].map((day) =>
      sampleHistoryRow({ day: on(day) }),
    );
    const { columns } = servedTable('history', input({ history }));
    expect(columns.snapshot_date).toEqual(['20260206', '20260210']);
    expect(columns.is_current).toEqual([false, true]);
  });

  test('without history nothing is compared', () => {
    expect(rowOf(servedTable('kpis', input()))).toMatchObject({
      previous_view_date: null,
      changed_text: null,
      status_since: null,
      status_change: null,
      forecast_change: null,
    });
  });

  test('stamps say when, by whom and from which day', () => {
    expect(rowOf(servedTable('kpis', input()))).toMatchObject({
      organisation: 'Fietsenwinkel',
      kpi_key: 'book_1:revenue_q1',
      view_date: '20260215',
      recalculated_at: '20260215060300',
      recalculated_text: 'Recalculated 15 Feb 2026 06:03 by anna@example.com (Koers 1.2)',
      view_note: null,
      data_age_hours: 0,
    });
    const set = sampleWorkspace({ settings: { today: on('2026-02-15') } });
    expect(
      rowOf(servedTable('strategy', input({ workspace: set, language: 'nl' }))).view_note,
    ).toBe(
      'Je kijkt naar de stand van 15 feb 2026 (Vandaag in Instellingen); Koers bewaart nu geen historie.',
    );
    expect(rowOf(servedTable('kpis', input({ recalculation: null })))).toMatchObject({
      recalculated_at: null,
      recalculated_text: 'Not recalculated yet',
    });
    expect(rowOf(servedTable('kpis', input({ viewDay: on('2026-01-31') }))).view_note).toBe(
      'Seen from 31 Jan 2026.',
    );
  });

  test('owners by the names of People, and links to the cell where the tab’s id is known', () => {
    const people = [
      {
        name: 'Anna Visser',
        email: 'anna@example.com',
        team: 'Shop',
        digest: 'all',
        language: null,
      },
    ] as const;
    const workspace = sampleWorkspace({
      people,
      kpis: [sampleKpi({ owner: 'ANNA@example.com; Bert' })],
    });
    expect(rowOf(servedTable('kpis', input({ workspace, sheetIds: { KPIs: 0 } })))).toMatchObject({
      owner: 'Anna Visser',
      owners_text: 'Anna Visser, Bert',
      team: 'Shop',
      kpi_url: 'https://docs.google.com/spreadsheets/d/file_1/edit#gid=0&range=A2',
    });
    expect(rowOf(servedTable('kpis', input({ workspace }))).kpi_url).toBe(
      'https://docs.google.com/spreadsheets/d/file_1/edit',
    );
  });

  test('text from the workbook stays text', () => {
    const workspace = sampleWorkspace({ kpis: [sampleKpi({ name: '=HYPERLINK("x")' })] });
    expect(rowOf(servedTable('kpis', input({ workspace }))).kpi).toBe('=HYPERLINK("x")');
  });
});

describe('timeline', () => {
  const timelineOf = (...intervals: Parameters<typeof sampleTimeline>) =>
    servedTable(
      'timeline',
      input({
        evaluation: sampleEvaluation({
          kpis: [sampleKpiEvaluation({ timeline: sampleTimeline(...intervals) })],
        }),
      }),
    );

  test('changes stand as shares, with what they are sums of', () => {
    const { columns } = timelineOf(
      { changeOnPrevious: null, lastYear: 5000, differenceOnLastYear: 1000, changeOnLastYear: 0.2 },
      { lastYear: -10000, differenceOnLastYear: 22000, changeOnLastYear: 2.2 },
      { changeOnPrevious: -0.5, differenceOnLastYear: null, changeOnLastYear: null },
    );
    expect(columns.change_vs_previous).toEqual([null, 1, -0.5]);
    expect(columns.change_vs_last_year).toEqual([0.2, 2.2, null]);
    expect(columns.change_vs_last_year_raw).toEqual([1000, 22000, null]);
    expect(columns.change_vs_last_year_base_raw).toEqual([5000, 10000, null]);
    expect(columns.interval_order).toEqual([1, 2, 3]);
  });

  test('a total adds up; a mean by its parts; a level not', () => {
    const flags = ({ columns }: ServedTable) => [
      columns.adds_raw[0],
      columns.parts_add_raw[0],
      columns.actual_raw[0],
      columns.actual_base_raw[0],
      columns.actual_whole_raw[0],
    ];
    expect(flags(timelineOf({}))).toEqual([1, 1, 12000, 0, 1]);
    const of = (
      family: 'level' | 'average',
      parts: { numerator: number; denominator: number } | null,
    ) =>
      flags(
        servedTable(
          'timeline',
          input({
            evaluation: sampleEvaluation({
              kpis: [sampleKpiEvaluation({ family, timeline: sampleTimeline({ parts }) })],
            }),
          }),
        ),
      );
    expect(of('level', null)).toEqual([0, 0, 12000, 0, 1]);
    expect(of('average', { numerator: 24000, denominator: 2 })).toEqual([0, 1, 24000, 2, 0]);
  });

  test('actual and plan of a percent stand as shares beside their display unit', () => {
    const { measure, kpi, evaluation } = conversion();
    const timeline = sampleTimeline({ actual: 0.024, plan: 0.0235 });
    const { columns } = servedTable(
      'timeline',
      input({
        workspace: sampleWorkspace({ measures: [measure], kpis: [kpi] }),
        evaluation: sampleEvaluation({ kpis: [{ ...evaluation, timeline }] }),
      }),
    );
    expect([columns.actual, columns.actual_percent]).toEqual([[2.4], [0.024]]);
    expect([columns.plan, columns.plan_percent]).toEqual([[2.35], [0.0235]]);
  });

  test('milestones of the interval, the due date by its word', () => {
    expect(timelineOf({ milestoneLabels: ['Fair', ''] }).columns.milestone_label).toEqual([
      'Fair, Due date',
    ]);
  });

  test('the last milestone of an interval tells how it stands; without one nothing is said', () => {
    const month = (iso: string, end: string) => ({ start: on(iso), end: on(end) });
    const timeline = sampleTimeline(
      month('2026-01-01', '2026-01-31'),
      month('2026-02-01', '2026-02-28'),
      month('2026-03-01', '2026-03-31'),
    );
    const milestones = [
      sampleMilestone({ day: on('2026-02-01'), status: 'reached_early' }),
      sampleMilestone({ day: on('2026-02-28'), status: 'at_risk' }),
      sampleMilestone({ day: on('2026-03-31'), status: 'unknown', stop: '' }),
      // After the last interval: in none.
      sampleMilestone({ day: on('2026-04-01'), status: 'overdue' }),
    ];
    const evaluation = sampleEvaluation({ kpis: [sampleKpiEvaluation({ timeline, milestones })] });
    const { columns } = servedTable('timeline', input({ evaluation }));
    expect(columns.milestone_status_label).toEqual([null, 'At risk', 'Not known yet']);
  });
});

describe('milestones', () => {
  test('KPIs share a stop under one goal; a due date is a stop of its own KPI', () => {
    const { kpi, measure, evaluation } = conversion();
    const due = { milestoneId: null, stop: '', day: on('2026-03-31'), isNext: false, order: 1 };
    const table = servedTable(
      'milestones',
      input({
        workspace: sampleWorkspace({
          kpis: [sampleKpi(), kpi],
          measures: [sampleMeasure(), measure],
        }),
        evaluation: sampleEvaluation({
          kpis: [
            sampleKpiEvaluation({ milestones: [sampleMilestone(), sampleMilestone(due)] }),
            {
              ...evaluation,
              milestones: [
                sampleMilestone({
                  stop: ' spring  Sale',
                  value: 0.025,
                  status: 'reached_early',
                  reachedDay: on('2026-02-20'),
                }),
              ],
            },
          ],
        }),
      }),
    );
    expect(table.columns.stop_id).toEqual([
      'growth/spring sale',
      'growth/revenue_q1/due',
      'growth/spring sale',
    ]);
    expect(table.columns.stop_order).toEqual([1, 2, 1]);
    expect(table.columns.milestone).toEqual([
      'Revenue Q1: Spring sale',
      'Revenue Q1: Due date',
      'Conversion: spring  Sale',
    ]);
    expect(rowOf(table, 2)).toMatchObject({
      milestone_value: 2.5,
      milestone_value_percent: 0.025,
      milestone_value_money: null,
      milestone_status_label: 'Reached early',
      milestone_reached_count: 1,
      milestone_late_count: 0,
    });
    expect(rowOf(table, 0)).toMatchObject({
      start_date: '20260101',
      due_date: '20260331',
      milestone_value_money: 100000,
      milestone_required_speed: 20000,
      milestone_status_order: 2,
      milestone_late_count: 1,
    });
  });
});

describe('goals', () => {
  test('counts, worst KPI, next stop and period', () => {
    const goal = sampleGoalEvaluation({
      counts: { on_course: 2, off_course: 1 },
      kpiIds: ['revenue_q1', 'b', 'c', 'd'],
      nextStop: { stop: '', day: on('2026-03-31'), status: 'expected_late' },
      due: on('2026-03-31'),
    });
    const row = rowOf(
      servedTable(
        'goals',
        input({
          workspace: sampleWorkspace({
            goals: [sampleGoal({ parentGoalId: 'none' })],
          }),
          evaluation: sampleEvaluation({ goals: [goal] }),
        }),
      ),
    );
    expect(row).toMatchObject({
      goal_progress: 0.44,
      goal_pace_index: 0.88,
      goal_meter: 0.87,
      goal_status_score: 1,
      goal_kpi_count: 4,
      goal_on_course_count: 2,
      goal_missed_count: 0,
      goal_start_date: '20260101',
      goal_due_date: '20260331',
      parent_goal: null,
      strategy: 'Closer to the rider',
      worst_kpi: 'Revenue Q1',
      next_stop: 'Due date',
      next_stop_status_label: 'Expected late',
      goal_explanation: '2 of 4 KPIs on course, 1 off course, 1 not judged.',
      goal_advice:
        'Revenue Q1: aim for €17,100 a week, 22% more than foreseen, or change the plan.',
    });
  });

  test('a goal that was not evaluated has a row without numbers', () => {
    const row = rowOf(servedTable('goals', input({ evaluation: sampleEvaluation({ goals: [] }) })));
    expect(row).toMatchObject({
      goal: 'Growth',
      goal_status: null,
      goal_progress: null,
      goal_kpi_count: 0,
    });
  });
});

test('strategy counts the goals of each line', () => {
  const goals = [
    sampleGoal(),
    sampleGoal({ id: 'b', order: 1 }),
    sampleGoal({ id: 'c', strategyLineId: null }),
  ];
  expect(
    rowOf(servedTable('strategy', input({ workspace: sampleWorkspace({ goals }) }))),
  ).toMatchObject({
    line_kind: 'strategy',
    line_text: 'Closer to the rider',
    line_owner: 'Chris',
    line_goal_count: 2,
  });
});

describe('checks', () => {
  const finding = (code: 'E_NO_TARGET' | 'GOALPOST' | 'I_AT_LEAST_TOTAL', cell: string | null) =>
    newIssue(code, { tab: 'KPIs', cell }, { kpi: 'Revenue Q1' }, { kpiId: 'revenue_q1' });
  const issues = [
    finding('I_AT_LEAST_TOTAL', null),
    finding('E_NO_TARGET', 'C12'),
    finding('GOALPOST', 'D4'),
  ];

  test('errors first, each with its words, cell and link', () => {
    const table = servedTable('checks', input({ issues, sheetIds: { KPIs: 17 } }));
    expect(table.columns.finding_severity).toEqual(['error', 'warning', 'info']);
    expect(table.columns.finding_order).toEqual([1, 2, 3]);
    expect(rowOf(table)).toMatchObject({
      finding_code: 'E_NO_TARGET',
      tab: 'KPIs',
      cell: 'C12',
      cell_url: 'https://docs.google.com/spreadsheets/d/file_1/edit#gid=17&range=C12',
      owner: 'Anna',
      kpi: 'Revenue Q1',
      goal: 'Growth',
      is_new: null,
      first_seen: null,
    });
    expect(rowOf(table).finding_text).toContain('Revenue Q1');
    expect(rowOf(table).fix_text).not.toBeNull();
    expect(rowOf(table, 2).cell_url).toMatch(/#gid=17$/);
  });

  test('new is what this day saw first', () => {
    const firstSeen = {
      [issueKey(issues[1])]: on('2026-02-15'),
      [issueKey(issues[2])]: on('2026-02-01'),
    };
    const { columns } = servedTable('checks', input({ issues, firstSeen }));
    expect(columns.is_new).toEqual([true, false, true]);
    expect(columns.first_seen).toEqual(['20260215', '20260201', null]);
  });
});
