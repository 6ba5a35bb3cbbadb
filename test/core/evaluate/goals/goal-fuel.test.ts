import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type { FuelEvaluation } from '../../../../src/core/model/evaluation.ts';
import type { ResourceRow, Workspace } from '../../../../src/core/model/workspace.ts';
import {
  day,
  everyDay,
  goal,
  kpi,
  measure,
  milestone,
  type Row,
  workspace,
} from '../../../support/workspace-builder.ts';

const resource = (changes: Partial<ResourceRow>): ResourceRow => ({
  resource: 'Budget',
  kpiId: null,
  goalId: 'goal',
  channel: null,
  unit: 'EUR',
  day: null,
  budget: null,
  used: null,
  note: '',
  order: 0,
  place: { tab: 'Resources', cell: 'A2' },
  ...changes,
});

const ROWS = [
  resource({ budget: 30000 }),
  resource({ day: day('2026-01-31'), used: 11000 }),
  resource({ day: day('2026-02-14'), used: 7000 }),
  resource({ day: day('2026-02-15'), used: 5000 }),
  resource({ resource: 'Hours', unit: 'hours', budget: 100, used: 0 }),
  resource({ goalId: 'other', budget: 1 }),
];

/** A total at 45% on 14 February, the 45th day of the period. */
function fuelOf(
  changes: Partial<Workspace> & { rows?: readonly Row[] } = {},
): readonly FuelEvaluation[] {
  const parts = { rows: everyDay('2026-01-01', '2026-02-14', 90000), resources: ROWS };
  const goals = [goal()];
  const kpis = [kpi({ goalId: 'goal' })];
  const evaluation = evaluateWorkspace(
    workspace({ goals, kpis, ...parts, ...changes }),
    day('2026-02-15'),
  );
  return evaluation.goals[0].fuel;
}

test('V17 for a goal: its score is the progress, and what is used after the judged day waits', () => {
  const [budget, hours] = fuelOf();
  expect(budget).toMatchObject({ resource: 'Budget', unit: 'EUR', status: 'short' });
  expect(budget.left.value).toBe(12000);
  expect(budget.need.value).toBeCloseTo(22000, 6);
  expect(budget.index.value).toBeCloseTo(0.545454, 5);
  expect(budget.completionEstimate.value).toBeCloseTo(40000, 6);
  // 400 a day over 45 days.
  expect(budget.daysLeft.value).toBeCloseTo(30, 9);
  expect(budget.day).toBe(day('2026-02-14'));
  expect(hours).toMatchObject({ resource: 'Hours', status: 'unknown' });
  expect(hours.index).toEqual({ value: null, reason: 'NO_USE' });
  expect(hours.left.value).toBe(100);
});

test('a goal with an outcome KPI knows what its next milestone takes', () => {
  const goals = [goal({ outcomeKpiId: 'kpi' })];
  const milestones = [milestone({ day: day('2026-02-28'), value: 110000 })];
  const [budget] = fuelOf({ goals, milestones });
  // From 45 to 55% takes 4,000 of the 40,000 for the whole way.
  expect(budget.nextStopIndex.value).toBeCloseTo(3, 6);
  expect(fuelOf({ milestones })[0].nextStopIndex).toEqual({
    value: null,
    reason: 'NOT_APPLICABLE',
  });
});

test('a goal counts from its own start, where it has one', () => {
  const goals = [goal({ start: day('2025-12-17') })];
  const earlier = resource({ day: day('2025-12-20'), used: 6000 });
  const [budget] = fuelOf({ goals, resources: [...ROWS, earlier] });
  expect(budget.used.value).toBe(24000);
  // 6,000 left at 400 a day over 60 days.
  expect(budget.daysLeft.value).toBeCloseTo(15, 9);
});

test('a goal above other goals is judged by their KPIs', () => {
  const goals = [goal(), goal({ id: 'below', parentGoalId: 'goal', order: 1 })];
  const [budget] = fuelOf({ goals, kpis: [kpi({ goalId: 'below' })] });
  expect(budget.index.value).toBeCloseTo(0.545454, 5);
});

test('without a KPI that is judged there is no fuel to tell of', () => {
  expect(fuelOf({ kpis: [] })).toEqual([]);
  expect(fuelOf({ resources: [] })).toEqual([]);
});

test('a single row is fuel already, and a goal without a start counts from its earliest KPI', () => {
  const one = [resource({ budget: 800, used: 100 })];
  expect(fuelOf({ resources: one })[0].left.value).toBe(700);
  const kpis = [
    kpi({ id: 'later', goalId: 'goal', start: day('2026-01-20') }),
    kpi({ id: 'early', goalId: 'goal' }),
  ];
  const dated = [resource({ budget: 800 }), resource({ used: 60, day: day('2026-01-05') })];
  expect(fuelOf({ kpis, resources: dated })[0].used.value).toBe(60);
});

test('a goal is judged at the latest day any of its KPIs is', () => {
  const measures = [measure(), measure({ id: 'slow', cadence: 'month' })];
  const kpis = [
    kpi({ id: 'daily', goalId: 'goal' }),
    kpi({ id: 'monthly', goalId: 'goal', measureId: 'slow' }),
  ];
  const rows = [
    ...everyDay('2026-01-01', '2026-02-14', 90000),
    { date: day('2026-01-31'), value: 60000, measure: 'slow' },
  ];
  // 7000 was used on 14 February, after the month was judged.
  expect(fuelOf({ measures, kpis, rows })[0].used.value).toBe(18000);
});
