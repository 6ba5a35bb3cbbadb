import {
  cycleOf,
  foreseeSteps,
  type HistoryKind,
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

describe('the cycle that a history shows twice', () => {
  it('of days a week, and with 104 of them a year', () => {
    expect(cycleOf(727, days)).toBe(7);
    expect(cycleOf(728, days)).toBe(364);
    expect(cycleOf(520, { ...days, seasonLength: 5 })).toBe(260);
  });

  it('of anything else its own', () => {
    expect(cycleOf(900, months)).toBe(12);
  });
});

describe('days with years behind them', () => {
  const steps = expectSteps(shop, days, 200);

  it('add up to what that time of the year brings', () => {
    for (const ahead of [28, 91, 182, 200]) {
      expect(Math.abs(steps[ahead].mean / cameIn(ahead) - 1)).toBeLessThan(0.08);
    }
  });

  it('follow the shape of the week within it: nothing on a day that is closed', () => {
    expect(steps[0]).toEqual({ mean: 0, low: 0, high: 0, sigma: 0 });
    const added = (step: number) => steps[step].mean - steps[step - 1].mean;
    expect(added(6)).toBeCloseTo(0, 9);
    expect(added(7)).toBeCloseTo(0, 9);
    expect(added(5) / added(1)).toBeGreaterThan(1.6);
    expect(added(5) / added(1)).toBeLessThan(2);
  });

  it('never add up to less, and the band holds the middle', () => {
    for (let k = 1; k < steps.length; k++) {
      const { mean, low, high } = steps[k];
      expect(mean).toBeGreaterThanOrEqual(steps[k - 1].mean - 1e-9);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(high);
    }
  });

  it('a level stands where its weeks end, in between on the line', () => {
    const level = Array.from({ length: 1000 }, (_, i) => 5000 + 3 * i);
    const stands = expectSteps(level, { ...days, family: 'level' }, 20);
    expect(stands[0].mean).toBe(level[999]);
    expect(stands[7].mean).toBeGreaterThan(level[999]);
    expect(stands[3].mean).toBeCloseTo(level[999] + (3 / 7) * (stands[7].mean - level[999]), 6);
  });

  it('an average stays within what its days were', () => {
    const rating = Array.from({ length: 800 }, (_, i) => 7 + ((i * 5) % 7) / 10);
    for (const { mean } of expectSteps(rating, { ...days, family: 'average' }, 30).slice(7)) {
      expect(mean).toBeGreaterThan(7.2);
      expect(mean).toBeLessThan(7.4);
    }
  });
});

describe('without two years of days', () => {
  it('no trend of two months is carried into the year', () => {
    const climb = Array.from({ length: 200 }, (_, i) => 100 + i);
    const steps = expectSteps(climb, { ...days, family: 'level' }, 300);
    expect(steps[300].mean).toBeLessThan(350);
  });

  it('two values are too few', () => {
    expect(foreseeSteps([4, 6], days, 5)).toBeNull();
    expect(foreseeSteps([4, 6], months, 5)).toBeNull();
  });
});
