import { SCHEDULE_WORDS } from '../../core/language/connector-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Table } from '../../core/tables/table.ts';
import { withNote } from '../../core/tables/view-note.ts';
import type { ResultMark } from '../hidden-tab/mark.ts';
import type { Clock, WorkbookFacts } from '../ports.ts';
import { momentText } from '../workbook/moment-text.ts';
import { nextRunText, overdueText } from '../workbook/schedule-text.ts';

/** How the schedule goes, at the moment of the question: '' where there is nothing to say. */
export interface ScheduleNotes {
  /** Results that should have been newer, and a run that failed. */
  readonly warning: string;
  readonly next: string;
}

export function scheduleNotes(
  mark: ResultMark | null,
  { timeZone }: WorkbookFacts,
  clock: Clock,
  language: Language,
): ScheduleNotes {
  if (mark === null) return { warning: '', next: '' };
  const { turns, scheduledBy: by, failedAt, moment } = mark;
  const schedule = { turns, by, timeZone };
  const overdue = overdueText(clock, schedule, Number(moment), language);
  const failed =
    failedAt === null
      ? ''
      : SCHEDULE_WORDS[language].lastRunFailed(momentText(clock, failedAt, timeZone, language));
  return {
    warning: [failed, overdue].filter((text) => text !== '').join(' '),
    next: nextRunText(clock, schedule, language),
  };
}

/** The table with these sentences after what its stamps say already. */
export const withScheduleNotes = (table: Table, { warning, next }: ScheduleNotes): Table =>
  withNote(withNote(table, warning), next, 'recalculated_text');
