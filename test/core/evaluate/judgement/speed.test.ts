import { daysPerSpeedUnit, speedsOf } from '../../../../src/core/evaluate/judgement/speed.ts';
import { EVERY_DAY, weighPeriod } from '../../../../src/core/evaluate/period/day-weights.ts';
import { day } from '../../../support/workspace-builder.ts';
import { evaluateOne, near, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

/** 90 days, judged after 45. */
const period = weighPeriod({ start: day('2026-01-01'), end: day('2026-03-31') }, EVERY_DAY);
const judgedDay = day('2026-02-14');

type Inputs = Parameters<typeof speedsOf>[0];
function speeds(changes: Partial<Inputs>) {
  const found = speedsOf({
    period,
    judgedDay,
    baseline: 0,
    target: 300,
    direction: 1,
    actual: 90,
    recentFrom: { day: day('2026-01-31'), actual: 48 },
    ...changes,
  });
  return {
    speed: shown(found.speed),
    recent: shown(found.recentSpeed),
    required: shown(found.requiredSpeed),
    factor: shown(found.speedFactor),
  };
}

test('speed so far, of late, and needed from here', () => {
  expect(speeds({})).toEqual({
    speed: near(2),
    recent: near(3),
    required: near(210 / 45),
    factor: near(210 / 90),
  });
});

test('lower is better: speeds are negative and their factor is not', () => {
  const recentFrom = { day: day('2026-01-31'), actual: 34 };
  expect(speeds({ baseline: 50, target: 10, direction: -1, actual: 35, recentFrom })).toEqual({
    speed: near(-1 / 3),
    recent: near(1 / 14),
    required: near(-25 / 45),
    factor: near(5 / 3),
  });
});

test('nothing more is required of what is reached', () => {
  expect(speeds({ actual: 300 })).toMatchObject({ required: 0, factor: 0 });
  expect(speeds({ actual: 310 })).toMatchObject({ required: 0, factor: 0 });
  expect(speeds({ baseline: 50, target: 10, direction: -1, actual: 9 }).required).toBe(0);
});

test('without a direction nothing is ever reached, and there is no factor', () => {
  expect(speeds({ direction: null, actual: 390 })).toMatchObject({
    required: near(-2),
    factor: 'NO_MOVEMENT',
  });
});

test('standing still or going the wrong way cannot be multiplied', () => {
  expect(speeds({ actual: 0 })).toMatchObject({ speed: 0, factor: 'NO_MOVEMENT' });
  expect(speeds({ actual: -9 })).toMatchObject({ speed: near(-0.2), factor: 'NO_MOVEMENT' });
});

test('when nothing remains of the period the required speed is null, not infinite', () => {
  const over = speeds({ judgedDay: day('2026-03-31') });
  expect(over).toMatchObject({ required: 'PERIOD_OVER', factor: 'PERIOD_OVER' });
});

test('what is not known gives its reason', () => {
  expect(speeds({ target: null })).toMatchObject({ required: 'NO_TARGET', factor: 'NO_TARGET' });
  expect(speeds({ baseline: null })).toMatchObject({
    speed: 'NO_BASELINE',
    required: near(210 / 45),
    factor: 'NO_BASELINE',
  });
  expect(speeds({ recentFrom: null }).recent).toBe('NO_HISTORY');
  expect(speeds({ recentFrom: { day: judgedDay, actual: 4 } }).recent).toBe('NO_HISTORY');
  expect(speeds({ judgedDay: day('2025-12-31') }).speed).toBe('NOT_STARTED');
});

test('a speed is shown per interval of the cadence, or per working day', () => {
  expect(daysPerSpeedUnit('day', false)).toBe(1);
  expect(daysPerSpeedUnit('week', false)).toBe(7);
  expect(daysPerSpeedUnit('month', false)).toBe(30.4375);
  expect(daysPerSpeedUnit('quarter', false)).toBe(91.3125);
  expect(daysPerSpeedUnit('year', false)).toBe(365.25);
  expect(daysPerSpeedUnit('irregular', false)).toBe(1);
  expect(daysPerSpeedUnit('month', true)).toBe(1);
});

/** Three months of a quarter, judged at 28 February: 31 days are left of 90. */
const kept = (measure: OneKpi['measure'], kpi: OneKpi['kpi']) =>
  evaluateOne({
    rows: rowsOn({ '2026-01-31': 410, '2026-02-28': 438 }),
    measure: { cadence: 'month', ...measure },
    kpi: { kind: 'keep_at_least', type: 'at_least', due: day('2026-03-31'), target: 500, ...kpi },
    today: '2026-03-02',
  }).kpi;

test('a level has speeds also where it is held to a threshold; an average has none', () => {
  const level = kept({ aggregation: 'last' }, { lastTime: 379 });
  expect(shown(level.speed)).toEqual(near(1));
  expect(shown(level.requiredSpeed)).toEqual(near(2));
  expect(shown(level.speedFactor)).toEqual(near(2));
  const startless = kept({ aggregation: 'last' }, {});
  expect(shown(startless.speed)).toBe('NO_BASELINE');
  expect(shown(startless.requiredSpeed)).toEqual(near(2));
  const average = kept({ aggregation: 'mean' }, { lastTime: 379 });
  expect(shown(average.speed)).toBe('NOT_A_FLOW');
  expect(shown(average.requiredSpeed)).toBe('NOT_A_FLOW');
});
