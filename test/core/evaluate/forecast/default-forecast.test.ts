import type { Kpi } from '../../../../src/core/model/kpi.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { evaluateOne, intervalOf, near, type OneKpi, shown } from '../one-kpi.ts';

/** The last days of months from January 2022 on. */
const monthEnd = (i: number) =>
  day(`${2022 + Math.floor((i + 1) / 12)}-${String(((i + 1) % 12) + 1).padStart(2, '0')}-01`) - 1;
const SEASON = [20, 30, 50, 80, 120, 150, 160, 150, 110, 70, 40, 20];
/** Four years and four months, each year a tenth more, judged at 30 April 2026. */
const restless = (i: number) => 1 + (((i * 37) % 17) - 8) / 30;
const values = Array.from(
  { length: 52 },
  (_, i) => SEASON[i % 12] * 1.1 ** Math.floor(i / 12) * restless(i),
);
const seasonal: OneKpi = {
  rows: values.map((value, i) => ({ date: monthEnd(i), value })),
  measure: { cadence: 'month' },
  kpi: { due: day('2026-12-31'), target: 1500, reached: 'hold' },
  today: '2026-05-04',
};
const forecast = (parts: OneKpi) => evaluateOne(parts).kpi.forecast;

test('a strong season foresees itself, and is chosen over the speed so far', () => {
  const found = forecast(seasonal);
  expect(found.method).toBe('trend_season');
  // 1000 a year, 1.4641 times as much: 1464 by the end; the speed so far would say 802.
  expect(found.value.value).toBeGreaterThan(1340);
  expect(found.value.value).toBeLessThan(1600);
  const { value, low, high } = found;
  expect(Number(low.value)).toBeLessThan(Number(value.value));
  expect(Number(high.value)).toBeGreaterThan(Number(value.value));
});

test('a named method is not replaced', () => {
  const kpi = { ...seasonal.kpi, forecastMethod: 'run_rate' as const };
  expect(forecast({ ...seasonal, kpi }).method).toBe('run_rate');
});

test('a plan that has a shape of its own says more than the past', () => {
  const milestones = [milestone({ day: day('2026-08-31'), value: 900 })];
  expect(forecast({ ...seasonal, milestones }).method).toBe('run_rate');
  const named = [milestone({ day: day('2026-08-31'), value: null })];
  expect(forecast({ ...seasonal, milestones: named }).method).toBe('trend_season');
  const lastYear = { ...seasonal.kpi, dayWeights: { kind: 'last_year' } as const };
  expect(forecast({ ...seasonal, kpi: lastYear }).method).toBe('run_rate');
  const step = { ...seasonal.kpi, planShape: 'step' as const };
  expect(forecast({ ...seasonal, kpi: step }).method).not.toBe('trend_season');
});

test('one whole last year gives its share; less, or a gap in this year, the speed so far', () => {
  const rows = seasonal.rows ?? [];
  const newest = (count: number) => forecast({ ...seasonal, rows: rows.slice(52 - count) }).method;
  expect([15, 16, 23, 24, 30].map(newest)).toEqual([
    'run_rate',
    'last_year_share',
    'last_year_share',
    'trend_season',
    'trend_season',
  ]);
  const gap = rows.filter((_, i) => i !== 52 - 2);
  expect(forecast({ ...seasonal, rows: gap }).method).toBe('run_rate');
});

test('quarters with a season need two years of them, and years without one four', () => {
  const quarters = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => {
      const quarter = 4 * 2026 + 1 - i;
      const date = day(`${Math.floor(quarter / 4)}-${['02', '05', '08', '11'][quarter % 4]}-15`);
      return { date, value: [30, 50, 90, 200][quarter % 4] + ((i * 5) % 7) };
    });
    const kpi = { start: day('2026-01-01'), due: day('2026-12-31'), target: 500 };
    const measure = { cadence: 'quarter', missing: 'missing' } as const;
    return forecast({ rows: rows.reverse(), kpi, measure, today: '2026-07-10' }).method;
  };
  expect([5, 6, 8].map(quarters)).toEqual(['run_rate', 'last_year_share', 'trend_season']);
  const years = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => ({
      date: day(`${2025 - i}-06-30`),
      value: 1000 * 0.9 ** i + (i % 2),
    }));
    const kpi = { start: day('2023-01-01'), due: day('2031-12-31'), target: 20_000 };
    const measure = { cadence: 'year', missing: 'missing' } as const;
    return forecast({ rows: rows.reverse(), kpi, measure, today: '2026-01-15' }).method;
  };
  expect([3, 4].map(years)).toEqual(['run_rate', 'trend_season']);
});

test('its own past contradicts it: a season that stopped leaves the speed so far', () => {
  // Two years of a strong season, then three years of nearly the same every month.
  const stopped = Array.from({ length: 52 }, (_, i) =>
    i < 16 ? SEASON[i % 12] * (i % 2 === 0 ? 6 : 0.2) : 80 * (1 + (i % 3) / 500),
  );
  const rows = stopped.map((value, i) => ({ date: monthEnd(i), value }));
  const found = forecast({ ...seasonal, rows });
  expect(found.value.value).toBeGreaterThan(900);
  expect(found.value.value).toBeLessThan(1020);
});

/** A shop that sells by the day: busy at the end of the week, three times as busy in December. */
const shopDay = (date: number) => {
  const weekday = [50, 60, 70, 80, 120, 160, 40][date % 7];
  const fromChristmas = ((date - day('2023-12-22') + 3650) % 365.25) / 365.25;
  return weekday * (1 + 2 * Math.exp(-80 * Math.min(fromChristmas, 1 - fromChristmas) ** 2));
};
const shop = (from: string, to: string, due: string): OneKpi => ({
  rows: Array.from({ length: day(to) - day(from) + 1 }, (_, i) => ({
    date: day(from) + i,
    value: shopDay(day(from) + i),
  })),
  kpi: { start: day('2026-01-01'), due: day(due), target: 30000, reached: 'hold' },
  today: to,
});
const yearOf2026 = Array.from({ length: 365 }, (_, i) => shopDay(day('2026-01-01') + i)).reduce(
  (sum, value) => sum + value,
  0,
);

test('days with two years behind them know the time of the year', () => {
  const found = forecast(shop('2023-02-01', '2026-09-30', '2026-12-31'));
  expect(found.method).toBe('trend_season');
  expect(Math.abs(Number(found.value.value) / yearOf2026 - 1)).toBeLessThan(0.04);
  expect(Number(found.low.value)).toBeLessThan(yearOf2026);
  expect(Number(found.high.value)).toBeGreaterThan(yearOf2026);
});

test('days with less than two years behind them know of the rest of the year what last year says', () => {
  expect(forecast(shop('2025-06-01', '2026-08-31', '2026-12-31')).method).toBe('run_rate');
  expect(forecast(shop('2024-12-01', '2026-08-31', '2026-12-31')).method).toBe('last_year_share');
});

test('a week of working days has five', () => {
  const pattern = [10, 90, 40, 20, 70];
  const isWorkday = (date: number) => new Date(date * 86_400_000).getUTCDay() % 6 !== 0;
  const rows = Array.from({ length: 60 }, (_, i) => day('2026-02-13') - 59 + i)
    .filter(isWorkday)
    .map((date) => ({ date, value: pattern[new Date(date * 86_400_000).getUTCDay() - 1] }));
  const calendars = [
    {
      name: 'Not at weekends',
      dates: [],
      weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
      months: [],
    },
  ];
  const found = evaluateOne({
    rows,
    calendars,
    kpi: {
      start: day('2026-02-02'),
      due: day('2026-02-18'),
      target: 700,
      reached: 'hold',
      forecastMethod: 'trend_season',
      dayWeights: { kind: 'calendar', calendarName: 'Not at weekends' },
    },
    today: '2026-02-14',
  }).kpi;
  // Monday 10, Tuesday 90, Wednesday 40 after two weeks of 230.
  expect(Math.abs(Number(shown(found.forecast.value)) - 600)).toBeLessThan(15);
  expect(Math.abs(Number(intervalOf(found, '2026-02-16').forecastToDate) - 470)).toBeLessThan(10);
});

test('what hardly ever happens has no trend and no season', () => {
  const rare = {
    rows: Array.from({ length: 120 }, (_, i) => ({
      date: day('2024-01-01') + 7 * i,
      value: i % 5 === 0 ? 70 : 0,
    })),
    measure: { cadence: 'week', missing: 'missing' },
    kpi: { start: day('2026-01-05'), due: day('2026-12-27'), target: 5000 },
    today: '2026-04-21',
  } as const;
  expect(forecast(rare).method).not.toBe('trend_season');
});

test('thresholds stay at their level, whatever their season', () => {
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 40 } as const;
  const measure = { cadence: 'month', aggregation: 'mean', missing: 'missing' } as const;
  const kpi = { ...keep, due: day('2026-12-31') };
  expect(forecast({ ...seasonal, measure, kpi }).method).toBe('level');
});

test('named, it needs three values; below that the default counts', () => {
  const kpi = { ...seasonal.kpi, forecastMethod: 'trend_season' as const };
  const even = (count: number) =>
    forecast({
      ...seasonal,
      kpi,
      rows: Array.from({ length: count }, (_, i) => ({
        date: monthEnd(52 - count + i),
        value: 30,
      })),
    });
  expect(even(4).method).toBe('trend_season');
  // 120 in four months and eight more of 30.
  expect(shown(even(4).value)).toEqual(near(360));
  expect(shown(even(4).high)).toBe('NO_BAND');
});

test('of a total the steps add up, of a level each is where it stands', () => {
  const flat = (aggregation: 'sum' | 'last') =>
    evaluateOne({
      ...seasonal,
      rows: Array.from({ length: 6 }, (_, i) => ({ date: monthEnd(46 + i), value: 30 })),
      measure: { cadence: 'month', aggregation },
      kpi: { ...seasonal.kpi, lastTime: 10, target: 900, forecastMethod: 'trend_season' },
    }).kpi;
  const months = ['2026-04', '2026-05', '2026-08', '2026-12'];
  const of = (kpi: ReturnType<typeof flat>) =>
    months.map((label) => intervalOf(kpi, label).forecastToDate);
  expect(of(flat('sum'))).toEqual([120, 150, 240, 360].map((value) => near(value)));
  expect(of(flat('last'))).toEqual([30, 30, 30, 30]);
  expect(intervalOf(flat('last'), '2026-08').forecastLow).toBeNull();
});

test('the speed of a level is its mean change, of a total its mean', () => {
  // A level that climbs 7 a month: the trend is no better than the speed so far.
  const rows = values.map((_, i) => ({ date: monthEnd(i), value: 100 + 7 * i }));
  const level = { cadence: 'month', aggregation: 'last' } as const;
  const kpi = { due: day('2026-12-31'), lastTime: 430, target: 520 };
  expect(forecast({ ...seasonal, rows, measure: level, kpi }).method).toBe('run_rate');
});

test('at the end it is what it is', () => {
  const rows = values.slice(0, 52).map((value, i) => ({ date: monthEnd(i), value }));
  const kpi = { ...seasonal.kpi, due: day('2026-04-30'), forecastMethod: 'trend_season' as const };
  const found = evaluateOne({ ...seasonal, rows, kpi }).kpi;
  expect(found.forecast.method).toBe('trend_season');
  expect(shown(found.forecast.value)).toBe(shown(found.actual));
  expect(shown(found.forecast.low)).toBe(shown(found.actual));
});

describe('the colour looks ahead where the method was chosen', () => {
  const rows = [...(seasonal.rows ?? [])];
  // April 2026: four months of twelve, with the summer still to come.
  const at = (target: number, kpi: Partial<Kpi> = {}) =>
    evaluateOne({ ...seasonal, rows, kpi: { ...seasonal.kpi, target, ...kpi } }).kpi;

  test('behind a straight plan before the season comes: one better, and both are told', () => {
    const { status, statusByPlan, reason, forecast: found } = at(1000);
    expect(Number(found.probability.value)).toBeGreaterThan(0.9);
    expect([statusByPlan, status, reason]).toEqual(['off_course', 'at_risk', 'OUTLOOK']);
  });

  test('not by a method that a person named, and not with doubt left', () => {
    const named = at(1000, { forecastMethod: 'trend_season' });
    expect([named.statusByPlan, named.status, named.reason]).toEqual([
      'off_course',
      'off_course',
      null,
    ]);
    const open = at(1480);
    expect(open.status).toBe(open.statusByPlan);
  });
});
