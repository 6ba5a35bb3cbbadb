import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { isoDate } from '../../../src/core/model/calendar-date.ts';
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import type { Milestone } from '../../../src/core/model/milestone.ts';
import {
  day,
  everyDay,
  kpi,
  measure,
  milestone,
  type Row,
  workspace,
} from '../../support/workspace-builder.ts';

/** The examples of calculations.md §17: 1 January – 31 March 2026, judged at 14 February. */
interface Example {
  rows: readonly Row[];
  kpi?: Partial<Kpi>;
  measure?: Partial<Measure>;
  milestones?: readonly Milestone[];
  today?: string;
}

function evaluate({ rows, today = '2026-02-15', ...parts }: Example): KpiEvaluation {
  const [evaluation] = evaluateWorkspace(
    workspace({
      rows,
      kpis: [kpi(parts.kpi)],
      measures: [measure(parts.measure)],
      milestones: parts.milestones ?? [],
    }),
    day(today),
  ).kpis;
  return evaluation;
}

/** A level with this value on every day up to the judged one. */
const level = (value: number, changes: Partial<Kpi>): Example => ({
  rows: everyDay('2026-01-01', '2026-02-14', 1).map(({ date }) => ({ date, value })),
  measure: { aggregation: 'last' },
  kpi: changes,
});

const total = (sum: number, changes: Partial<Kpi> = {}, to = '2026-02-14'): Example => ({
  rows: everyDay('2026-01-01', to, sum),
  kpi: changes,
});

const numbers = (evaluation: KpiEvaluation) => ({
  progress: evaluation.progress.value,
  attainment: evaluation.attainment.value,
  plan: evaluation.plan.value,
  pace: evaluation.paceIndex.value,
  behind: evaluation.daysBehind.value,
  status: evaluation.status,
});

const close = (value: number, digits = 4) => expect.closeTo(value, digits);

test('V1 a total at 90% of its plan is at risk, arrives ten days late', () => {
  const result = evaluate(total(90000));
  expect(numbers(result)).toEqual({
    progress: close(0.45),
    attainment: close(0.45),
    plan: close(100000),
    pace: close(0.9),
    behind: close(4.5),
    status: 'at_risk',
  });
  expect(result.forecast.value.value).toBeCloseTo(180000, 4);
  expect(result.speed.value).toBeCloseTo(2000, 6);
  expect(result.requiredSpeed.value).toBeCloseTo(2444.4444, 4);
  expect(result.speedFactor.value).toBeCloseTo(1.2222, 4);
  expect(result.etaDay).toBe(day('2026-04-10'));
  expect(result.daysLate.value).toBe(10);
  expect(result.elapsed.value).toBeCloseTo(0.5, 9);
});

test('V2 a level exactly at the boundary of at risk gets the better status', () => {
  expect(numbers(evaluate(level(1040, { lastTime: 1000, target: 1100 })))).toEqual({
    progress: close(0.4),
    attainment: close(0.9455),
    plan: close(1050),
    pace: close(0.8),
    behind: close(9),
    status: 'at_risk',
  });
});

test('V3 a level where lower is better, three quarters of the way, is off course', () => {
  expect(numbers(evaluate(level(35, { lastTime: 50, target: 10 })))).toEqual({
    progress: close(0.375),
    attainment: close(-1.5),
    plan: close(30),
    pace: close(0.75),
    behind: close(11.25),
    status: 'off_course',
  });
});

test('V4 a level worse than where it started is as far behind as the time passed', () => {
  expect(numbers(evaluate(level(55, { lastTime: 50, target: 10 })))).toEqual({
    progress: close(-0.125),
    attainment: close(-3.5),
    plan: close(30),
    pace: close(-0.25),
    behind: close(45),
    status: 'off_course',
  });
});

test('V5 a negative target with less loss than planned is ahead', () => {
  expect(numbers(evaluate(level(-50, { lastTime: -100, target: -20 })))).toEqual({
    progress: close(0.625),
    attainment: close(-0.5),
    plan: close(-60),
    pace: close(1.25),
    behind: close(-11.25),
    status: 'on_course',
  });
});

test('V6 from loss to profit', () => {
  expect(numbers(evaluate(level(5, { lastTime: -40, target: 60 })))).toEqual({
    progress: close(0.45),
    attainment: close(0.0833),
    plan: close(10),
    pace: close(0.9),
    behind: close(4.5),
    status: 'at_risk',
  });
});

test('V7 a target of zero measures its attainment by the way from the start', () => {
  expect(numbers(evaluate(level(5, { lastTime: 12, target: 0 })))).toEqual({
    progress: close(0.5833),
    attainment: close(0.5833),
    plan: close(6),
    pace: close(1.1667),
    behind: close(-7.5),
    status: 'on_course',
  });
});

test.each([
  [100, 1, 1, 'on_course'],
  [99, 0, 0.99, 'at_risk'],
  [94, 0, 0.94, 'off_course'],
])('V8 a target equal to the start is a threshold: %d', (value, progress, attainment, status) => {
  const result = evaluate(level(value, { lastTime: 100, target: 100 }));
  expect(numbers(result)).toEqual({
    progress,
    attainment: close(attainment),
    plan: 100,
    pace: null,
    behind: null,
    status,
  });
});

test.each([
  [45, 1, 'on_course'],
  [52, 0.6, 'at_risk'],
  [38, 0.6, 'at_risk'],
  [30, 0, 'off_course'],
])('V9 a range of 40–50 with tolerance 5: %d', (value, attainment, status) => {
  const result = evaluate(
    level(value, {
      kind: 'keep_between',
      type: 'range',
      low: 40,
      high: 50,
      tolerance: 5,
      target: null,
    }),
  );
  expect(numbers(result)).toEqual({
    progress: null,
    attainment: close(attainment),
    plan: null,
    pace: null,
    behind: null,
    status,
  });
});

test('V10 five days in, it is too early to judge, to forecast or to name a day', () => {
  const result = evaluate({ ...total(2000, {}, '2026-01-05'), today: '2026-01-06' });
  expect(numbers(result)).toEqual({
    progress: close(0.01),
    attainment: close(0.01),
    plan: close(11111.1111, 3),
    pace: close(0.18),
    behind: null,
    status: 'too_early',
  });
  expect(result.forecast.value).toEqual({ value: null, reason: 'TOO_EARLY' });
  expect(result.etaDay).toBeNull();
  expect(result.etaReason).toBe('TOO_EARLY');
});

test('V11 the plan runs through its milestones, not straight to the end', () => {
  const result = evaluate({
    ...total(60000),
    milestones: [
      milestone({ day: day('2026-01-31'), value: 40000, stop: 'January' }),
      milestone({ day: day('2026-02-28'), value: 100000, stop: 'February' }),
    ],
  });
  expect(numbers(result)).toEqual({
    progress: close(0.3),
    attainment: close(0.3),
    plan: close(70000),
    pace: close(0.8571),
    behind: close(4.6667),
    status: 'at_risk',
  });
  expect(result.forecast.value.value).toBeCloseTo(171428.57, 1);
  const next = result.milestones.find(({ isNext }) => isNext);
  expect(next?.stop).toBe('February');
  expect(next && next.etaDay !== null && isoDate(next.etaDay)).toBe('2026-03-06');
  expect(next?.daysLate.value).toBe(6);
  expect(next?.requiredSpeed.value).toBeCloseTo(2857.14, 2);
  expect(result.etaDay).toBe(day('2026-04-15'));
});

test('V12 elapsed by the calendar and by working days', () => {
  const february = { start: day('2026-02-01'), due: day('2026-02-28') };
  const rows = everyDay('2026-02-01', '2026-02-08', 800);
  const calendar = evaluateWorkspace(workspace({ rows, kpis: [kpi(february)] }), day('2026-02-09'))
    .kpis[0];
  const working = evaluateWorkspace(
    workspace({
      rows,
      kpis: [kpi({ ...february, dayWeights: { kind: 'calendar', calendarName: 'Working days' } })],
      calendars: [
        {
          name: 'working days',
          dates: [],
          weekdays: [
            { weekday: 6, weight: 0 },
            { weekday: 7, weight: 0 },
          ],
          months: [],
        },
      ],
    }),
    day('2026-02-09'),
  ).kpis[0];
  expect(calendar.elapsed.value).toBeCloseTo(0.2857, 4);
  expect(working.elapsed.value).toBeCloseTo(0.25, 9);
});

test('V13 one day before the end, and missed when it closes', () => {
  const running = evaluate({ ...total(170000, {}, '2026-03-30'), today: '2026-03-31' });
  expect(numbers(running)).toEqual({
    progress: close(0.85),
    attainment: close(0.85),
    plan: close(197777.7778, 3),
    pace: close(0.8596),
    behind: close(12.5),
    status: 'at_risk',
  });
  expect(evaluate({ ...total(170000, {}, '2026-03-31'), today: '2026-04-01' }).status).toBe(
    'missed',
  );
});

test('V16 a ratio is the sum over the sum, never the mean of ratios', () => {
  const rows = [
    { date: day('2026-01-01'), value: 10, measure: 'orders' },
    { date: day('2026-01-01'), value: 1000, measure: 'visits' },
    { date: day('2026-01-02'), value: 9, measure: 'orders' },
    { date: day('2026-01-02'), value: 100, measure: 'visits' },
  ];
  const result = evaluateWorkspace(
    workspace({
      rows,
      measures: [
        measure({ id: 'orders' }),
        measure({ id: 'visits' }),
        measure({
          id: 'conversion',
          aggregation: null,
          missing: 'missing',
          formula: {
            kind: 'binary',
            operator: '/',
            left: { kind: 'measure', measureId: 'orders' },
            right: { kind: 'measure', measureId: 'visits' },
          },
        }),
      ],
      kpis: [
        kpi({ measureId: 'conversion', kind: 'keep_at_least', type: 'at_least', target: 0.02 }),
      ],
    }),
    day('2026-01-03'),
  ).kpis[0];
  expect(result.actual.value).toBeCloseTo(0.01727, 5);
});

test('V18 last time is what a total grows from, never where it starts', () => {
  const result = evaluate(total(99000, { lastTime: 200000, target: 220000 }));
  expect(numbers(result)).toEqual({
    progress: close(0.45),
    attainment: close(0.45),
    plan: close(110000),
    pace: close(0.9),
    behind: close(4.5),
    status: 'at_risk',
  });
  expect(result.baseline.value).toBe(0);
  expect(result.reference.value).toBe(200000);
});

test.each([
  [0.61, '2026-02-15', 'on_course'],
  [0.58, '2026-02-15', 'at_risk'],
  [0.5, '2026-02-15', 'off_course'],
  [0.58, '2026-04-01', 'missed'],
])('V19 keep at least 60% with 3 points of tolerance: %d on %s', (value, today, status) => {
  const to = today === '2026-04-01' ? '2026-03-31' : '2026-02-14';
  const result = evaluate({
    rows: everyDay('2026-01-01', to, 1).map(({ date }) => ({ date, value })),
    measure: { aggregation: 'mean', missing: 'missing' },
    kpi: { kind: 'keep_at_least', type: 'at_least', target: 0.6, tolerance: 0.03 },
    today,
  });
  expect(result.status).toBe(status);
});

test.each([
  [97, 'on_course'],
  [90, 'at_risk'],
  [70, 'off_course'],
])('V20 before the first step of a step plan the gap decides: %d', (value, status) => {
  const result = evaluate({
    ...level(value, { lastTime: 100, target: 200, planShape: 'step' }),
  });
  expect(numbers(result)).toMatchObject({ plan: 100, pace: null, behind: null, status });
});

test('V21 at least 100 on a total grows to 100 along its plan', () => {
  const result = evaluate(total(60, { kind: 'keep_at_least', type: 'at_least', target: 100 }));
  expect(numbers(result)).toEqual({
    progress: close(0.6),
    attainment: close(0.6),
    plan: close(50),
    pace: close(1.2),
    behind: close(-9),
    status: 'on_course',
  });
});

test('V22 a ceiling that is used twice as fast as planned is off course', () => {
  const result = evaluate(
    total(28000, { kind: 'spend_no_more_than', type: 'ceiling', target: 30000 }),
  );
  expect(numbers(result)).toEqual({
    progress: null,
    attainment: null,
    plan: close(15000),
    pace: close(0.5357),
    behind: null,
    status: 'off_course',
  });
  expect(result.forecast.value.value).toBeCloseTo(56000, 4);
});

test('V23 monthly figures on 15 February are judged at 31 January', () => {
  const result = evaluate({
    rows: [{ date: day('2026-01-31'), value: 60000 }],
    measure: { cadence: 'month' },
  });
  expect(result.judgedDay).toBe(day('2026-01-31'));
  expect(numbers(result)).toEqual({
    progress: close(0.3),
    attainment: close(0.3),
    plan: close(68888.8889, 3),
    pace: close(0.871),
    behind: close(4),
    status: 'at_risk',
  });
});
