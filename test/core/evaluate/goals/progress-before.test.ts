import {
  progressBefore,
  type StandingGoal,
} from '../../../../src/core/evaluate/goals/progress-before.ts';
import type { Aim } from '../../../../src/core/evaluate/target/aim.ts';
import type { KpiEvaluation } from '../../../../src/core/model/evaluation.ts';
import type { HistoryRow } from '../../../../src/core/model/record.ts';
import {
  on,
  sampleComparison,
  sampleGoal,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
} from '../../../support/sample-evaluation.ts';
import { ceiling, threshold, way } from '../one-kpi.ts';

/** A KPI with what was kept of it, or nothing. */
function member(
  id: string,
  kept: Partial<HistoryRow> | null,
  evaluation: Partial<KpiEvaluation> = {},
  aim: Aim = way(0, 200000),
): StandingGoal['members'][number] {
  const nothing = { actual: null, target: null, plan: null, progress: null, paceIndex: null };
  const before = sampleHistoryRow({ ...nothing, ...kept });
  return {
    kpi: sampleKpi({ id }),
    kpiCase: { aim },
    evaluation: sampleKpiEvaluation({
      kpiId: id,
      comparison: kept === null ? null : sampleComparison({ before }),
      ...evaluation,
    }),
  };
}

const standing = (changes: Partial<StandingGoal> = {}): StandingGoal => ({
  goal: sampleGoal({ outcomeKpiId: null }),
  status: 'at_risk',
  members: [],
  subGoals: [],
  ...changes,
});

const below = standing({
  goal: sampleGoal({ id: 'below', weight: 2, outcomeKpiId: null }),
  members: [member('deep', { progress: 0.4 })],
});

test('what its KPIs and sub-goals counted for, weighed as now; who was not judged is left out', () => {
  const members = [
    member('way', { progress: 1.3 }),
    // Held against the target of that day.
    member('floor', { actual: 45, target: 50 }, {}, threshold({ target: 90 })),
    member('budget', { paceIndex: 0.7, actual: 9, target: 10 }, {}, ceiling(10)),
    member('launch', {}, { type: 'done', reachedDay: on('2026-02-10') }),
    member('silent', { status: 'stale', progress: 0.2 }),
    member('new', null),
  ];
  // Cut to 1, attained 45 of 50, at ρ, not done yet, and 0.4 below with the weight of two.
  expect(progressBefore(standing({ members, subGoals: [below] }))).toBeCloseTo(3.4 / 6, 9);
});

test('a KPI without a weight of its own counts as its evaluation says', () => {
  const members = [
    member('heavy', { progress: 0.8 }, { weight: 3 }),
    member('light', { progress: 0 }, { weight: 1 }),
    member('information', { progress: 0.5 }, { weight: 0 }),
  ];
  expect(progressBefore(standing({ members }))).toBeCloseTo(0.6, 9);
});

test('the outcome KPI decides alone, clamped as the progress of a goal is', () => {
  const goal = sampleGoal({ outcomeKpiId: 'outcome' });
  const members = [member('outcome', { progress: -0.06 }), member('other', { progress: 0.9 })];
  expect(progressBefore(standing({ goal, members }))).toBe(0);
});

test('one that cannot be judged now counts with the progress that was kept', () => {
  const members = [{ ...member('broken', { progress: 0.7, actual: 3 }), kpiCase: null }];
  expect(progressBefore(standing({ members }))).toBe(0.7);
});

test('nothing while nothing was kept, or when the goal is invalid', () => {
  expect(progressBefore(standing({ members: [member('new', null)] }))).toBeNull();
  expect(progressBefore(standing())).toBeNull();
  expect(progressBefore({ ...below, status: 'invalid' })).toBeNull();
});
