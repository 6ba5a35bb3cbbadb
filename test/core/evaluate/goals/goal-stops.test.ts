import { goalStops, nextGoalStop } from '../../../../src/core/evaluate/goals/goal-stops.ts';
import type { KpiEvaluation, MilestoneEvaluation } from '../../../../src/core/model/evaluation.ts';
import { unknown } from '../../../../src/core/model/quantity.ts';
import { day } from '../../../support/workspace-builder.ts';
import { evaluateOne } from '../one-kpi.ts';

const stop = (changes: Partial<MilestoneEvaluation>): MilestoneEvaluation => ({
  milestoneId: 'm',
  stop: 'Half way',
  kpiId: 'kpi',
  day: day('2026-02-01'),
  value: 5,
  status: 'expected_on_time',
  reachedDay: null,
  etaDay: null,
  daysLate: unknown('NO_ETA'),
  valueToGo: unknown('NO_DATA'),
  requiredSpeed: unknown('NO_DATA'),
  legProgress: unknown('NO_DATA'),
  isNext: false,
  order: 0,
  ...changes,
});
const blank = evaluateOne({}).kpi;
const kpi = (...milestones: MilestoneEvaluation[]): KpiEvaluation => ({ ...blank, milestones });

test('a stop of several KPIs is as late as its latest and as reached as all of them', () => {
  const reached = { status: 'reached_early', reachedDay: day('2026-01-20') } as const;
  const [found] = goalStops([
    kpi(stop(reached)),
    kpi(stop({ stop: 'HALF WAY', status: 'at_risk', day: day('2026-02-05') })),
    kpi(stop({ status: 'expected_late', day: day('2026-02-03') })),
  ]);
  expect(found).toEqual({
    stop: 'Half way',
    day: day('2026-02-05'),
    status: 'expected_late',
    isReached: false,
  });
});

test('once all have reached it, it is as late as the latest of them', () => {
  const [found] = goalStops([
    kpi(stop({ status: 'reached_early', reachedDay: day('2026-01-20') })),
    kpi(stop({ status: 'reached_late', reachedDay: day('2026-02-03') })),
    kpi(stop({ status: 'reached_on_time', reachedDay: day('2026-02-01') })),
  ]);
  expect(found).toMatchObject({ status: 'reached_late', isReached: true });
});

test('due dates have no name and are one stop a day', () => {
  const due = (date: string) => stop({ stop: '', milestoneId: null, day: day(date) });
  const found = goalStops([kpi(due('2026-03-31')), kpi(due('2026-03-31'), due('2026-02-28'))]);
  expect(found.map((own) => own.day)).toEqual([day('2026-02-28'), day('2026-03-31')]);
});

test('the next stop of a goal is the earliest that is not reached, overdue included', () => {
  const kpis = [
    kpi(
      stop({ stop: 'Third', day: day('2026-03-01') }),
      stop({ stop: 'First', day: day('2026-01-10'), reachedDay: day('2026-01-09') }),
      stop({ stop: 'Second', day: day('2026-02-01'), status: 'overdue' }),
    ),
  ];
  expect(nextGoalStop(kpis)).toMatchObject({ stop: 'Second', status: 'overdue' });
  expect(nextGoalStop([])).toBeNull();
  expect(nextGoalStop([kpi(stop({ reachedDay: day('2026-01-09') }))])).toBeNull();
});

test('while one is open, how late the others were does not count', () => {
  const [found] = goalStops([
    kpi(stop({ status: 'reached_late', reachedDay: day('2026-02-03') })),
    kpi(stop({ status: 'expected_on_time' })),
  ]);
  expect(found).toMatchObject({ status: 'expected_on_time', isReached: false });
});

test('the stops of an outcome KPI are what the other KPIs have under the same name too', () => {
  const own = stop({ status: 'reached_early', reachedDay: day('2026-01-20') });
  const outcome = kpi(own, stop({ stop: '', day: day('2026-03-31') }));
  const late = kpi(stop({ stop: 'half way', status: 'expected_late' }));
  const other = kpi(
    stop({ stop: 'Elsewhere', day: day('2026-01-05'), status: 'overdue' }),
    stop({ stop: '', day: day('2026-01-31'), status: 'overdue' }),
  );
  expect(nextGoalStop([outcome, late, other], outcome)).toMatchObject({
    stop: 'Half way',
    status: 'expected_late',
  });
  // What others have on their own, and their due dates, are no stops of the goal.
  expect(nextGoalStop([outcome, other], outcome)).toMatchObject({
    stop: '',
    day: day('2026-03-31'),
  });
});
