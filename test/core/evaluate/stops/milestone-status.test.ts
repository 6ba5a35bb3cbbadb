import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { MilestoneEvaluation } from '../../../../src/core/model/evaluation.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, dailyFrom, evaluateOne, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const dateOf = (found: number | null) => (found === null ? null : isoDate(found));
const summary = (own: MilestoneEvaluation) => ({
  stop: own.stop,
  day: isoDate(own.day),
  status: own.status,
  reached: dateOf(own.reachedDay),
  eta: dateOf(own.etaDay),
  late: shown(own.daysLate),
});
const stopsOf = (parts: OneKpi) => evaluateOne(parts).kpi.milestones;

/** 100 days to 100, the 40th is 9 February; by then 40 is planned. */
const base: OneKpi = {
  kpi: { due: day('2026-04-10'), target: 100 },
  today: '2026-02-10',
};
const at = (value: number) => daily('2026-01-01', '2026-02-09', value);
const stop = (name: string, date: string, value: number | null) =>
  milestone({ id: name, stop: name, day: day(date), value });

test('reached early, on the day and late', () => {
  const rows = at(0.8);
  const milestones = [
    stop('Early', '2026-01-11', 8),
    stop('On time', '2026-01-20', 16),
    stop('Late', '2026-02-01', 28),
  ];
  expect(
    stopsOf({ ...base, rows, milestones })
      .slice(0, 3)
      .map(summary),
  ).toEqual([
    {
      stop: 'Early',
      day: '2026-01-11',
      status: 'reached_early',
      reached: '2026-01-10',
      eta: '2026-01-10',
      late: -1,
    },
    {
      stop: 'On time',
      day: '2026-01-20',
      status: 'reached_on_time',
      reached: '2026-01-20',
      eta: '2026-01-20',
      late: 0,
    },
    {
      stop: 'Late',
      day: '2026-02-01',
      status: 'reached_late',
      reached: '2026-02-04',
      eta: '2026-02-04',
      late: 3,
    },
  ]);
});

test('not reached on the day it was due is overdue, the day before it is not', () => {
  const at9 = { ...base, rows: at(0.5), milestones: [stop('Half', '2026-02-09', 40)] };
  expect(stopsOf(at9)[0].status).toBe('overdue');
  const at10 = { ...base, rows: at(0.5), milestones: [stop('Half', '2026-02-10', 40)] };
  expect(stopsOf(at10)[0].status).not.toBe('overdue');
});

test('expected on time up to the day itself', () => {
  // On plan: 60 on 1 March.
  const rows = at(1);
  const on = (date: string, value: number) =>
    stopsOf({ ...base, rows, milestones: [stop('Sixty', date, value)] })[0];
  expect(summary(on('2026-03-01', 60))).toMatchObject({
    status: 'expected_on_time',
    eta: '2026-03-01',
    late: 0,
  });
});

test('a stop and its KPI tell one story: late as a share of the leg, by the same thresholds', () => {
  // A single leg of 100 days; at 95% of the pace it arrives 6 days late, at 80 % 25.
  const found = (value: number, kpi: OneKpi['kpi'] = {}) => {
    const { kpi: own } = evaluateOne({ ...base, rows: at(value), kpi: { ...base.kpi, ...kpi } });
    return [own.statusByPlan, own.milestones[0].status, shown(own.milestones[0].daysLate)];
  };
  expect(found(100 / 105)).toEqual(['on_course', 'expected_on_time', 5]);
  expect(found(10 / 11)).toEqual(['at_risk', 'at_risk', 10]);
  expect(found(0.8)).toEqual(['at_risk', 'at_risk', 25]);
  expect(found(0.79)).toEqual(['off_course', 'expected_late', 27]);
  expect(found(0.79, { atRiskFrom: 0.75 })).toEqual(['at_risk', 'at_risk', 27]);
  expect(found(10 / 11, { onCourseFrom: 0.9 })).toEqual(['on_course', 'expected_on_time', 10]);
});

test('a day that is past while the figures do not reach it yet is not named, and still decides', () => {
  // Half of the 100 on 19 February; the figures run to 9 February and it is the 20th.
  const parts = { ...base, today: '2026-02-20', measure: { dataLagDays: 10 } };
  const milestones = [stop('Half', '2026-02-19', 50)];
  const [half] = stopsOf({ ...parts, rows: at(1), milestones });
  expect(summary(half)).toMatchObject({
    status: 'expected_on_time',
    eta: null,
    late: 'AWAITING_FIGURES',
  });
});

test('a leg is counted from the milestone before it', () => {
  // 20 on 20 January, then 80 days: 20 days late is a quarter of them.
  const milestones = [stop('First', '2026-01-20', 20)];
  const lateBy = (value: number) => {
    const rows = [
      ...daily('2026-01-01', '2026-01-20', 1),
      ...daily('2026-01-21', '2026-02-09', value),
    ];
    return summary(stopsOf({ ...base, rows, milestones })[1]);
  };
  // ρ = (20 + 20·v) ÷ 40; 100 ÷ ρ days.
  const paceFor = (days: number) => (100 / days) * 2 - 1;
  expect(lateBy(paceFor(120))).toMatchObject({ status: 'at_risk', late: 20 });
  expect(lateBy(paceFor(121))).toMatchObject({ status: 'expected_late', late: 21 });
});

test('unknown while there is no arrival', () => {
  const early = { ...base, rows: daily('2026-01-01', '2026-01-05', 1), today: '2026-01-06' };
  expect(summary(stopsOf(early)[0])).toEqual({
    stop: '',
    day: '2026-04-10',
    status: 'unknown',
    reached: null,
    eta: null,
    late: 'TOO_EARLY',
  });
  expect(summary(stopsOf({ ...base, rows: at(0) })[0])).toMatchObject({
    status: 'unknown',
    late: 'NO_ETA',
  });
  expect(summary(stopsOf(base)[0])).toMatchObject({ status: 'unknown', late: 'NO_DATA' });
});

test('value to go, required speed and leg progress, of the next stop and of the one after', () => {
  const milestones = [stop('Sixty', '2026-03-01', 60), stop('Ninety', '2026-03-21', 90)];
  const [first, second, last] = stopsOf({ ...base, rows: at(0.75), milestones });
  // 30 at 9 February: 20 and 40 days to go.
  expect([first, second, last].map((own) => shown(own.valueToGo))).toEqual([30, 60, 70]);
  expect(shown(first.requiredSpeed)).toEqual(near(1.5));
  expect(shown(second.requiredSpeed)).toEqual(near(1.5));
  expect(shown(last.requiredSpeed)).toEqual(near(70 / 60));
  expect(shown(first.legProgress)).toEqual(near(0.5));
  expect(shown(second.legProgress)).toEqual(near(-1));
  expect([first, second, last].map((own) => own.isNext)).toEqual([true, false, false]);
  expect([first, second, last].map((own) => own.order)).toEqual([0, 1, 2]);
  expect([first.milestoneId, last.milestoneId]).toEqual(['Sixty', null]);
});

test('nothing is to go to a stop that is reached', () => {
  const milestones = [stop('Ten', '2026-01-20', 10)];
  const [first, last] = stopsOf({ ...base, rows: at(0.75), milestones });
  expect(first).toMatchObject({ isNext: false });
  expect([shown(first.valueToGo), shown(first.requiredSpeed)]).toEqual([0, 0]);
  expect(shown(first.legProgress)).toEqual(near(3));
  expect(last.isNext).toBe(true);
});

test('an overdue stop is still the next one, and no time is left for it', () => {
  const milestones = [stop('Twenty', '2026-01-20', 20), stop('Sixty', '2026-03-01', 60)];
  const found = stopsOf({ ...base, rows: at(0.25), milestones });
  expect(found.map(({ isNext }) => isNext)).toEqual([true, false, false]);
  expect(shown(found[0].requiredSpeed)).toBe('PERIOD_OVER');
  expect(shown(found[0].valueToGo)).toEqual(near(10));
});

test('lower is better: reached when it has come down to the value', () => {
  const level = { aggregation: 'last' as const };
  const rows = dailyFrom('2026-01-01', [58, 55, 50, 52, 49, 51]);
  const parts: OneKpi = {
    rows,
    measure: level,
    kpi: { due: day('2026-01-20'), lastTime: 60, target: 10 },
    today: '2026-01-07',
  };
  const touched = { ...parts, kpi: { ...parts.kpi, reached: 'touch' as const } };
  const milestones = [stop('Fifty', '2026-01-05', 50)];
  expect(summary(stopsOf({ ...touched, milestones })[0])).toMatchObject({
    status: 'reached_early',
    reached: '2026-01-03',
  });
  // Held, it must still be true at the judged day: 51 is not.
  expect(summary(stopsOf({ ...parts, milestones })[0])).toMatchObject({
    status: 'overdue',
    reached: null,
  });
  const held = { ...parts, rows: dailyFrom('2026-01-01', [58, 55, 50, 52, 49, 47]) };
  expect(summary(stopsOf({ ...held, milestones })[0])).toMatchObject({ reached: '2026-01-03' });
});

test('for cadences coarser than a day a stop counts at the end of its interval, and keeps its day', () => {
  const monthly: OneKpi = {
    rows: rowsOn({ '2026-01-31': 30, '2026-02-28': 20 }),
    measure: { cadence: 'month' },
    kpi: { due: day('2026-04-10'), target: 100 },
    today: '2026-03-05',
  };
  const milestones = [
    stop('Thirty', '2026-01-10', 30),
    stop('Forty', '2026-02-03', 40),
    stop('Ninety', '2026-04-02', 90),
  ];
  const found = stopsOf({ ...monthly, milestones });
  expect(found.map((own) => isoDate(own.day))).toEqual([
    '2026-01-10',
    '2026-02-03',
    '2026-04-02',
    '2026-04-10',
  ]);
  expect(found.slice(0, 2).map(({ status }) => status)).toEqual([
    'reached_on_time',
    'reached_on_time',
  ]);
});

test('a milestone on the due date names the last milestone', () => {
  const milestones = [stop('Finish', '2026-04-10', 100)];
  const found = stopsOf({ ...base, rows: at(1), milestones });
  expect(found.map(({ stop: name, milestoneId }) => [name, milestoneId])).toEqual([
    ['Finish', 'Finish'],
  ]);
});

test('thresholds and ceilings have only the milestones that were typed', () => {
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 5 } as const;
  const measure = { aggregation: 'last' as const };
  expect(stopsOf({ ...base, rows: at(6), measure, kpi: keep })).toEqual([]);
  expect(stopsOf({ ...base, rows: at(6), measure, kpi: { lastTime: 5, target: 5 } })).toEqual([]);
});

test('what a ceiling plans to use by a day bends its plan and is nothing to arrive at', () => {
  const milestones = [stop('Half', '2026-02-01', 50), stop('Tender', '2026-02-10', null)];
  const kpi = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  const found = stopsOf({ ...base, rows: at(1), kpi, milestones });
  expect(found.map(({ stop: name }) => name)).toEqual(['Tender']);
});

test('a milestone without a value follows the rule of done, on today', () => {
  const milestones = [
    milestone({ id: 'a', stop: 'Site', day: day('2026-01-20'), doneOn: day('2026-01-25') }),
    milestone({ id: 'b', stop: 'Shop', day: day('2026-02-05') }),
    milestone({ id: 'c', stop: 'Later', day: day('2026-03-05'), doneOn: day('2026-02-11') }),
  ];
  const found = stopsOf({ ...base, rows: at(1), milestones });
  expect(found.slice(0, 3).map(summary)).toEqual([
    {
      stop: 'Site',
      day: '2026-01-20',
      status: 'reached_late',
      reached: '2026-01-25',
      eta: '2026-01-25',
      late: 5,
    },
    {
      stop: 'Shop',
      day: '2026-02-05',
      status: 'overdue',
      reached: null,
      eta: null,
      late: 'NO_ETA',
    },
    {
      stop: 'Later',
      day: '2026-03-05',
      status: 'expected_on_time',
      reached: null,
      eta: null,
      late: 'NO_ETA',
    },
  ]);
  expect(found[1].isNext).toBe(true);
  expect(shown(found[0].valueToGo)).toBe('NOT_APPLICABLE');
});

test('a KPI may warn earlier or later', () => {
  const milestones = [milestone({ day: day('2026-03-05') })];
  const warned = (warnDays: number | null) =>
    stopsOf({ ...base, rows: at(1), kpi: { ...base.kpi, warnDays }, milestones })[0].status;
  expect(warned(null)).toBe('expected_on_time');
  expect(warned(24)).toBe('at_risk');
  expect(warned(23)).toBe('expected_on_time');
});

test('on the day a stop is due no time is left for it either', () => {
  const milestones = [stop('Forty', '2026-02-09', 40)];
  const [first] = stopsOf({ ...base, rows: at(0.5), milestones });
  expect(shown(first.requiredSpeed)).toBe('PERIOD_OVER');
});

test('milestones are taken in the order of their days, whatever that of the rows', () => {
  const milestones = [
    { ...stop('Second', '2026-03-01', 60), order: 0 },
    { ...stop('First', '2026-02-20', 50), order: 1 },
  ];
  const found = stopsOf({ ...base, rows: at(1), milestones });
  expect(found.map((own) => own.stop)).toEqual(['First', 'Second', '']);
});
