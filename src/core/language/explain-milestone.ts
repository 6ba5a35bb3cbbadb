import type { MilestoneEvaluation } from '../model/evaluation.ts';
import { atLeast } from '../model/quantity.ts';
import { speedTexts } from './explain-course.ts';
import { type KpiView, latenessText, type Writer, writerFor } from './kpi-view.ts';

/** Name of a stopover; the due date itself has one too. */
export const stopName = ({ stop }: MilestoneEvaluation, { book }: Pick<Writer, 'book'>): string =>
  stop.trim() || book.dueDate;

/** Early or on time by the pace, where what is forecast for the due date does not come that far. */
function isDoubted({ value, reachedDay, daysLate }: MilestoneEvaluation, { evaluation }: KpiView) {
  const { forecast, direction } = evaluation;
  const end = forecast.value.value;
  if (value === null || end === null || direction === null || reachedDay !== null) return false;
  return (daysLate.value ?? 0) <= 0 && !atLeast(direction * end, direction * value);
}

function outcome(milestone: MilestoneEvaluation, view: KpiView, writer: Writer): string {
  const { book, day } = writer;
  const { evaluation } = view;
  const { reachedDay, etaDay, status } = milestone;
  // It was compared with the end of its interval, not with the day that was typed.
  const lateness = latenessText(milestone.daysLate.value ?? 0, writer);
  const late = isDoubted(milestone, view) ? '' : `, ${lateness}`;
  if (reachedDay !== null) return `${book.milestoneReached(day(reachedDay))}${late}`;
  if (status === 'overdue') {
    // When its period is over nothing comes any more: a day in the past would be no expectation.
    if (evaluation.isClosed) return book.milestoneNotReached;
    if (etaDay === null) return book.milestoneOverdue;
    return `${book.milestoneNowExpected(day(etaDay))}${late}`;
  }
  if (etaDay === null) {
    return milestone.value === null ? book.notDoneYet : book.milestoneStatuses[status];
  }
  return `${book.milestoneExpected(day(etaDay))}${late}`;
}

function toGo(milestone: MilestoneEvaluation, view: KpiView, writer: Writer): string {
  const { valueToGo, requiredSpeed, reachedDay } = milestone;
  if (reachedDay !== null || valueToGo.value === null || valueToGo.value === 0) return '';
  const { book, distance, per } = writer;
  const [speed] = speedTexts([requiredSpeed], view, writer);
  const needed = speed === null || requiredSpeed.value === 0 ? '' : book.speedToGo(speed, per);
  return `${book.toGo(distance(valueToGo.value))}${needed}`;
}

/**
 * "Spring sale, 28 Feb: €100,000. Expected 6 Mar, 6 days late; €40,000 to go, €2,860 a day
 * needed."
 */
export function explainMilestone(milestone: MilestoneEvaluation, view: KpiView): string {
  const writer = writerFor(view);
  const { book, day, value } = writer;
  const name = book.milestone(stopName(milestone, writer), day(milestone.day));
  const target = milestone.value === null ? '' : book.milestoneValue(value(milestone.value));
  return `${name}${target}. ${outcome(milestone, view, writer)}${toGo(milestone, view, writer)}.`;
}
