import { fullDate, shortDate } from '../core/language/format-date.ts';
import { describeStop, stopName } from './describe.ts';
import type { Plot } from './draw-course.ts';
import { drawSpot } from './draw-stops.ts';
import { figureText } from './figures.ts';
import { type Box, placeLabels } from './label-places.ts';
import { drawLabel, labelled, type MarkLabel, markBox } from './labels.ts';
import { joined, type Look, SCALE, widthOf, words, wordsOf } from './look.ts';
import { statusMark } from './marks.ts';
import type { Course, CourseEvent, Stop } from './route.ts';
import { group, type Point, type Shape, shape } from './shape.ts';
import { shortened } from './text-size.ts';

const RADIUS = 6;

/** The last figure that is known, and where it lies. */
function hereOf({ points }: Course, { axis, y }: Plot): Point | null {
  const newest = [...points].reverse().find(({ actual }) => actual !== null);
  if (newest === undefined || newest.actual === null) return null;
  return { x: axis.x(newest.day), y: y(newest.actual) };
}

/** Where the plan ends, unless a stopover is named there. */
function endOf({ points, stops }: Course): Stop[] {
  const last = points[points.length - 1];
  if (last.plan === null || stops.some(({ due }) => due === last.day)) return [];
  return [{ name: '', due: last.day, expected: null, status: null, value: last.plan }];
}

function labelOf(stop: Stop, at: Point, { today, unit }: Course, look: Look): MarkLabel {
  const { language } = look;
  const value = stop.value === null ? null : figureText(stop.value, unit, language);
  return {
    lines: [
      shortened(stopName(stop, look), 150, SCALE),
      joined([value, shortDate(stop.due, today ?? stop.due, language)]),
    ],
    at,
    radius: RADIUS + 2,
    stop,
  };
}

/** Boxes along the lines, so that no label lies on one. */
function alongLines({ points }: Course, { axis, y }: Plot): Box[] {
  const boxes: Box[] = [];
  for (const figure of ['actual', 'plan', 'forecast'] as const) {
    points.forEach((point, at) => {
      const [from, to] = [points[Math.max(0, at - 1)][figure], point[figure]];
      if (from === null || to === null) return;
      const [start, end] = [axis.x(points[Math.max(0, at - 1)].day), axis.x(point.day)];
      const steps = Math.max(1, Math.ceil((end - start) / 8));
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps;
        const spot = { x: start + (end - start) * share, y: y(from + (to - from) * share) };
        boxes.push(markBox(spot, 2));
      }
    });
  }
  return boxes;
}

/** The same event in intervals that follow each other is one, from its first day to its last. */
function spansOf(events: readonly CourseEvent[]): CourseEvent[] {
  const spans: CourseEvent[] = [];
  for (const event of events) {
    const open = spans.findIndex(({ label, end }) => label === event.label && event.day <= end + 1);
    if (open === -1) spans.push(event);
    else spans[open] = { ...spans[open], end: event.end };
  }
  return spans;
}

/** What was going on, on the floor of the picture: how long it took, and what it was. */
function drawEvents(events: readonly CourseEvent[], plot: Plot, look: Look): Shape[] {
  const { palette, language } = look;
  const { axis, bottom } = plot;
  let taken = -Infinity;
  return spansOf(events).map(({ day, end, label }) => {
    const [from, to] = [axis.x(day), Math.max(axis.x(end), axis.x(day) + 4)];
    const text = shortened(label, Math.min(150, axis.right - axis.left - 8), SCALE);
    const width = widthOf(text, { size: SCALE }) + 8;
    const middle = (from + to) / 2;
    const left = Math.max(axis.left, Math.min(middle - width / 2, axis.right - width));
    const isFree = left >= taken;
    if (isFree) taken = left + width;
    const days = [...new Set([day, end])].map((each) => fullDate(each, language)).join(' – ');
    const said = joined([wordsOf(look).event, label, days]);
    return group({ role: 'img', 'aria-label': said, 'data-spot': 'event' }, [
      shape('rect', {
        x: from,
        y: bottom - 4,
        width: to - from,
        height: 6,
        rx: 3,
        fill: palette.ink,
        stroke: palette.paper,
      }),
      isFree ? words(text, left + 4, bottom + 15, { size: SCALE, fill: palette.softInk }) : null,
    ]);
  });
}

/** The mark of the status where the KPI is now. */
const drawHere = (here: Point, { status }: Course, { palette }: Look): Shape[] => [
  shape('circle', { cx: here.x, cy: here.y, r: 11, fill: palette.paper, opacity: 0.85 }),
  ...statusMark(status, here, 8, palette),
];

/** Where the KPI is, its stopovers and its events, each with what it says. */
export function drawCourseMarks(course: Course, plot: Plot, label: string, look: Look): Shape {
  const { language } = look;
  const { axis, y, top, bottom } = plot;
  const here = hereOf(course, plot);
  // A stop without a value stands on the floor of the picture.
  const marked = [...course.stops, ...endOf(course)].map((stop) => ({
    stop,
    at: { x: axis.x(stop.due), y: stop.value === null ? bottom : y(stop.value) },
  }));
  const frame = { left: axis.left, right: axis.right + 8, top: top - 3, bottom };
  const labels = placeLabels(
    marked.map(({ stop, at }) => labelled(labelOf(stop, at, course, look), frame, 'above')),
    frame,
    [
      ...marked.map(({ at }) => markBox(at, RADIUS)),
      ...(here === null ? [] : [markBox(here, 9)]),
      ...alongLines(course, plot),
    ],
  );
  const said = ({ value }: Stop) =>
    value === null ? null : figureText(value, course.unit, language);
  return group({ role: 'list' }, [
    group({ role: 'listitem', 'data-lane': 0 }, [
      group(
        { role: 'img', 'aria-label': label, 'data-spot': 'lane' },
        here === null ? [] : drawHere(here, course, look),
      ),
      ...labels.map((placed) => drawLabel(placed, look)),
      ...marked.map(({ stop, at }) =>
        drawSpot(stop, at, RADIUS, describeStop(stop, look, said(stop)), look),
      ),
      ...drawEvents(course.events, plot, look),
    ]),
  ]);
}
