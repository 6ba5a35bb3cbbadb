import { known, unknown } from '../../../src/core/model/quantity.ts';
import {
  on,
  sampleComparison,
  sampleEvaluation,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { conversion, input, rowOf } from '../../support/sample-tables.ts';
import { servedTable } from '../../support/served-table.ts';

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
