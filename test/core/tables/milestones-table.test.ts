import {
  on,
  sampleEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { conversion, input, rowOf } from '../../support/sample-tables.ts';
import { servedTable } from '../../support/served-table.ts';

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
    expect(table.columns.milestone_count).toEqual([1, 1, 1]);
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
