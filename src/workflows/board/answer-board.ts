import type { Language } from '../../core/model/workspace.ts';
import type { TableId } from '../../core/tables/result-tables.ts';
import type { Table } from '../../core/tables/table.ts';
import { scheduleNotes, withScheduleNotes } from '../connector/schedule-notes.ts';
import { provenWorkbook } from '../connector/seen-workbook.ts';
import { type SourcePorts, type TableWish, wishedTable } from '../connector/table-source.ts';
import { readMark } from '../hidden-tab/mark.ts';
import type { Board } from './board.ts';
import { BOARD_TABLES, makeBoard } from './make-board.ts';

/** Tables as they were last stored, and the language of their words. */
export interface SeenTables<Id extends TableId> {
  readonly tables: Readonly<Record<Id, Table>>;
  readonly language: Language;
}

/**
 * Tables of a workbook, from its last results; computed where there are none in this language.
 * Whoever asks proves first that they may see the workbook.
 *
 * @param ids the longest first: the others come with it
 * @param language null for that of the workbook
 */
export function seenTables<Id extends TableId>(
  ports: SourcePorts,
  fileId: string,
  ids: readonly Id[],
  language: Language | null,
): SeenTables<Id> {
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
  const tables = Object.fromEntries(ids.map((id) => [id, withScheduleNotes(tableOf(id), notes)]));
  // SAFETY: one of each.
  return { tables: tables as SeenTables<Id>['tables'], language: spoken };
}

/** The board of a workbook. */
export function answerBoard(ports: SourcePorts, fileId: string, language: Language | null): Board {
  const seen = seenTables(ports, fileId, BOARD_TABLES, language);
  return makeBoard(seen.tables, seen.language);
}
