import { tabRange } from '../../core/model/a1-notation.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { Compression, ReadCell, TabFacts, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { DATA_FIRST_CELL, findKoersTab, findNamesake } from '../workbook/koers-tabs.ts';
import { readHistory } from './kept-months.ts';
import { readMemory, refuseLost } from './memory.ts';
import { readResults, readStoredData } from './read-stored-data.ts';
import type { StoredData, StoredResults } from './stored-data.ts';

/** Cells of the left band of the hidden tab, and of both. */
const RESULT_CELLS = 'A:C';
const ALL_CELLS = 'A:F';

export interface OpenedData {
  readonly tab: TabFacts;
  readonly stored: StoredData;
}

/** What the last recalculation left, history aside; null before the first one. */
export function openStoredData(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  compression: Compression,
): OpenedData | null {
  return opened(facts, reader, compression, RESULT_CELLS)?.data ?? null;
}

/** The same, of the workbook as it stands at this moment. */
export function openNow(
  { reader, compression }: { readonly reader: WorkbookReader; readonly compression: Compression },
  fileId: string,
): { facts: WorkbookFacts; data: OpenedData | null } {
  const facts = reader.facts(fileId);
  return { facts, data: openStoredData(facts, reader, compression) };
}

/** Of that the results alone. */
export function openResults(facts: WorkbookFacts, reader: WorkbookReader): StoredResults | null {
  const found = readTab(facts, reader, RESULT_CELLS);
  if (found === null) return null;
  const results = readResults(found.columns, found.tab.title);
  refuseLost(facts, results);
  return results;
}

/** The same with the history, in one read. */
export function openWithHistory(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  compression: Compression,
): { data: OpenedData; history: HistoryRow[] } | null {
  const found = opened(facts, reader, compression, ALL_CELLS);
  return found === null
    ? null
    : {
        data: found.data,
        history: readHistory(readMemory(facts, found.columns, compression).months, compression),
      };
}

function opened(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  compression: Compression,
  cells: string,
): { data: OpenedData; columns: ReadCell[][] } | null {
  const found = readTab(facts, reader, cells);
  if (found === null) return null;
  const { tab, columns } = found;
  const stored = readStoredData(columns, tab.title, compression);
  refuseLost(facts, stored);
  return { data: { tab, stored }, columns };
}

function readTab(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  cells: string,
): { tab: TabFacts; columns: ReadCell[][] } | null {
  const made = findKoersTab(facts, 'data');
  const tab = made ?? findNamesake(facts, 'data');
  const columns = tab === null ? [] : reader.columns(facts.fileId, [tabRange(tab.title, cells)])[0];
  if (tab === null || (made === null && columns[0]?.[0] !== DATA_FIRST_CELL)) {
    refuseLost(facts, null);
    return null;
  }
  return { tab, columns };
}
