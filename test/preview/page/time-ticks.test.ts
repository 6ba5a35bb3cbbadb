import { timeTicks } from '../../../src/preview/page/time-ticks.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const ticks = (from: string, to: string, most: number) =>
  timeTicks(day(from), day(to), most).map((at) => new Date(at).toISOString().slice(0, 10));

describe('moments on an axis', () => {
  test('of a few days are all of them', () => {
    expect(ticks('2026-02-26', '2026-03-01', 7)).toEqual([
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  test('of a quarter are as far from each other everywhere, over the end of a month too', () => {
    expect(ticks('2026-01-01', '2026-03-31', 14).slice(3, 8)).toEqual([
      '2026-01-22',
      '2026-01-29',
      '2026-02-05',
      '2026-02-12',
      '2026-02-19',
    ]);
    expect(ticks('2026-01-01', '2026-03-31', 4)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });

  test('of years are firsts of months', () => {
    expect(ticks('2025-01-01', '2027-12-31', 7)).toEqual([
      '2025-01-01',
      '2025-07-01',
      '2026-01-01',
      '2026-07-01',
      '2027-01-01',
      '2027-07-01',
    ]);
    expect(ticks('2025-04-15', '2026-04-14', 5)).toEqual([
      '2025-07-01',
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
    ]);
  });

  test('of one day is that day', () => {
    expect(ticks('2026-02-14', '2026-02-14', 7)).toEqual(['2026-02-14']);
  });

  test('of centuries are its ends', () => {
    expect(ticks('1900-01-01', '2100-12-31', 7)).toEqual(['1900-01-01', '2100-12-31']);
  });
});
