import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { eventFactor, eventLabelsIn } from '../../../../src/core/evaluate/forecast/events.ts';
import type { WorkspaceEvent } from '../../../../src/core/model/workspace.ts';
import { day, kpi, measure, milestone, workspace } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, intervalOf, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const event = (changes: Partial<WorkspaceEvent> = {}): WorkspaceEvent => ({
  name: 'Road works',
  from: day('2026-03-02'),
  to: day('2026-03-08'),
  measureId: null,
  kpiId: null,
  channel: null,
  expectedEffect: -0.2,
  note: '',
  place: { tab: 'Events', cell: 'A2' },
  ...changes,
});
const week = { start: day('2026-03-02'), end: day('2026-03-08') };

test('an event takes its share of an interval, and of a part of it a part', () => {
  expect(eventFactor([event()], week)).toBeCloseTo(0.8, 9);
  expect(eventFactor([event({ from: day('2026-03-08') })], week)).toBeCloseTo(1 - 0.2 / 7, 9);
  expect(eventFactor([event({ to: day('2026-03-03') })], week)).toBeCloseTo(1 - 0.4 / 7, 9);
  expect(
    eventFactor([event({ from: day('2026-02-01'), to: day('2026-05-01') })], week),
  ).toBeCloseTo(0.8, 9);
  expect(eventFactor([event({ expectedEffect: 0.5 })], week)).toBeCloseTo(1.5, 9);
});

test('events multiply; one that is elsewhere, or has no number, changes nothing', () => {
  expect(eventFactor([event(), event({ expectedEffect: 0.25 })], week)).toBeCloseTo(1, 9);
  expect(eventFactor([event({ expectedEffect: null })], week)).toBe(1);
  expect(eventFactor([event({ from: day('2026-03-09'), to: day('2026-03-12') })], week)).toBe(1);
  expect(eventFactor([event({ from: day('2026-02-20'), to: day('2026-03-01') })], week)).toBe(1);
  expect(eventFactor([], week)).toBe(1);
});

test('an interval is marked with every event that touches it', () => {
  const events = [
    event({ name: 'Last day', from: day('2026-03-08'), to: day('2026-03-20') }),
    event({ name: 'First day', from: day('2026-02-20'), to: day('2026-03-02') }),
    event({ name: 'Day after', from: day('2026-03-09'), to: day('2026-03-20') }),
    event({ name: 'Eve', from: day('2026-02-20'), to: day('2026-03-01') }),
  ];
  expect(eventLabelsIn(events, week)).toEqual(['Last day', 'First day']);
});

/** 100 days to 100 on plan: 40 after 40 days, 1 a day ahead. */
const base: OneKpi = {
  rows: daily('2026-01-01', '2026-02-09', 1),
  kpi: { due: day('2026-04-10'), target: 100, forecastMethod: 'run_rate' },
  today: '2026-02-10',
};
const forecastWith = (events: WorkspaceEvent[], parts: OneKpi = base) =>
  evaluateOne({ ...parts, events }).kpi.forecast;

test('of a total each day in the window brings so much less', () => {
  expect(shown(forecastWith([event()]).value)).toEqual(near(100 - 7 * 0.2));
  expect(shown(forecastWith([event({ expectedEffect: 0.5 })]).value)).toEqual(near(103.5));
  expect(shown(forecastWith([]).value)).toEqual(near(100));
});

test('what is bent on the last day that counts is F, also where the plan jumps on a day that does not', () => {
  // From 20 on the 10th to 100 on Sunday the 18th, the only day without weight.
  const jump: OneKpi = {
    rows: daily('2026-01-01', '2026-01-12', 20),
    measure: { aggregation: 'last' },
    milestones: [milestone({ day: day('2026-01-10'), value: 20 })],
    calendars: [
      {
        name: 'Open',
        dates: [{ day: day('2026-01-18'), weight: 0, label: '' }],
        weekdays: [],
        months: [],
      },
    ],
    kpi: {
      due: day('2026-01-18'),
      lastTime: 0,
      target: 100,
      planShape: 'step',
      dayWeights: { kind: 'calendar', calendarName: 'Open' },
      forecastMethod: 'run_rate',
    },
    today: '2026-01-13',
  };
  expect(shown(forecastWith([], jump).value)).toEqual(near(100));
  const saturday = event({ from: day('2026-01-17'), to: day('2026-01-17'), expectedEffect: -0.3 });
  expect(shown(forecastWith([saturday], jump).value)).toEqual(near(70));
});

test('the band moves along with the forecast', () => {
  const edges = (events: WorkspaceEvent[]) => {
    const { low, high } = forecastWith(events);
    return [low, high].map((edge) => Number(shown(edge)));
  };
  const [low, high] = edges([]);
  // Of the 60 to come 53 are left.
  expect(edges([event({ expectedEffect: -1 })])).toEqual([
    near(40 + (low - 40) * (53 / 60)),
    near(40 + (high - 40) * (53 / 60)),
  ]);
});

/** 50 and 75 in turn, ten weeks of sixteen: 1000 by the end, and a band around it. */
const uneven: OneKpi = {
  rows: rowsOn(
    Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10),
        i % 2 === 0 ? 50 : 75,
      ]),
    ),
  ),
  measure: { cadence: 'week' },
  kpi: {
    start: day('2026-01-05'),
    due: day('2026-04-26'),
    target: 1000,
    forecastMethod: 'run_rate',
  },
  today: '2026-03-17',
};
const bandWith = (expectedEffect: number, from = '2026-03-16') => {
  const long = event({ from: day(from), to: day('2026-12-31'), expectedEffect });
  const { low, value, high } = forecastWith([long], uneven);
  return [low, value, high].map((one) => Number(shown(one)));
};

test('an event that halves what is to come halves its band', () => {
  const [low, value, high] = bandWith(0);
  expect(value).toEqual(near(1000));
  expect(value - low).toBeGreaterThan(50);
  expect(bandWith(-0.5)).toEqual([
    near((625 + low) / 2),
    near((625 + 1000) / 2),
    near((625 + high) / 2),
  ]);
  // In the last week only, the band loses no more than that week brought to it.
  const [lastLow, , lastHigh] = bandWith(-0.5, '2026-04-20');
  expect(lastHigh - lastLow).toBeLessThan(high - low);
  expect(lastHigh - lastLow).toBeGreaterThan(0.85 * (high - low));
});

test('when nothing more comes in, no band is left, and none below what is in', () => {
  expect(bandWith(-1)).toEqual([near(625), near(625), near(625)]);
  for (const from of ['2026-03-30', '2026-04-13']) {
    expect(bandWith(-1, from)[0]).toBeGreaterThanOrEqual(625);
  }
});

test('the band of a total that cannot be negative never goes below what is in', () => {
  // Days of 0 and 2, 10 in all.
  const rows = Array.from({ length: 10 }, (_, i) => ({
    date: day('2026-01-01') + i,
    value: i % 2 === 0 ? 0 : 2,
  }));
  const parts: OneKpi = {
    rows,
    kpi: { due: day('2026-01-20'), target: 20, forecastMethod: 'run_rate' },
    today: '2026-01-11',
  };
  const jam = event({ from: day('2026-01-11'), to: day('2026-01-20'), expectedEffect: -0.5 });
  const plain = forecastWith([], parts);
  expect(shown(plain.value)).toEqual(near(20));
  const { low, value } = forecastWith([jam], parts);
  expect(shown(value)).toEqual(near(15));
  expect(Number(shown(plain.low))).toBeLessThan(18);
  expect(Number(shown(low))).toBeGreaterThanOrEqual(10);
  expect(Number(shown(low))).toBeLessThan(Number(shown(plain.low)));
});

test('the timeline is bent from the window on', () => {
  const { kpi } = evaluateOne({ ...base, events: [event({ expectedEffect: -0.5 })] });
  expect(intervalOf(kpi, '2026-03-01').forecastToDate).toEqual(near(60));
  expect(intervalOf(kpi, '2026-03-02').forecastToDate).toEqual(near(60.5));
  expect(intervalOf(kpi, '2026-03-02').forecastLow).toBeLessThan(60.5);
  expect(intervalOf(kpi, '2026-04-10').forecastToDate).toEqual(near(96.5));
  expect(intervalOf(kpi, '2026-03-08').eventLabels).toEqual(['Road works']);
  expect(intervalOf(kpi, '2026-03-09').eventLabels).toEqual([]);
});

test('an event that is over, or has no number, bends nothing', () => {
  const past = event({ from: day('2026-01-05'), to: day('2026-02-09'), expectedEffect: -0.9 });
  expect(shown(forecastWith([past]).value)).toEqual(near(100));
  expect(shown(forecastWith([event({ expectedEffect: null })]).value)).toEqual(near(100));
});

test('an event concerns its own KPI, measure or channel, or everybody', () => {
  const value = (changes: Partial<WorkspaceEvent>) => shown(forecastWith([event(changes)]).value);
  expect(value({ kpiId: 'kpi' })).toEqual(near(98.6));
  expect(value({ kpiId: 'other' })).toEqual(near(100));
  expect(value({ measureId: 'revenue' })).toEqual(near(98.6));
  expect(value({ measureId: 'visits' })).toEqual(near(100));
  expect(value({ kpiId: 'other', measureId: 'revenue' })).toEqual(near(100));
  expect(value({ channel: 'Shop' })).toEqual(near(100));
  const shop: OneKpi = {
    ...base,
    rows: daily('2026-01-01', '2026-02-09', 1, { channel: 'Shop' }),
    kpi: { ...base.kpi, channel: 'Shop' },
  };
  expect(shown(forecastWith([event({ channel: 'Shop' })], shop).value)).toEqual(near(98.6));
  expect(shown(forecastWith([event({ channel: 'Web' })], shop).value)).toEqual(near(100));
  expect(shown(forecastWith([event()], shop).value)).toEqual(near(98.6));
});

describe('an event on a part of a KPI', () => {
  const split: OneKpi = {
    ...base,
    rows: [
      ...daily('2026-01-01', '2026-02-09', 0.75, { channel: 'Mail' }),
      ...daily('2026-01-01', '2026-02-09', 0.25, { channel: 'Shop' }),
    ],
  };

  test('bends the whole by the part that its channel plays, and marks its timeline', () => {
    const { kpi } = evaluateOne({ ...split, events: [event({ channel: 'Mail' })] });
    expect(shown(kpi.forecast.value)).toEqual(near(100 - 7 * 0.2 * 0.75));
    expect(intervalOf(kpi, '2026-03-02').eventLabels).toEqual(['Road works']);
  });

  test('leaves a KPI on another channel, and one without that channel, as it is', () => {
    const shop = { ...split, kpi: { ...split.kpi, channel: 'Shop' } };
    expect(shown(forecastWith([event({ channel: 'Mail' })], shop).value)).toEqual(near(25));
    expect(
      intervalOf(evaluateOne({ ...base, events: [event({ channel: 'Mail' })] }).kpi, '2026-03-02')
        .eventLabels,
    ).toEqual([]);
  });

  /** Sales = visits × basket, or a rate of visits; by week, so that a window is one interval. */
  const ofOperands = (operator: '*' | '/', events: WorkspaceEvent[]) => {
    const weekly = { cadence: 'week', missing: 'missing' } as const;
    const ref = (measureId: string) => ({ kind: 'measure', measureId }) as const;
    const formula = {
      kind: 'binary',
      operator,
      left: ref('visits'),
      right: ref('basket'),
    } as const;
    const dates = ['2026-01-11', '2026-01-18', '2026-01-25', '2026-02-01', '2026-02-08'];
    const evaluation = evaluateWorkspace(
      workspace({
        events,
        measures: [
          measure({ id: 'sales', aggregation: null, formula, ...weekly }),
          measure({ id: 'visits', aggregation: 'mean', ...weekly }),
          measure({ id: 'basket', aggregation: 'mean', ...weekly }),
        ],
        kpis: [
          kpi({
            measureId: 'sales',
            kind: 'keep_at_least',
            type: 'at_least',
            target: 5,
            start: day('2026-01-05'),
            due: day('2026-03-08'),
          }),
        ],
        rows: dates.flatMap((date) => [
          { date: day(date), measure: 'visits', value: 40 },
          { date: day(date), measure: 'basket', value: 4 },
        ]),
      }),
      day('2026-02-09'),
    );
    return evaluation.kpis[0];
  };

  test('on a factor bends the product as much, and on a divisor the other way', () => {
    const fewer = event({ measureId: 'visits', expectedEffect: -0.25 });
    const pricier = event({ measureId: 'basket', expectedEffect: 0.25 });
    const share = (operator: '*' | '/', own: WorkspaceEvent) =>
      (shown(ofOperands(operator, [own]).forecast.value) as number) /
      (shown(ofOperands(operator, []).forecast.value) as number);
    expect(share('*', fewer)).toBeCloseTo(0.75, 9);
    expect(share('*', pricier)).toBeCloseTo(1.25, 9);
    expect(share('/', fewer)).toBeCloseTo(0.75, 9);
    expect(share('/', pricier)).toBeCloseTo(0.8, 9);
    expect(intervalOf(ofOperands('*', [fewer]), '2026 W10').eventLabels).toEqual(['Road works']);
  });
});

test('a forecast names the events that bend it, and no other', () => {
  const jam = event({ name: 'Jam' });
  const past = event({ name: 'Past', from: day('2026-01-05'), to: day('2026-01-09') });
  const plain = event({ name: 'Plain', expectedEffect: null });
  expect(forecastWith([past, jam, plain]).bentBy).toEqual(['Jam']);
  expect(forecastWith([]).bentBy).toEqual([]);
  const level = {
    ...base,
    rows: daily('2026-01-01', '2026-02-09', 40),
    measure: { aggregation: 'last' },
    kpi: { ...base.kpi, lastTime: 20 },
  } as const;
  // Over by the due date, it leaves F of a level as it was.
  expect(forecastWith([jam], level).bentBy).toEqual([]);
  const last = event({ name: 'Last', from: day('2026-04-10'), to: day('2026-04-10') });
  expect(forecastWith([last], level).bentBy).toEqual(['Last']);
});

test('a level is bent in the window only: what is over by the due date leaves F as it was', () => {
  const level: OneKpi = {
    rows: rowsOn({ '2026-01-31': 60, '2026-02-28': 70, '2026-03-31': 80 }),
    measure: { aggregation: 'last', cadence: 'month' },
    kpi: { due: day('2026-06-30'), lastTime: 50, target: 120, forecastMethod: 'level' },
    today: '2026-04-02',
  };
  const during = (from: string, to: string) =>
    evaluateOne({
      ...level,
      events: [event({ from: day(from), to: day(to), expectedEffect: -0.5 })],
    }).kpi;
  const may = during('2026-05-01', '2026-05-31');
  expect(intervalOf(may, '2026-04').forecastToDate).toBe(80);
  expect(intervalOf(may, '2026-05').forecastToDate).toBe(40);
  expect(shown(may.forecast.value)).toBe(80);
  expect(shown(during('2026-06-16', '2026-08-31').forecast.value)).toBe(60);
});

test('an interval without weight is no step of the forecast', () => {
  const calendars = [
    {
      name: 'Not in week',
      dates: [],
      weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
      months: [],
    },
  ];
  const working: OneKpi = {
    ...base,
    calendars,
    kpi: { ...base.kpi, dayWeights: { kind: 'calendar', calendarName: 'Not in week' } },
  };
  const plain = Number(shown(forecastWith([], working).value));
  // 28 of 72 working days are over; the window of Saturday 7 and Sunday 8 March brings nothing.
  const weekend = event({ from: day('2026-03-07'), to: day('2026-03-08'), expectedEffect: -1 });
  expect(shown(forecastWith([weekend], working).value)).toEqual(near(plain));
});

test('without a forecast there is nothing to bend', () => {
  const early = { ...base, rows: daily('2026-01-01', '2026-01-05', 1), today: '2026-01-06' };
  expect(shown(forecastWith([event()], early).value)).toBe('TOO_EARLY');
  const over = { ...base, rows: daily('2026-01-01', '2026-04-10', 0.5), today: '2026-04-11' };
  expect(shown(forecastWith([event()], over).value)).toEqual(near(50));
});

test('a last interval alone is bent as well', () => {
  const last: OneKpi = {
    rows: rowsOn({ '2026-01-31': 300, '2026-02-28': 300 }),
    measure: { cadence: 'month' },
    kpi: { target: 1000, forecastMethod: 'drift' },
    today: '2026-03-03',
  };
  const march = event({ from: day('2026-03-01'), to: day('2026-03-31'), expectedEffect: -0.5 });
  // 300 more than the 300 of January in one step; half of it is left.
  expect(shown(forecastWith([march], last).value)).toEqual(near(750));
});
