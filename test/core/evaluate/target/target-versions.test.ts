import type { TargetChange } from '../../../../src/core/model/workspace.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, intervalOf, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const change = (
  from: string,
  target: number,
  changes: Partial<TargetChange> = {},
): TargetChange => ({
  kpiId: 'kpi',
  effectiveFrom: day(from),
  target,
  isRebase: false,
  author: 'Sam',
  reason: 'New shop',
  order: 0,
  place: { tab: 'Target changes', cell: 'A2' },
  ...changes,
});

/** 100 days to 100; 30 after 40 days. */
const base: OneKpi = {
  rows: daily('2026-01-01', '2026-02-09', 0.75),
  kpi: { due: day('2026-04-10'), target: 100 },
  today: '2026-02-10',
};
const result = (...targetChanges: TargetChange[]) => evaluateOne({ ...base, targetChanges }).kpi;

test('numbers use the target in force; the first one stays visible beside them', () => {
  const kpi = result(change('2026-02-01', 60));
  expect(shown(kpi.target)).toBe(60);
  expect(shown(kpi.plan)).toEqual(near(24));
  expect(shown(kpi.progress)).toEqual(near(0.5));
  expect(shown(kpi.paceIndex)).toEqual(near(1.25));
  expect(kpi.status).toBe('on_course');
  expect(kpi.versionOne).toEqual({
    target: { value: 100, reason: null },
    progress: { value: near(0.3), reason: null },
    status: 'off_course',
  });
});

test('the plan of a day is that of the version in force on it', () => {
  const kpi = result(change('2026-02-01', 60));
  expect(intervalOf(kpi, '2026-01-31').planToDate).toEqual(near(31));
  expect(intervalOf(kpi, '2026-02-01').planToDate).toEqual(near(19.2));
});

test('a change in the future is not there yet; one of today is', () => {
  expect(shown(result(change('2026-02-11', 60)).target)).toBe(100);
  expect(shown(result(change('2026-02-10', 60)).target)).toBe(60);
});

test('of several the last one in force counts, of one day the lower row', () => {
  const changes = [
    change('2026-02-01', 60, { order: 1 }),
    change('2026-01-20', 90, { order: 9 }),
    change('2026-02-01', 70, { order: 2 }),
  ];
  expect(shown(result(...changes).target)).toBe(70);
});

test('with rebase what is left is planned from X on the eve', () => {
  const kpi = result(change('2026-02-01', 65.25, { isRebase: true }));
  // 23.25 on 31 January; 42 over the 69 days left, 9 of them over.
  expect(shown(kpi.plan)).toEqual(near(23.25 + (42 * 9) / 69));
});

test('a level rebases from its newest value, before any from its start', () => {
  const level: OneKpi = {
    ...base,
    rows: rowsOn({ '2026-01-10': 58, '2026-01-31': 50, '2026-02-09': 48 }),
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 60, target: 10 },
  };
  const from = (date: string) =>
    shown(
      evaluateOne({ ...level, targetChanges: [change(date, 20, { isRebase: true })] }).kpi.plan,
    );
  expect(from('2026-02-01')).toEqual(near(50 - (30 * 9) / 69));
  expect(from('2026-01-06')).toEqual(near(60 - (40 * 35) / 95));
});

test('a target on the other side of the start is an error', () => {
  const level: OneKpi = {
    ...base,
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 60, target: 10 },
  };
  const with_ = (target: number) =>
    evaluateOne({ ...level, targetChanges: [change('2026-02-01', target)] });
  expect(with_(61).codes).toContain('E_DIR');
  expect(with_(61).kpi.status).toBe('invalid');
  expect(with_(60).codes).not.toContain('E_DIR');
  expect(with_(0).codes).not.toContain('E_DIR');
  expect(result(change('2026-02-01', -5)).status).toBe('invalid');
});

test('milestones keep their share of the way', () => {
  const { kpi } = evaluateOne({
    ...base,
    milestones: [milestone({ day: day('2026-02-09'), value: 20 })],
    targetChanges: [change('2026-02-01', 200)],
  });
  expect(shown(kpi.plan)).toEqual(near(40));
});

test('GOALPOST: off course under the version before, at the same judged day', () => {
  const moved = evaluateOne({ ...base, targetChanges: [change('2026-02-01', 60)] });
  expect(moved.kpi.flags).toEqual(['GOALPOST']);
  expect(moved.codes).toContain('GOALPOST');
  // 0.9 of the plan was at risk, not off course.
  const rows = daily('2026-01-01', '2026-02-09', 0.9);
  const free = evaluateOne({ ...base, rows, targetChanges: [change('2026-02-01', 60)] });
  expect(free.kpi.flags).toEqual([]);
  expect(free.codes).not.toContain('GOALPOST');
});

test('GOALPOST: it is the version before that counts, not the first', () => {
  const rows = daily('2026-01-01', '2026-02-09', 0.75);
  const twice = [change('2026-01-05', 80), change('2026-02-01', 60)];
  // 30 of 32 planned under 80 was at risk.
  expect(evaluateOne({ ...base, rows, targetChanges: twice }).kpi.flags).toEqual([]);
});

test('GOALPOST: a target that changes when more than 90% of the period is over', () => {
  const rows = daily('2026-01-01', '2026-04-02', 1.5);
  const on = (date: string) =>
    evaluateOne({
      rows,
      kpi: { ...base.kpi, target: 180 },
      targetChanges: [change(date, 170)],
      today: '2026-04-03',
    }).kpi.flags;
  // 31 March is the 90th of 100 days.
  expect(on('2026-03-31')).toEqual([]);
  expect(on('2026-04-01')).toEqual(['GOALPOST']);
});

test('GOALPOST: exactly 90% is not more, whatever the last digit of a sum of weights says', () => {
  // Weekends count half: of the 30 weighed days up to 4 February 27 are over on 1 February.
  const weekdays = [6, 7].map((weekday) => ({ weekday, weight: 0.5 }));
  const on = (date: string) =>
    evaluateOne({
      rows: daily('2026-01-01', '2026-02-02', 9),
      kpi: {
        due: day('2026-02-04'),
        target: 180,
        dayWeights: { kind: 'calendar', calendarName: 'Half' },
      },
      calendars: [{ name: 'Half', weekdays, dates: [], months: [] }],
      targetChanges: [change(date, 170)],
      today: '2026-02-03',
    }).kpi.flags;
  expect(on('2026-02-01')).toEqual([]);
  expect(on('2026-02-02')).toEqual(['GOALPOST']);
});

test('the tolerance of a threshold follows the target in force', () => {
  const keep: OneKpi = {
    rows: daily('2026-01-01', '2026-02-09', 94),
    measure: { aggregation: 'last' },
    kpi: { kind: 'keep_at_least', type: 'at_least', target: 80 },
    targetChanges: [change('2026-02-01', 98.9)],
    today: '2026-02-10',
  };
  const { kpi } = evaluateOne(keep);
  // 5% of 98.9 is 4.945: 94 is 4.9 short.
  expect(shown(kpi.tolerance)).toEqual(near(4.945));
  expect(kpi.status).toBe('at_risk');
  expect(kpi.versionOne.status).toBe('on_course');
});

test('a KPI without a target has no versions of it', () => {
  const track = { kind: 'just_track', type: 'track', target: null } as const;
  const { kpi } = evaluateOne({ ...base, kpi: track, targetChanges: [change('2026-02-01', 60)] });
  expect(kpi.status).toBe('tracked');
  expect(shown(kpi.target)).toBe('NO_TARGET');
});

test('an irregular total rebases from what was counted by then', () => {
  const { kpi } = evaluateOne({
    rows: rowsOn({ '2026-01-10': 12, '2026-01-31': 8, '2026-02-09': 10 }),
    measure: { cadence: 'irregular', missing: 'missing' },
    kpi: base.kpi,
    targetChanges: [change('2026-02-01', 89, { isRebase: true })],
    today: '2026-02-10',
  });
  // 20 on 31 January; 69 over the 69 days left, 9 of them over.
  expect(shown(kpi.plan)).toEqual(near(29));
});

test('a line rebases from its newest interval that had ended', () => {
  const plan = (from: string) =>
    shown(
      evaluateOne({
        rows: rowsOn({ '2026-01-31': 20, '2026-02-28': 26, '2026-03-31': 29 }),
        measure: { aggregation: 'mean', cadence: 'month', missing: 'missing' },
        kpi: { due: day('2026-04-30'), lastTime: 10, target: 50 },
        targetChanges: [change(from, 86, { isRebase: true })],
        today: '2026-04-02',
      }).kpi.plan,
    );
  // From 26 on 28 February, 60 over the 61 days left, 31 of them over.
  expect(plan('2026-03-01')).toEqual(near(26 + (60 * 31) / 61));
  // Before any interval had ended it starts at 10.
  expect(plan('2026-01-11')).toEqual(near(10 + (76 * 80) / 110));
});
