import { calibrate } from '../../bench/forecast/calibrate.ts';
import { momentsOf } from '../../bench/forecast/moments.ts';

const months = (count: number, valueAt: (i: number) => number) => ({
  id: 'a',
  period: 'MONTHLY',
  train: Array.from({ length: count - 12 }, (_, i) => valueAt(i)),
  test: Array.from({ length: 12 }, (_, i) => valueAt(count - 12 + i)),
});

describe('moments of a series', () => {
  const moments = momentsOf(months(48, (i) => 10 + i));

  it('stand a quarter, half and three quarters into its periods, with more and less history', () => {
    const newest = moments.filter(({ came }) => came === 12 * 51.5);
    expect(
      newest.map(({ group, stretch }) => [group.history, group.part, stretch.values.length]),
    ).toEqual([
      ['all', 0.25, 39],
      ['all', 0.5, 42],
      ['all', 0.75, 45],
      ['one year', 0.25, 15],
      ['one year', 0.5, 18],
      ['one year', 0.75, 21],
      ['none', 0.25, 3],
      ['none', 0.5, 6],
      ['none', 0.75, 9],
    ]);
    expect(newest[0]).toMatchObject({ done: 46 + 47 + 48, before: 12 * 39.5 });
    expect(newest[0].stretch).toMatchObject({ elapsed: 3, left: 9, restPerDone: 3 });
  });

  it('a series with a negative value, of no known period or too short has none', () => {
    expect(momentsOf(months(48, (i) => i - 3))).toEqual([]);
    expect(momentsOf({ ...months(48, (i) => 10 + i), period: 'OTHER' })).toEqual([]);
    expect(momentsOf({ id: 'b', period: 'MONTHLY', train: [4, 5], test: [6] })).toEqual([]);
  });
});

describe('what was said against what happened', () => {
  const jumps = (i: number) => 100 + ((i * 7919) % 61);
  const found = calibrate(
    Array.from({ length: 12 }, (_, k) => momentsOf(months(60, (i) => jumps(i + 5 * k)))).flat(),
  );

  it('counts every target once as a chance and once by its colour at half-time', () => {
    const said = found.deciles.reduce((sum, { count }) => sum + count, 0);
    expect(said).toBe(found.brier.own.count);
    expect(said).toBeGreaterThan(100);
    const colours = [...found.colours.values()].reduce((sum, { count }) => sum + count, 0);
    expect(colours).toBeGreaterThan(20);
    expect(colours).toBeLessThan(said);
  });

  it('the base rate says the same of all; knowing more is better', () => {
    const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
    expect(mean(found.brier.baseRate)).toBeLessThanOrEqual(0.25);
    expect(mean(found.brier.own)).toBeLessThan(mean(found.brier.baseRate));
  });

  it('bands are counted by rhythm, history and moment', () => {
    expect([...found.bands.keys()]).toEqual(
      expect.arrayContaining(['month', 'history none', 'at 25 %', 'month, history one year']),
    );
  });
});
