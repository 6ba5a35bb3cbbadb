import {
  cameAfter,
  type Stretch,
  WAYS,
} from '../../../../../src/core/evaluate/forecast/series/stretches.ts';

const QUARTERS = { seasonLength: 4, isDaily: false, family: 'total', nonNegative: true } as const;
const LEVEL = { ...QUARTERS, family: 'level' } as const;
const values = [10, 20, 30, 60, 12, 18, 33];
const of = (changes: Partial<Stretch> = {}): Stretch => ({
  values,
  kind: QUARTERS,
  elapsed: 3,
  left: 1,
  restPerDone: 0.5,
  recent: 2,
  ...changes,
});

test('the speed so far brings what the plan leaves of it', () => {
  expect(WAYS.run_rate.rest(of(), 7)).toBe(63 / 2);
  expect(WAYS.run_rate.rest(of(), 3)).toBe(30);
  expect(WAYS.run_rate.rest(of(), 2)).toBeNull();
  // Changes: from 60 to 33 in three quarters.
  expect(WAYS.run_rate.rest(of({ kind: LEVEL }), 7)).toBe(-27 / 2);
  // Without a value before the period its own first one stands in: 10 to 30 in two steps, of three.
  expect(WAYS.run_rate.rest(of({ kind: LEVEL }), 3)).toBe(15);
});

test('the recent speed is that of its own values', () => {
  expect(WAYS.recent.rest(of({ left: 3 }), 7)).toBeCloseTo((51 / 2) * 3, 9);
  expect(WAYS.recent.rest(of({ kind: LEVEL, left: 3 }), 7)).toBeCloseTo(
    (-27 / 2) * 1 * 0 + 31.5,
    9,
  );
});

test('last year says how much was still to come of as much as there was', () => {
  // 60 after 60 last year: 63 again.
  expect(WAYS.last_year_share.rest(of(), 7)).toBe(63);
  expect(WAYS.last_year_share.rest(of(), 6)).toBeNull();
  expect(WAYS.last_year_share.rest(of({ left: 5 }), 7)).toBeNull();
  expect(WAYS.last_year_share.rest(of({ kind: LEVEL }), 7)).toBeNull();
  // 1% of last year was in by now: too little to hang a year on.
  const late = [0.3, 0.3, 0.4, 99, 12, 18, 33];
  expect(WAYS.last_year_share.rest(of({ values: late }), 7)).toBeNull();
  const none = [0, 0, 0, 0, 12, 18, 33];
  expect(WAYS.last_year_share.rest(of({ values: none }), 7)).toBeNull();
});

test('a level stays, an average goes on as it was', () => {
  expect(WAYS.level.rest(of({ kind: LEVEL }), 7)).toBe(0);
  expect(WAYS.level.rest(of({ kind: { ...QUARTERS, family: 'average' } }), 7)).toBe(63 / 2);
});

test('a trend of a level is how much it changes', () => {
  const climb = Array.from({ length: 12 }, (_, i) => -40 + 5 * i);
  const kind = { ...LEVEL, nonNegative: false };
  const rest = WAYS.trend_season.rest(of({ values: climb, kind, left: 2 }), 12);
  expect(rest).toBeGreaterThan(5);
  expect(rest).toBeLessThan(11);
});

test('what came is the sum of a total and the change of a level', () => {
  expect(cameAfter(of({ left: 3 }), 2)).toBe(30 + 60 + 12);
  expect(cameAfter(of({ left: 3, kind: LEVEL }), 2)).toBe(12 - 20);
});
