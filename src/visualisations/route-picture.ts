import { drawCourse } from '../drawing/draw-course.ts';
import { drawRoute } from '../drawing/draw-route.ts';
import { wordsOf } from '../drawing/look.ts';
import { drawNotice } from '../drawing/notice.ts';
import type { Shape } from '../drawing/shape.ts';
import { courseFrom } from './course-rows.ts';
import { fieldIn, type ReportMessage, rowsOf } from './message.ts';
import { lookFor, type Surroundings } from './report-look.ts';
import { routeFrom } from './route-rows.ts';
import type { RouteSlot } from './route-slots.ts';

/** A picture, and the values that its lanes or meters stand for, in their order. */
export interface DrawnReport {
  readonly shape: Shape;
  readonly values: readonly string[];
}

const FIGURES: readonly RouteSlot[] = ['plan', 'actual', 'forecast'];

/** Figures by interval make the course of one KPI; without them goals or KPIs stand in lanes. */
export function drawRouteReport(message: ReportMessage, around: Surroundings): DrawnReport {
  const rows = rowsOf<RouteSlot>(message);
  const statuses = rows.flatMap((row) => [row.text('laneStatus'), row.text('stopStatus')]);
  const look = lookFor(message, statuses, around);
  if (rows.length === 0) return { shape: drawNotice(wordsOf(look).noRows, look), values: [] };
  if (FIGURES.some((slot) => fieldIn(message, slot) !== null)) {
    const course = courseFrom(rows, look.language, (slot) => fieldIn(message, slot));
    return course === null
      ? { shape: drawNotice(wordsOf(look).noFigures, look), values: [] }
      : { shape: drawCourse(course, look), values: [course.name] };
  }
  const route = routeFrom(rows, look.language);
  return { shape: drawRoute(route, look), values: route.lanes.map(({ name }) => name) };
}
