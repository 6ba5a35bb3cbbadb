import { failureText } from '../../core/language/connector-languages.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { YearCut } from '../../core/model/period.ts';
import type { Language } from '../../core/model/workspace.ts';
import { withNote } from '../../core/tables/view-note.ts';
import { readMemory } from '../hidden-tab/memory.ts';
import { DATA_LAYOUT } from '../hidden-tab/stored-data.ts';
import type { Clock, Compression, Person, WorkbookReader } from '../ports.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { type ComputedResults, computeResults } from './compute-results.ts';
import { cutOf } from './year-cut.ts';

interface ComputePorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly person: Person;
  readonly version: string;
}

export interface ComputedTables {
  readonly tableOf: ComputedResults['table'];
  /** How the year is cut, for intervals longer than those of the tables. */
  readonly cut: YearCut;
}

/** From the cells of the workbook, with what Koers kept of the past; nothing of it is kept. */
export function computeTables(
  { reader, clock, compression, person, version }: ComputePorts,
  fileId: string,
  view: { readonly today?: Day; readonly language?: Language },
): ComputedTables {
  const read = readWorkbook(reader, fileId);
  const { stored, months } = readMemory(read.facts, read.dataColumns, compression);
  const { table, workspace, language } = computeResults(read, stored, {
    workbookId: stored.identity?.workbookId ?? fileId,
    now: clock.now(),
    clock,
    compression,
    months,
    run: stored.stamp === null ? null : { by: person.email(), version },
    ...view,
  });
  const isOlder = stored.stamp !== null && stored.layout < DATA_LAYOUT;
  const note = isOlder ? failureText('OLDER_RESULTS', {}, language) : '';
  return { tableOf: (id) => withNote(table(id), note), cut: cutOf(workspace) };
}
