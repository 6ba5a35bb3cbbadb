import { belowTrend, besideTrend, gaugePicture, trendPicture } from '../../src/board/pictures.ts';
import type { Shape } from '../../src/drawing/shape.ts';

const partsOf = (picture: Shape, name: string): Shape[] =>
  picture.children.filter(
    (child): child is Shape => typeof child !== 'string' && child.attributes.class === name,
  );
const pathsOf = (picture: Shape, name: string) =>
  partsOf(picture, name).map(({ attributes }) => attributes.d);

const trend = {
  x: [0, 500, 1000],
  plan: [0, 500, 1000],
  forecast: [null, null, null],
  today: 500,
  values: [
    { at: 0, text: '-40' },
    { at: 1000, text: '0' },
  ],
  days: [{ at: 250, text: 'Feb 2026' }],
};

describe('a trend', () => {
  test('goes up to where it is now, and a gap stays a gap', () => {
    const picture = trendPicture({ ...trend, actual: [0, null, 1000] });
    expect(pathsOf(picture, 'trend-plan')).toEqual(['M24 276 L500 150 L976 24']);
    expect(pathsOf(picture, 'trend-actual')).toEqual(['M24 276 L24 276', 'M976 24 L976 24']);
    expect(pathsOf(picture, 'trend-now')).toEqual(['M976 24 L976 24']);
    expect(pathsOf(picture, 'trend-forecast')).toEqual([]);
  });

  test('without an actual has no now; a course that is over has today at its end', () => {
    const picture = trendPicture({ ...trend, actual: [null, null, null], today: 4000 });
    expect(pathsOf(picture, 'trend-now')).toEqual([]);
    expect(pathsOf(picture, 'trend-today')).toEqual(['M976 0 L976 300']);
  });
});

describe('a trend with a grid', () => {
  const picture = trendPicture({ ...trend, actual: [0, 300, null] }, true);

  test('has a line at each round value and day, and one without has none', () => {
    expect(pathsOf(picture, 'trend-grid')).toEqual([
      'M0 276 L1000 276',
      'M0 24 L1000 24',
      'M262 0 L262 300',
    ]);
    const small = trendPicture({ ...trend, actual: [0, 300, null] });
    expect(pathsOf(small, 'trend-grid')).toEqual([]);
  });

  test('has its names where its lines are', () => {
    expect(trend.values.map(({ at }) => besideTrend(at))).toEqual(['8.00%', '92.00%']);
    expect(belowTrend(250)).toBe('26.20%');
  });
});

describe('a gauge', () => {
  const filled = (share: number, most: number) =>
    partsOf(gaugePicture(share, null, most), 'gauge-filled')[0].attributes.width;

  test('is filled to its share, and never past its ends', () => {
    expect(filled(0.25, 1)).toBe(250);
    expect(filled(0, 1)).toBe(0);
    expect(filled(-0.4, 1)).toBe(0);
    expect(filled(2.7, 1.5)).toBe(1000);
  });

  test('has a mark only where there is one, at 0 too', () => {
    expect(pathsOf(gaugePicture(0.5, 0, 1), 'gauge-mark')).toEqual(['M0 0 L0 100']);
    expect(pathsOf(gaugePicture(0.5, null, 1), 'gauge-mark')).toEqual([]);
  });
});
