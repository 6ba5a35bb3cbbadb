import { drawLane, type LanePlace } from './draw-lane.ts';
import { type Look, MARGIN, picture, SAID, wordsOf } from './look.ts';
import { drawMore, drawNotice } from './notice.ts';
import type { Lane, Route } from './route.ts';
import { group, type Shape, shape } from './shape.ts';
import { drawDays, drawToday, type TimeAxis, timeAxis } from './time-axis.ts';

/** Narrower than this a lane's name stands above it, not beside it. */
const NARROW = 560;
const PLOT_TOP = MARGIN + 36;
const NOTE = 20;

/** Of a lane, with its name beside or above it. */
const LEAST = { wide: 76, narrow: 96 };

/** An arrival may lie beyond any due date: the picture goes on by so much of its length, no more. */
const BEYOND = 0.3;

const known = (days: readonly (number | null)[]): number[] =>
  days.filter((day): day is number => day !== null);

/** The first and last day to show; null where no day is known. */
function stretchOf({ today, lanes }: Route): readonly [number, number] | null {
  const planned = known(
    lanes.flatMap(({ start, due, stops }) => [start, due, ...stops.map((stop) => stop.due)]),
  );
  if (planned.length === 0) return null;
  const days = known([...planned, today]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const late = known(
    lanes.flatMap(({ arrival, stops }) => [arrival, ...stops.map(({ expected }) => expected)]),
  );
  const most = last + Math.ceil((last - first) * BEYOND);
  const end = Math.min(most, Math.max(last, ...late));
  const air = Math.max(1, Math.ceil((end - first) * 0.02));
  return [first - (first === end ? air : 0), end + air];
}

/** How many lanes there is room for, and how high each is. */
function rowsFor(count: number, room: number, least: number, most: number) {
  const fitting = Math.max(1, Math.floor(room / least));
  if (count <= fitting) {
    return { shown: count, height: Math.min(most, room / count), hasNote: false };
  }
  // No lane gives its own place to the note.
  if (room < least + NOTE) return { shown: fitting, height: room / fitting, hasNote: false };
  const shown = Math.max(1, Math.floor((room - NOTE) / least));
  return { shown, height: (room - NOTE) / shown, hasNote: true };
}

function axisFor(stretch: readonly [number, number], isNarrow: boolean, width: number): TimeAxis {
  const gutter = isNarrow ? 0 : Math.min(280, Math.max(150, width * 0.26)) + 14;
  return timeAxis(...stretch, MARGIN + gutter + 8, width - MARGIN - 8);
}

/** Goals or KPIs from start to due date, each with its stopovers, where it is and when it arrives. */
export function drawRoute(route: Route, look: Look): Shape {
  const sentences = wordsOf(look);
  const { lanes, today } = route;
  if (lanes.length === 0) return drawNotice(sentences.noRows, look);
  const stretch = stretchOf(route);
  if (stretch === null) return drawNotice(sentences.noPlace, look);
  const { width, height } = look;
  const isNarrow = width < NARROW;
  const axis = axisFor(stretch, isNarrow, width);
  const room = height - PLOT_TOP - MARGIN;
  const rows = rowsFor(lanes.length, room, isNarrow ? LEAST.narrow : LEAST.wide, 170);
  const bottom = PLOT_TOP + rows.shown * rows.height;
  const placeOf = (at: number): LanePlace => ({
    axis,
    isNarrow,
    today,
    top: PLOT_TOP + at * rows.height,
    height: rows.height,
    at,
  });
  const shown = lanes.slice(0, rows.shown);
  return picture(labelOf(lanes, look), look, [
    drawDays({ axis, top: PLOT_TOP, bottom, today }, look),
    ...shown.map((_, at) => (at === 0 ? null : separator(placeOf(at).top, look))),
    drawToday(today, axis, { top: MARGIN + SAID - 2, bottom }, look),
    group(
      { role: 'list' },
      shown.map((lane, at) => drawLane(lane, placeOf(at), look)),
    ),
    !rows.hasNote ? null : drawMore(lanes.length - rows.shown, look),
  ]);
}

const labelOf = (lanes: readonly Lane[], look: Look): string =>
  wordsOf(look).lanes(
    lanes.length,
    lanes.reduce((sum, { stops }) => sum + stops.length, 0),
  );

const separator = (y: number, { width, palette }: Look): Shape =>
  shape('line', { x1: MARGIN, x2: width - MARGIN, y1: y, y2: y, stroke: palette.hairline });
