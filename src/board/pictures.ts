import { type Point, pathAlong, type Shape, shape } from '../drawing/shape.ts';
import type { Trend } from '../workflows/board/board.ts';

// Colours come from the page's own style, by class, so that a picture follows light and dark.

const WIDTH = 1000;
const HEIGHT = 300;
/** Room for the thickness of a line at either edge. */
const EDGE = 24;

const across = (thousandths: number): number => EDGE + (thousandths / 1000) * (WIDTH - 2 * EDGE);
const down = (thousandths: number): number =>
  HEIGHT - EDGE - (thousandths / 1000) * (HEIGHT - 2 * EDGE);

/** A share of a width or height, as a style has it. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Where beside a trend the name of a value stands, from its floor; and that of a day, from its left. */
export const besideTrend = (thousandths: number): string => percent(1 - down(thousandths) / HEIGHT);
export const belowTrend = (thousandths: number): string => percent(across(thousandths) / WIDTH);

const picture = (name: string, height: number, ...children: readonly (Shape | null)[]): Shape =>
  shape(
    'svg',
    {
      class: name,
      viewBox: `0 0 ${WIDTH} ${height}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    ...children,
  );

/** Lines through what is there; a gap stays a gap. */
function linesOf({ x }: Trend, values: readonly (number | null)[]): Point[][] {
  const lines: Point[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) lines.push([]);
    else lines[lines.length - 1].push({ x: across(x[at]), y: down(value) });
  });
  return lines.filter((points) => points.length > 0);
}

const line = (name: string, points: readonly Point[]): Shape =>
  // One point alone is a dot: a line without length, with round ends.
  shape('path', {
    class: name,
    d: pathAlong(points.length === 1 ? [points[0], points[0]] : points),
  });

/** A line at each round value and day. */
const gridOf = ({ values, days }: Trend): Shape[] => [
  ...values.map(({ at }) =>
    line(
      'trend-grid',
      [0, WIDTH].map((x) => ({ x, y: down(at) })),
    ),
  ),
  ...days.map(({ at }) =>
    line(
      'trend-grid',
      [0, HEIGHT].map((y) => ({ x: across(at), y })),
    ),
  ),
];

/** Actual against plan from start to due date, and what is foreseen. */
export function trendPicture(trend: Trend, hasGrid = false): Shape {
  const actual = linesOf(trend, trend.actual);
  const last = actual.at(-1)?.at(-1);
  const forecast = linesOf(trend, trend.forecast);
  const today = across(Math.min(1000, Math.max(0, trend.today)));
  return picture(
    'trend',
    HEIGHT,
    ...(hasGrid ? gridOf(trend) : []),
    line('trend-today', [
      { x: today, y: 0 },
      { x: today, y: HEIGHT },
    ]),
    ...linesOf(trend, trend.plan).map((points) => line('trend-plan', points)),
    ...forecast.map((points) => line('trend-forecast', points)),
    ...actual.map((points) => line('trend-actual', points)),
    last === undefined ? null : line('trend-now', [last]),
  );
}

const GAUGE_HEIGHT = 100;

/** A share on a scale from 0 to `most`, with a mark; what passes an end stops there. */
export function gaugePicture(share: number, mark: number | null, most: number): Shape {
  const place = (value: number) => (Math.min(most, Math.max(0, value)) / most) * WIDTH;
  const bar = (name: string, width: number) =>
    shape('rect', { class: name, width, height: GAUGE_HEIGHT });
  const at = mark === null ? 0 : place(mark);
  return picture(
    'gauge',
    GAUGE_HEIGHT,
    bar('gauge-all', WIDTH),
    bar('gauge-filled', place(share)),
    mark === null
      ? null
      : line('gauge-mark', [
          { x: at, y: 0 },
          { x: at, y: GAUGE_HEIGHT },
        ]),
  );
}
