import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import type {
  Clock,
  Compression,
  Lock,
  WorkbookFacts,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import { momentText } from '../workbook/moment-text.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { blockRows, RESULT_COLUMNS } from './data-cells.ts';
import { markText } from './mark.ts';
import { type OpenedData, openStoredData } from './open-stored-data.ts';
import { withRun } from './register.ts';
import type { RegisteredRun, RunRegister, StoredData } from './stored-data.ts';
import { REGISTER_ROW, registerBlock } from './write-stored-data.ts';

export interface StoredDataPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly compression: Compression;
}

function registerChange({ tab }: OpenedData, register: RunRegister): WorkbookChange {
  const rows = blockRows([registerBlock(register)]);
  const band = { column: RESULT_COLUMNS.first, width: RESULT_COLUMNS.count };
  const { sheetId } = tab;
  return { kind: 'write_cells', sheetId, row: REGISTER_ROW, ...band, height: rows.length, rows };
}

/** Writes the register alone, and the mark that goes with it; everything else stays as it is. */
export function writeRegister(
  { writer }: StoredDataPorts,
  facts: WorkbookFacts,
  opened: OpenedData,
  register: RunRegister,
): void {
  const { stamp } = opened.stored;
  const cells = registerChange(opened, register);
  const id = facts.mark?.id ?? null;
  const mark: WorkbookChange[] =
    stamp === null
      ? []
      : [{ kind: 'set_mark', id, text: markText(stamp, register.schedule.choice) }];
  writer.apply(facts.fileId, [cells, ...mark]);
}

function failureNotice(
  facts: WorkbookFacts,
  stored: StoredData,
  { at, failure }: RegisteredRun,
  clock: Clock,
): WorkbookChange[] {
  const tab = findKoersTab(facts, 'status');
  if (tab === null) return [];
  const moment = momentText(clock, at, facts.timeZone);
  const text = KOERS_TAB_WORDS[stored.stamp?.language ?? 'en'].lastRunFailed(moment, failure);
  return [
    {
      kind: 'write_cells',
      sheetId: tab.sheetId,
      row: 1,
      column: 0,
      height: 1,
      width: 1,
      rows: [[text]],
    },
  ];
}

/** A run that failed, in the register and above the status: nothing else is touched. */
export function registerFailure(
  ports: StoredDataPorts & { readonly clock: Clock; readonly lock: Lock },
  fileId: string,
  run: RegisteredRun,
): void {
  oneAtATime(ports.lock, () => {
    const facts = ports.reader.facts(fileId);
    const opened = openStoredData(facts, ports.reader, ports.compression);
    if (opened === null) return;
    ports.writer.apply(fileId, [
      registerChange(opened, withRun(opened.stored.register, run)),
      ...failureNotice(facts, opened.stored, run, ports.clock),
    ]);
  });
}
