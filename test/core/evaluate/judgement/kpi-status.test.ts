import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import {
  day,
  everyDay,
  kpi,
  measure,
  milestone,
  workspace,
} from '../../../support/workspace-builder.ts';
import { daily, dailyFrom, evaluateOne, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const statusOf = (parts: OneKpi) => evaluateOne(parts).kpi.status;
const dateOf = (found: number | null) => (found === null ? null : isoDate(found));

/** A level from 0 to 100 over 100 days from 1 January 2026. */
const level = {
  measure: { aggregation: 'last' as const },
  kpi: { lastTime: 0, target: 100, due: day('2026-04-10') },
};

test('cancelled and paused go before everything else', () => {
  const rows = daily('2026-01-01', '2026-02-14', 9000);
  expect(statusOf({ rows, kpi: { state: 'cancelled' } })).toBe('cancelled');
  expect(statusOf({ rows, kpi: { state: 'paused' } })).toBe('paused');
});

test('on its first day a KPI has not started, the day after it has', () => {
  const rows = daily('2025-12-30', '2026-01-01', 250000);
  const first = evaluateOne({ rows, today: '2026-01-01' }).kpi;
  expect(first).toMatchObject({ status: 'not_started', reason: 'NOT_STARTED' });
  expect(statusOf({ rows, today: '2026-01-02' })).toBe('achieved');
});

test('a total that touched its target is achieved from that day, for good', () => {
  const rows = dailyFrom('2026-01-01', [400, 0, 500, 100, 90]);
  const { kpi } = evaluateOne({ rows, kpi: { target: 1000 }, today: '2026-03-20' });
  expect(kpi.status).toBe('achieved');
  expect(dateOf(kpi.reachedDay)).toBe('2026-01-04');
  expect(dateOf(kpi.etaDay)).toBe('2026-01-04');
  expect(shown(kpi.daysLate)).toBe(day('2026-01-04') - day('2026-03-31'));
});

test('what can fall back, or is held, is not achieved before its end', () => {
  const held = { rows: daily('2026-01-01', '2026-02-14', 30), kpi: { target: 1000 } };
  expect(statusOf({ ...held, kpi: { ...held.kpi, reached: 'hold' } })).toBe('on_course');
  const negative = { ...held, rows: [...held.rows, ...rowsOn({ '2026-01-02': -31 })] };
  expect(statusOf(negative)).toBe('on_course');
  const touching = { ...negative, kpi: { ...held.kpi, reached: 'touch' as const } };
  expect(statusOf(touching)).toBe('achieved');
  const high = daily('2026-01-01', '2026-02-14', 101);
  expect(statusOf({ ...level, rows: high })).toBe('on_course');
  expect(statusOf({ ...level, kpi: { ...level.kpi, reached: 'touch' }, rows: high })).toBe(
    'achieved',
  );
});

test('a level achieved by touch stays so when it falls back', () => {
  const rows = dailyFrom('2026-01-01', [20, 40, 100, 30, 10]);
  const kpi = { ...level.kpi, reached: 'touch' as const };
  const result = evaluateOne({ ...level, kpi, rows, today: '2026-03-01' }).kpi;
  expect([result.status, dateOf(result.reachedDay)]).toEqual(['achieved', '2026-01-03']);
});

test('too early is less than 15% of the first leg, ahead or behind alike', () => {
  const upTo = (to: string, value: number) =>
    statusOf({ ...level, rows: daily('2026-01-01', to, value), today: isoDate(day(to) + 1) });
  expect(upTo('2026-01-14', 2)).toBe('too_early');
  expect(upTo('2026-01-14', 90)).toBe('too_early');
  expect(upTo('2026-01-15', 90)).toBe('on_course');
  expect(upTo('2026-01-15', 2)).toBe('off_course');
});

test('the first leg ends at the first milestone with a value', () => {
  const milestones = [
    milestone({ day: day('2026-01-10'), value: null }),
    milestone({ day: day('2026-02-09'), value: 30 }),
  ];
  const upTo = (to: string) =>
    statusOf({
      ...level,
      milestones,
      rows: daily('2026-01-01', to, 40),
      today: isoDate(day(to) + 1),
    });
  // 15% of 40 days is 6 days.
  expect(upTo('2026-01-05')).toBe('too_early');
  expect(upTo('2026-01-06')).toBe('on_course');
});

test('of a long period sixty days are never too early', () => {
  const kpi = { ...level.kpi, due: day('2028-12-31') };
  const upTo = (to: string) =>
    statusOf({ ...level, kpi, rows: daily('2026-01-01', to, 90), today: isoDate(day(to) + 1) });
  expect(upTo('2026-02-28')).toBe('too_early');
  expect(upTo('2026-03-01')).toBe('on_course');
});

test('too early below is a setting', () => {
  const rows = daily('2026-01-01', '2026-01-10', 90);
  const early = { ...level, rows, today: '2026-01-11' };
  expect(statusOf({ ...early, settings: { tooEarlyBelow: 0.1 } })).toBe('on_course');
  expect(statusOf({ ...early, settings: { tooEarlyBelow: 0.11 } })).toBe('too_early');
});

test('a threshold is judged from its first value on, and so is a target equal to the start', () => {
  const rows = daily('2026-01-01', '2026-01-02', 6);
  const keep = { ...level, rows, today: '2026-01-03' };
  expect(statusOf({ ...keep, kpi: { kind: 'keep_at_least', type: 'at_least', target: 5 } })).toBe(
    'on_course',
  );
  expect(statusOf({ ...keep, kpi: { lastTime: 6, target: 6 } })).toBe('on_course');
});

test('a ceiling is too early as well', () => {
  const rows = daily('2026-01-01', '2026-01-13', 10);
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling', target: 100 } as const;
  const kpi = { ...ceiling, due: day('2026-03-31') };
  expect(statusOf({ rows: rows.slice(0, 5), kpi, today: '2026-01-06' })).toBe('too_early');
  // 13.5 of 90 days.
  expect(statusOf({ rows, kpi, today: '2026-01-14' })).toBe('too_early');
});

test('a passed ceiling is off course and says so; at the close it is missed', () => {
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling', target: 100 } as const;
  const passed = evaluateOne({ rows: daily('2026-01-01', '2026-02-14', 3), kpi: ceiling });
  expect(passed.kpi).toMatchObject({
    status: 'off_course',
    reason: 'CEILING_PASSED',
    flags: ['CEILING_PASSED'],
  });
  expect(passed.codes).toContain('CEILING_PASSED');
  const to = (value: number) =>
    evaluateOne({
      rows: daily('2026-01-01', '2026-03-31', value),
      kpi: ceiling,
      today: '2026-04-01',
    }).kpi;
  expect(to(1)).toMatchObject({ status: 'achieved', flags: [], reason: null });
  expect(to(1.2)).toMatchObject({ status: 'missed', flags: ['CEILING_PASSED'] });
});

test('exactly at the ceiling is not passed', () => {
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling', target: 45 } as const;
  const at = evaluateOne({ rows: daily('2026-01-01', '2026-02-14', 1), kpi: ceiling });
  expect(at.kpi.flags).toEqual([]);
  expect(at.codes).not.toContain('CEILING_PASSED');
});

test('closed is achieved or missed, at the due date', () => {
  const closed = (value: number) =>
    evaluateOne({ ...level, rows: daily('2026-01-01', '2026-04-10', value), today: '2026-04-11' })
      .kpi;
  expect(closed(100)).toMatchObject({ status: 'achieved', reachedDay: day('2026-04-10') });
  expect(closed(99.9)).toMatchObject({ status: 'missed', reachedDay: null });
});

test('lower is better at the close', () => {
  const kpi = { lastTime: 50, target: 10, due: day('2026-04-10') };
  const closed = (value: number) =>
    statusOf({
      ...level,
      kpi,
      rows: daily('2026-01-01', '2026-04-10', value),
      today: '2026-04-11',
    });
  expect(closed(9)).toBe('achieved');
  expect(closed(10)).toBe('achieved');
  expect(closed(11)).toBe('missed');
});

test('track is tracked, running and closed', () => {
  const track = { kind: 'just_track', type: 'track', target: null } as const;
  const rows = daily('2026-01-01', '2026-03-31', 4);
  expect(statusOf({ rows, kpi: track })).toBe('tracked');
  expect(statusOf({ rows, kpi: track, today: '2026-04-01' })).toBe('tracked');
});

const MONTHS = { '2026-01-31': 4, '2026-02-28': 7, '2026-03-31': 10 };
const monthly = (changes: OneKpi['kpi'], values: Readonly<Record<string, number>> = MONTHS) =>
  statusOf({
    rows: rowsOn(values),
    measure: { aggregation: 'mean', cadence: 'month' },
    kpi: { kind: 'keep_at_least', type: 'at_least', target: 6, ...changes },
    today: '2026-04-01',
  });

test('a closed threshold is judged over the whole period, by every interval, or by a share', () => {
  // The mean of 4, 7 and 10 is 7; two of three months are at least 6.
  expect(monthly({})).toBe('achieved');
  expect(monthly({ closedRule: { kind: 'every' } })).toBe('missed');
  expect(monthly({ closedRule: { kind: 'share', share: 0.66 } })).toBe('achieved');
  expect(monthly({ closedRule: { kind: 'share', share: 2 / 3 } })).toBe('achieved');
  expect(monthly({ closedRule: { kind: 'share', share: 0.67 } })).toBe('missed');
  expect(monthly({ closedRule: { kind: 'every' }, target: 4 })).toBe('achieved');
});

test('at most by every interval', () => {
  const most = { kind: 'keep_at_most', type: 'at_most', declaredDirection: -1 } as const;
  expect(monthly({ ...most, target: 7 })).toBe('achieved');
  expect(monthly({ ...most, target: 7, closedRule: { kind: 'every' } })).toBe('missed');
  expect(monthly({ ...most, target: 10, closedRule: { kind: 'every' } })).toBe('achieved');
});

test('an interval without a value is neither met nor missed', () => {
  const gap = { '2026-01-31': 8, '2026-03-31': 10 };
  expect(monthly({ closedRule: { kind: 'every' } }, gap)).toBe('achieved');
  expect(monthly({ closedRule: { kind: 'share', share: 0.9 } }, gap)).toBe('achieved');
});

/** By week from Monday 5 January; 13 weeks, 100 planned in each. */
const weekly = {
  measure: { cadence: 'week' as const },
  kpi: { start: day('2026-01-05'), due: day('2026-04-05'), target: 1300 },
};
const WEEKS = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2026-02-09'];
const inWeeks = (...values: Array<number | null>) =>
  values.flatMap((value, i) => (value === null ? [] : [{ date: day(WEEKS[i]), value }]));

test('a total with a gap keeps a status that the gap could not change', () => {
  const { kpi, codes } = evaluateOne({
    ...weekly,
    rows: inWeeks(140, 150, null, 130, 120),
    today: '2026-02-10',
  });
  // 540 of 500 planned as it is, 640 with the missing week at its plan.
  expect(kpi).toMatchObject({ status: 'on_course', reason: null, flags: ['INCOMPLETE'] });
  expect(shown(kpi.coverage)).toBe(0.8);
  expect(codes).toContain('INCOMPLETE');
});

test('a gap that could change the status leaves no status', () => {
  const { kpi } = evaluateOne({
    ...weekly,
    rows: inWeeks(100, 100, null, 100, 100),
    today: '2026-02-10',
  });
  expect(kpi).toMatchObject({
    status: 'no_data',
    reason: 'INCOMPLETE',
    flags: ['INCOMPLETE'],
    reachedDay: null,
  });
  expect(shown(kpi.actual)).toBe(400);
});

test('a gap that, filled, would have touched the target leaves no status', () => {
  const kpi = { ...weekly.kpi, target: 560 };
  const rows = inWeeks(140, 150, null, 130, 120);
  // 540 of 560; the missing week was to bring 43.
  expect(evaluateOne({ ...weekly, kpi, rows, today: '2026-02-10' }).kpi).toMatchObject({
    status: 'no_data',
    reason: 'INCOMPLETE',
  });
});

test('a ceiling with a gap that could have passed it leaves no status', () => {
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  const kpi = { ...weekly.kpi, ...ceiling };
  const rows = inWeeks(90, 90, null, 90, 90);
  expect(statusOf({ ...weekly, kpi, rows, today: '2026-02-10' })).toBe('on_course');
  const more = inWeeks(110, 120, null, 120, 120);
  expect(statusOf({ ...weekly, kpi, rows: more, today: '2026-02-10' })).toBe('no_data');
});

test('gaps of levels and averages do not make them incomplete', () => {
  const { kpi } = evaluateOne({
    ...weekly,
    measure: { cadence: 'week', aggregation: 'last' },
    kpi: { ...weekly.kpi, lastTime: 0, target: 130 },
    rows: inWeeks(10, 20, null, 40, 46),
    today: '2026-02-10',
  });
  // 35 of 91 days: 50 was planned.
  expect(kpi).toMatchObject({ status: 'at_risk', flags: [] });
});

test('old news is no news: stale instead of any colour, also after the end, but not when reached', () => {
  const rows = everyDay('2026-01-01', '2026-02-01', 90000);
  expect(statusOf({ rows, today: '2026-02-05' })).not.toBe('stale');
  expect(evaluateOne({ rows, today: '2026-02-06' }).kpi).toMatchObject({
    status: 'stale',
    reason: null,
    flags: [],
  });
  expect(statusOf({ rows, today: '2026-05-06' })).toBe('stale');
  expect(statusOf({ rows, kpi: { target: 90000 }, today: '2026-05-06' })).toBe('achieved');
});

test('of what is missing only the missing intervals are filled', () => {
  // 900 in four of five weeks; the missing week was to bring 100 of the 1300.
  const { kpi } = evaluateOne({
    ...weekly,
    rows: inWeeks(220, 230, null, 240, 210),
    today: '2026-02-10',
  });
  expect(kpi).toMatchObject({ status: 'on_course', flags: ['INCOMPLETE'] });
});

test('without a value nothing is covered, and days left are never below zero', () => {
  expect(shown(evaluateOne({ rows: [] }).kpi.coverage)).toBe('NO_DATA');
  const left = (today: string) => shown(evaluateOne({ rows: [], today }).kpi.daysLeft);
  expect(['2026-02-15', '2026-03-31', '2026-04-01', '2026-05-20'].map(left)).toEqual([45, 1, 0, 0]);
});

test('the newest value is shown as it is typed, also when its interval is still running', () => {
  const rows = rowsOn({ '2026-01-31': 60, '2026-02-11': 0 });
  const { kpi } = evaluateOne({ rows, measure: { aggregation: 'last', cadence: 'month' } });
  expect([shown(kpi.latestValue), dateOf(kpi.dataThroughDay)]).toEqual([0, '2026-02-11']);
  const january = evaluateOne({ rows: rows.slice(0, 1), measure: { aggregation: 'last' } }).kpi;
  expect(shown(january.latestValue)).toBe(60);
  const none = evaluateOne({}).kpi;
  expect([shown(none.latestValue), none.dataThroughDay]).toEqual(['NO_DATA', null]);
});

test('of a formula the newest value is that of the newest interval that is over', () => {
  const own = { cadence: 'month', missing: 'missing', isMissingTyped: true } as const;
  const row = (date: string, of: string, value: number) => ({
    date: day(date),
    value,
    measure: of,
  });
  const latest = (operator: '/' | '+', rows: ReturnType<typeof row>[]) => {
    const left = { kind: 'measure', measureId: 'lost' } as const;
    const right = { kind: 'measure', measureId: 'there' } as const;
    const { kpis } = evaluateWorkspace(
      workspace({
        rows,
        measures: [
          measure({ id: 'lost', aggregation: operator === '/' ? 'sum' : 'last', ...own }),
          measure({ id: 'there', aggregation: 'last', ...own }),
          measure({
            id: 'made',
            aggregation: null,
            formula: { kind: 'binary', operator, left, right },
            ...own,
          }),
        ],
        kpis: [kpi({ measureId: 'made', kind: 'keep_at_most', type: 'at_most', target: 1 })],
      }),
      day('2026-02-15'),
    );
    return [shown(kpis[0].latestValue), dateOf(kpis[0].latestDay)];
  };
  const january = [row('2026-01-31', 'lost', 18), row('2026-01-31', 'there', 1200)];
  const february = [row('2026-02-03', 'lost', 2), row('2026-02-03', 'there', 1210)];
  // Three days of February are no month of churn; of two levels its newest values are where it stands.
  expect(latest('/', [...january, ...february])).toEqual([18 / 1200, '2026-01-31']);
  expect(latest('+', [...january, ...february])).toEqual([1212, '2026-02-03']);
  expect(latest('/', [...january.slice(0, 1), ...february])).toEqual(['NO_DATA', null]);
  expect(latest('/', [])).toEqual(['NO_DATA', null]);
});

test('the gap is ahead or behind in the unit, and its share is of the way', () => {
  const at = (value: number, kpi: OneKpi['kpi'], changes: OneKpi = {}) => {
    const rows = daily('2026-01-01', '2026-02-09', value);
    const found = evaluateOne({ ...level, rows, kpi, today: '2026-02-10', ...changes }).kpi;
    return [shown(found.gap), shown(found.gapShare)];
  };
  const down = { lastTime: 50, target: 10, due: day('2026-04-10') };
  // 40 of 100 days: 34 was planned.
  expect(at(39, down)).toEqual([expect.closeTo(-5, 9), expect.closeTo(-0.125, 9)]);
  expect(at(30, down)).toEqual([expect.closeTo(4, 9), expect.closeTo(0.1, 9)]);
  expect(at(7, { ...down, target: 50 })[1]).toBe('PLAN_FLAT');
  const keep = { kind: 'keep_at_most', type: 'at_most', target: 9 } as const;
  expect(at(7, keep)).toEqual([2, 'NO_BASELINE']);
  expect(at(7, down, { rows: [] })).toEqual(['NO_DATA', 'NO_DATA']);
  const track = { kind: 'just_track', type: 'track', target: null } as const;
  expect(at(7, track)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
});
