import type { StoredInterval } from '../../core/model/record.ts';
import { PersonFailure } from '../failures.ts';
import type { Compression, ReadCell } from '../ports.ts';
import { type DataBlock, readBlocks } from './data-cells.ts';
import { areWhole, layoutVersionOf, migrate } from './migrations.ts';
import { unpackRows } from './packed-rows.ts';
import { DATA_LAYOUT, NO_STORED_DATA, type RunRegister, type StoredData } from './stored-data.ts';

const TABLE_SECTION = 'table';

/** What cannot be computed again. */
export const KEPT_SECTIONS = [
  'identity',
  'register',
  'stamp',
  'baselines',
  'snapshots',
  'findings',
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

export const readRegister = (blocks: readonly DataBlock[]): RunRegister =>
  jsonOf(blocks, 'register', NO_STORED_DATA.register);

/** What the hidden tab holds; nothing for an empty one. `columns` are the tab's own. */
export function readStoredData(
  columns: ReadonlyArray<readonly ReadCell[]>,
  tabTitle: string,
  compression: Compression,
): StoredData {
  const kept = readBlocks(columns);
  const version = layoutVersionOf(kept);
  if (version === null && kept.length === 0) return NO_STORED_DATA;
  if (version === null || !areWhole(kept))
    throw new PersonFailure('DAMAGED_DATA', { tab: tabTitle });
  return { ...storedDataOf(migrate(kept, version, tabTitle), compression), layout: version };
}

/** Blocks that are whole, as data; what is missing among them is empty. */
export function storedDataOf(blocks: readonly DataBlock[], compression: Compression): StoredData {
  const packed = blocks.find(({ section }) => section === 'intervals')?.text ?? '';
  const tables: Record<string, string> = {};
  for (const { section, key, text } of blocks) if (section === TABLE_SECTION) tables[key] = text;
  return {
    layout: DATA_LAYOUT,
    identity: jsonOf(blocks, 'identity', NO_STORED_DATA.identity),
    register: readRegister(blocks),
    stamp: jsonOf(blocks, 'stamp', NO_STORED_DATA.stamp),
    baselines: jsonOf(blocks, 'baselines', NO_STORED_DATA.baselines),
    snapshots: jsonOf(blocks, 'snapshots', NO_STORED_DATA.snapshots),
    intervals: packed === '' ? [] : intervalsOf(packed, compression),
    findings: jsonOf(blocks, 'findings', NO_STORED_DATA.findings),
    months: jsonOf(blocks, 'months', NO_STORED_DATA.months),
    tables,
  };
}
