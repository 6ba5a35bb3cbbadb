import { day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, type OneKpi, rowsOn } from '../one-kpi.ts';

const has = (code: string, parts: OneKpi) => evaluateOne(parts).codes.includes(code);

/** Three months, half of the days over at 14 February. */
const monthly: OneKpi = { measure: { cadence: 'month' }, today: '2026-02-05' };
const now = rowsOn({ '2026-01-31': 60000 });
const lastYear = (january: number, february: number, march: number) =>
  rowsOn({ '2025-01-31': january, '2025-02-28': february, '2025-03-31': march });

test("a season is advised when last year's share departs from the elapsed one by more than 5 points", () => {
  // 31 of 90 days are 34.4%.
  const at = (share: number, changes: OneKpi['kpi'] = {}) =>
    has('W_SEASON', {
      ...monthly,
      kpi: changes,
      rows: [...lastYear(share, 40, 60 - share), ...now],
    });
  expect(at(39)).toBe(false);
  expect(at(40)).toBe(true);
  expect(at(30)).toBe(false);
  expect(at(29)).toBe(true);
  expect(at(29, { dayWeights: { kind: 'last_year' } })).toBe(false);
  expect(at(29, { kind: 'just_track', type: 'track' })).toBe(false);
});

test('without a whole last year there is no season to see', () => {
  const rows = [...lastYear(5, 40, 60).slice(1), ...now];
  expect(has('W_SEASON', { ...monthly, rows })).toBe(false);
});

test('a year of which less than nine tenths is there is not whole, though no row means zero', () => {
  const counted = (from: string) =>
    has('W_SEASON', {
      rows: [...daily(from, '2025-03-31', 900), ...daily('2026-01-01', '2026-02-14', 2000)],
      measure: { missing: 'zero' },
    });
  // Before its first row nobody counted: 81 of 90 days, and then 80.
  expect(counted('2025-01-10')).toBe(true);
  expect(counted('2025-01-11')).toBe(false);
});

test('a value that speaks for a whole interval of which a part counts is said', () => {
  const kpi = { start: day('2026-01-15'), due: day('2026-03-20') };
  const cut = (date: string, cadence: 'month' | 'day' | 'irregular' = 'month') =>
    has('W_CUT_INTERVAL', {
      rows: rowsOn({ [date]: 5, '2026-02-02': 7 }),
      measure: { cadence, missing: 'missing' },
      kpi,
      today: '2026-03-30',
    });
  expect(cut('2026-01-01')).toBe(true);
  expect(cut('2026-01-31')).toBe(true);
  expect(cut('2026-03-01')).toBe(true);
  // On another day it counts as a row of its own day.
  expect(cut('2026-01-14')).toBe(false);
  expect(cut('2026-01-15')).toBe(false);
  expect(cut('2025-12-31')).toBe(false);
  expect(cut('2026-03-20')).toBe(false);
  expect(cut('2026-01-01', 'day')).toBe(false);
  expect(cut('2026-01-01', 'irregular')).toBe(false);
});

const stock: OneKpi = {
  measure: { aggregation: 'last', cadence: 'month' },
  kpi: { lastTime: 10, target: 90 },
  today: '2026-03-05',
};
const inShop = rowsOn({ '2026-01-31': 20, '2026-02-28': 22 }, { channel: 'Shop' });
const inWeb = rowsOn({ '2026-01-31': 30 }, { channel: 'Web' });

test('a channel of a level that keeps an older value is said', () => {
  const old = (parts: OneKpi) => has('W_CHANNEL_OLD', { ...stock, ...parts });
  expect(old({ rows: [...inShop, ...inWeb] })).toBe(true);
  expect(old({ rows: inShop })).toBe(false);
  const both = [...inShop, ...inWeb, ...rowsOn({ '2026-02-01': 31 }, { channel: 'Web' })];
  expect(old({ rows: both })).toBe(false);
  const total = [...inShop, ...inWeb, ...rowsOn({ '2026-02-28': 60 })];
  expect(old({ rows: total })).toBe(false);
  expect(old({ rows: [...inShop, ...inWeb], kpi: { ...stock.kpi, channel: 'Shop' } })).toBe(false);
  const sum = { aggregation: 'sum', cadence: 'month' } as const;
  expect(old({ rows: [...inShop, ...inWeb], measure: sum })).toBe(false);
});

test('values of an interval that is still running are said, not counted', () => {
  const newer = (parts: OneKpi) => has('I_AFTER_JUDGED_DAY', { ...stock, ...parts });
  const rows = rowsOn({ '2026-01-31': 20, '2026-02-28': 22, '2026-03-03': 25 });
  expect(newer({ rows })).toBe(true);
  expect(newer({ rows: rows.slice(0, 2) })).toBe(false);
  expect(newer({ rows: rows.slice(2) })).toBe(false);
  const later = rowsOn({ '2026-03-31': 20, '2026-04-03': 25 });
  expect(newer({ rows: later, today: '2026-04-05' })).toBe(false);
  const byDay = { aggregation: 'last', cadence: 'day' } as const;
  const today = daily('2026-02-20', '2026-03-05', 4);
  expect(newer({ rows: today, measure: byDay })).toBe(false);
});

test('missing intervals are said with how many there are', () => {
  const rows = rowsOn({ '2026-01-31': 20, '2026-03-31': 25 });
  const { evaluation } = evaluateOne({ ...stock, rows, today: '2026-04-05' });
  const issue = evaluation.issues.find(({ code }) => code === 'INCOMPLETE');
  expect(issue?.details).toMatchObject({ missing: 1, intervals: 3 });
  expect(has('INCOMPLETE', { ...stock, rows: rows.slice(0, 1), today: '2026-02-05' })).toBe(false);
});

test('a period within one interval is cut at both its ends', () => {
  const kpi = { start: day('2026-01-10'), due: day('2026-01-20') };
  const outside = (date: string) =>
    has('W_CUT_INTERVAL', { ...monthly, rows: rowsOn({ [date]: 5 }), kpi });
  expect(['2026-01-01', '2026-01-10', '2026-01-20', '2026-01-31'].map(outside)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
