import { inflateRawSync } from 'node:zlib';

/** What a file unpacks to at most: more short cells than are read. A text costs ten times its length until a table of it is printed. */
const MOST_BYTES = 100_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** What a 32-bit field says when the real number stands in a zip64 record: more than 4 GB. */
const ELSEWHERE = 0xffffffff;

export class BrokenArchive extends Error {}

/** It would unpack to more than is read here. */
export class LargeArchive extends Error {}

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipArchive {
  readonly has: (path: string) => boolean;
  /** The unpacked bytes of a part; null when there is no such part. */
  readonly read: (path: string) => Buffer | null;
}

function endOfDirectory(bytes: Buffer): number {
  // A comment of up to 64 KB may follow it.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new BrokenArchive('no directory');
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = endOfDirectory(bytes);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new BrokenArchive('a wrong directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const behind = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name.replace(/\\/g, '/').replace(/^\//, ''), {
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + behind;
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packedSize, size, offset }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw new BrokenArchive('a wrong part');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new BrokenArchive(`packed in way ${method}`);
  const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  if (unpacked.length !== size) throw new BrokenArchive('a part of another size');
  return unpacked;
}

/**
 * The parts of a zip file by their path. Sizes are checked before anything is unpacked, so a small
 * file that holds gigabytes costs nothing.
 */
export function openZip(bytes: Buffer): ZipArchive {
  const entries = entriesOf(bytes);
  let unpackedBytes = 0;
  return {
    has: (path) => entries.has(path),
    read: (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return null;
      unpackedBytes += entry.size;
      if (unpackedBytes > MOST_BYTES || entry.size === ELSEWHERE) throw new LargeArchive(path);
      return unpack(bytes, entry);
    },
  };
}
