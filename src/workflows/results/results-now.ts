import { readMemory } from '../hidden-tab/memory.ts';
import type { StoredData } from '../hidden-tab/stored-data.ts';
import type { Clock, Compression, WorkbookReader } from '../ports.ts';
import { type ReadWorkbook, readWorkbook } from '../workbook/read-workbook.ts';
import { type ComputedResults, type ComputeRequest, computeResults } from './compute-results.ts';

interface LookPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
}

export interface ResultsNow {
  readonly read: ReadWorkbook;
  readonly stored: StoredData;
  readonly results: ComputedResults;
}

/** The workbook as it stands now, whatever the last recalculation found; nothing of it is kept. */
export function resultsNow(
  { reader, clock, compression }: LookPorts,
  fileId: string,
  run: ComputeRequest['run'] = null,
): ResultsNow {
  const startedAt = clock.now();
  const read = readWorkbook(reader, fileId);
  const { stored, months } = readMemory(read.facts, read.dataColumns, compression);
  const results = computeResults(read, stored, {
    workbookId: stored.identity?.workbookId ?? fileId,
    now: startedAt,
    startedAt,
    clock,
    compression,
    months,
    run,
  });
  return { read, stored, results };
}
