import { day } from '../../../support/workspace-builder.ts';
import { evaluateOne, type OneKpi, rowsOn } from '../one-kpi.ts';

const ENDS = ['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'].map((end) => `2025-${end}`);

/** Six months of last year, then January to March of the KPI. */
function bestOf(before: readonly number[], own: readonly number[], parts: OneKpi = {}) {
  const months = [...ENDS.slice(-before.length), '2026-01-31', '2026-02-28', '2026-03-31'];
  const values = [...before, ...own].map((value, at) => [months[at], value]);
  const { kpi } = evaluateOne({
    rows: rowsOn(Object.fromEntries(values)),
    today: '2026-04-05',
    ...parts,
    measure: { cadence: 'month', aggregation: 'last', missing: 'missing', ...parts.measure },
    kpi: { due: day('2026-12-31'), lastTime: 40, target: 90, ...parts.kpi },
  });
  const { bestEver, timeline } = kpi;
  const at = timeline.start.indexOf(bestEver?.start ?? Number.NaN);
  // It says the same as the timeline.
  const { end, label, actual } = timeline;
  expect(bestEver?.end).toBe(end[at]);
  expect(bestEver?.label).toBe(label[at]);
  expect(bestEver?.value).toBe(actual[at]);
  return bestEver?.start ?? null;
}
const SIX = [51, 52, 53, 54, 55, 56];

test('an interval of the KPI that beats every other of the history is the best ever', () => {
  expect(bestOf(SIX, [50, 61, 60])).toBe(day('2026-02-01'));
});

test('a record of before the KPI, and one that was equalled, is none of its own', () => {
  expect(bestOf([51, 52, 53, 54, 55, 70], [50, 61, 60])).toBeNull();
  expect(bestOf(SIX, [50, 61, 61])).toBeNull();
});

test('lower is better where the KPI says so', () => {
  const down = { kpi: { target: 10 } };
  expect(bestOf(SIX, [45, 49, 60], down)).toBe(day('2026-01-01'));
});

test('six others are needed to call one the best', () => {
  expect(bestOf([51, 52, 53, 54], [50, 61, 60])).toBe(day('2026-02-01'));
  expect(bestOf([51, 52, 53], [50, 61, 60])).toBeNull();
});

test('what is spent, and what is to stay within a band, has no record', () => {
  const total = { aggregation: 'sum' } as const;
  const spend = { kind: 'spend_no_more_than', type: 'ceiling', lastTime: null } as const;
  expect(bestOf(SIX, [1, 2, 3], { kpi: spend, measure: total })).toBeNull();
  const band = { kind: 'keep_between', type: 'range', low: 40, high: 60 } as const;
  expect(bestOf(SIX, [50, 61, 60], { kpi: { ...band, target: null } })).toBeNull();
});

test('a month that the period cuts in two is not its own', () => {
  expect(bestOf(SIX, [70, 61, 60], { kpi: { start: day('2026-01-15') } })).toBeNull();
});

test('a history begins within the period where nobody counted before it', () => {
  const months = ['03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31'];
  const values = [52, 51, 53, 54, 60, 50, 55, 49];
  const rows = rowsOn(Object.fromEntries(months.map((end, i) => [`2026-${end}`, values[i]])));
  const { kpi } = evaluateOne({
    rows,
    today: '2026-11-05',
    measure: { cadence: 'month', aggregation: 'last', missing: 'missing' },
    kpi: { due: day('2026-12-31'), kind: 'keep_at_least', type: 'at_least', target: 40 },
  });
  expect(kpi.bestEver?.start).toBe(day('2026-07-01'));
  expect(kpi.timeline.signalValue).toEqual([null, null, ...values, null, null]);
});
