import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type {
  ChannelEvaluation,
  KpiEvaluation,
  Numbers,
} from '../../../../src/core/model/evaluation.ts';
import type { Kpi } from '../../../../src/core/model/kpi.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import type { ResourceRow } from '../../../../src/core/model/workspace.ts';
import { day, kpi, measure, type Row, workspace } from '../../../support/workspace-builder.ts';

const monthly = { cadence: 'month' as const, missing: 'missing' as const };

function evaluate(
  rows: readonly Row[],
  changes: {
    measures?: readonly Measure[];
    kpi?: Partial<Kpi>;
    resources?: readonly ResourceRow[];
    today?: string;
  } = {},
): KpiEvaluation {
  const { measures = [measure(monthly)], resources = [], today = '2026-03-10' } = changes;
  const own = kpi({ target: 1200, due: day('2026-04-30'), ...changes.kpi });
  return evaluateWorkspace(workspace({ rows, measures, kpis: [own], resources }), day(today))
    .kpis[0];
}

const row = (date: string, channel: string, value: number): Row => ({
  date: day(date),
  channel,
  value,
});

const valuesOf = ({ channels }: KpiEvaluation, read: (channel: ChannelEvaluation) => Numbers) =>
  Object.fromEntries(channels.map((own) => [own.channel, read(own)]));

const opportunitiesOf = ({ channels }: KpiEvaluation) =>
  channels.map(({ opportunity }) => opportunity);

const TWO_MONTHS = [
  row('2026-01-31', 'mail', 60),
  row('2026-01-31', 'shop', 190),
  row('2026-02-28', 'mail', 0),
  row('2026-02-28', 'shop', 230),
];

describe('the channels of a total', () => {
  test('each has its own value, to date, share and change; zero is not missing', () => {
    const evaluation = evaluate(TWO_MONTHS);
    expect(valuesOf(evaluation, ({ actual }) => actual)).toEqual({
      mail: [60, 0],
      shop: [190, 230],
    });
    expect(valuesOf(evaluation, ({ actualToDate }) => actualToDate)).toEqual({
      mail: [60, 60],
      shop: [190, 420],
    });
    expect(valuesOf(evaluation, ({ shareOfKpi }) => shareOfKpi)).toEqual({
      mail: [0.24, 0],
      shop: [0.76, 1],
    });
    expect(valuesOf(evaluation, ({ changeOnPrevious }) => changeOnPrevious)).toEqual({
      mail: [null, -1],
      shop: [null, 40 / 190],
    });
  });

  test('a typed total leaves a remainder that no channel explains', () => {
    const evaluation = evaluate([...TWO_MONTHS, row('2026-02-28', '', 300)]);
    expect(evaluation.channels.map(({ isRemainder }) => isRemainder)).toEqual([false, false, true]);
    expect(valuesOf(evaluation, ({ actual }) => actual).channel_remainder).toEqual([0, 70]);
    expect(evaluation.actual.value).toBe(550);
  });

  test('the plan is divided as last year was, else as this year is', () => {
    const lastYear = [row('2025-01-31', 'mail', 300), row('2025-02-28', 'shop', 100)];
    const planned = (1200 * 59) / 120;
    const withHistory = evaluate([...lastYear, ...TWO_MONTHS]);
    expect(valuesOf(withHistory, ({ planToDate }) => planToDate)).toEqual({
      mail: [expect.closeTo((1200 * 31) / 120, 9), expect.closeTo(planned * 0.75, 9)],
      shop: [0, expect.closeTo(planned * 0.25, 9)],
    });
    const { mail, shop } = valuesOf(evaluate(TWO_MONTHS), ({ planToDate }) => planToDate);
    expect([mail[1], shop[1]]).toEqual([
      expect.closeTo((planned * 60) / 480, 9),
      expect.closeTo((planned * 420) / 480, 9),
    ]);
  });

  test('a KPI of one channel has none below it, and one without channels neither', () => {
    expect(evaluate(TWO_MONTHS, { kpi: { channel: 'mail' } }).channels).toEqual([]);
    expect(evaluate([row('2026-01-31', '', 5)]).channels).toEqual([]);
    expect(evaluate([]).channels).toEqual([]);
  });

  test('cost is what Resources says was used in the channel; undated counts from the start', () => {
    const used = (changes: Partial<ResourceRow>): ResourceRow => ({
      resource: 'Ads',
      kpiId: 'kpi',
      goalId: null,
      channel: 'mail',
      unit: 'EUR',
      day: day('2026-01-20'),
      budget: null,
      used: 30,
      note: '',
      order: 0,
      place: { tab: 'Resources', cell: 'A2' },
      ...changes,
    });
    const evaluation = evaluate(TWO_MONTHS, {
      resources: [
        used({}),
        used({ day: null, used: 12 }),
        used({ unit: 'hours', used: 99 }),
        used({ kpiId: 'other', used: 88 }),
        used({ channel: 'shop', day: day('2026-02-03'), used: 46 }),
        used({ channel: 'shop', day: day('2026-03-03'), used: 77 }),
        used({ day: day('2026-02-03'), used: 5 }),
      ],
    });
    expect(valuesOf(evaluation, ({ cost }) => cost)).toEqual({
      mail: [42, 5],
      shop: [null, 46],
    });
    // Nothing was sold by mail in February: no cost per unit, and not zero.
    expect(valuesOf(evaluation, ({ costPerUnit }) => costPerUnit)).toEqual({
      mail: [0.7, null],
      shop: [null, 0.2],
    });
  });
});

describe('channels that are no parts', () => {
  const scores = [
    row('2026-01-31', '', 0.4),
    row('2026-01-31', 'mail', 0.3),
    row('2026-01-31', 'shop', 0.5),
  ];
  const grow = { kpi: { lastTime: 0.2, target: 0.6 } };

  test('levels in percent and averages have values but neither shares, plan nor remainder', () => {
    for (const aggregation of ['last', 'mean'] as const) {
      const own = measure({ aggregation, unit: { kind: 'percent' }, ...monthly });
      const evaluation = evaluate(scores, { measures: [own], today: '2026-02-20', ...grow });
      // Without a channel a level is the total, a value of a mean one like any other.
      expect(valuesOf(evaluation, ({ actual }) => actual)).toEqual({
        ...(aggregation === 'mean' ? { '(blank)': [0.4] } : {}),
        mail: [0.3],
        shop: [0.5],
      });
      expect(valuesOf(evaluation, ({ shareOfKpi }) => shareOfKpi)).toEqual({
        ...(aggregation === 'mean' ? { '(blank)': [null] } : {}),
        mail: [null],
        shop: [null],
      });
      expect(opportunitiesOf(evaluation)).toEqual(
        aggregation === 'mean' ? [null, null, null] : [null, null],
      );
    }
  });

  test('nor has a total whose channels overlap, as Measures says', () => {
    const own = measure({ addsUpOverChannels: false, ...monthly });
    const evaluation = evaluate(
      [...TWO_MONTHS, row('2026-01-31', '', 240), row('2026-02-28', '', 220)],
      {
        measures: [own],
      },
    );
    expect(evaluation.channels.map(({ channel }) => channel)).toEqual(['mail', 'shop']);
    expect(evaluation.actual.value).toBe(460);
  });
});

describe('what closes the gap for the least change', () => {
  test('the channel that brings most has to change least', () => {
    // 480 of 1,200 is in, 976.27 is coming: 223.73 short; shop brings 434.2 more, mail 62.0.
    const share = 59 / 120;
    const shortfall = 1200 - 480 / share;
    expect(opportunitiesOf(evaluate(TWO_MONTHS))).toEqual([
      { rank: 2, closes: 1, change: expect.closeTo(shortfall / (60 / share - 60), 6) },
      { rank: 1, closes: 1, change: expect.closeTo(shortfall / (420 / share - 420), 6) },
    ]);
  });

  test('spending falls by no more than all of it, and then closes a part', () => {
    const ceiling = { type: 'ceiling' as const, kind: 'spend_no_more_than' as const, target: 900 };
    const evaluation = evaluate(TWO_MONTHS, { kpi: ceiling });
    const share = 59 / 120;
    const over = 480 / share - 900;
    const toCome = { mail: 60 / share - 60, shop: 420 / share - 420 };
    expect(opportunitiesOf(evaluation)).toEqual([
      { rank: 2, change: -1, closes: expect.closeTo(toCome.mail / over, 6) },
      { rank: 1, closes: 1, change: expect.closeTo(-over / toCome.shop, 6) },
    ]);
  });

  test('nothing where it arrives, is over, or has no forecast yet', () => {
    const none = [null, null];
    expect(opportunitiesOf(evaluate(TWO_MONTHS, { kpi: { target: 700 } }))).toEqual(none);
    expect(opportunitiesOf(evaluate(TWO_MONTHS, { kpi: { target: 400 } }))).toEqual(none);
    const closed = { kpi: { due: day('2026-02-28') } };
    expect(opportunitiesOf(evaluate(TWO_MONTHS, closed))).toEqual(none);
    const early = evaluate(TWO_MONTHS.slice(0, 2), { today: '2026-02-10' });
    expect(opportunitiesOf(early)).toEqual(none);
  });

  test('the remainder is nobody’s to change', () => {
    const evaluation = evaluate([...TWO_MONTHS, row('2026-02-28', '', 300)]);
    expect(opportunitiesOf(evaluation).map((own) => own?.rank ?? null)).toEqual([2, 1, null]);
  });
});
