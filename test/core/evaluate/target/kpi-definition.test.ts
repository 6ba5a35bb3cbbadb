import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { isOnOtherSide } from '../../../../src/core/evaluate/target/kpi-definition.ts';
import { dayRangeText } from '../../../../src/core/language/format-date.ts';
import type { KpiKind, KpiType } from '../../../../src/core/model/kpi.ts';
import { EMPTY_RECORD } from '../../../../src/core/model/record.ts';
import { day, kpi as kpiOf, measure, workspace } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const level = { aggregation: 'last' as const };
const result = (parts: OneKpi) => {
  const { kpi, codes } = evaluateOne(parts);
  return {
    type: kpi.type,
    family: kpi.family,
    direction: kpi.direction,
    baseline: shown(kpi.baseline),
    target: shown(kpi.target),
    reference: shown(kpi.reference),
    period: kpi.referencePeriod === null ? '' : dayRangeText(kpi.referencePeriod, 'en'),
    tolerance: shown(kpi.tolerance),
    status: kpi.status,
    codes,
  };
};
const rows = daily('2026-01-01', '2026-02-14', 40);

test('a total starts at 0, always; last time is only what it is compared with', () => {
  expect(result({ rows, kpi: { lastTime: 500, target: 8000 } })).toMatchObject({
    family: 'total',
    baseline: 0,
    reference: 500,
    direction: 1,
  });
});

test('a level starts at last time, else at its newest value before the start, else at its first', () => {
  const before = rowsOn({ '2025-11-01': 20, '2025-12-31': 25 });
  const from = (changes: OneKpi) => result({ measure: level, ...changes });
  expect(from({ rows: [...before, ...rows], kpi: { lastTime: 10, target: 90 } }).baseline).toBe(10);
  expect(from({ rows: [...before, ...rows], kpi: { lastTime: 0, target: 90 } }).baseline).toBe(0);
  expect(from({ rows: [...before, ...rows], kpi: { target: 90 } })).toMatchObject({
    baseline: 25,
    codes: [],
  });
  const own = from({ rows, kpi: { target: 90 } });
  expect(own.baseline).toBe(40);
  expect(own.codes).toContain('W_BASELINE_FIRST_VALUE');
  expect(from({ kpi: { target: 90 } })).toMatchObject({ baseline: 'NO_BASELINE', codes: [] });
});

test('an average on a line starts at its newest whole interval before the start', () => {
  const measure = { aggregation: 'mean', cadence: 'month', missing: 'missing' } as const;
  const history = rowsOn({ '2025-10-31': 4, '2025-11-30': 6, '2026-01-31': 9 });
  expect(result({ rows: history, measure, kpi: { target: 20 } })).toMatchObject({
    family: 'average',
    baseline: 6,
    codes: [],
  });
  const first = result({ rows: history.slice(2), measure, kpi: { target: 20 } });
  expect(first).toMatchObject({ baseline: 9 });
  expect(first.codes).toContain('W_BASELINE_FIRST_VALUE');
});

test('a threshold has a start only when one was typed', () => {
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 30 } as const;
  const before = [...rowsOn({ '2025-12-31': 25 }), ...rows];
  expect(result({ rows: before, measure: level, kpi: keep }).baseline).toBe('NO_BASELINE');
  expect(result({ rows: before, measure: level, kpi: { ...keep, lastTime: 12 } }).baseline).toBe(
    12,
  );
});

test.each<[KpiKind, KpiType, 1 | -1 | null, number, KpiType, 1 | -1 | null]>([
  ['add_up_to', 'reach', null, 900, 'reach', 1],
  ['keep_at_least', 'at_least', 1, 900, 'reach', 1],
  ['keep_at_most', 'at_most', -1, 90000, 'ceiling', -1],
  ['spend_no_more_than', 'ceiling', -1, 90000, 'ceiling', -1],
  ['bring_down_to', 'reach', -1, 90000, 'ceiling', -1],
  ['just_track', 'track', null, 5, 'track', null],
])('on a total %s is judged as', (kind, type, declaredDirection, target, expected, direction) => {
  const found = result({ rows, kpi: { kind, type, declaredDirection, target } });
  expect([found.type, found.direction]).toEqual([expected, direction]);
  expect(found.codes.includes('I_AT_LEAST_TOTAL')).toBe(kind === 'keep_at_least');
});

test('on a level the kinds stay what they are', () => {
  const of = (kind: KpiKind, type: KpiType, declaredDirection: 1 | -1 | null) => {
    const kpi = { kind, type, declaredDirection, target: 30 };
    const found = result({ rows, measure: level, kpi });
    return [found.type, found.direction, found.codes.includes('I_AT_LEAST_TOTAL')];
  };
  expect(of('keep_at_least', 'at_least', 1)).toEqual(['at_least', 1, false]);
  expect(of('keep_at_most', 'at_most', -1)).toEqual(['at_most', -1, false]);
});

test('the direction is the side of the start on which the target lies', () => {
  const to = (target: number, declaredDirection: 1 | -1 | null = null) =>
    result({ rows, measure: level, kpi: { lastTime: 50, target, declaredDirection } });
  expect(to(60).direction).toBe(1);
  expect(to(10).direction).toBe(-1);
  expect(to(50).direction).toBe(1);
  expect(to(50, -1)).toMatchObject({ direction: -1, type: 'reach' });
  expect(to(-10).direction).toBe(-1);
});

test('a direction that contradicts the target is an error, nothing is guessed', () => {
  const to = (target: number, declaredDirection: 1 | -1) =>
    result({ rows, measure: level, kpi: { lastTime: 50, target, declaredDirection } });
  expect(to(60, -1)).toMatchObject({ status: 'invalid', codes: ['E_DIR'] });
  expect(to(10, 1)).toMatchObject({ status: 'invalid', codes: ['E_DIR'] });
  expect(to(60, 1).codes).not.toContain('E_DIR');
});

test('what must have a target and has none is invalid; intake has said so', () => {
  const none = result({ rows, kpi: { target: null } });
  expect(none).toMatchObject({ status: 'invalid', codes: [] });
  const between = {
    kind: 'keep_between',
    type: 'range',
    target: null,
    low: 4,
    high: null,
  } as const;
  expect(result({ rows, measure: level, kpi: between }).status).toBe('invalid');
  const track = { kind: 'just_track', type: 'track', target: null } as const;
  expect(result({ rows, kpi: track }).codes).toEqual([]);
  expect(result({ rows, kpi: { ...track, target: 5 } }).target).toBe('NO_TARGET');
  expect(result({ rows, kpi: { target: null, errors: ['E_NO_TARGET'] } }).codes).toEqual([]);
});

test('growth makes the target: the reference plus its own size times the growth', () => {
  const grown = (lastTime: number, growth: number) =>
    result({ rows, measure: level, kpi: { target: null, lastTime, growth } });
  expect(grown(50, 0.1)).toMatchObject({ target: near(55), direction: 1 });
  expect(grown(50, -0.2)).toMatchObject({ target: near(40), direction: -1 });
  const fromLoss = grown(-40, 0.25);
  expect(fromLoss).toMatchObject({ target: near(-30), direction: 1 });
  expect(fromLoss.codes).toContain('W_GROWTH_NEGATIVE');
  expect(grown(50, 0.1).codes).not.toContain('W_GROWTH_NEGATIVE');
});

test('from nothing one cannot grow', () => {
  const grown = (changes: OneKpi['kpi']) =>
    result({ rows, kpi: { target: null, growth: 0.1, ...changes } });
  expect(grown({ lastTime: 0 })).toMatchObject({ status: 'invalid', codes: ['E_GROWTH_BASE'] });
  expect(grown({})).toMatchObject({ status: 'no_data', target: 'NO_TARGET' });
  expect(grown({ target: 700 })).toMatchObject({ target: 700, codes: [] });
  expect(grown({ target: 700, lastTime: 0 }).codes).toEqual(['E_GROWTH_BASE']);
});

test('target and growth must agree when both are filled in', () => {
  const both = (target: number) => result({ rows, kpi: { target, lastTime: 2000, growth: 0.1 } });
  expect(both(2200).codes).not.toContain('E_TARGET');
  expect(both(2300)).toMatchObject({ status: 'invalid', codes: ['E_TARGET'] });
});

test('the reference is the same period a year earlier, cut like this one at both ends', () => {
  const lastYear = daily('2025-01-01', '2025-03-31', 3);
  expect(result({ rows: [...lastYear, ...rows] })).toMatchObject({
    reference: 270,
    period: '1 Jan – 31 Mar 2025',
  });
  const monthly = result({
    rows: rowsOn({ '2025-01-31': 7, '2025-02-28': 8, '2025-03-31': 9, '2025-04-30': 99 }),
    measure: { cadence: 'month' },
    kpi: { start: day('2026-01-10'), due: day('2026-03-15') },
  });
  expect(monthly).toMatchObject({
    reference: expect.closeTo((7 * 22) / 31 + 8 + (9 * 15) / 31, 9),
    period: '10 Jan – 15 Mar 2025',
  });
});

test('a period that is not over, or before the first row, is no reference', () => {
  const long = { start: day('2026-01-01'), due: day('2027-02-15') };
  const found = result({ rows: [...daily('2025-01-01', '2026-02-14', 3)], kpi: long });
  expect(found).toMatchObject({ reference: 'NO_HISTORY', period: '' });
  const until = { start: day('2026-01-01'), due: day('2027-02-14') };
  expect(result({ rows: daily('2025-01-01', '2026-02-14', 3), kpi: until })).not.toMatchObject({
    reference: 'NO_HISTORY',
  });
  expect(result({ rows })).toMatchObject({ reference: 'NO_HISTORY' });
});

test('an average is compared with all of last year, on a line too; unique counts with its last interval', () => {
  const measure = { aggregation: 'mean', cadence: 'month', missing: 'missing' } as const;
  const history = rowsOn({
    '2025-01-31': 4,
    '2025-02-28': 6,
    '2025-03-31': 8,
    '2026-01-31': 9,
  });
  expect(result({ rows: history, measure, kpi: { target: 20 } }).reference).toBe(6);
  const keep = { kind: 'keep_at_least', type: 'at_least', target: 5 } as const;
  expect(result({ rows: history, measure, kpi: keep }).reference).toBe(6);
  const unique = { ...measure, aggregation: 'unique' } as const;
  const people = { measure: unique, kpi: { kind: 'grow_to', target: 20 } } as const;
  expect(result({ rows: history, ...people }).reference).toBe(8);
});

test('thirteen weeks are compared with the same thirteen weeks of the year before', () => {
  // 30 March 2026 is a Monday; the same date of 2025 is the Sunday of the week before.
  const mondays = (from: string, value: number) =>
    Array.from({ length: 13 }, (_, week) => ({ date: day(from) + 7 * week, value }));
  const found = result({
    rows: [{ date: day('2025-03-24'), value: 100 }, ...mondays('2025-03-31', 5)],
    measure: { cadence: 'week' },
    kpi: { start: day('2026-03-30'), due: day('2026-06-28'), target: 90 },
    today: '2026-07-01',
  });
  expect(found).toMatchObject({ reference: 65, period: '31 Mar – 29 Jun 2025' });
});

test('a formula of unique counts is compared with all of last year, interval by interval', () => {
  const people = { measure: 'people' };
  const rows = rowsOn(
    { '2025-01-31': 28, '2025-02-28': 20, '2025-03-31': 32, '2026-01-31': 36 },
    people,
  );
  const cadence = { cadence: 'month', missing: 'missing' } as const;
  const formula = {
    kind: 'binary',
    operator: '/',
    left: { kind: 'measure', measureId: 'people' },
    right: { kind: 'number', value: 4 },
  } as const;
  const reference = (due: string) =>
    evaluateWorkspace(
      workspace({
        rows,
        measures: [
          measure({ id: 'people', aggregation: 'unique', ...cadence }),
          measure({ id: 'teams', aggregation: null, formula, ...cadence }),
        ],
        kpis: [kpiOf({ measureId: 'teams', due: day(due), lastTime: null, target: 20 })],
      }),
      day('2026-02-15'),
    ).kpis[0].reference;
  // 28, 20 and 32 people over 4 teams: 7, 5 and 8.
  expect(shown(reference('2026-03-31'))).toEqual(near(20 / 3));
});

test('half a year as reference makes any year grow: no target until Last time is typed', () => {
  const months = (year: number, values: readonly number[]) =>
    values.map((value, i) => ({
      date: day(`${year}-${String(i + 1).padStart(2, '0')}-28`),
      value,
    }));
  const grown = (last: readonly number[], kpi: OneKpi['kpi'] = {}) =>
    result({
      rows: [...months(2025, last), ...months(2026, [30, 26, 28])],
      measure: { cadence: 'month', missing: 'missing' },
      kpi: { due: day('2026-12-31'), target: null, growth: 0.1, ...kpi },
      today: '2026-04-02',
    });
  const year = [20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 30];
  expect(grown(year)).toMatchObject({ reference: 360, target: near(396) });
  const half = grown(year.slice(0, 6));
  expect(half).toMatchObject({ status: 'no_data', target: 'NO_TARGET', reference: 'NO_HISTORY' });
  expect(half.codes).toContain('REFERENCE_INCOMPLETE');
  expect(grown([], { lastTime: 300 })).toMatchObject({ target: near(330) });
});

test('growth compares the same part of both years, and the whole only after the close', () => {
  const rows = (year: number, values: readonly number[]) =>
    values.map((value, i) => ({ date: day(`${year}-0${i + 1}-28`), value }));
  const growthOn = (today: string, kpi: OneKpi['kpi'] = {}) =>
    shown(
      evaluateOne({
        rows: [...rows(2025, [20, 30, 50, 100]), ...rows(2026, [30, 25, 60, 110])],
        measure: { cadence: 'month', missing: 'missing' },
        kpi: { due: day('2026-04-30'), target: 300, ...kpi },
        today,
      }).kpi.growthVsReference,
    );
  expect(growthOn('2026-02-03')).toEqual(near(0.5));
  expect(growthOn('2026-03-03')).toEqual(near(0.1));
  expect(growthOn('2026-05-03')).toEqual(near(0.125));
  // Typed: the course of last year, scaled to 400 instead of 200.
  expect(growthOn('2026-03-03', { lastTime: 400 })).toEqual(near(55 / 100 - 1));
  expect(growthOn('2026-05-03', { lastTime: 400 })).toEqual(near(225 / 400 - 1));
});

test('what was frozen on first use stays, whatever is corrected later', () => {
  const frozen = {
    kpiId: 'kpi',
    value: 250,
    periodStart: day('2025-01-01'),
    periodEnd: day('2025-03-31'),
    day: day('2026-01-02'),
  };
  const lastYear = daily('2025-01-01', '2025-03-31', 3);
  const record = { ...EMPTY_RECORD, baselines: [{ ...frozen, kpiId: 'other', value: 9 }, frozen] };
  const own = { rows: [...lastYear, ...rows], record };
  expect(result(own)).toMatchObject({ reference: 250, period: '1 Jan – 31 Mar 2025' });
  expect(result({ ...own, kpi: { lastTime: 300 } })).toMatchObject({ reference: 300, period: '' });
});

test('tolerance is typed, half a range, or 5% of the size of the target; a way has none', () => {
  const least = (target: number, tolerance: number | null) => {
    const kpi = { kind: 'keep_at_least', type: 'at_least', target, tolerance } as const;
    return result({ rows, measure: level, kpi }).tolerance;
  };
  expect(least(60, 2)).toBe(2);
  expect(least(60, 0)).toBe(0);
  expect(least(-60, null)).toEqual(near(3));
  const range = { kind: 'keep_between', type: 'range', target: null, low: 40, high: 52 } as const;
  expect(result({ rows, measure: level, kpi: range }).tolerance).toBe(6);
  expect(result({ rows, measure: level, kpi: { ...range, tolerance: 5 } }).tolerance).toBe(5);
  expect(result({ rows, kpi: { target: 900, tolerance: 4 } }).tolerance).toBe('NOT_APPLICABLE');
});

test('a later target lies on the other side only of a way', () => {
  const down = { type: 'reach', baseline: 50, target: 30 } as const;
  expect(isOnOtherSide(down, 51)).toBe(true);
  expect(isOnOtherSide(down, 50)).toBe(false);
  expect(isOnOtherSide(down, 10)).toBe(false);
  expect(isOnOtherSide({ ...down, type: 'at_most' }, 51)).toBe(false);
  expect(isOnOtherSide({ ...down, baseline: null }, 51)).toBe(false);
  expect(isOnOtherSide({ ...down, target: null }, 51)).toBe(false);
});

test('a KPI of which nothing can be said keeps what was typed', () => {
  const { kpi } = evaluateOne({
    rows,
    kpi: { errors: ['E_PERIOD_ORDER'], lastTime: 3, target: 60 },
  });
  expect(kpi).toMatchObject({
    status: 'invalid',
    reason: 'INVALID',
    type: kpiOf().type,
    timeline: { start: [], actual: [], parts: null },
    daysPerSpeedUnit: 1,
    isClosed: false,
    isSpeedPerWorkingDay: false,
    onCourseFrom: 0.95,
    atRiskFrom: 0.8,
    versionOne: { status: null },
  });
  expect([shown(kpi.target), shown(kpi.reference), shown(kpi.actual)]).toEqual([60, 3, 'INVALID']);
});

test('growth so far is the change against the reference as a share of its size', () => {
  const growth = (lastTime: number | null, value: number) =>
    shown(
      evaluateOne({
        rows: daily('2026-01-01', '2026-02-14', value),
        measure: level,
        kpi: { lastTime, target: 90, kind: 'keep_at_most', type: 'at_most' },
      }).kpi.growthVsReference,
    );
  expect(growth(40, 50)).toEqual(near(0.25));
  expect(growth(-40, -50)).toEqual(near(-0.25));
  expect(growth(40, 0)).toBe(-1);
  expect(growth(0, 5)).toBe('DIVISION_BY_ZERO');
  expect(growth(null, 5)).toBe('NO_HISTORY');
});
