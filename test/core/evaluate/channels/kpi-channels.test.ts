import type { ResourceRow } from '../../../../src/core/model/workspace.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { evaluateOne, rowsOn } from '../one-kpi.ts';

const used = (date: string, amount: number): ResourceRow => ({
  resource: 'Ads',
  kpiId: 'kpi',
  goalId: null,
  channel: 'Web',
  unit: 'eur',
  day: day(date),
  budget: null,
  used: amount,
  note: '',
  order: 0,
  place: { tab: 'Resources', cell: 'A2' },
});

test('the cost of an interval is what was used from its first day to its last', () => {
  const { kpi } = evaluateOne({
    rows: rowsOn({ '2026-01-31': 10, '2026-02-28': 20 }, { channel: 'Web' }),
    measure: { cadence: 'month' },
    resources: [used('2026-01-01', 3), used('2026-01-31', 4), used('2026-02-01', 50)],
    today: '2026-03-05',
  });
  const [web] = kpi.channels;
  expect(web.cost).toEqual([7, 50]);
  expect(web.costPerUnit).toEqual([0.7, 2.5]);
});

test('of a mean that is kept a channel has its value over all so far, on a line that of the interval', () => {
  const parts = {
    rows: rowsOn({ '2026-01-31': 10, '2026-02-28': 20 }, { channel: 'Web' }),
    measure: { cadence: 'month', aggregation: 'mean', missing: 'missing' },
    today: '2026-03-05',
  } as const;
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 5 } as const;
  const toDate = (kpi: Parameters<typeof evaluateOne>[0]['kpi']) =>
    evaluateOne({ ...parts, kpi }).kpi.channels[0].actualToDate;
  expect(toDate(keep)).toEqual([10, 15]);
  expect(toDate({ lastTime: 2, target: 40 })).toEqual([10, 20]);
});

test('where the whole is on plan but for the last bit there is no gap to share', () => {
  const { kpi } = evaluateOne({
    rows: [
      ...rowsOn({ '2026-01-31': 0.1 }, { channel: 'Web' }),
      ...rowsOn({ '2026-01-31': 0.2 }, { channel: 'Shop' }),
    ],
    measure: { cadence: 'month' },
    kpi: { due: day('2026-01-31'), target: 0.3 },
    today: '2026-02-05',
  });
  // 0.1 + 0.2 is 0.30000000000000004.
  expect(kpi.channels.map(({ shareOfGap }) => shareOfGap)).toEqual([[null], [null]]);
});

test('a channel without a row is 0 once its interval is over, and has nothing until then', () => {
  const month = (rows: Parameters<typeof rowsOn>[0], channel: string) => rowsOn(rows, { channel });
  const { kpi } = evaluateOne({
    rows: [
      ...month({ '2026-01-31': 10 }, 'Web'),
      ...month({ '2026-01-30': 4, '2026-02-28': 6 }, 'Shop'),
    ],
    measure: { cadence: 'month', missing: 'zero' },
    today: '2026-03-05',
  });
  const web = kpi.channels.find(({ channel }) => channel === 'Web');
  expect(web?.actual).toEqual([10, null]);
  const { kpi: later } = evaluateOne({
    rows: [
      ...month({ '2026-01-31': 10 }, 'Web'),
      ...month({ '2026-02-28': 6, '2026-03-01': 1 }, 'Shop'),
    ],
    measure: { cadence: 'month', missing: 'zero' },
    today: '2026-03-05',
  });
  const own = later.channels.find(({ channel }) => channel === 'Web');
  expect(own?.actual).toEqual([10, 0]);
});

test('a remainder that is only rounding is none, and leaves the channels their part of the plan', () => {
  // January has a remainder of 5; in February 0.1 + 0.2 is a little more than the 0.3 typed.
  const { kpi } = evaluateOne({
    rows: [
      ...rowsOn({ '2026-01-31': 20, '2026-02-28': 0.3 }),
      ...rowsOn({ '2026-01-31': 15, '2026-02-28': 0.1 }, { channel: 'Web' }),
      ...rowsOn({ '2026-02-28': 0.2 }, { channel: 'Shop' }),
    ],
    measure: { cadence: 'month', aggregation: 'last' },
    kpi: { lastTime: 0, target: 90 },
    today: '2026-03-05',
  });
  const rest = kpi.channels.find(({ isRemainder }) => isRemainder);
  expect(rest?.actual).toEqual([5, 0]);
  const web = kpi.channels.find(({ channel }) => channel === 'Web');
  const planned = kpi.timeline.planToDate[1] ?? 0;
  expect(web?.planToDate[1]).toBeCloseTo(planned / 3, 9);
});

test('of a gap that is only rounding no channel has a share', () => {
  // 0.1 + 0.2 is a little more than the 0.3 planned.
  const { kpi } = evaluateOne({
    rows: [
      ...rowsOn({ '2026-01-31': 0.1 }, { channel: 'Web' }),
      ...rowsOn({ '2026-01-31': 0.2 }, { channel: 'Shop' }),
    ],
    measure: { cadence: 'month' },
    kpi: { target: 2 },
    milestones: [milestone({ day: day('2026-01-31'), value: 0.3 })],
    today: '2026-02-05',
  });
  expect(kpi.timeline.actualToDate[0]).toBeGreaterThan(0.3);
  expect(kpi.channels.map(({ shareOfGap }) => shareOfGap)).toEqual([[null], [null]]);
});
