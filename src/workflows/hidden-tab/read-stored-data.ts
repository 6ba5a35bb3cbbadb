import type { StoredInterval } from '../../core/model/record.ts';
import { PersonFailure } from '../failures.ts';
import type { Compression, ReadCell } from '../ports.ts';
import { type DataBlock, readBlocks } from './data-cells.ts';
import { areWhole, layoutVersionOf, migrate } from './migrations.ts';
import { unpackRows } from './packed-rows.ts';
import {
  DATA_LAYOUT,
  NO_MESSAGES,
  NO_STORED_DATA,
  type RunRegister,
  type StoredData,
  type StoredMessages,
  type StoredResults,
} from './stored-data.ts';

const TABLE_SECTION = 'table';

/** What cannot be computed again. */
export const KEPT_SECTIONS = [
  'identity',
  'register',
  'stamp',
  'baselines',
  'snapshots',
  'findings',
  'messages',
  'months',
  'intervals',
] as const;
export type KeptSection = (typeof KEPT_SECTIONS)[number];

function jsonOf<T>(blocks: readonly DataBlock[], section: string, otherwise: T): T {
  const text = blocks.find((block) => block.section === section)?.text;
  // SAFETY: only Koers writes these cells; their layout and their hashes have been checked.
  return text === undefined || text === '' ? otherwise : (JSON.parse(text) as T);
}

function intervalsOf(packed: string, compression: Compression): StoredInterval[] {
  const rows = unpackRows(packed, compression);
  return (rows?.kpiIds ?? []).map((kpiId, row) => ({
    kpiId,
    start: rows?.number('start', row) ?? 0,
    value: rows?.number('value', row) ?? 0,
  }));
}

function messagesOf(blocks: readonly DataBlock[], compression: Compression): StoredMessages {
  const packed = blocks.find(({ section }) => section === 'messages')?.text ?? '';
  // SAFETY: only Koers writes this block; its layout and its hash have been checked.
  return packed === '' ? NO_MESSAGES : (JSON.parse(compression.unpack(packed)) as StoredMessages);
}

export const readRegister = (blocks: readonly DataBlock[]): RunRegister =>
  jsonOf(blocks, 'register', NO_STORED_DATA.register);

interface WholeBlocks {
  readonly blocks: readonly DataBlock[];
  /** Of the layout that they were found in. */
  readonly layout: number;
}

/** Null for an empty tab. */
function wholeBlocks(
  columns: ReadonlyArray<readonly ReadCell[]>,
  tabTitle: string,
): WholeBlocks | null {
  const kept = readBlocks(columns);
  const layout = layoutVersionOf(kept);
  if (layout === null && kept.length === 0) return null;
  if (layout === null || !areWhole(kept)) {
    throw new PersonFailure('DAMAGED_DATA', { tab: tabTitle });
  }
  return { blocks: migrate(kept, layout, tabTitle), layout };
}

/** What the hidden tab holds; nothing for an empty one. `columns` are the tab's own. */
export function readStoredData(
  columns: ReadonlyArray<readonly ReadCell[]>,
  tabTitle: string,
  compression: Compression,
): StoredData {
  const whole = wholeBlocks(columns, tabTitle);
  if (whole === null) return NO_STORED_DATA;
  return { ...storedDataOf(whole.blocks, compression), layout: whole.layout };
}

/** The results alone, for whoever only shows them: nothing of the past is unpacked. */
export function readResults(
  columns: ReadonlyArray<readonly ReadCell[]>,
  tabTitle: string,
): StoredResults {
  const whole = wholeBlocks(columns, tabTitle);
  return whole === null ? NO_STORED_DATA : resultsOf(whole.blocks);
}

function resultsOf(blocks: readonly DataBlock[]): StoredResults {
  const tables: Record<string, string> = {};
  for (const { section, key, text } of blocks) if (section === TABLE_SECTION) tables[key] = text;
  return { stamp: jsonOf(blocks, 'stamp', NO_STORED_DATA.stamp), tables };
}

/** Blocks that are whole, as data; what is missing among them is empty. */
export function storedDataOf(blocks: readonly DataBlock[], compression: Compression): StoredData {
  const packed = blocks.find(({ section }) => section === 'intervals')?.text ?? '';
  return {
    ...resultsOf(blocks),
    layout: DATA_LAYOUT,
    identity: jsonOf(blocks, 'identity', NO_STORED_DATA.identity),
    register: readRegister(blocks),
    baselines: jsonOf(blocks, 'baselines', NO_STORED_DATA.baselines),
    snapshots: jsonOf(blocks, 'snapshots', NO_STORED_DATA.snapshots),
    intervals: packed === '' ? [] : intervalsOf(packed, compression),
    findings: jsonOf(blocks, 'findings', NO_STORED_DATA.findings),
    messages: messagesOf(blocks, compression),
    months: jsonOf(blocks, 'months', NO_STORED_DATA.months),
  };
}
