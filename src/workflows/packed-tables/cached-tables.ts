import type { ResultCache } from '../ports.ts';
import { contentHash, cutIntoChunks } from './chunks.ts';

/** The cache takes 100 KB an entry and 1,000 entries a user; so many are 2 % of it. */
const CHUNK_BYTES = 100_000;
const MOST_CHUNKS = 20;
const MOST_KEY_LENGTH = 250;

/** Everything that decides what a kept table holds. */
export interface TableKey {
  readonly fileId: string;
  readonly table: string;
  /** Options in a fixed order, such as nl|2026-02-15|month. */
  readonly options: string;
  /** The moment of recalculation, or what stands for it. */
  readonly moment: string;
}

function keyText({ fileId, table, options, moment }: TableKey): string {
  const text = `koers1|${fileId}|${table}|${options}|${moment}`;
  // Two chunk digits and a separator follow.
  return text.length <= MOST_KEY_LENGTH - 4
    ? text
    : `koers1|${table}|${contentHash(text)}|${contentHash([...text].reverse().join(''))}`;
}

interface Manifest {
  readonly count: number;
  readonly hash: string;
}

const manifestKey = (key: string): string => `${key}|m`;
const chunkKey = (key: string, index: number): string => `${key}|${index}`;

const allKeys = (key: string): string[] => [
  manifestKey(key),
  ...Array.from({ length: MOST_CHUNKS }, (_, index) => chunkKey(key, index)),
];

function readManifest(text: string | undefined): Manifest | null {
  const match = /^(\d{1,2}):([0-9a-z]+)$/.exec(text ?? '');
  return match === null ? null : { count: Number(match[1]), hash: match[2] };
}

/** The packed text, or null when anything of it is missing or damaged. */
function joinChunks(key: string, entries: Readonly<Record<string, string>>): string | null {
  const manifest = readManifest(entries[manifestKey(key)]);
  if (manifest === null) return null;
  const chunks: string[] = [];
  for (let index = 0; index < manifest.count; index += 1) {
    const chunk = entries[chunkKey(key, index)];
    if (chunk === undefined) return null;
    chunks.push(chunk);
  }
  const packed = chunks.join('');
  return contentHash(packed) === manifest.hash ? packed : null;
}

/** One look into the cache, whatever the size of the table. */
export function findPacked(cache: ResultCache, tableKey: TableKey): string | null {
  const key = keyText(tableKey);
  return joinChunks(key, cache.getAll(allKeys(key)));
}

/** Keeps several tables in one call; one that is too large for the cache is left out. */
export function keepPacked(
  cache: ResultCache,
  tables: ReadonlyArray<readonly [TableKey, string]>,
  seconds: number,
): void {
  const entries: Record<string, string> = {};
  for (const [tableKey, packed] of tables) {
    const chunks = cutIntoChunks(packed, CHUNK_BYTES);
    if (chunks.length > MOST_CHUNKS) continue;
    const key = keyText(tableKey);
    entries[manifestKey(key)] = `${chunks.length}:${contentHash(packed)}`;
    chunks.forEach((chunk, index) => {
      entries[chunkKey(key, index)] = chunk;
    });
  }
  if (Object.keys(entries).length > 0) cache.putAll(entries, seconds);
}
