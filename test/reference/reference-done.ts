import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import { intervalsBetween } from './naive-calendar.ts';
import { type Book, measureOf, operandsOf, rowsIn, valueOver } from './naive-rows.ts';

/** §8 `done`: all milestone rows done; without rows, a value in Actuals by E. */
export function judgeDone(
  book: Book,
  kpi: Kpi,
): {
  status: StatusCode;
  score: number;
  due: Day;
} {
  const stops = book.workspace.milestones.filter(({ kpiId }) => kpiId === kpi.id);
  const { cadence } = measureOf(book, kpi.measureId);
  const until = Math.max(kpi.start, book.today);
  const hasResult = (): boolean =>
    intervalsBetween(book.workspace, cadence, kpi.start, until).some((interval) => {
      const isTyped = operandsOf(book, kpi.measureId).some(({ id }) =>
        rowsIn(book, id, kpi.channel, interval).some(({ day }) => day >= kpi.start),
      );
      return isTyped && valueOver(book, kpi.measureId, kpi.channel, [interval]) !== null;
    });
  const rows =
    stops.length === 0
      ? [{ day: kpi.due, isDone: hasResult() }]
      : stops.map(({ day, doneOn }) => ({ day, isDone: doneOn !== null && doneOn <= book.today }));
  const due = Math.max(...rows.map(({ day }) => day));
  const done = rows.filter(({ isDone }) => isDone);
  const score = done.length / rows.length;
  if (done.length === rows.length) return { status: 'achieved', score, due };
  if (book.today > due) return { status: 'missed', score, due };
  const isNear = book.today > due - (kpi.warnDays ?? 14);
  return { status: isNear ? 'at_risk' : 'on_course', score, due };
}
