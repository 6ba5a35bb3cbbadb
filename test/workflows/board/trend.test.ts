import { trendOf } from '../../../src/workflows/board/trend.ts';

const NONE = [null, null, null];

describe('the course of a KPI as a picture', () => {
  test('stands between its least and its greatest value, in thousandths', () => {
    const course = {
      ends: [100, 110, 120],
      plan: [10, 20, 30],
      actual: [-10, 0, null],
      forecast: [null, null, 15],
    };
    expect(trendOf(course, 110)).toEqual({
      x: [0, 500, 1000],
      plan: [500, 750, 1000],
      actual: [0, 250, null],
      forecast: [null, null, 625],
      today: 500,
    });
  });

  test('that stands still is a line in the middle', () => {
    const course = { ends: [1, 2, 3], plan: [0, 0, 0], actual: NONE, forecast: NONE };
    expect(trendOf(course, 9)?.plan).toEqual([500, 500, 500]);
    expect(trendOf(course, 9)?.today).toBe(4000);
  });

  test.each([
    ['no interval', []],
    ['one interval', [1]],
    ['intervals without values', [1, 2, 3]],
  ])('of %s is none', (_, ends) => {
    expect(trendOf({ ends, plan: [], actual: [], forecast: [] }, 2)).toBeNull();
  });

  test('of years of days keeps its ends and its last actual', () => {
    const ends = Array.from({ length: 1095 }, (_, at) => at);
    const trend = trendOf(
      { ends, plan: ends, actual: ends.map((at) => (at < 411 ? at * 2 : null)), forecast: [] },
      410,
    );
    expect(trend?.x.length).toBeLessThan(32);
    expect([trend?.x[0], trend?.x.at(-1)]).toEqual([0, 1000]);
    expect(trend?.actual.filter((value) => value !== null).at(-1)).toBe(
      Math.round((820 / 1094) * 1000),
    );
  });
});
