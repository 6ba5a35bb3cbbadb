import type { Day } from '../core/model/calendar-date.ts';
import { describeStop, stopDays, stopName, worries } from './describe.ts';
import { type Box, type Placed, placeLabels } from './label-places.ts';
import { drawLabel, labelled, type MarkLabel, markBox } from './labels.ts';
import { type Look, SCALE } from './look.ts';
import { statusMark } from './marks.ts';
import type { Stop } from './route.ts';
import { group, type Point, type Shape, shape } from './shape.ts';
import { shortened } from './text-size.ts';
import type { TimeAxis } from './time-axis.ts';

export interface StopsPlace {
  readonly axis: TimeAxis;
  readonly today: Day | null;
  /** Of the way. */
  readonly y: number;
  /** Where marks and labels have to stay. */
  readonly frame: Box;
  readonly boat: Point | null;
}

interface Marked {
  readonly stop: Stop;
  readonly at: Point;
}

const radiusFor = (count: number): number => (count <= 20 ? 7 : count <= 60 ? 5.5 : 4);

/** Rows beside the way, the nearest first: on it, above, below … */
function rowsAround(y: number, step: number, { top, bottom }: Box): number[] {
  const away = Array.from({ length: 9 }, (_, at) => (at % 2 === 0 ? at / 2 : -(at + 1) / 2));
  return away
    .map((rows) => y + rows * step)
    .filter((row) => row - step / 2 >= top && row + step / 2 <= bottom);
}

/** Stops on the way; one that would lie on another goes a row beside it, while there are rows. */
function placeStops(stops: readonly Stop[], place: StopsPlace): Marked[] {
  const step = radiusFor(stops.length) * 2 + 2;
  const rows = rowsAround(place.y, step, place.frame);
  const ends = rows.map(() => -Infinity);
  return [...stops]
    .sort((one, other) => one.due - other.due)
    .map((stop) => {
      const x = place.axis.x(stop.due);
      const free = ends.findIndex((end) => x >= end);
      const row = free === -1 ? 0 : free;
      ends[row] = x + step;
      return { stop, at: { x, y: rows[row] ?? place.y } };
    });
}

/** First what is still to come and worries, then what is next, then what lies behind. */
function importance({ stop }: Marked, today: Day | null): number {
  const isAhead = stop.status === null ? stop.due >= (today ?? 0) : !stop.status.isReached;
  return (isAhead ? 0 : 100) + (worries(stop) ? 0 : 10) + (stop.status?.order ?? 9) / 10;
}

/** Labels of stops that lie on nothing: whole ones where there is room, else short or not at all. */
function labelsFor(
  marked: readonly Marked[],
  place: StopsPlace,
  radius: number,
  look: Look,
): Placed<MarkLabel>[] {
  const { axis, today, frame, boat, y } = place;
  const wholeOf = ({ stop }: Marked) => [
    shortened(stopName(stop, look), 150, SCALE),
    stopDays(stop, today, look),
  ];
  const shortOf = ({ stop }: Marked) => [shortened(stopName(stop, look), 74, SCALE)];
  const obstacles = [
    ...marked.map(({ at }) => markBox(at, radius)),
    ...(boat === null ? [] : [{ ...markBox(boat, 8), left: boat.x - 11, right: boat.x + 12 }]),
    { left: frame.left, right: frame.right, top: y - 3, bottom: y + 3 },
  ];
  const todayLine =
    today === null
      ? []
      : [
          {
            left: axis.x(today) - 3,
            right: axis.x(today) + 3,
            top: frame.top,
            bottom: frame.bottom,
          },
        ];
  let waiting = [...marked].sort((one, other) => importance(one, today) - importance(other, today));
  const placed: Placed<MarkLabel>[] = [];
  // Beside the line of today where that is possible, on it where it is not, then as a name alone.
  const tries = [
    { lines: wholeOf, more: todayLine },
    { lines: wholeOf, more: [] },
    { lines: shortOf, more: [] },
  ];
  for (const { lines, more } of tries) {
    const byStop = new Map(waiting.map((each) => [each.stop, each]));
    const found = placeLabels(
      waiting.map((each) =>
        labelled({ lines: lines(each), at: each.at, radius, stop: each.stop }, frame, 'below'),
      ),
      frame,
      [...obstacles, ...more, ...placed.map(({ box }) => box)],
    );
    for (const { label } of found) byStop.delete(label.stop);
    placed.push(...found);
    waiting = [...byStop.values()];
  }
  return placed;
}

/** Every stopover with its mark; its name and days where they can be read. */
export function drawStops(stops: readonly Stop[], place: StopsPlace, look: Look): Shape[] {
  const radius = radiusFor(stops.length);
  const marked = placeStops(stops, place);
  return [
    ...labelsFor(marked, place, radius, look).map((label) => drawLabel(label, look)),
    ...marked.map(({ stop, at }) => drawSpot(stop, at, radius, describeStop(stop, look), look)),
  ];
}

/** The mark of a stop with what it says, large enough to be pointed at. */
export const drawSpot = (
  stop: Stop,
  at: Point,
  radius: number,
  label: string,
  { palette }: Look,
): Shape =>
  group({ role: 'img', 'aria-label': label, 'data-spot': 'stop' }, [
    shape('circle', { cx: at.x, cy: at.y, r: radius + 4, fill: 'transparent' }),
    ...statusMark(stop.status, at, radius, palette),
  ]);
