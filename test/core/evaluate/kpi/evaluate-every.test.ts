import { day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, intervalOf, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

/** 310 every month of the first half of 2026; 330 in January, 126 in the first days of February. */
const monthly: OneKpi = {
  rows: [
    ...daily('2026-01-01', '2026-01-30', 10),
    { date: day('2026-01-31'), value: 30 },
    ...daily('2026-02-01', '2026-02-14', 9),
  ],
  kpi: { due: day('2026-06-30'), target: 310, every: 'month' },
  today: '2026-02-15',
};
const record = ({ kpi }: ReturnType<typeof evaluateOne>) => [
  kpi.status,
  kpi.periodsMet,
  kpi.periodsJudged,
];

test('it is judged on the month that runs, and the one that is over is its record', () => {
  const { kpi } = evaluateOne(monthly);
  expect([kpi.statusByPlan, shown(kpi.actual), shown(kpi.plan)]).toEqual([
    'at_risk',
    126,
    near(155),
  ]);
  expect([kpi.start, kpi.due]).toEqual([day('2026-01-01'), day('2026-06-30')]);
  expect([kpi.periodsMet, kpi.periodsJudged, kpi.isClosed]).toEqual([1, 1, false]);
  expect(kpi.forecast.value.value).toEqual(near(252));
});

test('the plan of every month starts at 0, and the chart runs on over all of them', () => {
  const { kpi } = evaluateOne(monthly);
  expect(kpi.timeline.end).toHaveLength(181);
  const months = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-06-30'];
  expect(months.map((label) => intervalOf(kpi, label).planToDate)).toEqual(
    [310, 310 / 28, 310, 310].map((value) => near(value)),
  );
  expect(intervalOf(kpi, '2026-01-31').actualToDate).toBe(330);
  expect(intervalOf(kpi, '2026-02-01').actualToDate).toBe(9);
});

test('channels go back to the first month', () => {
  const rows = (monthly.rows ?? []).flatMap((row) => [
    { ...row, channel: 'shop' },
    { ...row, channel: 'web', value: 2 },
  ]);
  const { kpi } = evaluateOne({ ...monthly, rows });
  const [shop, web] = kpi.channels;
  expect([shop.actual.length, shop.actual[30], shop.actualToDate[30]]).toEqual([45, 30, 330]);
  expect([web.actualToDate[30], web.actualToDate[44]]).toEqual([62, 28]);
});

test('a month that the start cuts is asked its share, and a level is not', () => {
  const kpi = { ...monthly.kpi, start: day('2026-01-17') };
  const cut = evaluateOne({ ...monthly, kpi, today: '2026-02-01' }).kpi;
  expect([shown(cut.target), cut.status]).toEqual([near(150), 'achieved']);
  const level = evaluateOne({
    rows: rowsOn({ '2026-01-20': 44 }),
    measure: { aggregation: 'last', cadence: 'day' },
    kpi: { ...kpi, kind: 'keep_at_least', type: 'at_least', target: 40 },
    today: '2026-01-21',
  }).kpi;
  expect([shown(level.target), level.status]).toEqual([40, 'on_course']);
});

/** 25 a month, in figures of a month each. */
const ofMonths = (values: readonly number[], parts: OneKpi = {}): OneKpi => ({
  rows: rowsOn(
    Object.fromEntries(
      ['2026-01-31', '2026-02-28', '2026-03-31'].map((end, i) => [end, values[i] ?? 0]),
    ),
  ).slice(0, values.length),
  today: '2026-04-02',
  ...parts,
  measure: { cadence: 'month', missing: 'missing', ...parts.measure },
  kpi: { target: 25, every: 'month', ...parts.kpi },
});

test('at the end one that is missed is missed, but for a stated share', () => {
  expect(record(evaluateOne(ofMonths([30, 20, 35])))).toEqual(['missed', 2, 3]);
  const closedRule = { kind: 'share', share: 0.6 } as const;
  expect(record(evaluateOne(ofMonths([30, 20, 35], { kpi: { closedRule } })))).toEqual([
    'achieved',
    2,
    3,
  ]);
  expect(record(evaluateOne(ofMonths([30, 25, 35])))).toEqual(['achieved', 3, 3]);
  // Nothing came in of March, and it will not any more.
  const late = { today: '2026-04-20' };
  expect(record(evaluateOne(ofMonths([30, 25], late)))).toEqual(['stale', 2, 2]);
});

test('lower is better: a ceiling starts anew as well', () => {
  const spend = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  expect(record(evaluateOne(ofMonths([30, 20, 0], { kpi: spend })))).toEqual(['missed', 2, 3]);
});

test('without a value, and out of date, it is judged as a whole', () => {
  expect(record(evaluateOne(ofMonths([], { today: '2026-02-05' })))[0]).toBe('too_early');
  expect(record(evaluateOne(ofMonths([], { today: '2026-03-05' })))[0]).toBe('no_data');
  expect(record(evaluateOne(ofMonths([30], { today: '2026-03-20' })))[0]).toBe('stale');
});

test('a level starts each quarter where the one before ended, and beyond its target has to stay', () => {
  const quarters: OneKpi = {
    rows: rowsOn({ '2026-01-31': 104, '2026-03-31': 113, '2026-04-30': 111 }),
    measure: { aggregation: 'last', cadence: 'month' },
    kpi: {
      due: day('2026-12-31'),
      kind: 'grow_to',
      lastTime: 100,
      target: 112,
      every: 'quarter',
    },
    today: '2026-05-02',
  };
  const { kpi } = evaluateOne(quarters);
  expect([shown(kpi.baseline), shown(kpi.plan), kpi.status]).toEqual([113, 112, 'at_risk']);
  expect([kpi.periodsMet, kpi.periodsJudged]).toEqual([1, 1]);
});

test('a target of its own in Targets counts for its month, and a stop for the month it lies in', () => {
  const place = { tab: 'Targets', cell: 'C3' };
  const february = { start: day('2026-02-01'), end: day('2026-02-28') };
  const periodTargets = [{ kpiId: 'kpi', period: february, target: 280, order: 0, place }];
  const own = evaluateOne(monthly).kpi.kpiId;
  const found = evaluateOne({
    ...monthly,
    periodTargets: periodTargets.map((target) => ({ ...target, kpiId: own })),
  }).kpi;
  expect([shown(found.target), shown(found.plan), found.periodsMet]).toEqual([280, 140, 1]);
});

test('a period without a day that counts is left out, and without any there is nothing to ask', () => {
  const off = (dates: readonly string[]) => ({
    calendars: [
      {
        name: 'Open',
        dates: dates.map((date) => ({ day: day(date), weight: 0, label: '' })),
        weekdays: [],
        months: dates.length > 0 ? [] : [1, 2, 3, 4, 5, 6].map((month) => ({ month, weight: 0 })),
      },
    ],
    kpi: { ...monthly.kpi, dayWeights: { kind: 'calendar', calendarName: 'Open' } } as const,
  });
  expect(evaluateOne({ ...monthly, ...off([]) }).codes).toContain('E_CAL');
  expect(evaluateOne({ ...monthly, ...off(['2026-02-03']) }).kpi.status).not.toBe('invalid');
});
