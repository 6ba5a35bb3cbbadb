import type { Language } from '../../core/model/workspace.ts';
import { scheduleNotes, withScheduleNotes } from '../connector/schedule-notes.ts';
import { provenWorkbook } from '../connector/seen-workbook.ts';
import { type SourcePorts, type TableWish, wishedTable } from '../connector/table-source.ts';
import { readMark } from '../hidden-tab/mark.ts';
import type { Board } from './board.ts';
import { BOARD_TABLES, type BoardTables, makeBoard } from './make-board.ts';

/**
 * The board of a workbook, from its last results; computed where there are none in this language.
 * Whoever asks proves first that they may see the workbook.
 */
export function answerBoard(ports: SourcePorts, fileId: string, language: Language | null): Board {
  const facts = provenWorkbook(ports, fileId, '');
  const mark = readMark(facts.mark);
  const spoken =
    language ?? (mark ?? ports.computing().typedSettings(facts, ports.reader)).language;
  const notes = scheduleNotes(mark, facts, ports.clock, spoken);
  const tableOf = (table: TableWish['table']) =>
    wishedTable(
      {
        facts,
        mark,
        table,
        language: spoken,
        grain: 'measured',
        today: null,
        freshness: 'stored',
        whatIf: '',
        lastRefresh: '',
      },
      ports,
    );
  // The longest first: the others come with it.
  const tables = Object.fromEntries(
    BOARD_TABLES.map((id) => [id, withScheduleNotes(tableOf(id), notes)]),
  );
  // SAFETY: one of each.
  return makeBoard(tables as BoardTables, spoken);
}
