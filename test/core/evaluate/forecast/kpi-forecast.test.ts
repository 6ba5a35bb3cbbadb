import { METHODS } from '../../../../src/core/evaluate/forecast/forecast-methods.ts';
import { WAYS } from '../../../../src/core/evaluate/forecast/series/stretches.ts';
import type { ForecastMethod } from '../../../../src/core/model/kpi.ts';
import { FORECAST_METHODS } from '../../../../src/core/model/kpi.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, dailyFrom, evaluateOne, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

function forecast(parts: OneKpi, method: ForecastMethod | null = null) {
  const kpi = { ...parts.kpi, forecastMethod: method };
  const found = evaluateOne({ ...parts, kpi }).kpi.forecast;
  return {
    method: found.method,
    value: shown(found.value),
    low: shown(found.low),
    high: shown(found.high),
    probability: shown(found.probability),
  };
}

/** 100 days from 1 January, judged after 40; 1 a day for 12 days and 2.5 a day for 28. */
const total: OneKpi = {
  rows: [...daily('2026-01-01', '2026-01-12', 1), ...daily('2026-01-13', '2026-02-09', 2.5)],
  kpi: { due: day('2026-04-10'), target: 300 },
  today: '2026-02-10',
};
/** Ten months of 2026 from 50 to 150, judged at 30 April: 120 of 304 days. */
const level: OneKpi = {
  rows: rowsOn({ '2026-01-31': 60, '2026-02-28': 66, '2026-03-31': 81, '2026-04-30': 90 }),
  measure: { aggregation: 'last', cadence: 'month' },
  kpi: { due: day('2026-10-31'), lastTime: 50, target: 150 },
  today: '2026-05-03',
};

test('every named method has a formula and a way to be held against the past', () => {
  expect([...Object.keys(METHODS), 'trend_season'].sort()).toEqual([...FORECAST_METHODS].sort());
  expect(Object.keys(WAYS).sort()).toEqual([...FORECAST_METHODS].sort());
});

test('run_rate goes on at the share of the plan kept so far', () => {
  // 82 after 40 of 100 days.
  expect(forecast(total, 'run_rate')).toMatchObject({ method: 'run_rate', value: near(205) });
  // 40 up where 100 × 120 ÷ 304 were planned.
  expect(forecast(level, 'run_rate').value).toEqual(near(50 + 40 / (120 / 304)));
});

test('run_rate follows the milestones of the plan', () => {
  const milestones = [milestone({ day: day('2026-02-09'), value: 60 })];
  // 82 where 60 of 300 were planned.
  expect(forecast({ ...total, milestones }, 'run_rate').value).toEqual(near(410));
});

test('recent goes on at the speed of the last 28 days or three intervals', () => {
  // 2.5 a day over the 60 days left.
  expect(forecast(total, 'recent')).toMatchObject({ method: 'recent', value: near(232) });
  // Three months, 1 February – 30 April, 89 days, brought 30; 184 days are left.
  expect(forecast(level, 'recent').value).toEqual(near(90 + (30 / 89) * 184));
});

test('the recent window is a setting, and never reaches before the start', () => {
  const own = (recentSpeedWindowDays: number) =>
    forecast({ ...total, settings: { recentSpeedWindowDays } }, 'recent').value;
  // 30 days: two days of 1 and 28 of 2.5 make 72.
  expect(own(30)).toEqual(near(82 + 2.4 * 60));
  expect(own(500)).toEqual(near(82 + 2.05 * 60));
  expect(own(1)).toEqual(near(232));
});

test('as_planned brings what the plan still had to bring', () => {
  expect(forecast(total, 'as_planned')).toMatchObject({ value: near(82 + 180) });
  expect(forecast(level, 'as_planned').value).toEqual(near(90 + 100 * (184 / 304)));
});

test('as_planned on a threshold, whose plan is the target itself, leaves the value as it is', () => {
  const held: OneKpi = { ...level, kpi: { ...level.kpi, lastTime: 150, declaredDirection: 1 } };
  expect(forecast(held, 'as_planned')).toMatchObject({ method: 'as_planned', value: 90 });
  const kept: OneKpi = { ...level, kpi: { ...level.kpi, kind: 'keep_at_least', type: 'at_least' } };
  expect(forecast(kept, 'as_planned')).toMatchObject({ method: 'as_planned', value: 90 });
  const followed: OneKpi = { ...level, kpi: { kind: 'just_track', type: 'track', target: null } };
  expect(forecast(followed, 'as_planned').value).toBe('NO_HISTORY');
});

test('drift repeats the mean step from the first interval on', () => {
  // From 60 to 90 in three steps, six months left.
  expect(forecast(level, 'drift')).toMatchObject({ method: 'drift', value: near(150) });
  const down = { ...level, kpi: { ...level.kpi, lastTime: 120, target: 30 } };
  const falling = {
    ...down,
    rows: rowsOn({ '2026-01-31': 110, '2026-02-28': 90, '2026-04-30': 80 }),
  };
  // Three steps from January to April, though March is missing.
  expect(forecast(falling, 'drift').value).toEqual(near(80 - 10 * 6));
});

test('level stays where it is', () => {
  expect(forecast(level, 'level')).toEqual({
    method: 'level',
    value: 90,
    low: 'NO_BAND',
    high: 'NO_BAND',
    probability: 'NO_BAND',
  });
});

test('a way is forecast by run_rate, and everything else by level', () => {
  const steady = { ...total, rows: daily('2026-01-01', '2026-02-09', 2.05) };
  expect(forecast(steady).method).toBe('run_rate');
  expect(forecast(level).method).toBe('run_rate');
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  expect(forecast({ ...steady, kpi: { ...total.kpi, ...ceiling } })).toMatchObject({
    method: 'run_rate',
    value: near(205),
  });
  const keep = { kind: 'keep_at_most', type: 'at_most', target: 95 } as const;
  expect(forecast({ ...level, kpi: keep, today: '2026-03-10' })).toMatchObject({
    method: 'level',
    value: 66,
  });
  expect(forecast({ ...level, kpi: { ...level.kpi, target: 50 } }).method).toBe('level');
  const track = { kind: 'just_track', type: 'track', target: null } as const;
  expect(forecast({ ...level, kpi: { ...track, due: day('2026-10-31') } }).method).toBe('level');
});

test('nothing is forecast too early, without a value, or from too few', () => {
  expect(forecast({ ...total, rows: total.rows?.slice(0, 9), today: '2026-01-10' }).value).toBe(
    'TOO_EARLY',
  );
  expect(forecast({ ...total, rows: [] }).value).toBe('NO_DATA');
  const two = {
    ...level,
    rows: rowsOn({ '2026-01-31': 60, '2026-02-28': 66 }),
    today: '2026-03-03',
  };
  expect(forecast(two)).toEqual({
    method: null,
    value: 'TOO_FEW_VALUES',
    low: 'TOO_FEW_VALUES',
    high: 'TOO_FEW_VALUES',
    probability: 'TOO_FEW_VALUES',
  });
});

test('in a period of at most four intervals two values are enough, of five three', () => {
  const rows = rowsOn({ '2026-01-31': 60, '2026-02-28': 66 });
  const until = (date: string) =>
    forecast({ ...level, rows, kpi: { ...level.kpi, due: day(date) }, today: '2026-03-03' });
  // 16 of a planned 100 × 59 ÷ 120.
  expect(until('2026-04-30').value).toEqual(near(50 + 16 / (59 / 120)));
  expect(until('2026-05-31').value).toBe('TOO_FEW_VALUES');
  const one = { ...level, rows: rowsOn({ '2026-01-31': 60 }), today: '2026-02-03' };
  expect(forecast({ ...one, kpi: { ...level.kpi, due: day('2026-04-30') } }).value).toBe(
    'TOO_FEW_VALUES',
  );
});

test('an irregular measure needs three values', () => {
  const irregular: OneKpi = { ...level, measure: { aggregation: 'last', cadence: 'irregular' } };
  const rows = rowsOn({ '2026-02-20': 60, '2026-03-11': 66, '2026-04-30': 90 });
  expect(forecast({ ...irregular, rows }).value).toEqual(near(50 + 40 / (120 / 304)));
  expect(forecast({ ...irregular, rows: rows.slice(1) }).value).toBe('TOO_FEW_VALUES');
});

test('run_rate says nothing below 15% of the way', () => {
  const milestones = [
    milestone({ day: day('2026-02-08'), value: 40 }),
    milestone({ day: day('2026-02-20'), value: 90 }),
  ];
  // A day after 8 February: 44.17 of 300 is planned, 14.7%.
  expect(forecast({ ...total, milestones }, 'run_rate')).toEqual({
    method: null,
    value: 'TOO_EARLY',
    low: 'TOO_EARLY',
    high: 'TOO_EARLY',
    probability: 'TOO_EARLY',
  });
  const at45 = [milestone({ day: day('2026-02-09'), value: 45 })];
  expect(forecast({ ...total, milestones: at45 }, 'run_rate').value).toEqual(near((82 * 300) / 45));
});

test('a total that cannot be negative is never forecast below what it is', () => {
  const low = forecast({ ...total, rows: dailyFrom('2026-01-01', Array(40).fill(0)) }, 'run_rate');
  expect(low.value).toBe(0);
  // Drift from a first day of 100 down to 2 a day would end below zero.
  const falling = { ...total, rows: dailyFrom('2026-01-01', [90, ...Array(39).fill(0)]) };
  const falls = forecast(falling, 'drift');
  expect(falls).toMatchObject({ value: 90, low: 90 });
  const signed = { ...falling, rows: dailyFrom('2026-01-01', [92, ...Array(38).fill(0), -2]) };
  expect(forecast(signed, 'drift').value).toEqual(near(90 - (2 / 39) * 60));
});

/** Ten weeks of a total: 13 weeks from Monday 5 January 2026, 1300 to reach. */
const WEEKS = Array.from({ length: 12 }, (_, i) => day('2026-01-05') + 7 * i);
const weekly = (values: readonly number[]): OneKpi => ({
  rows: values.map((value, i) => ({ date: WEEKS[i], value })),
  measure: { cadence: 'week' },
  kpi: { start: day('2026-01-05'), due: day('2026-04-05'), target: 1300, reached: 'hold' },
  today: '2026-03-04',
});
/** 800 in eight weeks, on plan. */
const EIGHT = [105, 95, 105, 95, 115, 95, 105, 85];

test('a total has a band around its forecast, wider above than below, and an even chance on plan', () => {
  const { value, low, high, probability } = forecast(weekly(EIGHT), 'run_rate');
  expect(value).toEqual(near(1300));
  expect(probability).toEqual(near(0.5));
  const below = 1300 - Number(low);
  const above = Number(high) - 1300;
  expect(below).toBeGreaterThan(30);
  expect(above).toBeGreaterThan(below);
  // Proportions of the 500 that are left.
  expect((500 - below) * (500 + above)).toBeCloseTo(500 * 500, 3);
});

test.each(['run_rate', 'recent', 'as_planned', 'drift', 'level'] as const)(
  '%s: seven values give no band and no chance, eight do',
  (method) => {
    const seven = { ...weekly(EIGHT.slice(0, 7)), today: '2026-02-25' };
    expect(forecast(seven, method)).toMatchObject({ low: 'NO_BAND', probability: 'NO_BAND' });
    expect(forecast(weekly(EIGHT), method).low).not.toBe('NO_BAND');
  },
);

test('last year counts: seven weeks of this year and eight of the last have a band', () => {
  const lastYear = EIGHT.map((value, i) => ({ date: day('2025-11-10') + 7 * i, value }));
  const seven = weekly(EIGHT.slice(0, 7));
  const both = { ...seven, rows: [...lastYear, ...(seven.rows ?? [])], today: '2026-02-25' };
  expect(forecast(both, 'run_rate').low).not.toBe('NO_BAND');
});

test('the wilder the weeks, the wider the band and the nearer the chance to even', () => {
  const wild = [10, 190, 20, 180, 110, 90, 5, 195];
  const target = { ...weekly(EIGHT).kpi, target: 1200 };
  const calm = forecast({ ...weekly(EIGHT), kpi: target }, 'run_rate');
  const restless = forecast({ ...weekly(wild), kpi: target }, 'run_rate');
  expect(Number(restless.high) - 1300).toBeGreaterThan(2 * (Number(calm.high) - 1300));
  expect(Number(calm.probability)).toBeGreaterThan(Number(restless.probability));
  expect(Number(restless.probability)).toBeGreaterThan(0.5);
});

test('nothing is certain before it is decided, and certain once it is', () => {
  const steady = weekly(Array(8).fill(90));
  const { low, value, high, probability } = forecast(steady, 'run_rate');
  expect(value).toEqual(near(1170));
  expect(Number(low)).toBeLessThan(1170);
  expect(Number(high)).toBeGreaterThan(1170);
  expect(probability).toBe(0.01);
  const easy = { ...steady, kpi: { ...steady.kpi, target: 730 } };
  expect(forecast(easy, 'run_rate').probability).toBe(0.99);
  // 720 are in, and orders cannot be taken back.
  const there = { ...steady, kpi: { ...steady.kpi, target: 720 } };
  expect(forecast(there, 'run_rate').probability).toBe(1);
  const spent = { kind: 'spend_no_more_than', type: 'ceiling', target: 700 } as const;
  expect(forecast({ ...steady, kpi: { ...steady.kpi, ...spent } }, 'run_rate').probability).toBe(0);
});

test('a level has its band from how it changed', () => {
  let sum = 0;
  const own: OneKpi = {
    ...weekly(EIGHT.map((value) => (sum += value))),
    measure: { cadence: 'week', aggregation: 'last' },
    kpi: { start: day('2026-01-05'), due: day('2026-04-05'), lastTime: 0, target: 1300 },
  };
  const { low, value, high, probability } = forecast(own, 'run_rate');
  expect(value).toEqual(near(1300));
  expect(1300 - Number(low)).toBeCloseTo(Number(high) - 1300, 6);
  expect(Number(low)).toBeLessThan(1290);
  expect(probability).toEqual(near(0.5));
});

test('the probability of a lower-is-better KPI is that of ending below its target', () => {
  let at = 2000;
  const own: OneKpi = {
    ...weekly(EIGHT.map((value) => (at -= value))),
    measure: { cadence: 'week', aggregation: 'last' },
    kpi: { start: day('2026-01-05'), due: day('2026-04-05'), lastTime: 2000, target: 700 },
  };
  expect(forecast(own, 'run_rate').probability).toEqual(near(0.5));
  const better = { ...own, kpi: { ...own.kpi, lastTime: 2010 } };
  // 810 of 806.15 planned.
  expect(Number(forecast(better, 'run_rate').probability)).toBeGreaterThan(0.5);
});

test('an average that keeps is uncertain only in what is left of it', () => {
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 95 } as const;
  const of = (due: string) =>
    forecast({
      ...weekly(EIGHT),
      measure: { cadence: 'week', aggregation: 'mean' },
      kpi: { ...keep, start: day('2026-01-05'), due: day(due) },
    });
  const short = of('2026-03-15');
  const long = of('2026-12-31');
  expect(short).toMatchObject({ method: 'level', value: near(100) });
  expect(Number(short.high) - 100).toBeLessThan((Number(long.high) - 100) / 2);
  expect(Number(short.probability)).toBeGreaterThan(Number(long.probability));
});

test('nothing is forecast where it cannot be', () => {
  const share = (values: readonly number[], unit: 'percent' | 'number'): OneKpi => ({
    ...weekly(values),
    measure: { cadence: 'week', aggregation: 'last', unit: { kind: unit } },
    kpi: { start: day('2026-01-05'), due: day('2026-04-05'), lastTime: 0.1, target: 0.95 },
  });
  const climb = [0.2, 0.3, 0.42, 0.5, 0.63, 0.7, 0.81, 0.92];
  expect(forecast(share(climb, 'percent'), 'run_rate')).toMatchObject({ value: 1, high: 1 });
  expect(Number(forecast(share(climb, 'number'), 'run_rate').value)).toBeGreaterThan(1.3);
  const over = [...climb.slice(0, 7), 1.02];
  expect(Number(forecast(share(over, 'percent'), 'run_rate').value)).toBeGreaterThan(1.3);
  // A stock that falls ends at nothing, not below.
  const down = {
    ...share(
      climb.map((value) => 1 - value),
      'number',
    ),
  };
  const falling = forecast(
    { ...down, kpi: { ...down.kpi, lastTime: 0.9, target: 0.02 } },
    'run_rate',
  );
  expect(falling).toMatchObject({ value: 0, low: 0 });
  const signed = {
    ...share(
      climb.map((value) => 0.4 - value),
      'number',
    ),
  };
  const loss = forecast(
    { ...signed, kpi: { ...signed.kpi, lastTime: 0.3, target: -1 } },
    'run_rate',
  );
  expect(Number(loss.value)).toBeLessThan(-0.5);
  // A rating from 1 to 5, and an account that may be overdrawn by 3.
  const rated = share([3, 3.4, 3.7, 4, 4.2, 4.4, 4.6, 4.8], 'number');
  const bounded = { ...rated.measure, lowest: 1, highest: 5 };
  const rating = { ...rated, measure: bounded, kpi: { ...rated.kpi, lastTime: 3, target: 4.9 } };
  expect(forecast(rating, 'run_rate')).toMatchObject({ value: 5, high: 5 });
  const cold = { ...down, measure: { ...down.measure, lowest: -3 } };
  expect(
    Number(
      forecast({ ...cold, kpi: { ...cold.kpi, lastTime: 0.9, target: 0.02 } }, 'run_rate').value,
    ),
  ).toBeLessThan(-0.1);
});

/** Last year 100, 300 and 600 in three months; this year 90 in January. */
const LAST_YEAR = rowsOn({ '2025-01-31': 100, '2025-02-28': 300, '2025-03-31': 600 });
const quarter: OneKpi = {
  rows: [...LAST_YEAR, ...rowsOn({ '2026-01-31': 70, '2026-02-28': 250 })],
  measure: { cadence: 'month' },
  kpi: { target: 900 },
  today: '2026-03-02',
};

test('last_year_share divides by the share that last year had by now', () => {
  // 320 is 40% of the year.
  expect(forecast(quarter, 'last_year_share')).toEqual({
    method: 'last_year_share',
    value: near(800),
    low: 'NO_BAND',
    high: 'NO_BAND',
    probability: 'NO_BAND',
  });
});

test('last_year_share needs a whole last year above zero, and a share that says something', () => {
  const without = (changes: Partial<OneKpi>) =>
    forecast({ ...quarter, ...changes }, 'last_year_share');
  const gap = [...LAST_YEAR.slice(1), ...rowsOn({ '2026-01-31': 70, '2026-02-28': 250 })];
  expect(without({ rows: gap })).toMatchObject({ method: null, value: 'NO_HISTORY' });
  const loss = rowsOn({ '2025-01-31': 100, '2025-02-28': 300, '2025-03-31': -600 });
  const now = rowsOn({ '2026-01-31': 70, '2026-02-28': 250 });
  expect(without({ rows: [...loss, ...now] }).value).toBe('NO_HISTORY');
  const late = (march: number) =>
    without({
      rows: [...rowsOn({ '2025-01-31': 10, '2025-02-28': 40, '2025-03-31': march }), ...now],
    }).value;
  expect(late(950)).toEqual(near(6400));
  expect(late(951)).toBe('NO_HISTORY');
  const mean = { cadence: 'month', aggregation: 'mean', missing: 'missing' } as const;
  expect(without({ measure: mean, kpi: { lastTime: 0, target: 900 } }).value).toBe('NO_HISTORY');
});

test('last_year_share pairs the last day of February with the last day of February', () => {
  const leap: OneKpi = {
    rows: [
      ...daily('2027-02-01', '2027-02-27', 1),
      ...rowsOn({ '2027-02-28': 13 }),
      ...daily('2028-02-01', '2028-02-28', 2),
    ],
    kpi: { start: day('2028-02-01'), due: day('2028-02-29'), target: 70 },
    today: '2028-02-29',
  };
  // Judged at 28 February 2028: 27 February 2027 had been 27 of 40… but 28 pairs with the 28th.
  const { kpi } = evaluateOne({ ...leap, kpi: { ...leap.kpi, forecastMethod: 'last_year_share' } });
  expect(shown(kpi.forecast.value)).toEqual(near(56));
  const next: OneKpi = {
    rows: [
      ...daily('2028-02-01', '2028-02-28', 1),
      ...rowsOn({ '2028-02-29': 12 }),
      ...daily('2029-02-01', '2029-02-27', 2),
    ],
    kpi: { start: day('2029-02-01'), due: day('2029-02-28'), target: 70 },
    today: '2029-02-28',
  };
  // 27 of the 40 of last February, all of its 29 days.
  expect(forecast(next, 'last_year_share').value).toEqual(near(54 / (27 / 40)));
});

test('last_year_share pairs week 53 with week 52', () => {
  // 2026 has a week 53: 28 December 2026 – 3 January 2027.
  const weeks = Array.from({ length: 5 }, (_, i) => day('2025-11-24') + 7 * i);
  const own: OneKpi = {
    rows: [
      ...weeks.map((date, i) => ({ date, value: [10, 20, 30, 40, 100][i] })),
      ...[11, 22, 33].map((value, i) => ({ date: day('2026-11-23') + 7 * i, value })),
    ],
    measure: { cadence: 'week' },
    kpi: { start: day('2026-11-23'), due: day('2027-01-03'), target: 300 },
    today: '2026-12-15',
  };
  // Weeks 48–53 pair with weeks 48–52 and 52: 60 of 200.
  expect(forecast(own, 'last_year_share').value).toEqual(near(66 / 0.3));
});

test('a named method that has nothing to go by gives nothing, not another number', () => {
  expect(forecast(total, 'last_year_share')).toMatchObject({ method: null, value: 'NO_HISTORY' });
});

test('at the end nothing is left to forecast', () => {
  const all = weekly([...EIGHT, 90, 95, 100, 105]);
  const closed = { ...all, rows: [...(all.rows ?? []), { date: day('2026-03-30'), value: 60 }] };
  expect(forecast({ ...closed, today: '2026-04-07' }, 'run_rate')).toMatchObject({
    value: near(1250),
    low: near(1250),
    high: near(1250),
    probability: 0,
  });
});

test('drift counts its steps from the first interval that has a value', () => {
  const late = { ...level, rows: rowsOn({ '2026-02-28': 66, '2026-03-31': 81, '2026-04-30': 90 }) };
  // From 66 to 90 in two steps.
  expect(forecast(late, 'drift').value).toEqual(near(90 + 12 * 6));
});
