import type { ResourceRow } from '../../../../src/core/model/workspace.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, near, type OneKpi, shown } from '../one-kpi.ts';

const row = (changes: Partial<ResourceRow>): ResourceRow => ({
  resource: 'Budget',
  kpiId: 'kpi',
  goalId: null,
  channel: null,
  unit: 'EUR',
  day: null,
  budget: null,
  used: null,
  note: '',
  order: 0,
  place: { tab: 'Resources', cell: 'A2' },
  ...changes,
});

/** 40 of 100 after 40 of 100 days, with 300 of 900 used. */
const base: OneKpi = {
  rows: daily('2026-01-01', '2026-02-09', 1),
  kpi: { due: day('2026-04-10'), target: 100 },
  resources: [row({ budget: 900 }), row({ used: 300, day: day('2026-02-01') })],
  today: '2026-02-10',
};
function fuel(parts: OneKpi) {
  const [found] = evaluateOne({ ...base, ...parts }).kpi.fuel;
  if (found === undefined) return null;
  return {
    status: found.status,
    index: shown(found.index),
    next: shown(found.nextStopIndex),
    days: shown(found.daysLeft),
    used: shown(found.used),
  };
}

test('the fuel of a KPI is judged by its progress', () => {
  // 450 needed for the other 60%, 600 left; 7.5 a day.
  expect(fuel({})).toEqual({
    status: 'enough',
    index: near(600 / 450),
    next: near(600 / 450),
    days: near(80),
    used: 300,
  });
});

test('the next milestone needs its own part', () => {
  const milestones = [milestone({ day: day('2026-03-01'), value: 60 })];
  // 20% at 750 for all of it.
  expect(fuel({ milestones })?.next).toEqual(near(600 / 150));
  const named = [milestone({ day: day('2026-03-01'), value: null })];
  expect(fuel({ milestones: named })?.next).toBe('NOT_APPLICABLE');
});

test('of a ceiling on a total progress is its use over the ceiling', () => {
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  const found = fuel({ kpi: { ...base.kpi, ...ceiling, target: 80 } });
  // Half of it: 300 more is needed.
  expect(found).toMatchObject({ index: near(2), next: 'NOT_APPLICABLE' });
  expect(fuel({ kpi: { ...base.kpi, ...ceiling, target: 0 } })).toMatchObject({ index: 'NO_DATA' });
});

test('a threshold on a level without a start has no progress to go by', () => {
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 5 } as const;
  expect(fuel({ kpi: keep, measure: { aggregation: 'last' } })).toMatchObject({
    status: 'unknown',
    index: 'NO_DATA',
  });
});

test('lower is better: progress counts the way down, and the next stop lies on it', () => {
  const milestones = [milestone({ day: day('2026-03-01'), value: 25 })];
  const found = fuel({
    rows: daily('2026-01-01', '2026-02-09', 30),
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 50, target: 10 },
    milestones,
  });
  // Half way: 300 more; the stop is an eighth of the way further: 75.
  expect(found).toMatchObject({ index: near(2), next: near(8) });
});

test('only its own rows count, and without any, or a judged day, there is no fuel', () => {
  const other = row({ kpiId: 'other', used: 77 });
  expect(fuel({ resources: [...(base.resources ?? []), other] })?.used).toBe(300);
  expect(fuel({ resources: [other] })).toBeNull();
  expect(fuel({ rows: [] })).toBeNull();
});

test('rows from before the start or after the judged day do not count', () => {
  const dated = (date: string) =>
    fuel({ resources: [row({ budget: 900 }), row({ used: 120, day: day(date) })] })?.used;
  expect(dated('2025-12-31')).toBe(0);
  expect(dated('2026-01-01')).toBe(120);
  expect(dated('2026-02-09')).toBe(120);
  expect(dated('2026-02-10')).toBe(0);
});

test('a KPI that is held where it is has no next stop to fuel for', () => {
  const found = fuel({
    rows: daily('2026-01-01', '2026-02-09', 6),
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 6, target: 6 },
  });
  expect(found).toMatchObject({ status: 'reached', next: 'REACHED' });
});

test('nor when it has a stop on its way to where it already is', () => {
  const found = fuel({
    rows: daily('2026-01-01', '2026-02-09', 5),
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 6, target: 6 },
    milestones: [milestone({ day: day('2026-03-01'), value: 8 })],
  });
  expect(found).toMatchObject({ index: 'NO_PROGRESS', next: 'NO_PROGRESS' });
});
