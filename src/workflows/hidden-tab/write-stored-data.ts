import type { Compression } from '../ports.ts';
import { asciiJson } from './ascii-json.ts';
import type { DataBlock } from './data-cells.ts';
import { layoutBlockOf, registerBlockOf } from './migrations.ts';
import { packRows } from './packed-rows.ts';
import { DATA_LAYOUT, type RunRegister, type StoredData } from './stored-data.ts';

/** The register stands in the same row always, so that a failed run can write it alone. */
export const REGISTER_ROW = 1;

const json = (section: string, value: unknown): DataBlock => ({
  section,
  key: '',
  text: asciiJson(value),
});

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
    {
      section: 'intervals',
      key: '',
      text: packRows(data.intervals, ['start', 'value'], compression),
    },
    ...Object.entries(data.tables).map(([key, text]) => ({ section: 'table', key, text })),
  ];
  return [layoutBlockOf(DATA_LAYOUT, rest), registerBlock(data.register), ...rest];
}
