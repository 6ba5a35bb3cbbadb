import { day, kpi, measure, milestone, type Row } from '../support/workspace-builder.ts';
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

const WORKING_DAYS = {
  name: 'Working days',
  weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
  dates: [],
  months: [],
};
const BY_WORKING_DAYS = {
  dayWeights: { kind: 'calendar', calendarName: 'Working days' },
} as const;

const onDays = (values: Readonly<Record<string, number>>, id = 'revenue'): Row[] =>
  Object.entries(values).map(([date, value]) => ({ date: day(date), value, measure: id }));

/** The example with a cell that could not be read on a day. */
function withUnreadable(one: WorkedExample, date: string): WorkedExample {
  const { measurements: figures } = one.workspace;
  const unreadable = { count: 1, measure: [0], channel: [0], day: [day(date)] };
  return { ...one, workspace: { ...one.workspace, measurements: { ...figures, unreadable } } };
}

const quarterlyStops = [
  ['2026-03-31', 300],
  ['2026-06-30', 250],
  ['2026-09-30', 280],
].map(([date, value]) => milestone({ day: day(String(date)), value: Number(value) }));

/** §1 and §3: what a value is, whoever asks. */
const VALUES: readonly WorkedExample[] = [
  example(
    'what a window looks back on is the same whatever is asked of it: 280 orders of 28 × 50',
    {
      rows: [
        ...daily(10, '2026-01-01', '2026-02-14').map((row) => ({ ...row, measure: 'orders' })),
        ...daily(50, '2026-01-01', '2026-02-14').map((row) => ({ ...row, measure: 'stock' })),
      ],
      measures: [
        {
          ...formula(binary('/', named('orders'), named('stock'))),
          cadence: 'day',
          window: { length: 28, unit: 'day' },
        },
        measure({ id: 'orders' }),
        measure({ id: 'stock', aggregation: 'last', missing: 'missing' }),
      ],
      kpi: { kind: 'spend_no_more_than', type: 'ceiling', measureId: 'made', target: 0.5 },
    },
    { actual: 0.2 },
  ),
  example(
    'people who are counted now and then cannot be added up, with one count either',
    {
      rows: onDays({ '2026-01-20': 40 }),
      measure: { aggregation: 'unique', cadence: 'irregular', missing: 'missing' },
      kpi: { target: 300 },
    },
    { status: 'invalid' },
  ),
  example(
    'of a month that is cut the whole tells how high a level is, in every channel too',
    {
      rows: [
        { date: day('2026-02-27'), value: 30, channel: 'Web' },
        { date: day('2026-02-27'), value: 7, channel: 'Shop' },
      ],
      measure: { aggregation: 'last', cadence: 'month', missing: 'missing' },
      kpi: {
        kind: 'grow_to',
        start: day('2026-02-01'),
        due: day('2026-02-11'),
        lastTime: 10,
        target: 50,
      },
      today: '2026-03-02',
    },
    { actual: 37, judgedDay: day('2026-02-11') },
  ),
];

/** §2 and §12: years that pair, and years that are complete. */
const YEARS: readonly WorkedExample[] = [
  example(
    'a last year of working days is complete without its weekends',
    {
      rows: [
        ...daily(4, '2025-01-01', '2025-03-31').filter(({ date }) => (date + 3) % 7 < 5),
        ...daily(5, '2026-01-01', '2026-02-13').filter(({ date }) => (date + 3) % 7 < 5),
      ],
      measure: { aggregation: 'mean', missing: 'missing' },
      kpi: { ...BY_WORKING_DAYS, kind: 'grow_to', target: null, growth: 0.5 },
      calendars: [WORKING_DAYS],
    },
    { reference: 4, target: 6 },
  ),
  example(
    'growth on a month that is cut is read from the whole of last year’s month',
    {
      rows: onDays({ '2025-02-28': 60, '2026-01-31': 70, '2026-02-27': 66 }),
      measure: { aggregation: 'last', cadence: 'month', missing: 'missing' },
      kpi: {
        kind: 'keep_at_least',
        type: 'at_least',
        start: day('2026-02-01'),
        due: day('2026-02-11'),
        target: 50,
      },
      today: '2026-03-02',
    },
    { reference: 60, growthVsReference: 0.1 },
  ),
  example(
    'the first typed period pairs with the month that holds its middle, not its first days',
    {
      rows: onDays({ '2018-12-14': 80, '2019-01-14': 20, '2020-01-14': 30 }),
      measure: { aggregation: 'last', cadence: 'month', missing: 'missing' },
      kpi: {
        kind: 'keep_at_least',
        type: 'at_least',
        start: day('2019-12-30'),
        due: day('2020-01-26'),
        target: 25,
      },
      customPeriods: [
        { year: 2020, label: '2020 P01', start: day('2019-12-30'), end: day('2020-01-26') },
        { year: 2020, label: '2020 P02', start: day('2020-01-27'), end: day('2020-02-23') },
      ],
      today: '2020-02-01',
    },
    { reference: 20, growthVsReference: 0.5 },
  ),
];

/** §4 and §5: plans where days weigh nothing, or where there is no rhythm. */
const PLANS: readonly WorkedExample[] = [
  example(
    'without a rhythm a plan by interval goes by weight: 2.5 of 4.5, not 3 of 5 days',
    {
      rows: onDays({ '2026-01-02': 10, '2026-01-03': 13, '2026-01-05': 14 }),
      measure: { aggregation: 'mean', cadence: 'irregular', missing: 'missing' },
      kpi: {
        ...BY_WORKING_DAYS,
        kind: 'grow_to',
        start: day('2026-01-02'),
        due: day('2026-01-07'),
        lastTime: 10,
        target: 18,
        planShape: 'by_interval',
      },
      calendars: [
        {
          ...WORKING_DAYS,
          weekdays: [
            { weekday: 6, weight: 0.5 },
            { weekday: 7, weight: 0 },
          ],
        },
      ],
      today: '2026-01-06',
    },
    { plan: 10 + (8 * 2.5) / 4.5 },
  ),
  example(
    'what is asked on a first day without weight bends the plan, so nobody is days behind',
    {
      rows: daily(5, '2026-02-01', '2026-02-14'),
      measure: { aggregation: 'last', missing: 'missing' },
      kpi: {
        ...BY_WORKING_DAYS,
        kind: 'grow_to',
        start: day('2026-02-01'),
        due: day('2026-02-28'),
        lastTime: 6,
        target: 20,
      },
      milestones: [milestone({ day: day('2026-02-01'), value: 4 })],
      calendars: [WORKING_DAYS],
    },
    { daysBehind: null },
  ),
];

/** §8: which of two reasons comes first. */
const ORDER: readonly WorkedExample[] = [
  example(
    'one figure is too early before its stops are asked about',
    {
      rows: [{ date: day('2026-01-31'), value: 110 }],
      measure: { cadence: 'month', isCadenceGuessed: true },
      milestones: quarterlyStops,
      kpi: { ...YEAR, target: 1200 },
      today: '2026-02-10',
    },
    { status: 'too_early', reason: 'ONE_VALUE' },
  ),
  example(
    'a paused KPI whose stops are asked about has no target either',
    {
      rows: monthly([100, 90, 110]),
      measure: { cadence: 'month' },
      milestones: quarterlyStops,
      kpi: { ...YEAR, target: 1200, state: 'paused' },
      today: '2026-04-02',
    },
    { status: 'paused', actual: 300 },
  ),
  withUnreadable(
    example(
      'what was reached by touch stays reached, whatever cannot be read afterwards',
      {
        rows: onDays({ '2026-01-02': 12, '2026-01-03': 31, '2026-01-05': 21, '2026-01-06': 22 }),
        measure: { aggregation: 'max', missing: 'missing' },
        kpi: {
          kind: 'grow_to',
          start: day('2026-01-02'),
          due: day('2026-01-06'),
          lastTime: 10,
          target: 30,
          reached: 'touch',
        },
        today: '2026-01-12',
      },
      { status: 'achieved' },
    ),
    '2026-01-04',
  ),
  withUnreadable(
    example(
      'a total without a rhythm stands at the day before today, also when that day cannot be read',
      {
        rows: onDays({ '2026-01-10': 70 }),
        measure: { cadence: 'irregular' },
        kpi: { start: day('2026-02-13'), target: 900 },
        today: '2026-02-14',
      },
      { judgedDay: day('2026-02-13'), actual: null, status: 'no_data' },
    ),
    '2026-02-13',
  ),
  example(
    'without a rhythm a value is held against what was asked on its day',
    {
      rows: onDays({ '2026-01-25': 30, '2026-02-20': 38 }),
      measure: { aggregation: 'mean', cadence: 'irregular', missing: 'missing' },
      kpi: {
        kind: 'keep_at_most',
        type: 'at_most',
        declaredDirection: -1,
        start: day('2026-01-01'),
        due: day('2026-02-28'),
        target: null,
        closedRule: { kind: 'every' },
      },
      periodTargets: [
        ['2026-01-01', '2026-01-31', 31],
        ['2026-02-01', '2026-02-28', 39],
      ].map(([from, to, target], order) => ({
        kpiId: kpi().id,
        period: { start: day(String(from)), end: day(String(to)) },
        target: Number(target),
        order,
        place: { tab: 'Targets', cell: 'C2' },
      })),
      today: '2026-03-02',
    },
    { status: 'achieved' },
  ),
  example(
    'a KPI that started before the first month in which a day counts has started',
    {
      rows: [],
      measure: { missing: 'missing' },
      kpi: {
        dayWeights: { kind: 'calendar', calendarName: 'From March' },
        every: 'month',
        start: day('2026-02-03'),
        due: day('2026-05-31'),
        target: 50,
      },
      calendars: [
        { name: 'From March', weekdays: [], dates: [], months: [{ month: 2, weight: 0 }] },
      ],
      today: '2026-02-16',
    },
    { status: 'too_early', reason: 'FIRST_INTERVAL' },
  ),
  withUnreadable(
    example(
      'a window that is not full waits on while figures come in, though one cannot be read',
      {
        rows: onDays({ '2026-01-20': 14, '2026-03-12': 18 }),
        measure: {
          cadence: 'month',
          missing: 'missing',
          graceDays: 5,
          window: { length: 12, unit: 'month' },
        },
        kpi: { kind: 'keep_at_most', type: 'at_most', declaredDirection: -1, ...YEAR, target: 90 },
        today: '2026-03-20',
      },
      { status: 'too_early', reason: 'WINDOW_OPEN' },
    ),
    '2026-02-12',
  ),
];

/** §5 and §7: what is next to nothing, and what goes on from where it is. */
const NUMBERS: readonly WorkedExample[] = [
  example(
    'of a ceiling next to nothing used is nothing used',
    {
      rows: onDays({ '2026-01-05': 1e-320 }),
      kpi: { kind: 'spend_no_more_than', type: 'ceiling', declaredDirection: -1, target: 40 },
    },
    { paceIndex: 1 },
  ),
  example(
    'a month that starts beyond its target is foreseen where it stands, at the run rate too',
    {
      rows: [...daily(120, '2026-01-01', '2026-01-31'), ...daily(130, '2026-02-01', '2026-02-14')],
      measure: { aggregation: 'last', missing: 'missing' },
      kpi: {
        kind: 'grow_to',
        every: 'month',
        lastTime: 90,
        target: 100,
        forecastMethod: 'run_rate',
      },
    },
    { forecastValue: 130, status: 'on_course' },
  ),
];

/** Where two readings once said two things of a random workbook. */
export const EXAMPLES_OF_EDGES: readonly WorkedExample[] = [
  ...VALUES,
  ...YEARS,
  ...PLANS,
  ...ORDER,
  ...NUMBERS,
];
