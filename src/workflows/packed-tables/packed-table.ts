import { isTableId } from '../../core/tables/result-tables.ts';
import { rowCountOf, type Table, tableOf } from '../../core/tables/table.ts';
import type { Compression } from '../ports.ts';
import { decodeBlocks, encodeBlocks } from './blocks-text.ts';
import { packWhole } from './pack-whole.ts';

/** A longer table gives up digits that nobody sees. */
const MOST_EXACT_ROWS = 3000;

/** A result table as text for a cache or a cell. */
export function packTable(table: Table, compression: Compression): string {
  const precision = rowCountOf(table) > MOST_EXACT_ROWS ? 'twelve_digits' : 'exact';
  const about = { table: table.id, currency: table.currency };
  return packWhole(encodeBlocks(table, about, precision), compression);
}

/** Null for what another version of Koers packed. */
export function unpackTable(packed: string, compression: Compression): Table | null {
  const blocks = decodeBlocks(compression.unpack(packed));
  if (blocks === null) return null;
  const { table: id, currency } = blocks.about;
  if (!isTableId(id)) return null;
  const { lengths, ids, part } = blocks;
  return tableOf({ id, currency, lengths, ids }, part);
}
