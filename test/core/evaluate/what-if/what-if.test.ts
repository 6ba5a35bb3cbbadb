import fc from 'fast-check';
import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { readWhatIf } from '../../../../src/core/intake/what-if/read-what-if.ts';
import type { Evaluation, KpiEvaluation } from '../../../../src/core/model/evaluation.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import type { Kpi } from '../../../../src/core/model/kpi.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import type { Workspace } from '../../../../src/core/model/workspace.ts';
import {
  day,
  goal,
  kpi,
  measure,
  type Row,
  workspace,
} from '../../../support/workspace-builder.ts';
import { daily, near, rowsOn, shown } from '../one-kpi.ts';

const TODAY = '2026-02-10';

interface Book extends Partial<Omit<Workspace, 'measurements'>> {
  rows: readonly Row[];
}

const evaluated = (book: Book, text: string, today = TODAY) => {
  const made = workspace(book);
  const { changes, refused } = readWhatIf(text, made);
  expect(refused).toEqual([]);
  return evaluateWorkspace(made, day(today), undefined, undefined, changes);
};

/** 100 days to 100 on plan: 40 after 40 days, 1 a day ahead. */
const HUNDRED: Partial<Kpi> = { due: day('2026-04-10'), target: 100, forecastMethod: 'run_rate' };
const oneBook = (
  rows: readonly Row[],
  own: Partial<Kpi> = {},
  ofMeasure: Partial<Measure> = {},
) => ({
  rows,
  kpis: [kpi({ ...HUNDRED, ...own })],
  measures: [measure(ofMeasure)],
});
const TOTAL = oneBook(daily('2026-01-01', '2026-02-09', 1));
const forecastOf = (book: Book, text: string) =>
  shown(evaluated(book, text).kpis[0].forecast.value);

describe('of a total', () => {
  it('a share changes what each day to come brings, and nothing that is in', () => {
    expect(forecastOf(TOTAL, 'revenue=+10%')).toEqual(near(106));
    expect(forecastOf(TOTAL, 'revenue=-50%')).toEqual(near(70));
    expect(forecastOf(TOTAL, 'revenue=-100%')).toEqual(near(40));
  });

  it('an amount comes to what is to come, in its proportions', () => {
    expect(forecastOf(TOTAL, 'revenue=+30')).toEqual(near(130));
    const { timeline } = evaluated(TOTAL, 'revenue=+30').kpis[0];
    expect(timeline.forecastToDate[69]).toEqual(near(70 + 15));
  });

  it('an amount comes evenly where nothing is foreseen', () => {
    const still = oneBook(daily('2026-01-01', '2026-02-09', 0));
    expect(forecastOf(still, '')).toBe(0);
    expect(forecastOf(still, 'revenue=+10%')).toBe(0);
    const { timeline, forecast } = evaluated(still, 'revenue=+30').kpis[0];
    expect(shown(forecast.value)).toEqual(near(30));
    expect(timeline.forecastToDate[69]).toEqual(near(15));
  });

  it('several changes count in the order typed', () => {
    expect(forecastOf(TOTAL, 'revenue=+10%; revenue=+30')).toEqual(near(136));
    expect(forecastOf(TOTAL, 'revenue=+30; revenue=+10%')).toEqual(near(139));
  });

  it('that may be negative goes where it goes, below what is in', () => {
    const losing = oneBook(daily('2026-01-01', '2026-02-09', -2), {
      target: -150,
      kind: 'bring_down_to',
    });
    expect(forecastOf(losing, '')).toEqual(near(-200));
    expect(forecastOf(losing, 'revenue=+10%')).toEqual(near(-212));
    expect(forecastOf(losing, 'revenue=+60')).toEqual(near(-140));
  });

  it('that never is does not fall below what is in', () => {
    expect(forecastOf(TOTAL, 'revenue=-90')).toEqual(near(40));
  });

  it('arrives when it would have arrived at the value that comes to the same', () => {
    // 60 to come at 1 a day; at 1.5 a day 40 days, of the 60 that are left.
    const { etaDay, daysLate } = evaluated(TOTAL, 'revenue=+50%').kpis[0];
    expect([etaDay, shown(daysLate)]).toEqual([day('2026-03-21'), -20]);
    const none = evaluated(TOTAL, 'revenue=-100%').kpis[0];
    expect([none.etaDay, none.etaReason]).toEqual([null, 'NO_ETA']);
    expect(evaluated(TOTAL, 'revenue=-50%').kpis[0].etaDay).toBe(day('2026-06-09'));
  });

  it('to spend less of is better, and 20% less is less all the same', () => {
    const costs = oneBook(daily('2026-01-01', '2026-02-09', 1.5), {
      kind: 'spend_no_more_than',
      type: 'ceiling',
      forecastMethod: null,
    });
    expect(forecastOf(costs, '')).toEqual(near(150));
    const { forecast } = evaluated(costs, 'revenue=-50%').kpis[0];
    expect(shown(forecast.value)).toEqual(near(105));
  });
});

describe('of a level', () => {
  const LEVEL = (from: number, target: number) =>
    oneBook(
      Array.from(
        { length: 40 },
        (_, at): Row => ({
          date: day('2026-01-01') + at,
          value: from + ((target - from) * (at + 1)) / 100,
        }),
      ),
      { kind: 'grow_to', lastTime: from, target },
      { aggregation: 'last' },
    );

  it('it stands so much higher from the next interval on', () => {
    const up = LEVEL(100, 200);
    expect(forecastOf(up, 'revenue=+10%')).toEqual(near(220));
    expect(forecastOf(up, 'revenue=-30')).toEqual(near(170));
    const { timeline } = evaluated(up, 'revenue=+10%').kpis[0];
    expect(timeline.forecastToDate.slice(38, 41)).toEqual([null, near(140), near(141 * 1.1)]);
  });

  it('that is to come down arrives later for being higher, and at the day for its value', () => {
    const down = LEVEL(50, 10);
    expect(evaluated(down, '').kpis[0].etaDay).toBe(day('2026-04-10'));
    expect(forecastOf(down, 'revenue=+10%')).toEqual(near(11));
    // 10 ÷ 1.1 is 0.909 below the target: 2.27 days more.
    expect(evaluated(down, 'revenue=+10%').kpis[0].etaDay).toBe(day('2026-04-13'));
    // 4 less is where the way leads ten days later.
    expect(evaluated(down, 'revenue=-4').kpis[0].etaDay).toBe(day('2026-03-31'));
  });

  it('below zero it moves away from zero by a share', () => {
    const debt = LEVEL(-100, -20);
    expect(forecastOf(debt, 'revenue=+10%')).toEqual(near(-22));
    expect(forecastOf(debt, 'revenue=+10')).toEqual(near(-10));
  });
});

test('of an average over the period only what is still to come is another', () => {
  const average = oneBook(
    daily('2026-01-01', '2026-02-09', 6),
    { kind: 'keep_at_least', type: 'at_least', target: 5, forecastMethod: null },
    { aggregation: 'mean' },
  );
  expect(forecastOf(average, '')).toEqual(near(6));
  expect(forecastOf(average, 'revenue=+10%')).toEqual(near(0.4 * 6 + 0.6 * 6.6));
  expect(forecastOf(average, 'revenue=-2')).toEqual(near(0.4 * 6 + 0.6 * 4));
});

test('a total without a rhythm has it too, and one that is over has none', () => {
  const gifts = oneBook(
    rowsOn({ '2026-01-04': 10, '2026-01-20': 14, '2026-02-03': 16 }),
    {},
    { cadence: 'irregular' },
  );
  expect(forecastOf(gifts, '')).toEqual(near(100));
  expect(forecastOf(gifts, 'revenue=+10%')).toEqual(near(106));
  const whole = oneBook(daily('2026-01-01', '2026-04-10', 0.9));
  const over = evaluated(whole, 'revenue=+30; revenue=+10%', '2026-04-20').kpis[0];
  expect([over.forecast.supposed, shown(over.forecast.value)]).toEqual([[], near(90)]);
});

const ref = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const sales = (operator: '*' | '+' | '/'): Measure =>
  measure({
    id: 'sales',
    name: 'Sales',
    aggregation: null,
    formula: { kind: 'binary', operator, left: ref('visits'), right: ref('rate') },
  });

describe('what is calculated follows', () => {
  /** 30 visits a day, at 2 each, or beside 10 other sales. */
  const book = (operator: '*' | '+', visits = 30): Book => ({
    rows: [
      ...daily('2026-01-01', '2026-02-09', visits, { measure: 'visits' }),
      ...daily('2026-01-01', '2026-02-09', operator === '*' ? 2 : 10, { measure: 'rate' }),
    ],
    measures: [
      sales(operator),
      measure({ id: 'visits', name: 'Visits' }),
      measure({ id: 'rate', name: 'Rate', aggregation: operator === '*' ? 'mean' : 'sum' }),
    ],
    kpis: [kpi({ ...HUNDRED, measureId: 'sales', target: 6000 })],
  });

  it('a factor of a product by as much as the factor, several of them multiplied', () => {
    expect(forecastOf(book('*'), '')).toEqual(near(6000));
    expect(forecastOf(book('*'), 'visits=+10%')).toEqual(near(2400 + 3600 * 1.1));
    expect(forecastOf(book('*'), 'visits=+10%; rate=-20%')).toEqual(near(2400 + 3600 * 0.88));
    expect(forecastOf(book('*'), 'visits=+10%; sales=+50%')).toEqual(near(2400 + 3600 * 1.65));
  });

  it('an amount of a factor, at its average so far', () => {
    // 900 of the 1,800 visits that 60 days bring.
    expect(forecastOf(book('*'), 'visits=+900')).toEqual(near(2400 + 3600 * 1.5));
    expect(forecastOf(book('*'), 'rate=+1')).toEqual(near(2400 + 3600 * 1.5));
  });

  it('a part of a sum by its part in it', () => {
    const sum = { ...book('+'), kpis: [kpi({ ...HUNDRED, measureId: 'sales', target: 4000 })] };
    expect(forecastOf(sum, '')).toEqual(near(4000));
    expect(forecastOf(sum, 'visits=+20%')).toEqual(near(1600 + 2400 * 1.15));
    expect(forecastOf(sum, 'visits=-100%; rate=-100%')).toEqual(near(1600));
  });

  it('from 0 by the difference, and not at all where it cannot be told', () => {
    const none = {
      ...book('+', -10),
      kpis: [kpi({ ...HUNDRED, measureId: 'sales', target: 4000, forecastMethod: 'drift' })],
    };
    expect(forecastOf(none, '')).toEqual(near(0));
    expect(forecastOf(none, 'rate=+50%')).toEqual(near(60 * 5));
    const still = evaluated(book('*', 0), 'visits=+10%; rate=+7').kpis[0];
    expect(shown(still.forecast.value)).toEqual(near(0));
  });

  it('the whole of a channel by the part it had, a channel of the whole in proportion', () => {
    const channels: Book = {
      rows: [
        ...daily('2026-01-01', '2026-02-09', 3, { channel: 'Mail' }),
        ...daily('2026-01-01', '2026-02-09', 1, { channel: 'Shop' }),
      ],
      measures: [measure({ name: 'Omzet' })],
      kpis: [
        kpi({ ...HUNDRED, target: 400 }),
        kpi({ ...HUNDRED, id: 'mail', name: 'Mail sales', channel: 'Mail', target: 300 }),
        kpi({ ...HUNDRED, id: 'shop', name: 'Shop sales', channel: 'Shop', target: 100 }),
      ],
    };
    const all = (text: string) =>
      evaluated(channels, text).kpis.map(({ forecast }) => shown(forecast.value));
    expect(all('')).toEqual([near(400), near(300), near(100)]);
    expect(all('mail sales=+20%')).toEqual([near(436), near(336), near(100)]);
    expect(all('omzet=+20%')).toEqual([near(448), near(336), near(112)]);
    expect(all('omzet=+80')).toEqual([near(480), near(360), near(120)]);
    expect(all('shop=+80')).toEqual([near(480), near(300), near(180)]);
  });
});

test('drivers, ways out and the goal follow from the forecast', () => {
  const book: Book = {
    rows: [
      ...daily('2026-01-01', '2026-02-09', 30, { measure: 'visits' }),
      ...daily('2026-01-01', '2026-02-09', 2, { measure: 'rate' }),
    ],
    measures: [
      sales('*'),
      measure({ id: 'visits', name: 'Visits' }),
      measure({ id: 'rate', name: 'Rate', aggregation: 'mean' }),
    ],
    goals: [goal({ outcomeKpiId: 'kpi' })],
    kpis: [kpi({ ...HUNDRED, measureId: 'sales', target: 6900, goalId: 'goal' })],
  };
  const alone = (text: string) =>
    evaluated(book, text).drivers.map((driver) => shown(driver.neededChangeAlone))[0];
  expect(alone('')).toEqual(near((6900 - 2400) / 3600 - 1));
  expect(alone('visits=+10%')).toEqual(near((6900 - 2400) / 3960 - 1));
  expect(evaluated(book, 'visits=+10%').kpis[0].wayOut?.ways[0].change).toEqual(
    near((6900 - 2400) / 3960 - 1),
  );
});

test('a change of what no KPI is made of moves nothing, and is known not to', () => {
  const idle = measure({ id: 'idle', name: 'Idle' });
  const found = evaluated({ ...TOTAL, measures: [measure(), idle] }, 'idle=+10%; revenue=+0%');
  expect(shown(found.kpis[0].forecast.value)).toEqual(near(100));
  expect(found.kpis[0].forecast.supposed).toEqual([1]);
});

describe('whatever is supposed', () => {
  const rows = fc
    .array(fc.integer({ min: -20, max: 90 }), { minLength: 8, maxLength: 60 })
    .map((values) => values.map((value, at): Row => ({ date: day('2026-01-01') + at, value })));
  const book = fc
    .record({
      rows,
      target: fc.integer({ min: -90, max: 3000 }),
      kind: fc.constantFrom('add_up_to' as const, 'grow_to' as const, 'keep_at_most' as const),
      aggregation: fc.constantFrom('sum' as const, 'last' as const, 'mean' as const),
    })
    .map(({ rows: own, target, kind, aggregation }) =>
      oneBook(
        own,
        {
          kind,
          type: kind === 'keep_at_most' ? 'at_most' : 'reach',
          target,
          lastTime: 7,
          forecastMethod: null,
        },
        { aggregation },
      ),
    );
  const change = fc.oneof(
    fc.integer({ min: -100, max: 300 }).map((percent) => `${percent < 0 ? '' : '+'}${percent}%`),
    fc.integer({ min: -900, max: 900 }).map((amount) => `${amount < 0 ? '' : '+'}${amount}`),
  );

  /** All that was, and what is planned: nothing of what is foreseen. */
  const pastOf = (kpiEvaluation: KpiEvaluation) => {
    const {
      forecast,
      etaDay,
      etaReason,
      daysLate,
      status,
      reason,
      course,
      wayOut,
      channels,
      milestones,
      timeline,
      ...own
    } = kpiEvaluation;
    const { forecastToDate, forecastLow, forecastHigh, probabilityToDate, ...columns } = timeline;
    const judged = columns.end.indexOf(own.judgedDay ?? -1);
    return {
      own,
      columns,
      foreseenUpToNow: [forecastToDate, forecastLow, forecastHigh, probabilityToDate].map(
        (values) => values.slice(0, judged + 1),
      ),
      reached: milestones.map(({ reachedDay, value, day: planned }) => [
        reachedDay,
        value,
        planned,
      ]),
    };
  };

  it('the past stays what it was', () => {
    fc.assert(
      fc.property(book, fc.array(change, { maxLength: 3 }), (own, changes) => {
        const text = changes.map((typed) => `revenue=${typed}`).join(';');
        const today = '2026-03-05';
        const [plain] = evaluated(own, '', today).kpis;
        const [supposed] = evaluated(own, text, today).kpis;
        expect(pastOf(supposed)).toEqual(pastOf(plain));
      }),
    );
  });

  it('nothing, and 0% more, change nothing', () => {
    const without = (evaluation: Evaluation) =>
      evaluation.kpis.map((own) => ({ ...own, forecast: { ...own.forecast, supposed: [] } }));
    fc.assert(
      fc.property(book, (own) => {
        const plain = evaluateWorkspace(workspace(own), day('2026-03-05'));
        expect(evaluated(own, ' ; ', '2026-03-05')).toEqual(plain);
        expect(without(evaluated(own, 'revenue=+0%', '2026-03-05'))).toEqual(plain.kpis);
      }),
    );
  });

  it('no number is broken, and a forecast stays within its band', () => {
    fc.assert(
      fc.property(book, change, change, (own, one, other) => {
        const text = `revenue=${one};revenue=${other}`;
        const { forecast } = evaluated(own, text, '2026-03-05').kpis[0];
        const [low, value, high] = [forecast.low.value, forecast.value.value, forecast.high.value];
        for (const number of [low, value, high]) {
          expect(number === null || Number.isFinite(number)).toBe(true);
        }
        if (low === null || value === null || high === null) return;
        expect(low).toBeLessThanOrEqual(value + 1e-9 * Math.max(1, Math.abs(value)));
        expect(high).toBeGreaterThanOrEqual(value - 1e-9 * Math.max(1, Math.abs(value)));
      }),
    );
  });
});
