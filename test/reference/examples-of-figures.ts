import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measurements } from '../../src/core/model/measurements.ts';
import { day, everyDay, measure, type Row } from '../support/workspace-builder.ts';
import { HALF_YEAR, keep, MONTHLY } from './example-makers.ts';
import {
  binary,
  daily,
  example,
  formula,
  monthly,
  named,
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

const cleanMonth = (rows: readonly Row[], changes: Partial<Kpi> = {}) => ({
  rows,
  kpi: { target: 95000, ...changes },
  today: '2026-02-01',
});

/** §2: what is not there, what is nothing, and what cannot be read. */
export const ABSENCE: readonly WorkedExample[] = [
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
export const ACTUALS: readonly WorkedExample[] = [
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
