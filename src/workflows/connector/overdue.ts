import { failureText } from '../../core/language/connector-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { ResultMark } from '../hidden-tab/mark.ts';
import type { Clock, ScheduleChoice, WorkbookFacts } from '../ports.ts';
import { momentText } from '../workbook/moment-text.ts';

const HOUR = 3_600_000;

/** A trigger runs within its hour, and a run may fail once without anybody being told. */
const OVERDUE_AFTER: Readonly<Record<ScheduleChoice, number>> = {
  off: Number.POSITIVE_INFINITY,
  hourly: 3 * HOUR,
  daily: 30 * HOUR,
};

/** What to know about results that should have been newer; '' when they are as they should be. */
export function overdueNote(
  mark: ResultMark | null,
  facts: WorkbookFacts,
  clock: Clock,
  language: Language,
): string {
  if (mark === null) return '';
  const age = clock.now() - Number(mark.moment);
  if (age <= OVERDUE_AFTER[mark.schedule]) return '';
  const moment = momentText(clock, Number(mark.moment), facts.timeZone);
  return failureText('OVERDUE', { moment }, language);
}
