import { contentHash } from '../packed-tables/chunks.ts';
import { packWhole } from '../packed-tables/pack-whole.ts';
import type { Compression } from '../ports.ts';
import { asciiJson } from './ascii-json.ts';
import type { DataBlock } from './data-cells.ts';
import { layoutBlockOf, registerBlockOf } from './migrations.ts';
import { packRows } from './packed-rows.ts';
import type { KeptSection } from './read-stored-data.ts';
import { DATA_LAYOUT, type RunRegister, type StoredData } from './stored-data.ts';

/** The register stands in the same row always, so that a failed run can write it alone. */
export const REGISTER_ROW = 1;

/** Each block has a hash of its own, so that damage to one leaves the others usable. */
const hashed = (section: KeptSection, text: string): DataBlock => ({
  section,
  key: contentHash(text),
  text,
});

const json = (section: KeptSection, value: unknown): DataBlock => hashed(section, asciiJson(value));

export const registerBlock = (register: RunRegister): DataBlock =>
  registerBlockOf(asciiJson(register));

const identityBlock = (identity: StoredData['identity']): DataBlock => json('identity', identity);

/** The left band of the hidden tab, top to bottom. */
export function storedDataBlocks(data: StoredData, compression: Compression): DataBlock[] {
  const rest: DataBlock[] = [
    identityBlock(data.identity),
    json('stamp', data.stamp),
    json('baselines', data.baselines),
    json('snapshots', data.snapshots),
    json('findings', data.findings),
    hashed('messages', packWhole(JSON.stringify(data.messages), compression)),
    json('months', data.months),
    hashed('intervals', packRows(data.intervals, ['start', 'value'], compression)),
    ...Object.entries(data.tables).map(([key, text]) => ({ section: 'table', key, text })),
  ];
  return [layoutBlockOf(DATA_LAYOUT, rest), registerBlock(data.register), ...rest];
}
