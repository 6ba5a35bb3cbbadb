import { spreadOf } from '../../../../../src/core/evaluate/forecast/series/spread.ts';
import type { Stretch } from '../../../../../src/core/evaluate/forecast/series/stretches.ts';

const MONTHS = { seasonLength: 12, isDaily: false, family: 'total', nonNegative: true } as const;
const DAYS = { seasonLength: 7, isDaily: true, family: 'total', nonNegative: true } as const;
const stretch = (values: readonly number[], changes: Partial<Stretch> = {}): Stretch => {
  const { elapsed = 6, left = 6 } = changes;
  return {
    values,
    kind: MONTHS,
    elapsed,
    left,
    restPerDone: left / elapsed,
    recent: 3,
    ...changes,
  };
};
/** −3 to 3, one way and the other without a rhythm. */
const noise = (i: number): number => ((((i + 7) ** 3 * 31 + i * 17) % 61) / 30 - 1) * 3;
const months = (count: number, size = 10) =>
  Array.from({ length: count }, (_, i) => 100 + size * noise(i));

function deviation(own: Stretch, way: Parameters<typeof spreadOf>[1] = 'run_rate'): number {
  const spread = spreadOf(own, way);
  if (spread === null) throw new Error('A spread was expected.');
  return spread.deviation;
}

test('seven values say nothing about the rest, eight do', () => {
  expect(spreadOf(stretch(months(7)), 'run_rate')).toBeNull();
  expect(spreadOf(stretch([]), 'run_rate')).toBeNull();
  expect(spreadOf(stretch(months(8)), 'run_rate')).toMatchObject({ isRelative: true });
});

test('where something can be negative it is counted in amounts, in the unit of the values', () => {
  const signed = { ...MONTHS, nonNegative: false };
  const loss = months(40).map((value) => 80 - value);
  const own = spreadOf(stretch(loss, { kind: signed }), 'run_rate');
  expect(own?.isRelative).toBe(false);
  const thousand = loss.map((value) => 1000 * value);
  const large = spreadOf(stretch(thousand, { kind: signed }), 'run_rate');
  expect(Number(large?.deviation) / Number(own?.deviation)).toBeCloseTo(1000, 6);
});

test('what was restless stays restless', () => {
  expect(deviation(stretch(months(40, 20)))).toBeGreaterThan(
    1.5 * deviation(stretch(months(40, 5))),
  );
});

test('nobody knows what is coming to within nothing', () => {
  expect(deviation(stretch(Array(60).fill(40)))).toBeGreaterThan(0.003);
  expect(deviation(stretch(Array(12).fill(40)))).toBeGreaterThan(0.01);
});

test('a season that the speed so far does not see widens its spread, once it was seen to', () => {
  const season = [4, 5, 6, 8, 9, 12, 15, 14, 10, 7, 5, 5];
  const seasonal = Array.from({ length: 42 }, (_, i) => season[i % 12] * (10 + 0.2 * noise(i)));
  expect(deviation(stretch(seasonal))).toBeGreaterThan(
    3 * deviation(stretch(seasonal), 'trend_season'),
  );
});

test('days without a year behind them may have a season that nobody saw', () => {
  const days = (count: number) => Array.from({ length: count }, (_, i) => 100 + noise(i));
  const short = stretch(days(91), { kind: DAYS, elapsed: 91, left: 273 });
  const long = stretch(days(500), { kind: DAYS, elapsed: 91, left: 273 });
  expect(deviation(short)).toBeGreaterThan(2 * deviation(long));
});

test('days that go together leave more open than days that do not', () => {
  // Weeks of much and weeks of little, and the same days shuffled.
  const together = Array.from({ length: 140 }, (_, i) => (Math.floor(i / 14) % 2 ? 150 : 50));
  const apart = Array.from({ length: 140 }, (_, i) => (i % 2 ? 150 : 50));
  const of = (values: readonly number[]) =>
    deviation(stretch(values, { kind: DAYS, elapsed: 30, left: 60 }));
  expect(of(together)).toBeGreaterThan(2 * of(apart));
});

test('of a total, changes that stay leave more open than changes that are taken back', () => {
  // The same steps up and down, once each a new height, once each back to where it was.
  const steps = Array.from({ length: 36 }, (_, i) => 1 + 0.03 * noise(i + 2));
  let height = 100;
  const wanders = steps.map((step) => {
    height *= step;
    return height;
  });
  const returns = steps.map((step) => 100 * step ** 0.71);
  const years = { ...MONTHS, seasonLength: 1 };
  const of = (values: readonly number[]) =>
    deviation(stretch(values, { kind: years, elapsed: 34, left: 6 }), 'trend_season');
  expect(of(wanders)).toBeGreaterThan(2 * of(returns));
});

test('a season that is seen is no doubt about what stays', () => {
  const season = [70, 80, 90, 110, 130, 140, 130, 120, 100, 90, 80, 60];
  const seasonal = Array.from({ length: 41 }, (_, i) => season[i % 12] * (1 + 0.004 * noise(i)));
  const turned = seasonal.map((_, i) => seasonal[(i * 5) % 41]);
  const of = (values: readonly number[]) =>
    deviation(stretch(values, { elapsed: 36, left: 6 }), 'trend_season');
  expect(of(turned)).toBeGreaterThan(1.5 * of(seasonal));
});

test('a level that wanders is less known the further away, one that returns is not', () => {
  const level = { ...MONTHS, family: 'level', nonNegative: false } as const;
  let at = 0;
  const wander = Array.from({ length: 60 }, (_, i) => {
    at += noise(i + 3);
    return at;
  });
  const returns = Array.from({ length: 60 }, (_, i) => 4 * noise(i));
  const growth = (values: readonly number[]) =>
    deviation(stretch(values, { kind: level, left: 12 }), 'level') /
    deviation(stretch(values, { kind: level, left: 1 }), 'level');
  expect(growth(wander)).toBeGreaterThan(1.5);
  expect(growth(returns)).toBeLessThan(1.4);
});
