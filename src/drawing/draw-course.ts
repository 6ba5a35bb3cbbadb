import {
  drawHeading,
  drawLegend,
  type Figure,
  newestText,
  type Pen,
  pensFor,
} from './draw-course-heading.ts';
import { drawCourseMarks } from './draw-course-marks.ts';
import { axisTexts } from './figures.ts';
import {
  joined,
  type Look,
  MARGIN,
  NAME,
  picture,
  SAID,
  SCALE,
  widthOf,
  words,
  wordsOf,
} from './look.ts';
import type { Course, CoursePoint } from './route.ts';
import { figureTicks, type Scale, scaleOf } from './scales.ts';
import { group, type Point, pathAlong, type Shape, shape } from './shape.ts';
import { shortened } from './text-size.ts';
import { drawDays, drawToday, type TimeAxis, timeAxis } from './time-axis.ts';

/** Where the figures of a course lie. */
export interface Plot {
  readonly axis: TimeAxis;
  readonly y: Scale;
  readonly top: number;
  readonly bottom: number;
}

const valuesOf = ({ points, stops }: Course): number[] =>
  [
    ...points.flatMap(({ plan, actual, forecast, low, high }) => [
      plan,
      actual,
      forecast,
      low,
      high,
    ]),
    ...stops.map(({ value }) => value),
  ].filter((value): value is number => value !== null);

const ticksFor = (course: Course, room: number): number[] =>
  figureTicks(valuesOf(course), Math.max(2, Math.min(6, Math.floor(room / 44))));

/** Runs of intervals that have the figure: a line does not cross what is not known. */
function runsOf(points: readonly CoursePoint[], figure: Figure): CoursePoint[][] {
  const runs: CoursePoint[][] = [];
  let isOpen = false;
  for (const point of points) {
    const has = point[figure] !== null;
    if (has && isOpen) runs[runs.length - 1].push(point);
    else if (has) runs.push([point]);
    isOpen = has;
  }
  return runs;
}

const spotsOf = (run: readonly CoursePoint[], figure: Figure, { axis, y }: Plot): Point[] =>
  run.map((point) => ({ x: axis.x(point.day), y: y(point[figure] ?? 0) }));

function drawFigure(points: readonly CoursePoint[], figure: Figure, plot: Plot, pen: Pen): Shape[] {
  return runsOf(points, figure).map((run) => {
    const spots = spotsOf(run, figure, plot);
    // One interval alone is no line: a dot.
    if (spots.length === 1) {
      return shape('circle', {
        cx: spots[0].x,
        cy: spots[0].y,
        r: pen.width + 0.5,
        fill: pen.colour,
      });
    }
    return shape('path', {
      d: pathAlong(spots),
      fill: 'none',
      stroke: pen.colour,
      'stroke-width': pen.width,
      'stroke-dasharray': pen.dashes ?? null,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    });
  });
}

/** The cone: between the lowest and the highest that is likely. */
function drawCone(points: readonly CoursePoint[], plot: Plot, { palette }: Look): Shape[] {
  const banded = points.filter(({ low, high }) => low !== null && high !== null);
  if (banded.length < 2) return [];
  const around = [...spotsOf(banded, 'high', plot), ...spotsOf(banded, 'low', plot).reverse()];
  return [shape('path', { d: `${pathAlong(around)} Z`, fill: palette.band })];
}

function drawFigures({ points }: Course, plot: Plot, look: Look): Shape {
  const pens = pensFor(look);
  return group({ 'aria-hidden': 'true' }, [
    ...drawCone(points, plot, look),
    ...drawFigure(points, 'plan', plot, pens.plan),
    ...drawFigure(points, 'forecast', plot, pens.forecast),
    ...drawFigure(points, 'actual', plot, pens.actual),
  ]);
}

/** Figures of an axis nearer than this would touch. */
const LEAST_APART = 14;

function drawValues(ticks: readonly number[], texts: readonly string[], plot: Plot, look: Look) {
  const { palette } = look;
  const { axis, y } = plot;
  const apart = Math.abs(y(ticks[1]) - y(ticks[0]));
  const every = Math.ceil(LEAST_APART / Math.max(apart, 1));
  return group(
    { 'aria-hidden': 'true' },
    ticks.flatMap((value, at) => [
      shape('line', {
        x1: axis.left,
        x2: axis.right,
        y1: y(value),
        y2: y(value),
        stroke: palette.hairline,
      }),
      at % every === 0 &&
        words(texts[at], axis.left - 6, y(value) + 4, {
          size: SCALE,
          fill: palette.softInk,
          anchor: 'end',
        }),
    ]),
  );
}

/** Lower than this a picture has no room for a legend. */
const LEAST_WITH_LEGEND = 180;

/** Where the rows above the figures stand; the legend only where there is room. */
function rowsIn({ height }: Look) {
  const legend = height < LEAST_WITH_LEGEND ? null : MARGIN + NAME + 20;
  const today = (legend ?? MARGIN + NAME - 2) + 22;
  return { legend, today, top: today + 24 };
}

/** One KPI from start to due date: plan, actual, forecast with its cone, stopovers and events. */
export function drawCourse(course: Course, look: Look): Shape {
  const { width, height, palette, language } = look;
  const sentences = wordsOf(look);
  const { points, start, today, kpiCount, isLowerBetter } = course;
  const note = kpiCount > 1 ? sentences.oneOfMany(course.name, kpiCount) : null;
  const hint = isLowerBetter ? `↓ ${sentences.lowerIsBetter}` : null;
  const foot = joined([hint, note]);
  const rows = rowsIn(look);
  const below = (foot === '' ? 0 : 18) + (course.events.length > 0 ? 16 : 0);
  const bottom = Math.max(rows.top + LEAST_APART, height - MARGIN - below);
  const ticks = ticksFor(course, bottom - rows.top);
  const texts = axisTexts(ticks, course.unit, language);
  const left = MARGIN + Math.max(...texts.map((text) => widthOf(text, { size: SCALE }))) + 8;
  const last = points[points.length - 1].day;
  const plot: Plot = {
    axis: timeAxis(start, Math.max(last, start + 1), left, width - MARGIN - 10),
    y: scaleOf([ticks[0], ticks[ticks.length - 1]], [bottom, rows.top]),
    top: rows.top,
    bottom,
  };
  const label = joined([course.name, course.status?.word ?? null, newestText(course, look)]);
  return picture(label, look, [
    drawHeading(course, look),
    rows.legend === null ? null : drawLegend(course, rows.legend, look),
    drawDays({ axis: plot.axis, top: rows.top - 2, bottom, today }, look),
    drawValues(ticks, texts, plot, look),
    drawFigures(course, plot, look),
    drawToday(today, plot.axis, { top: rows.today, bottom }, look),
    drawCourseMarks(course, plot, label, look),
    foot === ''
      ? null
      : words(shortened(foot, width - 2 * MARGIN, SAID), MARGIN, height - MARGIN - 1, {
          fill: palette.softInk,
        }),
  ]);
}
