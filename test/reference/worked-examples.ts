import type { Day } from '../../src/core/model/calendar-date.ts';
import type { FormulaNode, FormulaOperator } from '../../src/core/model/formula.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import {
  day,
  everyDay,
  goal,
  kpi,
  measure,
  milestone,
  type Row,
  workspace,
} from '../support/workspace-builder.ts';

/** An example of calculations.md §17: a workbook, a day, and what is said of its first KPI. */
export interface WorkedExample {
  name: string;
  workspace: Workspace;
  today: Day;
  /** Numbers under the names of the reference, a status, a judged day. */
  says: Readonly<Record<string, number | string | boolean | null>>;
}

interface Parts extends Partial<Omit<Workspace, 'measurements' | 'kpis' | 'measures'>> {
  kpi?: Partial<Kpi>;
  measure?: Partial<Measure>;
  measures?: readonly Measure[];
  rows: readonly Row[];
  today?: string;
}

export function example(name: string, parts: Parts, says: WorkedExample['says']): WorkedExample {
  const { kpi: own, measure: of, measures, today = '2026-02-15', ...rest } = parts;
  return {
    name,
    workspace: workspace({ ...rest, kpis: [kpi(own)], measures: measures ?? [measure(of)] }),
    today: day(today),
    says,
  };
}

/** 1 January – 31 March 2026, every day the same, up to 14 February. */
const total = (sum: number, changes: Partial<Kpi> = {}, to = '2026-02-14') => ({
  rows: everyDay('2026-01-01', to, sum),
  kpi: changes,
});

export const daily = (value: number, from: string, to: string): Row[] =>
  everyDay(from, to, 1).map(({ date }) => ({ date, value }));

const level = (value: number, changes: Partial<Kpi>): Parts => ({
  rows: daily(value, '2026-01-01', '2026-02-14'),
  measure: { aggregation: 'last' },
  kpi: changes,
});

/** On the last day of the months from January 2026 on. */
export const monthly = (values: readonly number[], id = 'revenue'): Row[] =>
  values.map((value, i) => ({
    date: day(i === 11 ? '2027-01-01' : `2026-${String(i + 2).padStart(2, '0')}-01`) - 1,
    value,
    measure: id,
  }));

export const YEAR = { start: day('2026-01-01'), due: day('2026-12-31') };

export const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
export const binary = (
  operator: FormulaOperator,
  left: FormulaNode,
  right: FormulaNode,
): FormulaNode => ({
  kind: 'binary',
  operator,
  left,
  right,
});
export const formula = (node: FormulaNode): Measure =>
  measure({ id: 'made', aggregation: null, formula: node, cadence: 'month', missing: 'missing' });

const numbers = (
  progress: number | null,
  attainment: number | null,
  plan: number | null,
  paceIndex: number | null,
  daysBehind: number | null,
  status: string,
) => ({ progress, attainment, plan, paceIndex, daysBehind, status });

const range = (value: number, attainment: number, status: string): WorkedExample =>
  example(
    `V9 range 40–50, tolerance 5: ${value}`,
    level(value, {
      kind: 'keep_between',
      type: 'range',
      low: 40,
      high: 50,
      tolerance: 5,
      target: null,
    }),
    numbers(null, attainment, null, null, null, status),
  );

const atLeast60 = (value: number, today: string, status: string): WorkedExample =>
  example(
    `V19 at least 0.60, an average, tolerance 0.03: ${value} on ${today}`,
    {
      rows: daily(value, '2026-01-01', today === '2026-04-01' ? '2026-03-31' : '2026-02-14'),
      measure: { aggregation: 'mean', missing: 'missing' },
      kpi: { kind: 'keep_at_least', type: 'at_least', target: 0.6, tolerance: 0.03 },
      today,
    },
    { status, plan: 0.6, actual: value },
  );

const beforeFirstStep = (value: number, status: string): WorkedExample =>
  example(
    `V20 a level with a step plan, before its first step: ${value}`,
    level(value, { lastTime: 100, target: 200, planShape: 'step' }),
    { plan: 100, paceIndex: null, daysBehind: null, status },
  );

const corridor = (sum: number, paceIndex: number, status: string): WorkedExample =>
  example(
    `V28 corridor 9500–10500 in March, ${sum} by the 15th`,
    {
      rows: everyDay('2026-03-01', '2026-03-15', sum),
      kpi: {
        kind: 'keep_between',
        type: 'range',
        low: 9500,
        high: 10500,
        target: null,
        start: day('2026-03-01'),
        due: day('2026-03-31'),
      },
      today: '2026-03-16',
    },
    {
      actual: sum,
      paceIndex,
      attainment: paceIndex,
      progress: sum / 10500,
      plan: sum > 5080.7 ? 5080.645161 : sum < 4596.7 ? 4596.774194 : null,
      status,
    },
  );

const weekdaysOnly = {
  name: 'Work',
  dates: [],
  months: [],
  weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
};
const FEBRUARY = { start: day('2026-02-01'), due: day('2026-02-28') };
const eightDays = { rows: everyDay('2026-02-01', '2026-02-08', 800), today: '2026-02-09' };

/** V14, V15 and V17 are not about one KPI; their tests stand beside this list. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  example('V1 total up', total(90000), {
    ...numbers(0.45, 0.45, 100000, 0.9, 4.5, 'at_risk'),
    forecastValue: 180000,
    speed: 2000,
    requiredSpeed: 2444.444444,
    speedFactor: 1.222222,
    etaDay: day('2026-04-10'),
    daysLate: 10,
    elapsed: 0.5,
  }),
  example(
    'V2 level up, at the boundary',
    level(1040, { lastTime: 1000, target: 1100 }),
    numbers(0.4, 0.945455, 1050, 0.8, 9, 'at_risk'),
  ),
  example(
    'V3 level, lower is better',
    level(35, { lastTime: 50, target: 10 }),
    numbers(0.375, -1.5, 30, 0.75, 11.25, 'off_course'),
  ),
  example(
    'V4 worse than the start',
    level(55, { lastTime: 50, target: 10 }),
    numbers(-0.125, -3.5, 30, -0.25, 45, 'off_course'),
  ),
  example(
    'V5 negative target',
    level(-50, { lastTime: -100, target: -20 }),
    numbers(0.625, -0.5, -60, 1.25, -11.25, 'on_course'),
  ),
  example(
    'V6 loss to profit',
    level(5, { lastTime: -40, target: 60 }),
    numbers(0.45, 0.083333, 10, 0.9, 4.5, 'at_risk'),
  ),
  example(
    'V7 zero target',
    level(5, { lastTime: 12, target: 0 }),
    numbers(0.583333, 0.583333, 6, 1.166667, -7.5, 'on_course'),
  ),
  ...(
    [
      [100, 1, 1, 'on_course'],
      [99, 0, 0.99, 'at_risk'],
      [94, 0, 0.94, 'off_course'],
    ] as const
  ).map(([value, progress, attainment, status]) =>
    example(
      `V8 T = B = 100, X ${value}`,
      level(value, { lastTime: 100, target: 100 }),
      numbers(progress, attainment, 100, null, null, status),
    ),
  ),
  range(45, 1, 'on_course'),
  range(52, 0.6, 'at_risk'),
  range(38, 0.6, 'at_risk'),
  range(30, 0, 'off_course'),
  example(
    'V10 five days in',
    { ...total(2000, {}, '2026-01-05'), today: '2026-01-06' },
    {
      ...numbers(0.01, 0.01, 11111.111111, 0.18, null, 'too_early'),
      forecastValue: null,
      etaDay: null,
    },
  ),
  example(
    'V11 total with milestones',
    {
      ...total(60000),
      milestones: [
        milestone({ day: day('2026-01-31'), value: 40000, stop: 'January' }),
        milestone({ day: day('2026-02-28'), value: 100000, stop: 'February' }),
      ],
    },
    {
      ...numbers(0.3, 0.3, 70000, 0.857143, 4.666667, 'at_risk'),
      forecastValue: 171428.571429,
      etaDay: day('2026-04-15'),
      nextEtaDay: day('2026-03-06'),
      nextDaysLate: 6,
      nextRequiredSpeed: 2857.142857,
    },
  ),
  example('V12 elapsed by the calendar', { ...eightDays, kpi: FEBRUARY }, { elapsed: 0.285714 }),
  example(
    'V12 elapsed by working days',
    {
      ...eightDays,
      kpi: { ...FEBRUARY, dayWeights: { kind: 'calendar', calendarName: 'Work' } },
      calendars: [weekdaysOnly],
    },
    { elapsed: 0.25 },
  ),
  example(
    'V13 one day before the end',
    { ...total(170000, {}, '2026-03-30'), today: '2026-03-31' },
    numbers(0.85, 0.85, 197777.777778, 0.859551, 12.5, 'at_risk'),
  ),
  example(
    'V13 170000 on closing',
    { ...total(170000, {}, '2026-03-31'), today: '2026-04-01' },
    { status: 'missed' },
  ),
  example(
    'V16 a ratio of sums',
    {
      rows: [10, 9].flatMap((orders, i) => [
        { date: day('2026-01-01') + i, value: orders, measure: 'orders' },
        { date: day('2026-01-01') + i, value: [1000, 100][i], measure: 'visits' },
      ]),
      measures: [
        measure({ id: 'orders' }),
        measure({ id: 'visits' }),
        { ...formula(binary('/', named('orders'), named('visits'))), cadence: 'day' },
      ],
      kpi: { measureId: 'made', kind: 'keep_at_least', type: 'at_least', target: 0.02 },
      today: '2026-01-03',
    },
    { actual: 0.017273 },
  ),
  example('V18 a total with "Last time"', total(99000, { lastTime: 200000, target: 220000 }), {
    ...numbers(0.45, 0.45, 110000, 0.9, 4.5, 'at_risk'),
    baseline: 0,
    reference: 200000,
  }),
  atLeast60(0.61, '2026-02-15', 'on_course'),
  atLeast60(0.58, '2026-02-15', 'at_risk'),
  atLeast60(0.5, '2026-02-15', 'off_course'),
  atLeast60(0.58, '2026-04-01', 'missed'),
  beforeFirstStep(97, 'on_course'),
  beforeFirstStep(90, 'at_risk'),
  beforeFirstStep(70, 'off_course'),
  example(
    'V21 "at least 100" on a total',
    total(60, { kind: 'keep_at_least', type: 'at_least', declaredDirection: 1, target: 100 }),
    { ...numbers(0.6, 0.6, 50, 1.2, -9, 'on_course'), type: 'reach' },
  ),
  example(
    'V22 ceiling 30000',
    total(28000, { kind: 'spend_no_more_than', type: 'ceiling', target: 30000 }),
    { ...numbers(null, null, 15000, 0.535714, null, 'off_course'), forecastValue: 56000 },
  ),
  example(
    'V23 monthly figures in the middle of February',
    { rows: monthly([60000]), measure: { cadence: 'month' } },
    {
      ...numbers(0.3, 0.3, 68888.888889, 0.870968, 4, 'at_risk'),
      judgedDay: day('2026-01-31'),
    },
  ),
  example(
    'V24 churn is Σ lost ÷ Σ customers',
    {
      rows: [
        ...monthly([18, 11, 20, 13, 24, 23], 'lost'),
        ...monthly([1211, 1218, 1248, 1258, 1281, 1303], 'customers'),
      ],
      measures: [
        measure({ id: 'lost', cadence: 'month' }),
        measure({ id: 'customers', aggregation: 'last', cadence: 'month' }),
        formula(binary('/', named('lost'), named('customers'))),
      ],
      kpi: {
        measureId: 'made',
        kind: 'keep_at_most',
        type: 'at_most',
        target: 0.015,
        start: day('2026-01-01'),
        due: day('2026-06-30'),
      },
      today: '2026-07-02',
    },
    { actual: 109 / 7519, status: 'achieved' },
  ),
  example(
    'V25 days of stock, whatever the length of the period',
    {
      rows: [
        ...monthly(
          Array.from({ length: 6 }, () => 200000),
          'stock',
        ),
        ...monthly(
          Array.from({ length: 6 }, () => 100000),
          'cost',
        ),
      ],
      measures: [
        measure({ id: 'stock', aggregation: 'last', cadence: 'month' }),
        measure({ id: 'cost', cadence: 'month' }),
        formula(
          binary('*', binary('/', named('stock'), named('cost')), { kind: 'number', value: 30 }),
        ),
      ],
      kpi: { measureId: 'made', kind: 'keep_at_most', type: 'at_most', target: 45, ...YEAR },
      today: '2026-07-01',
    },
    { actual: 60, status: 'off_course' },
  ),
  example(
    'V26 orders × order value add up',
    {
      rows: [
        ...monthly([100, 100, 100, 100, 100, 100], 'orders'),
        ...monthly([51, 52, 53, 54, 55, 56], 'order_value'),
      ],
      measures: [
        measure({ id: 'orders', cadence: 'month' }),
        measure({ id: 'order_value', aggregation: 'mean', cadence: 'month' }),
        formula(binary('*', named('orders'), named('order_value'))),
      ],
      kpi: { measureId: 'made', target: 60000, ...YEAR },
      today: '2026-07-02',
    },
    {
      actual: 32100,
      progress: 0.535,
      plan: 29753.424658,
      paceIndex: 1.078867,
      status: 'on_course',
    },
  ),
  example(
    'V27 a planned loss',
    {
      rows: monthly(Array.from({ length: 6 }, () => -8000)),
      measure: { cadence: 'month' },
      kpi: { target: -120000, ...YEAR },
      today: '2026-07-01',
    },
    {
      ...numbers(null, null, -59506.849315, 1.239726, null, 'on_course'),
      actual: -48000,
      forecastValue: -96795.58011,
      type: 'ceiling',
    },
  ),
  corridor(4845, 1, 'on_course'),
  corridor(6450, 0.787697, 'off_course'),
  corridor(3000, 0.652632, 'off_course'),
  example(
    'V29 week 53 lies in two years',
    {
      rows: Array.from({ length: 53 }, (_, week) => ({
        date: day('2019-12-30') + 7 * week,
        value: 700,
      })),
      measure: { cadence: 'week' },
      kpi: { target: 36900, start: day('2020-01-01'), due: day('2020-12-31') },
      today: '2021-02-10',
    },
    { actual: 36600, status: 'missed' },
  ),
  example(
    'V30 gifts that come when they come',
    {
      rows: [
        { date: day('2026-01-20'), value: 10000 },
        { date: day('2026-02-16'), value: 10000 },
        { date: day('2026-03-10'), value: 5000 },
      ],
      measure: { cadence: 'irregular', missing: 'missing' },
      kpi: { target: 100000, ...YEAR },
      today: '2026-10-01',
    },
    {
      actual: 25000,
      progress: 0.25,
      plan: 74794.520548,
      paceIndex: 0.334249,
      status: 'off_course',
      judgedDay: day('2026-09-30'),
    },
  ),
  example(
    'V31 targets per month',
    {
      rows: monthly([100, 100, 0]),
      measure: { cadence: 'month' },
      kpi: { target: null, start: day('2026-01-01'), due: day('2026-06-30') },
      periodTargets: [50, 70, 100, 120, 130, 130].map((target, i) => ({
        kpiId: 'kpi',
        period: {
          start: day(`2026-0${i + 1}-01`),
          end: day(`2026-0${i + 2}-01`) - 1,
        },
        target,
        order: i,
        place: { tab: 'Targets', cell: 'C2' },
      })),
      today: '2026-04-02',
    },
    {
      actual: 200,
      progress: 0.333333,
      plan: 220,
      paceIndex: 0.909091,
      target: 600,
      status: 'at_risk',
    },
  ),
];

/** V15: weights .6 and .4, progress 1.30 and .70. */
export const WEIGHED_GOAL = {
  workspace: workspace({
    rows: [
      ...everyDay('2026-01-01', '2026-02-14', 130).map((row) => ({ ...row, measure: 'one' })),
      ...everyDay('2026-01-01', '2026-02-14', 70).map((row) => ({ ...row, measure: 'two' })),
    ],
    measures: [measure({ id: 'one' }), measure({ id: 'two' })],
    kpis: [
      kpi({ id: 'one', measureId: 'one', target: 100, goalId: 'goal', weight: 0.6 }),
      kpi({ id: 'two', order: 1, measureId: 'two', target: 100, goalId: 'goal', weight: 0.4 }),
    ],
    goals: [goal()],
  }),
  today: day('2026-02-15'),
};

export const resource = (change: { budget?: number; used?: number }, order: number) => ({
  resource: 'Budget',
  kpiId: 'kpi',
  goalId: null,
  channel: null,
  unit: 'EUR',
  day: day('2026-01-10'),
  budget: null,
  used: null,
  note: '',
  order,
  place: { tab: 'Resources', cell: 'A2' },
  ...change,
});

/** V17: 30000 given, 18000 used, 0.45 of the way. */
export const FUELLED = {
  workspace: workspace({
    rows: everyDay('2026-01-01', '2026-02-14', 90000),
    resources: [resource({ budget: 30000 }, 0), resource({ used: 18000 }, 1)],
  }),
  today: day('2026-02-15'),
};
