import { fullDate } from '../../language/format-date.ts';
import { sentencesIn } from '../../language/languages.ts';
import { compactDate } from '../../model/calendar-date.ts';
import { clockTime, compactTime } from '../../model/clock-time.ts';
import { type Cell, type Cells, dateCell } from '../cells.ts';
import type { ResultInput, Results } from '../results.ts';

function recalculatedText({ recalculation, language }: ResultInput): string {
  const book = sentencesIn(language);
  if (recalculation === null) return book.notRecalculated;
  const { day, secondsOfDay, by, version } = recalculation;
  return book.recalculated(fullDate(day, language), clockTime(secondsOfDay), by, version);
}

/** What a reader must know: the day is set by hand, or another than that of the run. */
function viewNote({ workspace, recalculation, viewDay, language }: ResultInput): string {
  const book = sentencesIn(language);
  const { today } = workspace.settings;
  if (today !== null) return book.todayIsSet(fullDate(today, language));
  const isOtherDay = recalculation !== null && recalculation.day !== viewDay;
  return isOtherDay ? book.seenFrom(fullDate(viewDay, language)) : '';
}

/** Whose numbers, of when: the same in every row of every table. */
export function stampCells({ input }: Results): Cells<unknown> {
  const { workspace, recalculation, viewDay } = input;
  const stamps: Record<string, Cell> = {
    organisation: workspace.settings.organisation,
    workbook_id: workspace.workbook.workbookId,
    view_date: dateCell(viewDay),
    recalculated_at:
      recalculation === null
        ? null
        : compactDate(recalculation.day) + compactTime(recalculation.secondsOfDay),
    recalculated_text: recalculatedText(input),
    view_note: viewNote(input),
  };
  return Object.fromEntries(Object.entries(stamps).map(([id, cell]) => [id, () => cell]));
}
