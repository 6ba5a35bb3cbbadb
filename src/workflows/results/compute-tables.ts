import { failureText } from '../../core/language/connector-languages.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { YearCut } from '../../core/model/period.ts';
import type { Language } from '../../core/model/workspace.ts';
import { type TableId, tableSpec } from '../../core/tables/result-tables.ts';
import { withNote } from '../../core/tables/view-note.ts';
import { readMemory } from '../hidden-tab/memory.ts';
import { DATA_LAYOUT } from '../hidden-tab/stored-data.ts';
import type { Clock, Compression, WorkbookReader } from '../ports.ts';
import { momentText } from '../workbook/moment-text.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { type ComputedResults, computeResults } from './compute-results.ts';
import { inputsHash } from './inputs-hash.ts';
import { cutOf } from './year-cut.ts';

interface ComputePorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly version: string;
}

export interface ComputedTables {
  readonly tableOf: ComputedResults['table'];
  /** How the year is cut, for intervals longer than those of the tables. */
  readonly cut: YearCut;
}

export interface ComputedView {
  readonly today?: Day;
  readonly language?: Language;
  /** What to suppose of the future, as it was typed. */
  readonly whatIf?: string;
  /** As of the last recalculation: its day and moment, as far as the cells are still the same. */
  readonly isAsStored: boolean;
}

/**
 * From the cells of the workbook, with what Koers kept of the past; nothing of it is kept. The stamp
 * is that of the last recalculation always: whoever looks at a report has recalculated nothing. Where
 * cells have changed since, or the view asks for now, a note says that it was computed now.
 */
export function computeTables(
  { reader, clock, compression, version }: ComputePorts,
  fileId: string,
  view: ComputedView,
): ComputedTables {
  const startedAt = clock.now();
  const read = readWorkbook(reader, fileId);
  const { stored, months } = readMemory(read.facts, read.dataColumns, compression);
  const { stamp, register } = stored;
  const run = register.runs.find(({ at }) => at === stamp?.recalculatedAt);
  const { table, workspace, language, idsToWrite, whatIfNote } = computeResults(read, stored, {
    workbookId: stored.identity?.workbookId ?? fileId,
    now: view.isAsStored && stamp !== null ? stamp.recalculatedAt : startedAt,
    startedAt,
    ranAt: stamp?.recalculatedAt,
    clock,
    compression,
    months,
    run: stamp === null ? null : { by: run?.by ?? '', version: run?.version ?? version },
    today: view.today,
    language: view.language,
    whatIf: view.whatIf,
  });
  const isOlder = stamp !== null && stored.layout < DATA_LAYOUT;
  const isSame = view.isAsStored && inputsHash(read, idsToWrite) === stamp?.inputs;
  const moment = momentText(clock, clock.now(), read.facts.timeZone, language);
  const notes = [
    isOlder ? failureText('OLDER_RESULTS', {}, language) : '',
    stamp === null || isOlder || isSame ? '' : failureText('COMPUTED_NOW', { moment }, language),
  ];
  const note = notes.filter((text) => text !== '').join(' ');
  const noteOf = (id: TableId) => (tableSpec(id).looksAhead === true ? whatIfNote : '');
  return {
    tableOf: (id) => withNote(withNote(table(id), noteOf(id)), note),
    cut: cutOf(workspace),
  };
}
