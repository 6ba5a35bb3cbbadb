import { graceDaysOf } from '../../../../src/core/evaluate/actuals/judged-day.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import { intervalsOf } from '../../../support/timeline-rows.ts';
import { measure } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, type OneKpi, rowsOn } from '../one-kpi.ts';

function judged(parts: OneKpi) {
  const { kpi } = evaluateOne(parts);
  return {
    at: kpi.judgedDay === null ? null : isoDate(kpi.judgedDay),
    isClosed: kpi.isClosed,
    status: kpi.status,
  };
}

/** Keep at least, so that nothing is ever too early. */
const level = (cadence: Measure['cadence'], changes: Partial<Measure> = {}): Partial<Measure> => ({
  aggregation: 'last',
  cadence,
  ...changes,
});
const keep = { kind: 'keep_at_least', type: 'at_least', target: 5 } as const;

test.each([
  ['day', 3],
  ['week', 3],
  ['month', 10],
  ['quarter', 15],
  ['year', 30],
  ['irregular', null],
] as const)('the grace of a measure by the %s is %s days, unless typed', (cadence, expected) => {
  expect(graceDaysOf(measure({ cadence }))).toBe(expected);
  expect(graceDaysOf(measure({ cadence, graceDays: 0 }))).toBe(0);
});

test('monthly figures on 25 February are judged at 31 January, not at their own date', () => {
  const rows = rowsOn({ '2026-01-05': 6, '2026-02-20': 7 });
  expect(judged({ rows, measure: level('month'), kpi: keep, today: '2026-02-25' })).toMatchObject({
    at: '2026-01-31',
  });
});

test('the interval that ended yesterday is closed, the one that ends today is not', () => {
  const rows = rowsOn({ '2026-01-05': 6, '2026-02-20': 7 });
  const on = (today: string) => judged({ rows, measure: level('month'), kpi: keep, today }).at;
  expect(on('2026-02-28')).toBe('2026-01-31');
  expect(on('2026-03-01')).toBe('2026-02-28');
});

test('a data lag closes an interval so many days later', () => {
  const rows = rowsOn({ '2026-01-05': 6, '2026-02-20': 7 });
  const on = (today: string) =>
    judged({ rows, measure: level('month', { dataLagDays: 4 }), kpi: keep, today }).at;
  expect(on('2026-03-04')).toBe('2026-01-31');
  expect(on('2026-03-05')).toBe('2026-02-28');
});

test('the first interval that lacks a value makes a KPI stale when its grace is over', () => {
  const rows = rowsOn({ '2026-01-12': 6 });
  const on = (today: string, changes = {}) =>
    judged({ rows, measure: level('month', changes), kpi: keep, today });
  expect(on('2026-03-10')).toEqual({ at: '2026-01-31', isClosed: false, status: 'on_course' });
  expect(on('2026-03-11').status).toBe('stale');
  expect(on('2026-03-12', { dataLagDays: 2 }).status).toBe('on_course');
  expect(on('2026-03-13', { dataLagDays: 2 }).status).toBe('stale');
  expect(on('2026-03-01', { graceDays: 0 }).status).toBe('stale');
});

test('days without weight are not waited for', () => {
  const calendars = [
    {
      name: 'Weekdays',
      dates: [],
      weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
      months: [],
    },
  ];
  const parts: OneKpi = {
    rows: rowsOn({ '2026-01-08': 6, '2026-01-09': 7 }),
    measure: level('day', { graceDays: 0 }),
    kpi: { ...keep, dayWeights: { kind: 'calendar', calendarName: 'Weekdays' } },
    calendars,
  };
  // 9 January is a Friday; the first working day without a value is Monday 12.
  expect(judged({ ...parts, today: '2026-01-12' }).status).toBe('on_course');
  expect(judged({ ...parts, today: '2026-01-13' }).status).toBe('stale');
});

test('a period closes after its due date, at once when the last interval has its value', () => {
  const rows = rowsOn({ '2026-01-31': 6, '2026-02-28': 7, '2026-03-31': 8 });
  const on = (today: string) => judged({ rows, measure: level('month'), kpi: keep, today });
  expect(on('2026-03-31')).toEqual({ at: '2026-02-28', isClosed: false, status: 'on_course' });
  expect(on('2026-04-01')).toEqual({ at: '2026-03-31', isClosed: true, status: 'achieved' });
});

test('without its last value it closes when the grace is over, out of date', () => {
  const rows = rowsOn({ '2026-01-31': 6, '2026-02-28': 7 });
  const on = (today: string) => judged({ rows, measure: level('month'), kpi: keep, today });
  expect(on('2026-04-10')).toEqual({ at: '2026-02-28', isClosed: false, status: 'on_course' });
  expect(on('2026-04-11')).toEqual({ at: '2026-02-28', isClosed: true, status: 'stale' });
});

test('the lag of the data also keeps the period open', () => {
  const rows = rowsOn({ '2026-03-31': 8 });
  const on = (today: string) =>
    judged({ rows, measure: level('month', { dataLagDays: 3 }), kpi: keep, today });
  expect(on('2026-04-03')).toMatchObject({ at: null, isClosed: false });
  expect(on('2026-04-04')).toEqual({ at: '2026-03-31', isClosed: true, status: 'achieved' });
});

test('before any value it is too early until the grace of the first interval is over', () => {
  const on = (today: string) => evaluateOne({ measure: level('month'), kpi: keep, today }).kpi;
  expect(on('2026-02-10')).toMatchObject({ status: 'too_early', reason: 'FIRST_INTERVAL' });
  expect(isoDate(on('2026-02-10').firstResultDay ?? 0)).toBe('2026-01-31');
  expect(on('2026-02-11')).toMatchObject({ status: 'no_data', reason: 'NO_DATA' });
});

test('the first result is due at the end of the first interval that has weight', () => {
  const calendars = [
    { name: 'Not January', dates: [], weekdays: [], months: [{ month: 1, weight: 0 }] },
  ];
  const { kpi } = evaluateOne({
    measure: level('month'),
    kpi: { ...keep, dayWeights: { kind: 'calendar', calendarName: 'Not January' } },
    calendars,
    today: '2026-02-20',
  });
  expect(kpi).toMatchObject({ status: 'too_early', reason: 'FIRST_INTERVAL' });
  expect(isoDate(kpi.firstResultDay ?? 0)).toBe('2026-02-28');
});

test('the first and last intervals are cut to the period, and judged at the due date', () => {
  const rows = rowsOn({ '2026-01-03': 6, '2026-02-02': 9 });
  const kpi = { ...keep, start: 20468, due: 20490 };
  // 15 January – 6 February 2026.
  const result = evaluateOne({ rows, measure: level('month'), kpi, today: '2026-02-07' }).kpi;
  expect(
    intervalsOf(result.timeline).map(({ start, end }) => [isoDate(start), isoDate(end)]),
  ).toEqual([
    ['2026-01-15', '2026-01-31'],
    ['2026-02-01', '2026-02-06'],
  ]);
  expect(result).toMatchObject({ judgedDay: kpi.due, isClosed: true });
});

test('finer rows fill an interval once one is dated in its last three days, or after it', () => {
  const until = (to: string) =>
    judged({
      rows: daily('2026-01-01', to, 6),
      measure: level('month', { graceDays: 90 }),
      kpi: keep,
      today: '2026-02-14',
    }).at;
  expect(until('2026-01-28')).toBeNull();
  expect(until('2026-01-29')).toBe('2026-01-31');
});

test('an irregular measure is judged at its newest value before today, less the lag', () => {
  const rows = rowsOn({ '2026-01-09': 6, '2026-01-30': 7, '2026-02-12': 8 });
  const on = (today: string, changes = {}) =>
    judged({ rows, measure: level('irregular', changes), kpi: keep, today });
  expect(on('2026-02-12').at).toBe('2026-01-30');
  expect(on('2026-02-13').at).toBe('2026-02-12');
  expect(on('2026-02-13', { dataLagDays: 1 }).at).toBe('2026-01-30');
  expect(on('2026-03-30').status).toBe('on_course');
});

test('an irregular measure is out of date only by a typed grace, counted from its newest value', () => {
  const rows = rowsOn({ '2026-01-09': 6, '2026-02-12': 8 });
  const on = (today: string, graceDays: number) =>
    judged({ rows, measure: level('irregular', { graceDays }), kpi: keep, today }).status;
  expect(on('2026-02-17', 5)).toBe('on_course');
  expect(on('2026-02-18', 5)).toBe('stale');
});

test('an irregular measure without a value has no data, and is not waited for', () => {
  expect(judged({ measure: level('irregular'), kpi: keep, today: '2026-01-02' })).toEqual({
    at: null,
    isClosed: false,
    status: 'no_data',
  });
});

test('an irregular period closes the day after its due date', () => {
  const rows = rowsOn({ '2026-03-20': 8 });
  const on = (today: string) => judged({ rows, measure: level('irregular'), kpi: keep, today });
  expect(on('2026-03-31')).toMatchObject({ isClosed: false, status: 'on_course' });
  expect(on('2026-04-01')).toEqual({ at: '2026-03-20', isClosed: true, status: 'achieved' });
});
