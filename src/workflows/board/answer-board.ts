import type { Language } from '../../core/model/workspace.ts';
import { type TableId, tableSpec } from '../../core/tables/result-tables.ts';
import type { Table } from '../../core/tables/table.ts';
import { scheduleNotes, withScheduleNotes } from '../connector/schedule-notes.ts';
import { provenWorkbook } from '../connector/seen-workbook.ts';
import { type SourcePorts, type TableWish, wishedTable } from '../connector/table-source.ts';
import { readMark } from '../hidden-tab/mark.ts';
import type { Board } from './board.ts';
import { BOARD_TABLES, makeBoard } from './make-board.ts';

/** What a page asks for. */
export interface BoardWish {
  /** Null: that of the workbook. */
  readonly language: Language | null;
  /** What to suppose of the future, as a report would type it; '' for nothing. */
  readonly whatIf: string;
}

/** Tables as they were last stored, and the language of their words. */
export interface SeenTables<Id extends TableId> {
  readonly tables: Readonly<Record<Id, Table>>;
  readonly language: Language;
  /** Whether the workbook holds results alone: then nothing can be worked out anew. */
  readonly isPublished: boolean;
}

/**
 * Tables of a workbook, from its last results; computed where there are none in this language, and
 * where another future is supposed, of which nothing is kept. Whoever asks proves first that they may see the workbook.
 *
 * @param ids the longest first: the others come with it
 */
export function seenTables<Id extends TableId>(
  ports: SourcePorts,
  fileId: string,
  ids: readonly Id[],
  { language, whatIf }: BoardWish,
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
        whatIf: tableSpec(table).looksAhead === true ? whatIf : '',
        lastRefresh: '',
      },
      ports,
    );
  const tables = Object.fromEntries(ids.map((id) => [id, withScheduleNotes(tableOf(id), notes)]));
  return {
    // SAFETY: one of each.
    tables: tables as SeenTables<Id>['tables'],
    language: spoken,
    isPublished: mark?.isPublished === true,
  };
}

/** The board of a workbook. */
export function answerBoard(ports: SourcePorts, fileId: string, wish: BoardWish): Board {
  const { tables, language, isPublished } = seenTables(ports, fileId, BOARD_TABLES, wish);
  const board = makeBoard(tables, language);
  return isPublished ? { ...board, supposable: [] } : board;
}
