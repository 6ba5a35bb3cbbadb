import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measurements } from '../../src/core/model/measurements.ts';
import { day, everyDay, measure, milestone, type Row } from '../support/workspace-builder.ts';
import {
  binary,
  daily,
  example,
  formula,
  monthly,
  named,
  resource,
  type WorkedExample,
  YEAR,
} from './worked-examples.ts';

/** The example with cells of its first measure that could not be read, on these days. */
function withUnreadable(one: WorkedExample, days: readonly string[]): WorkedExample {
  const { measurements: figures } = one.workspace;
  const unreadable: Measurements['unreadable'] = {
    count: days.length,
    measure: days.map(() => 0),
    channel: days.map(() => 0),
    day: days.map(day),
  };
  return { ...one, workspace: { ...one.workspace, measurements: { ...figures, unreadable } } };
}

/** The example with its channels called Total taken for what they are called. */
function withTotals(one: WorkedExample): WorkedExample {
  const { measurements: figures } = one.workspace;
  const totalChannels = figures.channels.flatMap((name, i) => (name === 'Total' ? [i] : []));
  return { ...one, workspace: { ...one.workspace, measurements: { ...figures, totalChannels } } };
}

const targets = (values: ReadonlyArray<readonly [from: string, to: string, target: number]>) =>
  values.map(([from, to, target], order) => ({
    kpiId: 'kpi',
    period: { start: day(from), end: day(to) },
    target,
    order,
    place: { tab: 'Targets', cell: 'C2' },
  }));

const change = (from: string, target: number) => ({
  kpiId: 'kpi',
  effectiveFrom: day(from),
  target,
  isRebase: false,
  author: 'Anna',
  reason: 'The market turned',
  order: 0,
  place: { tab: 'Target changes', cell: 'A2' },
});

const MONTHLY = { cadence: 'month' } as const;
const HALF_YEAR = { start: day('2026-01-01'), due: day('2026-06-30') };
const keep = (kind: 'at_least' | 'at_most', target: number | null): Partial<Kpi> => ({
  kind: kind === 'at_least' ? 'keep_at_least' : 'keep_at_most',
  type: kind,
  declaredDirection: kind === 'at_least' ? 1 : -1,
  target,
});

const quarterlyStops = (values: readonly number[]) =>
  values.map((value, i) =>
    milestone({ day: day(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'][i]), value }),
  );

/** A year's total with a stop each quarter, 100 a month, seen after four months. */
const withStops = (
  name: string,
  stops: readonly number[],
  changes: Partial<Kpi>,
  says: WorkedExample['says'],
) =>
  example(
    name,
    {
      rows: monthly([100, 100, 100, 100]),
      measure: MONTHLY,
      kpi: { ...YEAR, ...changes },
      milestones: quarterlyStops(stops),
      today: '2026-05-05',
    },
    says,
  );

/** §4: what stops say. */
const STOPS: readonly WorkedExample[] = [
  withStops(
    'three stops that do not go on are asked about',
    [300, 300, 350],
    { target: 1400 },
    {
      status: 'no_data',
      reason: 'STOPS_PER_PERIOD',
      actual: 400,
    },
  ),
  withStops(
    'stops that add up to the target are asked about',
    [300, 350, 351],
    { target: 1000 },
    {
      status: 'no_data',
      reason: 'STOPS_PER_PERIOD',
    },
  ),
  withStops(
    'a first step of more than the later ones is asked about',
    [300, 450, 600],
    { target: 750 },
    {
      reason: 'STOPS_PER_PERIOD',
    },
  ),
  withStops(
    'stops that go on evenly are not',
    [300, 600, 900],
    { target: 1200 },
    {
      reason: null,
      plan: 300 + (300 * 30) / 91,
    },
  ),
  withStops(
    'said to be so far, they are the plan',
    [300, 450, 600],
    { target: 750, stopsAre: 'so_far' },
    {
      reason: null,
      plan: 300 + (150 * 30) / 91,
      target: 750,
    },
  ),
  withStops(
    'said to be per period, they add up, with the target for the last one',
    [300, 350, 351],
    { target: 400, stopsAre: 'per_period' },
    { target: 1401, plan: 300 + (350 * 30) / 91, nextValue: 650 },
  ),
  withStops(
    'per period up to the due date they are the target',
    [300, 350, 351, 360],
    { target: null, stopsAre: 'per_period' },
    { target: 1361 },
  ),
];

/** §4: a target per period. */
const PERIODS: readonly WorkedExample[] = [
  example(
    'what the periods leave of the target lies between them',
    {
      rows: monthly([100, 100]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: 600 },
      periodTargets: targets([
        ['2026-01-01', '2026-01-31', 50],
        ['2026-02-01', '2026-02-28', 70],
      ]),
      today: '2026-03-02',
    },
    { plan: 120, target: 600, paceIndex: 200 / 120 },
  ),
  example(
    'a period without a target and without another one leaves nothing to judge by',
    {
      rows: monthly([100, 100]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: null },
      periodTargets: targets([['2026-01-01', '2026-01-31', 50]]),
      today: '2026-03-02',
    },
    { status: 'invalid' },
  ),
  example(
    'the start cuts a period by its share of days',
    {
      rows: everyDay('2026-01-17', '2026-02-28', 43),
      kpi: { start: day('2026-01-17'), due: day('2026-03-31'), target: null },
      periodTargets: targets([
        ['2026-01-01', '2026-01-31', 62],
        ['2026-02-01', '2026-02-28', 40],
        ['2026-03-01', '2026-03-31', 50],
      ]),
      today: '2026-03-01',
    },
    { target: 30 + 40 + 50, plan: 70 },
  ),
  example(
    'of a level they are where it should stand',
    {
      rows: monthly([110, 118]).map((row) => row),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...HALF_YEAR, kind: 'grow_to', lastTime: 100, target: null },
      periodTargets: targets([
        ['2026-01-01', '2026-03-31', 130],
        ['2026-04-01', '2026-06-30', 180],
      ]),
      today: '2026-03-02',
    },
    { target: 180, plan: 100 + (30 * 59) / 90, progress: 18 / 80 },
  ),
  example(
    'a threshold of an average is asked as the mean of what was in force',
    {
      rows: [1.75, 2.17, 2, 6, 5, 5.5].map((value, i) => ({ date: day('2026-08-13') + i, value })),
      measure: { aggregation: 'mean' },
      kpi: { ...keep('at_least', 2), start: day('2026-08-13'), due: day('2026-08-31') },
      targetChanges: [change('2026-08-16', 5)],
      today: '2026-08-19',
    },
    { actual: 22.42 / 6, plan: 3.5, target: 5, status: 'on_course', attainment: 22.42 / 6 / 3.5 },
  ),
  example(
    'a threshold of a level is the one in force on the day',
    {
      rows: daily(4, '2026-08-13', '2026-08-18'),
      measure: { aggregation: 'last' },
      kpi: { ...keep('at_least', 2), start: day('2026-08-13'), due: day('2026-08-31') },
      targetChanges: [change('2026-08-16', 5)],
      today: '2026-08-19',
    },
    { plan: 5, status: 'off_course' },
  ),
  example(
    'thresholds per month, of which the mean so far is asked',
    {
      rows: monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0.021, 0.029]).slice(9),
      measure: { ...MONTHLY, aggregation: 'mean', unit: { kind: 'percent' } },
      kpi: { ...keep('at_least', null), start: day('2026-10-01'), due: day('2026-12-31') },
      periodTargets: targets([
        ['2026-10-01', '2026-10-31', 0.02],
        ['2026-11-01', '2026-11-30', 0.03],
        ['2026-12-01', '2026-12-31', 0.025],
      ]),
      today: '2026-12-02',
    },
    { actual: 0.025, plan: (0.02 * 31 + 0.03 * 30) / 61, target: 0.025, status: 'on_course' },
  ),
];

const cleanMonth = (rows: readonly Row[], changes: Partial<Kpi> = {}) => ({
  rows,
  kpi: { target: 95000, ...changes },
  today: '2026-02-01',
});

/** §2: what is not there, what is nothing, and what cannot be read. */
const ABSENCE: readonly WorkedExample[] = [
  withUnreadable(
    example(
      'three days that cannot be read decide between at risk and on course',
      cleanMonth(
        daily(1000, '2026-01-01', '2026-01-31').filter(
          ({ date }) => ![10, 20, 25].includes(date - day('2026-01-01') + 1),
        ),
      ),
      {
        actual: 28000,
        status: 'no_data',
        reason: 'UNREADABLE',
        coverage: 28 / 31,
        unreadableCount: 3,
      },
    ),
    ['2026-01-10', '2026-01-20', '2026-01-25'],
  ),
  withUnreadable(
    example(
      'one day that cannot be read changes nothing, and is said',
      cleanMonth(daily(1200, '2026-01-01', '2026-01-30').slice(0, 29)),
      {
        actual: 28 * 1200,
        status: 'on_course',
        flags: 'INCOMPLETE,UNREADABLE',
        unreadableCount: 1,
      },
    ),
    ['2026-01-08'],
  ),
  withUnreadable(
    example(
      'six of 31 days of a mean cannot be read: too many',
      {
        rows: daily(50, '2026-01-01', '2026-01-31').slice(6),
        measure: { aggregation: 'mean' },
        kpi: keep('at_most', 50),
        today: '2026-02-01',
      },
      { actual: 50, status: 'no_data', reason: 'UNREADABLE' },
    ),
    ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'],
  ),
  example(
    'no incident is no gap: two of at most four, up to the last closed month',
    {
      rows: [
        { date: day('2026-01-03'), value: 1 },
        { date: day('2026-02-15'), value: 1 },
      ],
      measure: { aggregation: 'count', cadence: 'month', missing: 'nothing' },
      kpi: { ...keep('at_most', 4), ...YEAR },
      today: '2026-09-01',
    },
    {
      actual: 2,
      judgedDay: day('2026-08-31'),
      plan: (4 * 243) / 365,
      status: 'on_course',
      type: 'ceiling',
    },
  ),
  example(
    'before its first row a daily total is not 0 but unknown',
    {
      rows: everyDay('2026-01-21', '2026-01-31', 11 * 1000),
      kpi: { target: 95000 },
      today: '2026-02-01',
    },
    { actual: 11000, coverage: 11 / 31, status: 'no_data', reason: 'INCOMPLETE' },
  ),
  example(
    'unless Missing says so',
    {
      rows: everyDay('2026-01-21', '2026-01-31', 11 * 1000),
      measure: { missing: 'zero', isMissingTyped: true },
      kpi: { target: 95000 },
      today: '2026-02-01',
    },
    { actual: 11000, coverage: 1, status: 'off_course' },
  ),
  example(
    'one figure alone says nothing of the pace',
    {
      rows: [{ date: day('2026-01-31'), value: 1100 }],
      measure: { cadence: 'month', isCadenceGuessed: true },
      kpi: { ...YEAR, target: 12000 },
      today: '2026-02-10',
    },
    { actual: 1100, status: 'too_early', reason: 'ONE_VALUE', forecastValue: null },
  ),
  example(
    'and when the figures end there is none',
    {
      rows: [{ date: day('2026-01-31'), value: 1100 }],
      measure: { cadence: 'month', isCadenceGuessed: true },
      kpi: { ...YEAR, target: 12000 },
      today: '2026-03-11',
    },
    { status: 'no_data', reason: 'ONE_VALUE' },
  ),
  example(
    'an irregular total waits for its first row',
    { rows: [], measure: { cadence: 'irregular' }, kpi: YEAR, today: '2026-06-01' },
    { status: 'too_early' },
  ),
  example(
    'and is missed without one',
    { rows: [], measure: { cadence: 'irregular' }, kpi: YEAR, today: '2027-01-01' },
    { status: 'no_data' },
  ),
];

const ofChannels = (rows: ReadonlyArray<readonly [channel: string, value: number]>): Row[] =>
  ['2026-01-31', '2026-02-28'].flatMap((date) =>
    rows.map(([channel, value]) => ({ date: day(date), channel, value })),
  );

/** §3: what adds up, what is the total, what is taken together. */
const ACTUALS: readonly WorkedExample[] = [
  withTotals(
    example(
      'a channel called Total that equals the others is the total',
      {
        rows: ofChannels([
          ['Web', 60],
          ['Shop', 40],
          ['Total', 100],
        ]),
        measure: MONTHLY,
        kpi: { ...HALF_YEAR, target: 600 },
        today: '2026-03-02',
      },
      { actual: 200 },
    ),
  ),
  withTotals(
    example(
      'one that is less is none, and its rows count nowhere',
      {
        rows: ofChannels([
          ['Web', 60],
          ['Shop', 40],
          ['Total', 90],
        ]),
        measure: MONTHLY,
        kpi: { ...HALF_YEAR, target: 600 },
        today: '2026-03-02',
      },
      { actual: 200 },
    ),
  ),
  example(
    'a blank channel that is more than the others is the total',
    {
      rows: ofChannels([
        ['Web', 60],
        ['Shop', 40],
        ['', 130],
      ]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: 600 },
      today: '2026-03-02',
    },
    { actual: 260 },
  ),
  example(
    'one that is less is a channel like any other',
    {
      rows: ofChannels([
        ['Web', 60],
        ['Shop', 40],
        ['', 13],
      ]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: 600 },
      today: '2026-03-02',
    },
    { actual: 226 },
  ),
  example(
    'what came in and went out again is 0, not the rest of a rounding',
    {
      rows: [704.77, 0.1, 0.2, -0.3, -704.77].map((value, i) => ({
        date: day('2026-01-01') + i,
        value,
      })),
      kpi: { target: 100 },
      today: '2026-01-06',
    },
    { actual: 0 },
  ),
  ...(
    [
      ['median', 40],
      ['p90', 80],
      ['p95', 90],
      ['mean', 46],
    ] as const
  ).map(([aggregation, actual]) =>
    example(
      `${aggregation} of five values, between neighbours`,
      {
        rows: [10, 30, 40, 50, 100].map((value, i) => ({ date: day('2026-01-05') - i, value })),
        measure: { aggregation },
        kpi: keep('at_most', 500),
        today: '2026-01-06',
      },
      { actual },
    ),
  ),
  example(
    'a month that is cut counts for its share, typed on its last day',
    {
      rows: monthly([62, 56]),
      measure: MONTHLY,
      kpi: { start: day('2026-01-17'), due: day('2026-03-31'), target: 200 },
      today: '2026-03-02',
    },
    { actual: (62 * 15) / 31 + 56 },
  ),
  example(
    'rows of a cut month count by their own day',
    {
      rows: [
        { date: day('2026-01-10'), value: 40 },
        { date: day('2026-01-20'), value: 22 },
        { date: day('2026-02-28'), value: 56 },
      ],
      measure: MONTHLY,
      kpi: { start: day('2026-01-17'), due: day('2026-03-31'), target: 200 },
      today: '2026-03-02',
    },
    { actual: 78 },
  ),
  example(
    'a level of a cut month counts whole',
    {
      rows: [{ date: day('2026-01-03'), value: 62 }],
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { kind: 'grow_to', lastTime: 50, start: day('2026-01-17'), target: 100 },
      today: '2026-02-02',
    },
    { actual: 62, judgedDay: day('2026-01-31') },
  ),
  example(
    'what remains of 1 − lost ÷ customers is one fraction',
    {
      rows: [...monthly([10, 40], 'lost'), ...monthly([100, 300], 'customers')],
      measures: [
        measure({ id: 'lost', ...MONTHLY }),
        measure({ id: 'customers', aggregation: 'last', ...MONTHLY }),
        formula(
          binary('-', { kind: 'number', value: 1 }, binary('/', named('lost'), named('customers'))),
        ),
      ],
      kpi: { ...keep('at_least', 0.8), measureId: 'made', ...HALF_YEAR },
      today: '2026-03-02',
    },
    { actual: 1 - 50 / 400 },
  ),
  example(
    'revenue ÷ rate adds up, month by month',
    {
      rows: [...monthly([100000, 100000, 100000], 'dollars'), ...monthly([1.25, 1.6, 2], 'rate')],
      measures: [
        measure({ id: 'dollars', ...MONTHLY }),
        measure({ id: 'rate', aggregation: 'mean', ...MONTHLY }),
        formula(binary('/', named('dollars'), named('rate'))),
      ],
      kpi: { measureId: 'made', ...HALF_YEAR, target: 400000 },
      today: '2026-04-02',
    },
    { actual: 80000 + 62500 + 50000, baseline: 0 },
  ),
  example(
    'a total plus a level means nothing',
    {
      rows: [...monthly([10], 'lost'), ...monthly([100], 'customers')],
      measures: [
        measure({ id: 'lost', ...MONTHLY }),
        measure({ id: 'customers', aggregation: 'last', ...MONTHLY }),
        formula(binary('+', named('lost'), named('customers'))),
      ],
      kpi: { measureId: 'made', ...HALF_YEAR },
      today: '2026-03-02',
    },
    { status: 'invalid' },
  ),
];

const accidents = (today: string): WorkedExample =>
  example(
    `accidents per 200,000 hours over twelve months, on ${today}`,
    {
      rows: [
        ...Array.from({ length: 13 }, (_, i) => ({
          date:
            i === 12
              ? day('2026-01-31')
              : day(i === 11 ? '2026-01-01' : `2025-${String(i + 2).padStart(2, '0')}-01`) - 1,
          value: 20000,
          measure: 'hours',
        })),
        ...Array.from({ length: 13 }, (_, i) => ({
          date:
            i === 12
              ? day('2026-01-31')
              : day(i === 11 ? '2026-01-01' : `2025-${String(i + 2).padStart(2, '0')}-01`) - 1,
          value: i === 12 ? 1 : 0,
          measure: 'accidents',
        })),
      ],
      measures: [
        measure({ id: 'hours', ...MONTHLY }),
        measure({ id: 'accidents', ...MONTHLY }),
        {
          ...formula(
            binary('*', binary('/', named('accidents'), named('hours')), {
              kind: 'number',
              value: 200000,
            }),
          ),
          window: { length: 12, unit: 'month' },
        },
      ],
      kpi: {
        ...keep('at_most', 1),
        measureId: 'made',
        start: day('2025-01-01'),
        due: day('2026-12-31'),
      },
      today,
    },
    today === '2026-02-03'
      ? { actual: 200000 / 240000, status: 'on_course' }
      : { status: 'too_early', reason: 'WINDOW_OPEN' },
  );

/** §1: windows and periods that start anew. */
const PERIODIC: readonly WorkedExample[] = [
  accidents('2026-02-03'),
  accidents('2025-11-03'),
  example(
    'a month without a value in a window of twelve is filled up by the others',
    {
      rows: monthly([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]).filter((_, i) => i !== 4),
      measure: { ...MONTHLY, window: { length: 12, unit: 'month' } },
      kpi: { ...keep('at_least', 100), start: day('2026-01-01'), due: day('2027-12-31') },
      today: '2027-01-03',
    },
    { actual: 120, status: 'on_course', coverage: 11 / 12 },
  ),
  example(
    'two months without one are too many',
    {
      rows: monthly([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]).filter(
        (_, i) => i !== 4 && i !== 5,
      ),
      measure: { ...MONTHLY, window: { length: 12, unit: 'month' } },
      kpi: { ...keep('at_least', 100), start: day('2026-01-01'), due: day('2027-12-31') },
      today: '2027-01-03',
    },
    { status: 'no_data' },
  ),
  example(
    'every month 310: the second one after twelve days, the first one met',
    {
      rows: [
        ...everyDay('2026-01-01', '2026-01-31', 330),
        ...everyDay('2026-02-01', '2026-02-14', 126),
      ],
      kpi: { ...YEAR, target: 310, every: 'month' },
      today: '2026-02-15',
    },
    {
      actual: 126,
      plan: 155,
      target: 310,
      paceIndex: 126 / 155,
      status: 'at_risk',
      periodsMet: 1,
      periodsJudged: 1,
      judgedDay: day('2026-02-14'),
    },
  ),
  example(
    'a month that the start cuts is asked its share',
    {
      rows: everyDay('2026-01-17', '2026-01-31', 150),
      kpi: { start: day('2026-01-17'), due: day('2026-06-30'), target: 310, every: 'month' },
      today: '2026-02-01',
    },
    { target: 150, actual: 150, status: 'achieved', periodsMet: 1, periodsJudged: 1 },
  ),
  example(
    'monthly figures judge each month when it is over; one missed is missed at the end',
    {
      rows: monthly([30, 20, 35]),
      measure: MONTHLY,
      kpi: { target: 25, every: 'month' },
      today: '2026-04-02',
    },
    { status: 'missed', periodsMet: 2, periodsJudged: 3, actual: 35 },
  ),
  example(
    'but for a stated share',
    {
      rows: monthly([30, 20, 35]),
      measure: MONTHLY,
      kpi: { target: 25, every: 'month', closedRule: { kind: 'share', share: 0.6 } },
      today: '2026-04-02',
    },
    { status: 'achieved', periodsMet: 2 },
  ),
  example(
    'a level starts each quarter where the one before ended, and beyond its target has to stay',
    {
      rows: monthly([104, 108, 113, 111]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: {
        ...YEAR,
        kind: 'grow_to',
        declaredDirection: 1,
        lastTime: 100,
        target: 112,
        every: 'quarter',
      },
      today: '2026-05-02',
    },
    { baseline: 113, plan: 112, status: 'at_risk', periodsMet: 1, periodsJudged: 1 },
  ),
  example(
    'people counted once a month cannot be added up over months',
    {
      rows: monthly([1100, 1100]),
      measure: { ...MONTHLY, aggregation: 'unique' },
      kpi: { ...HALF_YEAR, target: 6000 },
      today: '2026-03-02',
    },
    { status: 'invalid' },
  ),
  example(
    'but a target a month can be asked of them',
    {
      rows: monthly([1100, 990]),
      measure: { ...MONTHLY, aggregation: 'unique' },
      kpi: { ...HALF_YEAR, target: 1000, every: 'month', lastTime: 900 },
      today: '2026-03-02',
    },
    { actual: 990, periodsJudged: 2 },
  ),
];

const uptime = (value: number, target: number, status: string): WorkedExample =>
  example(
    `uptime ${value} against ${target}`,
    {
      rows: daily(value, '2026-01-01', '2026-01-31'),
      measure: { aggregation: 'mean', unit: { kind: 'percent' } },
      kpi: keep('at_least', target),
      today: '2026-02-01',
    },
    { status },
  );

const growth = (today: string, changes: Partial<Kpi>, says: WorkedExample['says'], months = 12) =>
  example(
    `growth on ${today}, ${months} months of last year there`,
    {
      rows: [
        ...Array.from({ length: months }, (_, i) => ({
          date:
            day(
              months - i === 1
                ? '2026-01-01'
                : `2025-${String(12 - months + i + 2).padStart(2, '0')}-01`,
            ) - 1,
          value: 100 + 10 * (12 - months + i),
        })),
        ...monthly([110, 121, 132]),
      ],
      measure: MONTHLY,
      kpi: { ...YEAR, target: null, growth: 0.1, ...changes },
      today,
    },
    says,
  );

/** §§5–13. */
const JUDGEMENTS: readonly WorkedExample[] = [
  uptime(0.9989, 0.9995, 'off_course'),
  uptime(0.9992, 0.9995, 'at_risk'),
  uptime(0.86, 0.9, 'at_risk'),
  uptime(0.85, 0.9, 'off_course'),
  uptime(0.96, 0.97, 'at_risk'),
  uptime(0.95, 0.97, 'off_course'),
  example(
    'almost nothing of a first stop is off course on a route of three years',
    {
      rows: everyDay('2026-01-01', '2026-03-29', 130),
      kpi: {
        start: day('2026-01-01'),
        due: day('2028-12-31'),
        target: 3000000,
        stopsAre: 'so_far',
      },
      milestones: [milestone({ day: day('2026-12-31'), value: 500000 })],
      today: '2026-03-30',
    },
    { plan: (500000 * 88) / 365, status: 'off_course' },
  ),
  growth(
    '2026-04-02',
    {},
    {
      reference: 1860,
      target: 2046,
      actual: 363,
      growthVsReference: (363 - 330) / 330,
    },
  ),
  growth('2026-04-02', {}, { status: 'no_data', reason: 'REFERENCE_INCOMPLETE', actual: 363 }, 6),
  growth(
    '2026-04-02',
    { lastTime: 3720 },
    { reference: 3720, target: 4092, growthVsReference: (363 - 660) / 660 },
  ),
  growth(
    '2026-04-02',
    { lastTime: 3720 },
    { reference: 3720, target: 4092, growthVsReference: null },
    6,
  ),
  example(
    'a share is not foreseen above 1',
    {
      rows: monthly([0.9, 0.94, 0.98]),
      measure: { ...MONTHLY, aggregation: 'last', unit: { kind: 'percent' } },
      kpi: { ...YEAR, kind: 'grow_to', lastTime: 0.85, target: 0.99, forecastMethod: 'run_rate' },
      today: '2026-04-02',
    },
    { forecastValue: 1 },
  ),
  example(
    'nor a level below what it can be',
    {
      rows: monthly([30, 20, 10]),
      measure: { ...MONTHLY, aggregation: 'last', lowest: 4 },
      kpi: { ...YEAR, kind: 'bring_down_to', lastTime: 40, target: 5, forecastMethod: 'run_rate' },
      today: '2026-04-02',
    },
    { forecastValue: 4 },
  ),
  example(
    'less than nothing is at most nothing: a target below 0 that must not be passed upwards',
    {
      rows: monthly([-10]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, ...keep('at_most', -60) },
      today: '2026-02-02',
    },
    { status: 'invalid' },
  ),
  example(
    'pieces that are removed are a way down from 0',
    {
      rows: monthly([-100]),
      measure: MONTHLY,
      kpi: { ...YEAR, kind: 'bring_down_to', declaredDirection: -1, target: -1200 },
      today: '2026-02-02',
    },
    { type: 'reach', progress: 1 / 12, plan: (-1200 * 31) / 365, status: 'too_early' },
  ),
];

const followers = (last: number, signal: string | null): WorkedExample =>
  example(
    `followers that grow by about ten a month, and then by ${last}`,
    {
      rows: monthly([110, 121, 130, 141, 150, 161, 170, 170 + last]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...YEAR, kind: 'grow_to', lastTime: 100, target: 220 },
      today: '2026-09-02',
    },
    { signal, isFavourable: signal === null ? null : true },
  );

const firstStop = (sum: number, says: WorkedExample['says']): WorkedExample =>
  example(
    `a stop after 28 days of the second leg, ${sum} in`,
    {
      rows: everyDay('2026-01-01', '2026-02-14', sum),
      kpi: { target: 200000, stopsAre: 'so_far' },
      milestones: [
        milestone({ day: day('2026-01-31'), value: 40000 }),
        milestone({ day: day('2026-02-28'), value: 100000 }),
      ],
    },
    says,
  );

/** §§7–10 and 14. */
const COURSES: readonly WorkedExample[] = [
  // Changes 11, 9, 11, 9, 11, 9: centre 10 with the last one, limits 10 ± 2.66 × 2.
  followers(11, null),
  followers(60, 'outside'),
  example(
    'without a way to go it is the level itself that leaves its limits',
    {
      rows: monthly([110, 112, 110, 112, 110, 112, 110, 140]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...YEAR, ...keep('at_most', 120) },
      today: '2026-09-02',
    },
    { signal: 'outside', isFavourable: false },
  ),
  // 67,000 of 70,000 planned, pace 0.957: 100,000 are due on 28 Feb and come on 1 March.
  firstStop(67000, { nextEtaDay: day('2026-03-02'), nextStatus: 'at_risk' }),
  firstStop(69000, { nextEtaDay: day('2026-03-01'), nextStatus: 'expected_on_time' }),
  firstStop(50000, { nextEtaDay: day('2026-03-13'), nextStatus: 'expected_late' }),
  growth(
    '2026-04-02',
    { forecastMethod: 'last_year_share' },
    { forecastValue: (363 * 1860) / 330 },
  ),
  example(
    'a corridor is foreseen at its pace',
    {
      rows: everyDay('2026-03-01', '2026-03-15', 6450),
      kpi: {
        kind: 'keep_between',
        type: 'range',
        low: 9500,
        high: 10500,
        target: null,
        start: day('2026-03-01'),
        due: day('2026-03-31'),
        forecastMethod: 'run_rate',
      },
      today: '2026-03-16',
    },
    { forecastValue: 13330, gap: 6450 - 5080.645161, flags: '' },
  ),
  example(
    'fuel that is gone has no index, and a day on which it went',
    {
      rows: everyDay('2026-01-01', '2026-02-14', 90000),
      resources: [
        { ...resource({ budget: 300 }, 0), day: day('2026-01-02') },
        { ...resource({ used: 310 }, 1), day: day('2026-01-20') },
        { ...resource({ budget: 20 }, 2), day: day('2026-01-25') },
        { ...resource({ used: 10 }, 3), day: day('2026-02-03') },
      ],
    },
    { fuelIndex: null, fuelStatus: 'out_of_fuel', fuelRanOutDay: day('2026-02-03') },
  ),
  example(
    'what is counted in one tab is kept together',
    {
      rows: [
        { date: day('2026-01-03'), value: 1, measure: 'incidents' },
        ...everyDay('2026-01-01', '2026-01-30', 30).map((row) => ({ ...row, measure: 'visits' })),
      ],
      measures: [
        measure({ id: 'incidents', aggregation: 'count', keptWith: ['visits'] }),
        measure({ id: 'visits', aggregation: 'count', keptWith: ['incidents'] }),
      ],
      kpi: { ...keep('at_most', 4), measureId: 'incidents' },
      today: '2026-01-31',
    },
    { actual: 1, judgedDay: day('2026-01-29'), coverage: 27 / 29 },
  ),
];

/** Definitions by hand that calculations.md gives no example of. */
export const EXAMPLES_BY_HAND: readonly WorkedExample[] = [
  ...STOPS,
  ...PERIODS,
  ...ABSENCE,
  ...ACTUALS,
  ...PERIODIC,
  ...JUDGEMENTS,
  ...COURSES,
];
