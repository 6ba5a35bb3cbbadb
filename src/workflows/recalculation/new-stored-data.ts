import type { RunTrigger } from '../../core/model/turns.ts';
import { TABLE_IDS, type TableId } from '../../core/tables/result-tables.ts';
import { withRun } from '../hidden-tab/register.ts';
import {
  DATA_LAYOUT,
  type RunRegister,
  type StoredData,
  type StoredIdentity,
  type StoredMessages,
  type StoredStamp,
} from '../hidden-tab/stored-data.ts';
import { packTable } from '../packed-tables/packed-table.ts';
import type { Compression } from '../ports.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import { withBaselines, withIntervals, withSnapshots } from '../results/update-record.ts';

/**
 * What the results may take: whoever looks at a report reads them in one answer, with what else is
 * kept, and [documented] 2 MB is what Google recommends for one.
 */
const MOST_RESULT_BYTES = 1_500_000;
/** The history stands beside the results already; its table grows for as long as Koers is used. */
const NEVER_KEPT: readonly TableId[] = ['history'];

/** Packed tables, the small ones first; what does not fit is left out. */
export function keptTables(
  { table }: Pick<ComputedResults, 'table'>,
  compression: Compression,
  neverKept: readonly TableId[] = NEVER_KEPT,
): Record<string, string> {
  const packed = TABLE_IDS.filter((id) => !neverKept.includes(id)).map((id) => ({
    id,
    text: packTable(table(id), compression),
  }));
  const bySize = [...packed].sort((a, b) => a.text.length - b.text.length);
  let bytes = 0;
  const fitting = new Set<string>();
  for (const { id, text } of bySize) {
    bytes += text.length;
    if (bytes <= MOST_RESULT_BYTES) fitting.add(id);
  }
  return Object.fromEntries(
    packed.filter(({ id }) => fitting.has(id)).map(({ id, text }) => [id, text]),
  );
}

/** The letters that are gone are not among those that wait any more. */
const withoutGone = (register: RunRegister): RunRegister =>
  register.post === undefined ? register : { ...register, post: { ...register.post, gone: [] } };

/** What the hidden tab holds after this run. */
export function newStoredData(
  stored: StoredData,
  results: ComputedResults,
  identity: StoredIdentity,
  stamp: StoredStamp,
  run: { by: string; trigger: RunTrigger; version: string },
  messages: StoredMessages,
  compression: Compression,
): StoredData {
  const { workspace, evaluation } = results;
  const keepsRecord = workspace.settings.today === null;
  return {
    layout: DATA_LAYOUT,
    identity,
    stamp,
    register: withRun(withoutGone(stored.register), {
      at: stamp.recalculatedAt,
      failure: '',
      ...run,
    }),
    baselines: keepsRecord
      ? withBaselines(stored.baselines, workspace, evaluation)
      : stored.baselines,
    snapshots: keepsRecord
      ? withSnapshots(stored.snapshots, workspace, evaluation)
      : stored.snapshots,
    intervals: keepsRecord ? withIntervals(stored.intervals, evaluation) : stored.intervals,
    findings: keepsRecord ? results.findings : stored.findings,
    messages,
    months: stored.months,
    tables: keptTables(results, compression),
  };
}
