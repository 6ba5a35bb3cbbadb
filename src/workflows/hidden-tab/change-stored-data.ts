import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { OUTPUT_TAB_IDS } from '../../core/layout/output-tabs.ts';
import type { Language } from '../../core/model/workspace.ts';
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
import { tabHeadline } from '../workbook/tab-headline.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { blockRows, RESULT_COLUMNS } from './data-cells.ts';
import { markText } from './mark.ts';
import { type OpenedData, openNow } from './open-stored-data.ts';
import { comesBack, knownSchedule, withRun } from './register.ts';
import type { RegisteredRun, RunRegister, StoredData, StoredPublication } from './stored-data.ts';
import { REGISTER_ROW, registerBlock } from './write-stored-data.ts';

export interface StoredDataPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly compression: Compression;
}

/** The register, and the mark that goes with it. */
function registerChanges(
  facts: WorkbookFacts,
  { tab, stored }: OpenedData,
  register: RunRegister,
): WorkbookChange[] {
  const rows = blockRows([registerBlock(register)]);
  const band = { column: RESULT_COLUMNS.first, width: RESULT_COLUMNS.count };
  const { sheetId } = tab;
  const cells: WorkbookChange = {
    kind: 'write_cells',
    sheetId,
    row: REGISTER_ROW,
    ...band,
    height: rows.length,
    rows,
  };
  if (stored.stamp === null) return [cells];
  const id = facts.mark?.id ?? null;
  return [cells, { kind: 'set_mark', id, text: markText(stored.stamp, register) }];
}

const line = (sheetId: number, row: number, text: string): WorkbookChange => ({
  kind: 'write_cells',
  sheetId,
  row,
  column: 0,
  height: 1,
  width: 1,
  rows: [[text]],
});

/** The tabs for people say when the next run is. */
function headlines(
  facts: WorkbookFacts,
  { stamp }: StoredData,
  register: RunRegister,
  clock: Clock,
): WorkbookChange[] {
  if (stamp === null) return [];
  const by = register.runs.find(({ failure }) => failure === '')?.by ?? '';
  const run = { at: stamp.recalculatedAt, by };
  const text = tabHeadline(clock, run, knownSchedule(register, facts), stamp.language);
  return OUTPUT_TAB_IDS.flatMap((id) => {
    const tab = id === 'data' ? null : findKoersTab(facts, id);
    return tab === null ? [] : [line(tab.sheetId, 0, text)];
  });
}

/** Writes the register, and what mark and tabs say of it; everything else stays as it is. */
export function writeRegister(
  { writer, clock }: StoredDataPorts & { readonly clock: Clock },
  facts: WorkbookFacts,
  opened: OpenedData,
  register: RunRegister,
): void {
  writer.apply(facts.fileId, [
    ...registerChanges(facts, opened, register),
    ...headlines(facts, opened.stored, register, clock),
  ]);
}

function failureNotice(
  facts: WorkbookFacts,
  stored: StoredData,
  register: RunRegister,
  clock: Clock,
): WorkbookChange[] {
  const tab = findKoersTab(facts, 'status');
  const [{ at, failure }] = register.runs;
  if (tab === null) return [];
  const language = stored.stamp?.language ?? 'en';
  const words = KOERS_TAB_WORDS[language];
  const text = words.lastRunFailed(momentText(clock, at, facts.timeZone, language), failure);
  return [line(tab.sheetId, 1, comesBack(register) ? `${text} ${words.triesAgain}` : text)];
}

/**
 * A run that failed, in the register and above the status, in the language of the workbook: nothing
 * else is touched. True when it is to be tried again.
 */
export function registerFailure(
  ports: StoredDataPorts & { readonly clock: Clock; readonly lock: Lock },
  fileId: string,
  run: Omit<RegisteredRun, 'failure'>,
  failure: (language: Language) => string,
): boolean {
  return oneAtATime(ports.lock, () => {
    const { facts, data } = openNow(ports, fileId);
    if (data === null) return false;
    const { stored } = data;
    const told = { ...run, failure: failure(stored.stamp?.language ?? 'en') };
    const register = withRun(stored.register, told);
    ports.writer.apply(fileId, [
      ...registerChanges(facts, data, register),
      ...headlines(facts, stored, register, ports.clock),
      ...failureNotice(facts, stored, register, ports.clock),
    ]);
    return comesBack(register);
  });
}

/**
 * What came of the workbooks of groups, in the register and above the status. Asked within a run,
 * which holds the lock.
 */
export function registerPublications(
  ports: StoredDataPorts,
  fileId: string,
  publications: readonly StoredPublication[],
): void {
  const { facts, data } = openNow(ports, fileId);
  if (data === null) return;
  const { stored } = data;
  const tab = findKoersTab(facts, 'status');
  const words = KOERS_TAB_WORDS[stored.stamp?.language ?? 'en'];
  const failed = publications.filter(({ failure }) => failure !== '');
  const texts = failed.map(({ group, failure }) => words.notPublished(group, failure));
  ports.writer.apply(fileId, [
    ...registerChanges(facts, data, { ...stored.register, publications }),
    ...(tab === null || failed.length === 0 ? [] : [line(tab.sheetId, 1, texts.join(' '))]),
  ]);
}

/**
 * Charts that are made now, and that they are, in one change: all of it or nothing. Asked within a
 * run, which holds the lock.
 */
export function registerCharts(
  ports: StoredDataPorts,
  fileId: string,
  made: readonly WorkbookChange[],
): void {
  const { facts, data } = openNow(ports, fileId);
  if (data === null) return;
  const { register } = data.stored;
  const charts = register.charts?.map((chart) => ({ ...chart, isMade: true }));
  ports.writer.apply(fileId, [...made, ...registerChanges(facts, data, { ...register, charts })]);
}
