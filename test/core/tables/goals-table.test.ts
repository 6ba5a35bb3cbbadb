import {
  on,
  sampleEvaluation,
  sampleGoal,
  sampleGoalEvaluation,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { input, rowOf } from '../../support/sample-tables.ts';
import { servedTable } from '../../support/served-table.ts';

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
