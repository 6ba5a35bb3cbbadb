import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import { type Book, operandsOf } from './book.ts';
import { standingRows } from './measure-rows.ts';

/** Is a value of the measure dated in the period, of every operand? */
const hasResult = (book: Book, { measureId, channel, start }: Kpi): boolean =>
  operandsOf(book, measureId).every(
    (operand) => standingRows(book, operand, channel, start, book.today).length > 0,
  );

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
  const rows =
    stops.length === 0
      ? [{ day: kpi.due, isDone: hasResult(book, kpi) }]
      : stops.map(({ day, doneOn }) => ({ day, isDone: doneOn !== null && doneOn <= book.today }));
  const due = Math.max(...rows.map(({ day }) => day));
  const done = rows.filter(({ isDone }) => isDone);
  const score = done.length / rows.length;
  if (done.length === rows.length) return { status: 'achieved', score, due };
  if (book.today > due) return { status: 'missed', score, due };
  const isNear = book.today > due - (kpi.warnDays ?? 14);
  return { status: isNear ? 'at_risk' : 'on_course', score, due };
}
