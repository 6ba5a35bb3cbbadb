import type { TabId } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Attempt, Clock, Lock, WorkbookReader, WorkbookWriter } from '../ports.ts';
import { foundTwice, MOST_ROUNDS } from '../workbook/as-found.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { misplacedHeaders } from './misplaced-headers.ts';
import { type Examples, type Plan, planOf, planTab, type SetUpReport } from './plan-set-up.ts';
import { seeTabs } from './seen-tabs.ts';

export interface SetUpPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly attempt: Attempt;
}

/** The Sheets API cannot write only where something still stands: it is looked at once more. */
function putHeadersRight(
  { reader, writer }: SetUpPorts,
  fileId: string,
  { newColumns }: Plan,
): void {
  for (let round = 0; newColumns.length > 0 && round < MOST_ROUNDS; round += 1) {
    const seen = seeTabs(reader.facts(fileId), reader);
    const fixes = newColumns.flatMap(([sheetId, columns]) => {
      const tab = seen.find((own) => own.facts.sheetId === sheetId);
      return tab?.kind === 'ours' ? misplacedHeaders(tab, columns) : [];
    });
    if (fixes.length === 0) return;
    writer.apply(fileId, fixes);
  }
}

/**
 * Puts there what the workbook lacks: the tabs of day one, columns after the others, notes, lists,
 * looks. All that somebody typed, wrote or chose stays as it is. Written only when the workbook was
 * found twice as it is, so that nobody is in the midst of moving it.
 */
export const setUpWorkbook = (
  ports: SetUpPorts,
  fileId: string,
  language: Language,
  examples: Examples = 'with_examples',
): SetUpReport =>
  oneAtATime(ports.lock, () => {
    const plan = foundTwice(() => planOf(ports, fileId, language, examples));
    if (plan.changes.length > 0) ports.writer.apply(fileId, plan.changes);
    putHeadersRight(ports, fileId, plan);
    return plan.report;
  });

/** One of the tabs that are not there on day one. Gives its name. */
export const addTab = (ports: SetUpPorts, fileId: string, id: TabId): string =>
  oneAtATime(ports.lock, () => {
    const { title, changes } = planTab(ports, fileId, id);
    ports.writer.apply(fileId, changes);
    return title;
  });
