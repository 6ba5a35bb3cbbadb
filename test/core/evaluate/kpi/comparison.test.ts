import { EMPTY_RECORD, type HistoryRow } from '../../../../src/core/model/record.ts';
import type { StatusCode } from '../../../../src/core/model/status.ts';
import { day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, near } from '../one-kpi.ts';

const kept = (date: string, changes: Partial<HistoryRow> = {}): HistoryRow => ({
  day: day(date),
  kpiId: 'kpi',
  status: 'off_course',
  actual: 20,
  target: 100,
  plan: 30,
  progress: 0.2,
  paceIndex: 0.7,
  forecast: 60,
  low: 51,
  high: 72,
  probability: 0.3,
  ...changes,
});

/** 36 of 100 on 9 February, 40 planned: at risk, forecast 90. */
const behind = (history: readonly HistoryRow[], isTodayKept = false, compareWithDays = 7) =>
  evaluateOne({
    rows: daily('2026-01-01', '2026-02-09', 0.9),
    kpi: { due: day('2026-04-10'), target: 100, reached: 'hold' },
    settings: { compareWithDays },
    record: { ...EMPTY_RECORD, history, isTodayKept },
    today: '2026-02-10',
  }).kpi;

test('a KPI is compared with the newest day kept at least so many days ago', () => {
  const { comparison } = behind([
    kept('2026-02-09', { progress: 0.35 }),
    kept('2026-02-03'),
    kept('2026-01-20', { progress: 0 }),
    kept('2026-02-02', { kpiId: 'other', progress: -5 }),
  ]);
  expect(comparison).toEqual({
    before: kept('2026-02-03'),
    statusChange: 1,
    progressChange: near(0.16),
    paceChange: near(0.2),
    forecastChange: near(30),
  });
});

test('what was not known then, or is not now, did not change', () => {
  const unknown = { status: 'stale', progress: null, paceIndex: null, forecast: null } as const;
  expect(behind([kept('2026-01-31', unknown)]).comparison).toMatchObject({
    statusChange: null,
    progressChange: null,
    paceChange: null,
    forecastChange: null,
  });
  expect(behind([kept('2026-01-31', { progress: 0 })]).comparison?.progressChange).toEqual(
    near(0.36),
  );
});

test('with nothing kept so long ago, or only days to come, there is no comparison', () => {
  expect(behind([]).comparison).toBeNull();
  expect(behind([kept('2026-02-04')]).comparison).toBeNull();
  expect(behind([kept('2026-02-11')]).comparison).toBeNull();
});

test('what an earlier run of today left is no past, however near the comparison looks', () => {
  const history = [kept('2026-02-10'), kept('2026-02-09', { progress: 0.3 })];
  expect(behind(history, true, 0).comparison?.before.day).toBe(day('2026-02-09'));
});

describe('since when it has its status', () => {
  const since = (isTodayKept: boolean, ...days: ReadonlyArray<[string, StatusCode]>) =>
    behind(
      days.map(([date, status]) => kept(date, { status })),
      isTodayKept,
    ).statusSince;

  test('the first day kept of the run of days with the status of now', () => {
    expect(
      since(
        false,
        ['2026-02-01', 'at_risk'],
        ['2026-02-03', 'on_course'],
        ['2026-02-05', 'at_risk'],
        ['2026-02-08', 'at_risk'],
      ),
    ).toBe(day('2026-02-05'));
    expect(since(false, ['2026-02-08', 'on_course'])).toBe(day('2026-02-10'));
  });

  test('unknown while nothing is kept, today once today is kept', () => {
    expect(since(false)).toBeNull();
    expect(since(true)).toBe(day('2026-02-10'));
    expect(since(true, ['2026-02-10', 'off_course'])).toBe(day('2026-02-10'));
  });
});
