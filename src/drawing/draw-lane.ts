import { shortDate } from '../core/language/format-date.ts';
import { formatShare } from '../core/language/format-number.ts';
import type { Day } from '../core/model/calendar-date.ts';
import { behindText, describeLane, progressText } from './describe.ts';
import { drawStops, type StopsPlace } from './draw-stops.ts';
import { joined, type Look, MARGIN, NAME, SAID, widthOf, words, wordsOf } from './look.ts';
import { statusMark } from './marks.ts';
import type { Lane } from './route.ts';
import { group, type Point, pathAlong, type Shape, shape } from './shape.ts';
import { shortened, wrapped } from './text-size.ts';
import type { TimeAxis } from './time-axis.ts';

export interface LanePlace {
  readonly axis: TimeAxis;
  readonly isNarrow: boolean;
  readonly today: Day | null;
  readonly top: number;
  readonly height: number;
  /** Position among the lanes. */
  readonly at: number;
}

const TRACK = 6;
const LINE = 16;

/** Where the lane lies, below its name where that stands above it. */
const lineOf = ({ top, height, isNarrow }: LanePlace): number =>
  isNarrow ? top + 52 : top + Math.max(30, height * 0.42);

/** How it stands, and while it is under way where it is and when it arrives. */
function factsOf(lane: Lane, today: Day | null, width: number, look: Look): string[] {
  const { status, arrival, progress, daysBehind } = lane;
  const isUnderWay = whereItIs(lane, today) !== null;
  const arrives =
    arrival === null
      ? null
      : wordsOf(look).arrival(shortDate(arrival, today ?? arrival, look.language));
  const share = progress === null ? null : formatShare(progress, look.language);
  const word = status?.word ?? null;
  const whole = joined([word, progressText(progress, look)]);
  const stand = widthOf(whole) <= width ? whole : joined([word, share]);
  const course = isUnderWay ? [behindText(daysBehind, look), arrives] : [];
  const inOne = joined(course);
  return [stand, ...(widthOf(inOne) <= width ? [inOne] : course)].filter(
    (text): text is string => text !== null && text !== '',
  );
}

/** The name of a lane, how it stands, and when it arrives. */
function drawHeading(lane: Lane, place: LanePlace, look: Look): Shape {
  const { axis, isNarrow, top, height } = place;
  const { palette } = look;
  const { name, status } = lane;
  const width = isNarrow ? look.width - 2 * MARGIN : axis.left - MARGIN - 22;
  const facts = factsOf(lane, place.today, width - 16, look);
  const said = isNarrow ? facts.slice(0, 1) : facts;
  const most = isNarrow
    ? 1
    : Math.max(1, Math.min(2, Math.floor((height - 6) / LINE) - said.length));
  const names = wrapped(name, width, NAME, most, 'bold');
  const lines = names.length + said.length;
  const first = isNarrow ? top + 18 : Math.max(top + LINE, lineOf(place) - (lines * LINE) / 2 + 12);
  const markRoom = status === null ? 0 : 16;
  return group({ 'aria-hidden': 'true' }, [
    isNarrow && shape('rect', { x: MARGIN, y: top, width, height: 38, fill: palette.paper }),
    ...names.map((line, at) =>
      words(line, MARGIN, first + at * LINE, { size: NAME, weight: 'bold', fill: palette.ink }),
    ),
    ...said.map((text, at) => {
      const y = first + (names.length + at) * LINE;
      const indent = at === 0 ? markRoom : 0;
      const fill = at === 0 && status !== null ? palette.toneInks[status.tone] : palette.softInk;
      return words(shortened(text, width - indent, SAID), MARGIN + indent, y, { fill });
    }),
    ...(status === null
      ? []
      : statusMark(status, { x: MARGIN + 6, y: first + names.length * LINE - 4 }, 5.5, palette)),
  ]);
}

const stroke = (from: number, to: number, y: number, colour: string, more = {}): Shape =>
  shape('path', {
    d: pathAlong([
      { x: from, y },
      { x: to, y },
    ]),
    stroke: colour,
    'stroke-width': TRACK,
    'stroke-linecap': 'round',
    fill: 'none',
    ...more,
  });

/** A boat seen from above, its bow to the right. */
const boat = ({ x, y }: Point, { palette }: Look): Shape =>
  shape('path', {
    d: `M${x - 9} ${y - 6} L${x + 1} ${y - 6} Q${x + 8} ${y - 4} ${x + 11} ${y} Q${x + 8} ${y + 4} ${x + 1} ${y + 6} L${x - 9} ${y + 6} Z`,
    fill: palette.ink,
    stroke: palette.paper,
    'stroke-width': 2,
  });

/** The day whose plan is met today: where the boat is. Null before the start and after the end. */
function whereItIs(lane: Lane, today: Day | null): Day | null {
  const { start, daysBehind, arrival } = lane;
  if (today === null || (start !== null && today < start)) return null;
  const due = lane.due ?? Math.max(...lane.stops.map((stop) => stop.due));
  if (today > Math.max(due, arrival ?? due)) return null;
  const day = Math.min(due, today - (daysBehind ?? 0));
  return start === null ? day : Math.max(start, day);
}

/** The way from start to due date, what lies behind, and what it takes beyond the due date. */
function drawWay(lane: Lane, place: LanePlace, y: number, look: Look): readonly (Shape | null)[] {
  const { axis, today } = place;
  const { palette } = look;
  const stops = lane.stops.map(({ due }) => due);
  const first = lane.start ?? Math.min(axis.last, ...stops, ...(today === null ? [] : [today]));
  const last = lane.due ?? Math.max(first, ...stops);
  const [from, to] = [axis.x(first), axis.x(last)];
  const here = whereItIs(lane, today);
  const behind = here ?? (today !== null && today > last ? last : null);
  const tone = palette.tones[lane.status?.tone ?? 'quiet'];
  const arrival = lane.arrival === null ? null : Math.min(lane.arrival, axis.last);
  const isLate = arrival !== null && arrival > last;
  return [
    stroke(from, to, y, palette.band),
    behind === null ? null : stroke(from, axis.x(behind), y, palette.route),
    isLate
      ? stroke(to + 5, axis.x(arrival), y, tone, { 'stroke-width': 2, 'stroke-dasharray': '1 6' })
      : null,
    isLate
      ? shape('circle', {
          cx: axis.x(arrival),
          cy: y,
          r: 4.5,
          fill: palette.paper,
          stroke: tone,
          'stroke-width': 2,
        })
      : null,
  ];
}

/** One goal or KPI: its name, its way, its stopovers and where it is. */
export function drawLane(lane: Lane, place: LanePlace, look: Look): Shape {
  const { axis, today, top, height, at } = place;
  const y = lineOf(place);
  const here = whereItIs(lane, today);
  const boatAt = here === null ? null : { x: axis.x(here), y };
  const room: StopsPlace = {
    axis,
    today,
    y,
    frame: {
      left: axis.left - 8,
      right: axis.right + 8,
      top: place.isNarrow ? top + 38 : top + 2,
      bottom: top + height - 2,
    },
    boat: boatAt,
  };
  return group({ role: 'listitem', 'aria-label': describeLane(lane, look), 'data-lane': at }, [
    group({ role: 'img', 'aria-label': describeLane(lane, look), 'data-spot': 'lane' }, [
      // All of the lane can be pointed at, not only what is drawn.
      shape('rect', { x: 0, y: top, width: look.width, height, fill: 'transparent' }),
      drawHeading(lane, place, look),
      ...drawWay(lane, place, y, look),
    ]),
    boatAt === null ? null : group({ 'aria-hidden': 'true' }, [boat(boatAt, look)]),
    ...drawStops(lane.stops, room, look),
  ]);
}
