import {
  foreseeSteps,
  type HistoryKind,
  mostValues,
  yearOf,
} from '../../../../../src/core/evaluate/forecast/series/foresee-steps.ts';

const days: HistoryKind = { seasonLength: 7, isDaily: true, family: 'total', nonNegative: true };
const months: HistoryKind = {
  seasonLength: 12,
  isDaily: false,
  family: 'total',
  nonNegative: true,
};

/** Three years of days; closed on the last two days of each week, busiest in the middle of a year. */
const shopDay = (i: number) =>
  i % 7 > 4 ? 0 : (20 + 4 * (i % 7)) * (1.5 - Math.cos((2 * Math.PI * i) / 364));
const shop = Array.from({ length: 1092 }, (_, i) => shopDay(i));
const cameIn = (steps: number) =>
  Array.from({ length: steps }, (_, k) => shopDay(1092 + k)).reduce((sum, value) => sum + value, 0);

function expectSteps(values: readonly number[], kind: HistoryKind, horizon: number) {
  const steps = foreseeSteps(values, kind, horizon);
  if (steps === null) throw new Error('Steps were expected.');
  return steps;
}

test('a year of days is 52 of their weeks, of anything else its season', () => {
  expect(yearOf(days)).toBe(364);
  expect(yearOf({ ...days, seasonLength: 5 })).toBe(260);
  expect(yearOf(months)).toBe(12);
  expect(mostValues(days)).toBe(1092);
  expect(mostValues(months)).toBe(60);
});

describe('days with years behind them', () => {
  const steps = expectSteps(shop, days, 200);

  it('add up to what that time of the year brings', () => {
    for (const ahead of [28, 91, 182, 200]) {
      expect(Math.abs(steps[ahead] / cameIn(ahead) - 1)).toBeLessThan(0.08);
    }
  });

  it('follow the shape of the week within it: nothing on a day that is closed', () => {
    expect(steps[0]).toBe(0);
    const added = (step: number) => steps[step] - steps[step - 1];
    expect(added(6)).toBeCloseTo(0, 9);
    expect(added(7)).toBeCloseTo(0, 9);
    expect(added(5) / added(1)).toBeGreaterThan(1.6);
    expect(added(5) / added(1)).toBeLessThan(2);
  });

  it('never add up to less', () => {
    for (let k = 1; k < steps.length; k++) {
      expect(steps[k]).toBeGreaterThanOrEqual(steps[k - 1] - 1e-9);
    }
  });

  it('a level stands where its weeks end, in between on the line', () => {
    const level = Array.from({ length: 1000 }, (_, i) => 5000 + 3 * i);
    const stands = expectSteps(level, { ...days, family: 'level' }, 20);
    expect(stands[0]).toBe(level[999]);
    expect(stands[7]).toBeGreaterThan(level[999]);
    expect(stands[3]).toBeCloseTo(level[999] + (3 / 7) * (stands[7] - level[999]), 6);
  });

  it('an average adds up like a total, so that its mean stays within what its days were', () => {
    const rating = Array.from({ length: 800 }, (_, i) => 7 + ((i * 5) % 7) / 10);
    const sums = expectSteps(rating, { ...days, family: 'average' }, 30);
    for (const n of [7, 15, 30]) {
      expect(sums[n] / n).toBeGreaterThan(7.2);
      expect(sums[n] / n).toBeLessThan(7.4);
    }
  });
});

describe('without two years of days', () => {
  it('no trend of two months is carried into the year', () => {
    const climb = Array.from({ length: 200 }, (_, i) => 100 + i);
    const steps = expectSteps(climb, { ...days, family: 'level' }, 300);
    expect(steps[300]).toBeLessThan(350);
  });

  it('two values are too few', () => {
    expect(foreseeSteps([4, 6], days, 5)).toBeNull();
    expect(foreseeSteps([4, 6], months, 5)).toBeNull();
  });
});
