import { blockRows, RESULT_COLUMNS } from '../koers-data/data-cells.ts';
import { markText } from '../koers-data/mark.ts';
import { type OpenedData, openStoredData } from '../koers-data/open-stored-data.ts';
import { withRun } from '../koers-data/register.ts';
import type { RegisteredRun, StoredData } from '../koers-data/stored-data.ts';
import { REGISTER_ROW, registerBlock, storedDataBlocks } from '../koers-data/write-stored-data.ts';
import { TAB_WORDS } from '../language/tab-words.ts';
import { momentText } from '../moment-text.ts';
import type {
  Clock,
  Compression,
  WorkbookFacts,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import { findKoersTab } from '../recalculation/koers-tabs.ts';
import type { WorkbookChange } from '../workbook-change.ts';

export interface StoredDataPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly compression: Compression;
}

/** Writes the left band of the hidden tab again, with other contents, and the mark with it. */
export function rewriteStoredData(
  { writer, compression }: StoredDataPorts,
  facts: WorkbookFacts,
  { tab }: OpenedData,
  data: StoredData,
): void {
  const rows = blockRows(storedDataBlocks(data, compression));
  const { sheetId, rowCount } = tab;
  const height = Math.max(rowCount, rows.length);
  const room: WorkbookChange[] =
    height > rowCount
      ? [{ kind: 'resize_tab', sheetId, rowCount: height, columnCount: tab.columnCount }]
      : [];
  const band = { sheetId, row: 0, column: RESULT_COLUMNS.first, width: RESULT_COLUMNS.count };
  const { stamp, register } = data;
  const mark: WorkbookChange[] =
    stamp === null
      ? []
      : [
          {
            kind: 'set_mark',
            id: facts.mark?.id ?? null,
            text: markText(stamp, register.schedule.choice),
          },
        ];
  writer.apply(facts.fileId, [...room, { kind: 'write_cells', ...band, height, rows }, ...mark]);
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
  const text = TAB_WORDS[stored.stamp?.language ?? 'en'].lastRunFailed(moment, failure);
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
