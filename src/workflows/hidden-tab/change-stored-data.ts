import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import type {
  Clock,
  Compression,
  ScheduleChoice,
  WorkbookFacts,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import { momentText } from '../workbook/moment-text.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { blockRows, type DataBlock, RESULT_COLUMNS } from './data-cells.ts';
import { markText } from './mark.ts';
import { changedHead } from './migrations.ts';
import { type OpenedData, openStoredData } from './open-stored-data.ts';
import { withRun } from './register.ts';
import type { RegisteredRun, RunRegister, StoredData, StoredIdentity } from './stored-data.ts';
import { identityBlock, REGISTER_ROW, registerBlock } from './write-stored-data.ts';

export interface StoredDataPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly compression: Compression;
}

/** Rows of the left band, from one of them on, and the mark that goes with them. */
function written(
  facts: WorkbookFacts,
  { tab, stored }: OpenedData,
  row: number,
  blocks: readonly DataBlock[],
  schedule: ScheduleChoice,
): WorkbookChange[] {
  const rows = blockRows(blocks);
  const band = { column: RESULT_COLUMNS.first, width: RESULT_COLUMNS.count };
  const cells: WorkbookChange = {
    kind: 'write_cells',
    sheetId: tab.sheetId,
    row,
    ...band,
    height: rows.length,
    rows,
  };
  if (stored.stamp === null) return [cells];
  const text = markText(stored.stamp, schedule);
  return [cells, { kind: 'set_mark', id: facts.mark?.id ?? null, text }];
}

/** Writes the register alone; everything else stays as it is. */
export function writeRegister(
  { writer }: StoredDataPorts,
  facts: WorkbookFacts,
  opened: OpenedData,
  register: RunRegister,
): void {
  const { choice } = register.schedule;
  writer.apply(
    facts.fileId,
    written(facts, opened, REGISTER_ROW, [registerBlock(register)], choice),
  );
}

/** Writes which file this is, the register, and the hash over all of it. */
export function writeIdentity(
  { writer }: StoredDataPorts,
  facts: WorkbookFacts,
  opened: OpenedData,
  identity: StoredIdentity,
  register: RunRegister,
): void {
  const head = changedHead(opened.blocks, identityBlock(identity), registerBlock(register));
  writer.apply(facts.fileId, written(facts, opened, 0, head, register.schedule.choice));
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
  ports: StoredDataPorts & { readonly clock: Clock },
  fileId: string,
  run: RegisteredRun,
): void {
  const facts = ports.reader.facts(fileId);
  const opened = openStoredData(facts, ports.reader, ports.compression);
  if (opened === null) return;
  const { sheetId } = opened.tab;
  const rows = blockRows([registerBlock(withRun(opened.stored.register, run))]);
  const band = { column: RESULT_COLUMNS.first, width: RESULT_COLUMNS.count };
  ports.writer.apply(fileId, [
    { kind: 'write_cells', sheetId, row: REGISTER_ROW, ...band, height: 1, rows },
    ...failureNotice(facts, opened.stored, run, ports.clock),
  ]);
}
