import {
  on,
  sampleEvaluation,
  sampleKpiEvaluation,
  sampleMilestone,
  sampleTimeline,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { conversion, input } from '../../support/sample-tables.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';

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
