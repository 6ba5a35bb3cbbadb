import { chooseWay, ownPast } from '../../../../../src/core/evaluate/forecast/series/own-past.ts';
import type { Stretch } from '../../../../../src/core/evaluate/forecast/series/stretches.ts';

const MONTHS = { seasonLength: 12, isDaily: false, family: 'total', nonNegative: true } as const;
const stretch = (values: readonly number[], changes: Partial<Stretch> = {}): Stretch => ({
  values,
  kind: MONTHS,
  elapsed: 2,
  left: 3,
  restPerDone: 1.5,
  recent: 3,
  ...changes,
});

describe('how far off a way would have been', () => {
  it('on the same values every time it is right, as often as there is an earlier moment', () => {
    // Moments after 2, 3, … 6 of 9 values.
    expect(ownPast(stretch(Array(9).fill(20)), 'run_rate')).toMatchObject({
      origins: 5,
      meanSquare: 0,
      meanSize: 0,
    });
  });

  it('is counted in proportions of what came where nothing can be negative', () => {
    // After 5 and 15 it says 30 for the next three, and 30·e came; then 15 and 10·e …
    const { origins, meanSize } = ownPast(
      stretch([5, 15, 10 * Math.E, 10 * Math.E, 10 * Math.E]),
      'run_rate',
    );
    expect(origins).toBe(1);
    expect(meanSize).toBeCloseTo(1, 9);
  });

  it('in amounts where something was, as a part of what such a stretch usually moves', () => {
    const signed = { ...MONTHS, nonNegative: false };
    // 6 a month either way, 18 in three; −18 came where 18 was foreseen.
    const { meanSize } = ownPast(stretch([6, 6, -6, -6, -6], { kind: signed }), 'run_rate');
    expect(meanSize).toBeCloseTo(2, 9);
  });

  it('of a level by where it stood, in changes as large as usual', () => {
    const level = { ...MONTHS, family: 'level' } as const;
    const climbed = stretch([4, 6, 8, 10, 12, 14], { kind: level });
    expect(ownPast(climbed, 'run_rate').meanSize).toBeCloseTo(0, 9);
    // Three steps of 2 where it was said to stay.
    expect(ownPast(climbed, 'level').meanSize).toBeCloseTo(3, 9);
  });

  it('overlapping moments have fewer voices, and there are at most twelve', () => {
    const { origins, voices } = ownPast(stretch(Array(200).fill(7)), 'run_rate');
    expect(origins).toBe(12);
    expect(voices).toBe(origins);
    expect(ownPast(stretch(Array(8).fill(7)), 'run_rate').voices).toBeCloseTo(1 + 3 / 3, 9);
  });

  it('nothing against something counts, and so does something against nothing', () => {
    expect(ownPast(stretch([0, 0, 5, 5, 5]), 'run_rate').meanSize).toBe(1);
    expect(ownPast(stretch([5, 5, 0, 0, 0]), 'run_rate').meanSize).toBe(1);
    expect(ownPast(stretch([0, 0, 0, 0, 0]), 'run_rate').meanSize).toBe(0);
  });

  it('without an earlier moment there is nothing', () => {
    expect(ownPast(stretch([3, 4, 5, 6]), 'run_rate')).toEqual({
      origins: 0,
      voices: 0,
      meanSquare: 0,
      meanSize: 0,
    });
    expect(ownPast(stretch(Array(30).fill(4)), 'last_year_share').origins).toBe(12);
    expect(ownPast(stretch(Array(30).fill(4)), 'run_rate', 24).origins).toBe(4);
    expect(ownPast(stretch(Array(16).fill(4)), 'last_year_share').origins).toBe(0);
  });
});

describe('the way of a KPI that names none', () => {
  const season = [20, 30, 50, 80, 120, 150, 160, 150, 110, 70, 40, 20];
  const seasonal = (count: number) =>
    Array.from({ length: count }, (_, i) => season[i % 12] * (1 + ((i * 37) % 17) / 30));

  it('trend and season with two years, last year with one, else the speed so far', () => {
    expect(chooseWay(stretch(seasonal(30))).way).toBe('trend_season');
    expect(chooseWay(stretch(seasonal(20))).way).toBe('last_year_share');
    expect(chooseWay(stretch(seasonal(13))).way).toBe('run_rate');
    expect(chooseWay(stretch([9])).way).toBe('run_rate');
  });

  it('a level knows no share of last year', () => {
    const level = { ...MONTHS, family: 'level' } as const;
    expect(chooseWay(stretch(seasonal(20), { kind: level })).way).toBe('run_rate');
  });

  it('a past that contradicts it clearly is believed', () => {
    const jumps = Array.from({ length: 40 }, (_, i) => (i < 24 ? 5 + ((i * 29) % 90) : 50));
    expect(chooseWay(stretch(jumps)).way).toBe('run_rate');
  });

  it('what hardly ever happens has no trend and no season', () => {
    const rare = Array.from({ length: 40 }, (_, i) => (i % 6 === 0 ? 9 : 0));
    expect(chooseWay(stretch(rare)).way).not.toBe('trend_season');
  });
});
