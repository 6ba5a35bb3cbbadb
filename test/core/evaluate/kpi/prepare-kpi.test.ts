import { day, milestone } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, type OneKpi } from '../one-kpi.ts';

const base: OneKpi = { rows: daily('2026-01-01', '2026-02-14', 3000) };
const codesWith = (parts: OneKpi) => evaluateOne({ ...base, ...parts }).codes;
const stop = (date: string, value: number | null) => milestone({ day: day(date), value });

test('a milestone must lie in the period, its first and last day included', () => {
  const outside = (date: string) =>
    codesWith({ milestones: [stop(date, 200000)] }).includes('E_MILESTONE_OUTSIDE');
  expect(outside('2025-12-31')).toBe(true);
  expect(outside('2026-01-01')).toBe(false);
  expect(outside('2026-03-31')).toBe(false);
  expect(outside('2026-04-01')).toBe(true);
});

test('two values on one day are an error; things to do may share it', () => {
  const twice = codesWith({ milestones: [stop('2026-02-01', 4), stop('2026-02-01', 5)] });
  expect(twice).toContain('E_MILESTONE_TWICE');
  const beside = codesWith({ milestones: [stop('2026-02-01', null), stop('2026-02-01', 5)] });
  expect(beside).toEqual([]);
  const apart = codesWith({ milestones: [stop('2026-02-01', 4), stop('2026-02-02', 5)] });
  expect(apart).toEqual([]);
});

test('what is done or not may have two things to do on one day', () => {
  const kpi = { kind: 'done_by', type: 'done', target: null } as const;
  const milestones = [stop('2026-02-01', null), stop('2026-02-01', null)];
  const { kpi: found, codes } = evaluateOne({ kpi, milestones });
  expect([found.status, codes]).toEqual(['missed', []]);
});

test('on the due date a milestone says what the target says', () => {
  expect(codesWith({ milestones: [stop('2026-03-31', 190000)] })).toContain('E_MILESTONE_END');
  expect(codesWith({ milestones: [stop('2026-03-31', 200000)] })).toEqual([]);
  expect(codesWith({ milestones: [stop('2026-03-31', null)] })).toEqual([]);
  expect(codesWith({ milestones: [stop('2026-03-30', 190000)] })).toEqual([]);
});

test('milestones that go back are a warning, in the direction of the KPI', () => {
  const back = [stop('2026-02-01', 50), stop('2026-02-02', 49)];
  const soFar: OneKpi = { kpi: { stopsAre: 'so_far' } };
  expect(codesWith({ ...soFar, milestones: back })).toContain('W_MILESTONE_ORDER');
  expect(codesWith({ ...soFar, milestones: [stop('2026-02-01', -1)] })).toContain(
    'W_MILESTONE_ORDER',
  );
  const down: OneKpi = {
    measure: { aggregation: 'last' },
    kpi: { lastTime: 60, target: 10 },
  };
  expect(codesWith({ ...down, milestones: back })).not.toContain('W_MILESTONE_ORDER');
  const up = [stop('2026-02-01', 49), stop('2026-02-02', 50)];
  expect(codesWith({ ...down, milestones: up })).toContain('W_MILESTONE_ORDER');
  const equal = [stop('2026-02-01', 49), stop('2026-02-02', 49)];
  expect(codesWith({ ...soFar, milestones: equal })).toEqual([]);
  expect(codesWith({ ...soFar, milestones: [stop('2026-02-01', 200001)] })).toContain(
    'W_MILESTONE_ORDER',
  );
});

test('what a ceiling plans to use goes up, though lower is better', () => {
  const kpi = { kind: 'spend_no_more_than', type: 'ceiling', stopsAre: 'so_far' } as const;
  expect(codesWith({ kpi, milestones: [stop('2026-02-01', 9000)] })).toEqual([]);
  const back = [stop('2026-02-01', 9000), stop('2026-02-02', 8000)];
  expect(codesWith({ kpi, milestones: back })).toContain('W_MILESTONE_ORDER');
});

test('an error leaves the KPI without a result, a warning does not', () => {
  const of = (milestones: OneKpi['milestones']) => evaluateOne({ ...base, milestones }).kpi.status;
  expect(of([stop('2026-04-01', 5)])).toBe('invalid');
  expect(of([stop('2026-02-01', -1)])).toBe('on_course');
});

test('a calendar is found by its name in any case; an unknown one, or one without days, is E_CAL', () => {
  const calendar = (name: string, weekday = 7) => ({
    name,
    dates: [],
    weekdays: [{ weekday, weight: 0 }],
    months: [],
  });
  const kpi = { dayWeights: { kind: 'calendar', calendarName: 'Open Days' } } as const;
  expect(codesWith({ kpi, calendars: [calendar('OPEN days')] })).toEqual([]);
  expect(codesWith({ kpi, calendars: [calendar('Other')] })).toContain('E_CAL');
  const never = {
    ...calendar('open days'),
    months: [1, 2, 3].map((month) => ({ month, weight: 0 })),
  };
  expect(codesWith({ kpi, calendars: [never] })).toContain('E_CAL');
});

test('last year as weights without a last year has no days that count', () => {
  expect(codesWith({ kpi: { dayWeights: { kind: 'last_year' } } })).toContain('E_CAL');
});

test('channels that cannot be added have no total; one channel or a typed total has', () => {
  const percent = { aggregation: 'last', unit: { kind: 'percent' } } as const;
  const shop = daily('2026-01-01', '2026-02-14', 0.2, { channel: 'Shop' });
  const web = daily('2026-01-01', '2026-02-14', 0.3, { channel: 'Web' });
  const total = daily('2026-01-01', '2026-02-14', 0.26);
  const kpi = { lastTime: 0.1, target: 0.4 };
  const found = evaluateOne({ rows: [...shop, ...web], measure: percent, kpi });
  expect(found.codes).toEqual(['E_CHANNELS']);
  expect(found.kpi).toMatchObject({ status: 'invalid', reason: 'E_CHANNELS' });
  const of = (rows: OneKpi['rows'], changes = {}) =>
    evaluateOne({ rows, measure: percent, kpi: { ...kpi, ...changes } }).kpi.actual.value;
  expect(of([...shop, ...web, ...total])).toBe(0.26);
  expect(of(shop)).toBe(0.2);
  expect(of([...shop, ...web], { channel: 'Web' })).toBe(0.3);
});

test('a KPI may have thresholds of its own', () => {
  const { kpi } = evaluateOne({
    ...base,
    kpi: { onCourseFrom: 0.9 },
    settings: { atRiskFrom: 0.7 },
  });
  expect([kpi.onCourseFrom, kpi.atRiskFrom]).toEqual([0.9, 0.7]);
});

test('a measure that does not exist leaves the KPI invalid', () => {
  expect(evaluateOne({ ...base, kpi: { measureId: 'nothing' } }).kpi).toMatchObject({
    status: 'invalid',
    cadence: 'irregular',
  });
});

test('of two on one day the lower row is the one too many', () => {
  const row = (order: number, cell: string) => ({
    ...stop('2026-02-01', 5),
    order,
    place: { tab: 'Milestones', cell },
  });
  const { evaluation } = evaluateOne({ ...base, milestones: [row(7, 'A9'), row(2, 'A4')] });
  const issue = evaluation.issues.find(({ code }) => code === 'E_MILESTONE_TWICE');
  expect(issue?.place.cell).toBe('A9');
});
