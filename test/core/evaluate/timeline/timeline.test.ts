import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { EMPTY_RECORD } from '../../../../src/core/model/record.ts';
import { intervalsOf } from '../../../support/timeline-rows.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, intervalOf, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

/** A total by the month: 900 in 90 days, January and February in, March running. */
const total: OneKpi = {
  rows: rowsOn({ '2026-01-31': 300, '2026-02-28': 250, '2026-03-09': 40 }),
  measure: { cadence: 'month' },
  kpi: { target: 900, reached: 'hold' },
  today: '2026-03-10',
};
const labels = (parts: OneKpi) => evaluateOne(parts).kpi.timeline.label;

test('every interval of the period has a place, also those to come', () => {
  expect(labels(total)).toEqual(['2026-01', '2026-02', '2026-03']);
  const { kpi } = evaluateOne(total);
  const flags = intervalsOf(kpi.timeline).map(({ isComplete, isPartial, isFuture }) => [
    isComplete,
    isPartial,
    isFuture,
  ]);
  expect(flags).toEqual([
    [true, false, false],
    [true, false, false],
    [false, true, false],
  ]);
  const early = evaluateOne({ ...total, today: '2026-02-28' }).kpi;
  expect(early.timeline.isFuture).toEqual([false, false, true]);
  expect(early.timeline.isPartial).toEqual([false, true, false]);
});

test('an interval that is cut by the start or the due date is partial', () => {
  const cut = { ...total, kpi: { ...total.kpi, start: day('2026-01-02'), due: day('2026-03-30') } };
  const { kpi } = evaluateOne({ ...cut, today: '2026-04-20' });
  expect(kpi.timeline.isPartial).toEqual([true, false, true]);
  expect(intervalsOf(kpi.timeline).map(({ start, end }) => [isoDate(start), isoDate(end)])).toEqual(
    [
      ['2026-01-02', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-30'],
    ],
  );
});

test('a total has its value of the interval and to date, against plan and plan to date', () => {
  const { kpi } = evaluateOne(total);
  const february = intervalOf(kpi, '2026-02');
  expect({
    actual: february.actual,
    toDate: february.actualToDate,
    plan: february.plan,
    planToDate: february.planToDate,
    target: february.target,
    previous: february.previous,
    pace: february.paceIndex,
    status: february.status,
    parts: february.parts,
  }).toEqual({
    actual: 250,
    toDate: 550,
    plan: near(280),
    planToDate: near(590),
    target: 900,
    previous: 300,
    pace: near(550 / 590),
    status: 'at_risk',
    parts: null,
  });
  const march = intervalOf(kpi, '2026-03');
  expect([march.actual, march.actualToDate, march.status]).toEqual([40, null, null]);
  expect(march.paceIndex).toBe(null);
  expect(intervalOf(kpi, '2026-01').previous).toBe(null);
});

test('a running interval counts up to today', () => {
  const rows = [...(total.rows ?? []), ...rowsOn({ '2026-03-11': 77 })];
  expect(intervalOf(evaluateOne({ ...total, rows }).kpi, '2026-03').actual).toBe(40);
});

test('a closed interval without a value has none', () => {
  const rows = rowsOn({ '2026-01-31': 300, '2026-03-31': 100 });
  const { kpi } = evaluateOne({ ...total, rows, today: '2026-04-02' });
  const february = intervalOf(kpi, '2026-02');
  expect(february.actual).toBe(null);
  expect(february.actualToDate).toBe(300);
  expect(february).toMatchObject({ isComplete: false, status: null });
  expect(february.paceIndex).toBe(null);
});

test('a level has where it stands, and its plan is where it should', () => {
  const level: OneKpi = {
    ...total,
    measure: { cadence: 'month', aggregation: 'last' },
    kpi: { lastTime: 90, target: 0 },
    rows: rowsOn({ '2026-01-31': 60, '2026-02-28': 40 }),
  };
  const february = intervalOf(evaluateOne(level).kpi, '2026-02');
  expect([february.actual, february.actualToDate, february.plan, february.planToDate]).toEqual([
    40,
    40,
    near(31),
    near(31),
  ]);
});

test('a mean has its value to date over all, and its parts', () => {
  const rows = rowsOn({ '2026-01-10': 2, '2026-01-31': 4, '2026-02-28': 9 });
  const { kpi } = evaluateOne({
    rows,
    measure: { cadence: 'month', aggregation: 'mean', missing: 'missing' },
    kpi: { kind: 'keep_at_least', type: 'at_least', target: 4 },
    today: '2026-03-05',
  });
  const february = intervalOf(kpi, '2026-02');
  expect(february.actual).toBe(9);
  expect(february.actualToDate).toBe(5);
  expect(february.parts).toEqual({ numerator: 9, denominator: 1 });
  expect([february.plan, february.planToDate]).toEqual([4, 4]);
});

test('a range shows its edges, others none', () => {
  const range = { kind: 'keep_between', type: 'range', target: null, low: 30, high: 50 } as const;
  const level = { cadence: 'month', aggregation: 'last' } as const;
  const at = (kpi: OneKpi['kpi']) => {
    const own = intervalOf(evaluateOne({ ...total, measure: level, kpi }).kpi, '2026-01');
    return [own.rangeLow, own.rangeHigh, own.plan, own.target];
  };
  expect(at(range)).toEqual([30, 50, null, null]);
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 7, low: 1, high: 2 } as const;
  expect(at(keep)).toEqual([null, null, 7, 7]);
});

test('last year pairs interval with interval, to date from the first on', () => {
  const rows = [...rowsOn({ '2025-01-31': 70, '2025-02-28': 0 }), ...(total.rows ?? [])];
  const { kpi } = evaluateOne({ ...total, rows });
  const of = (label: string) => {
    const own = intervalOf(kpi, label);
    return [own.lastYear, own.lastYearToDate];
  };
  expect(of('2026-01')).toEqual([70, 70]);
  expect(of('2026-02')).toEqual([0, 70]);
  expect(of('2026-03')).toEqual([null, null]);
});

test('before the first row there was no last year, even where missing means zero', () => {
  const rows = [...daily('2025-01-20', '2025-02-10', 3), ...daily('2026-01-01', '2026-02-09', 4)];
  const { kpi } = evaluateOne({ rows, today: '2026-02-10' });
  const of = (label: string) => {
    const own = intervalOf(kpi, label);
    return [own.lastYear, own.lastYearToDate];
  };
  expect(of('2026-01-19')).toEqual([null, null]);
  expect(of('2026-01-20')).toEqual([3, 3]);
  expect(of('2026-01-22')).toEqual([3, 9]);
});

test('a level compares with the level of last year', () => {
  const rows = rowsOn({ '2025-01-31': 70, '2025-02-28': 80, '2026-01-31': 90, '2026-02-28': 95 });
  const level = { cadence: 'month', aggregation: 'last' } as const;
  const { kpi } = evaluateOne({
    ...total,
    rows,
    measure: level,
    kpi: { lastTime: 60, target: 99 },
  });
  expect(intervalOf(kpi, '2026-02').lastYearToDate).toBe(80);
});

test('forecast and actual meet at the judged day, and go on from there', () => {
  const { kpi } = evaluateOne(total);
  const of = (label: string) => {
    const own = intervalOf(kpi, label);
    return [own.forecastToDate, own.forecastLow, own.forecastHigh];
  };
  expect(of('2026-01')).toEqual([null, null, null]);
  expect(of('2026-02')).toEqual([550, 550, 550]);
  expect(of('2026-03')).toEqual([near(900 * (550 / 590)), null, null]);
  expect(intervalOf(kpi, '2026-03').probabilityToDate).toBe(null);
});

test('the way to the forecast follows the plan, and its chance is that of the plan to date', () => {
  // Eight of 13 weeks at 100 a week, 1300 to reach.
  const weeks = Array.from({ length: 8 }, (_, i) => day('2026-01-05') + 7 * i);
  const { kpi } = evaluateOne({
    rows: weeks.map((date, i) => ({ date, value: 100 + (i % 2 === 0 ? 5 : -5) })),
    measure: { cadence: 'week' },
    kpi: { start: day('2026-01-05'), due: day('2026-04-05'), target: 1300, reached: 'hold' },
    today: '2026-03-03',
  });
  const ninth = intervalsOf(kpi.timeline)[8];
  expect(ninth.forecastToDate).toEqual(near(900));
  expect(ninth.probabilityToDate).toEqual(near(0.5));
  const { forecastToDate, forecastHigh, forecastLow } = kpi.timeline;
  expect(forecastToDate[12]).toEqual(near(1300));
  const widths = forecastHigh.map((high, i) => Number(high) - Number(forecastLow[i]));
  for (let i = 8; i < 13; i++) expect(widths[i]).toBeGreaterThan(widths[i - 1]);
  expect(forecastHigh[12]).toEqual(near(Number(shown(kpi.forecast.high))));
});

test('milestones and their last value stand in their interval', () => {
  const milestones = [
    milestone({ stop: 'First', day: day('2026-02-01'), value: 300 }),
    milestone({ stop: 'Open', day: day('2026-02-14'), value: null }),
    milestone({ stop: 'Second', day: day('2026-02-28'), value: 600 }),
  ];
  const { kpi } = evaluateOne({ ...total, milestones });
  const of = (label: string) => {
    const own = intervalOf(kpi, label);
    return [own.milestoneLabels, own.milestoneValue];
  };
  expect(of('2026-01')).toEqual([[], null]);
  expect(of('2026-02')).toEqual([['First', 'Open', 'Second'], 600]);
  const open = evaluateOne({ ...total, milestones: [milestones[1]] }).kpi;
  expect(intervalOf(open, '2026-02').milestoneLabels).toEqual(['Open']);
  expect(intervalOf(open, '2026-02').milestoneValue).toBe(null);
});

test('what was stored when an interval closed is shown where it differs from what is known now', () => {
  const stored = (label: string, value: number, kpiId = 'kpi') => {
    const intervals = [{ kpiId, start: day(label), value }];
    const { kpi } = evaluateOne({ ...total, record: { ...EMPTY_RECORD, intervals } });
    return [kpi.isRestated, kpi.timeline.restatedFrom];
  };
  expect(stored('2026-01-01', 280)).toEqual([true, [280, null, null]]);
  expect(stored('2026-02-01', 0)).toEqual([true, [null, 0, null]]);
  expect(stored('2026-01-01', 300)).toEqual([false, [null, null, null]]);
  expect(stored('2026-01-01', 280, 'other')).toEqual([false, [null, null, null]]);
});

test('an irregular measure shows its values, and the rest of its period by month', () => {
  const rows = rowsOn({ '2026-01-12': 5, '2026-01-20': 7 });
  const { kpi } = evaluateOne({
    rows,
    measure: { aggregation: 'last', cadence: 'irregular' },
    kpi: { lastTime: 0, target: 40 },
    today: '2026-01-25',
  });
  expect(
    intervalsOf(kpi.timeline).map(({ start, end, label }) => [isoDate(start), isoDate(end), label]),
  ).toEqual([
    ['2026-01-01', '2026-01-12', '2026-01-12'],
    ['2026-01-13', '2026-01-20', '2026-01-20'],
    ['2026-01-21', '2026-01-31', '2026-01-31'],
    ['2026-02-01', '2026-02-28', '2026-02-28'],
    ['2026-03-01', '2026-03-31', '2026-03-31'],
  ]);
  expect(kpi.timeline.lastYear).toEqual(Array(5).fill(null));
  expect(kpi.timeline.isComplete).toEqual([true, true, false, false, false]);
  const none = evaluateOne({
    measure: { aggregation: 'last', cadence: 'irregular' },
    kpi: { lastTime: 0, target: 40 },
  }).kpi;
  expect(none.timeline.start.map(isoDate)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
});

test('a paused KPI has numbers but no colours', () => {
  const { kpi } = evaluateOne({ ...total, kpi: { ...total.kpi, state: 'paused' } });
  expect(kpi.timeline.status).toEqual([null, null, null]);
  expect(intervalOf(kpi, '2026-01').actual).toBe(300);
});

test('without a plan the way to the forecast goes by the days', () => {
  const { kpi } = evaluateOne({
    rows: rowsOn({ '2026-01-31': 10, '2026-02-28': 12, '2026-03-31': 16 }),
    measure: { cadence: 'month', aggregation: 'last' },
    kpi: {
      kind: 'keep_at_least',
      type: 'at_least',
      target: 9,
      due: day('2026-06-30'),
      forecastMethod: 'drift',
    },
    today: '2026-04-02',
  });
  // 3 a month: 25 at the end; April is 30 of the 91 days left.
  expect(shown(kpi.forecast.value)).toEqual(near(25));
  expect(intervalOf(kpi, '2026-04').forecastToDate).toEqual(near(16 + (9 * 30) / 91));
  expect(intervalOf(kpi, '2026-06').forecastToDate).toEqual(near(25));
});

test('an interval that starts today is running, the one that starts tomorrow is to come', () => {
  const { kpi } = evaluateOne({ ...total, today: '2026-02-01' });
  expect(intervalsOf(kpi.timeline).map(({ isFuture, isPartial }) => [isFuture, isPartial])).toEqual(
    [
      [false, false],
      [false, true],
      [true, false],
    ],
  );
});

test('on a line last year to date is that of the interval, of what is kept over all so far', () => {
  const rows = rowsOn({ '2025-01-31': 4, '2025-02-28': 8, '2026-01-31': 5, '2026-02-28': 9 });
  const measure = { cadence: 'month', aggregation: 'mean', missing: 'missing' } as const;
  const toDate = (kpi: OneKpi['kpi']) =>
    intervalOf(evaluateOne({ ...total, rows, measure, kpi }).kpi, '2026-02').lastYearToDate;
  expect(toDate({ lastTime: 3, target: 20 })).toBe(8);
  expect(toDate({ kind: 'keep_at_least', type: 'at_least', target: 4 })).toBe(6);
});

test('a way that has no start yet has no plan; a threshold is planned before its first value', () => {
  const plans = (kpi: OneKpi['kpi']) =>
    intervalsOf(
      evaluateOne({
        rows: [],
        measure: { aggregation: 'last', cadence: 'month' },
        kpi: { target: 80, ...kpi },
      }).kpi.timeline,
    ).map(({ plan, planToDate, target }) => [plan, planToDate, target]);
  expect(plans({})[0]).toEqual([null, null, 80]);
  expect(plans({ lastTime: 50 })[2]).toEqual([80, 80, 80]);
  expect(plans({ kind: 'keep_at_least', type: 'at_least' })[0]).toEqual([80, 80, 80]);
});

describe('labels of the calendar that weighs the days of a KPI', () => {
  const labelled = {
    calendars: [
      {
        name: 'Shop',
        dates: [{ day: day('2026-02-14'), weight: 2, label: 'Valentine' }],
        months: [
          { month: 2, weight: 1, label: 'Carnival' },
          { month: 3, weight: 1 },
        ],
        weekdays: [{ weekday: 7, weight: 0.5, label: 'Quiet Sunday' }],
      },
    ],
  };
  const dayWeights = { kind: 'calendar', calendarName: 'Shop' } as const;
  const labelsAt = (cadence: 'day' | 'month', at: readonly string[], kpi = {}) => {
    const own = { ...total, ...labelled, measure: { cadence }, kpi: { ...total.kpi, ...kpi } };
    const evaluated = evaluateOne(own).kpi;
    return at.map((label) => intervalOf(evaluated, label).eventLabels);
  };

  test('stand at the months and days that they name; that of a weekday at days alone', () => {
    expect(labelsAt('month', ['2026-01', '2026-02', '2026-03'], { dayWeights })).toEqual([
      [],
      ['Valentine', 'Carnival'],
      [],
    ]);
    const days = ['2026-01-31', '2026-02-14', '2026-02-15', '2026-03-01'];
    expect(labelsAt('day', days, { dayWeights })).toEqual([
      [],
      ['Valentine', 'Carnival'],
      ['Carnival', 'Quiet Sunday'],
      ['Quiet Sunday'],
    ]);
  });

  test('stand nowhere in a KPI that another calendar, or none, weighs', () => {
    expect(labelsAt('month', ['2026-02'])).toEqual([[]]);
  });
});
