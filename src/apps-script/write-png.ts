import type { Mail } from '../workflows/ports.ts';

type PixelImage = NonNullable<Mail['illustrated']>['pictures'][number]['image'];

// PNG, third edition (w3.org/TR/png-3): a signature and chunks, each with its length and its check.

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Four colours of a palette: two bits a dot. */
const BITS = 2;
const PALETTE = 3;

const fourBytes = (value: number): number[] =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const crc32 = (bytes: readonly number[]): number =>
  ~bytes.reduce((crc, byte) => CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8), -1);

function adler32(bytes: readonly number[]): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...[...name].map((letter) => letter.charCodeAt(0)), ...data];
  return [...fourBytes(data.length), ...body, ...fourBytes(crc32(body))];
}

/** What a gzip file holds between its header, which may have a name, and its check (RFC 1952). */
function deflated(gzip: readonly number[]): readonly number[] {
  const [extra, name, comment, check] = [4, 8, 16, 2].map((flag) => (gzip[3] & flag) !== 0);
  let at = 10;
  if (extra) at += 2 + gzip[at] + gzip[at + 1] * 256;
  for (const isThere of [name, comment]) if (isThere) at = gzip.indexOf(0, at) + 1;
  return gzip.slice(at + (check ? 2 : 0), -8);
}

/** Each row behind the word that nothing filters it, four dots a byte. */
const packedRows = ({ rows }: PixelImage): number[] =>
  rows.flatMap((row) => {
    const bytes = [0];
    for (let at = 0; at < row.length; at += 4) {
      bytes.push((row[at] << 6) | (row[at + 1] << 4) | (row[at + 2] << 2) | row[at + 3]);
    }
    return bytes;
  });

const redGreenBlue = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * A picture as a PNG file.
 *
 * @param gzip makes a gzip file of bytes from 0 to 255: all that Apps Script can do
 */
export function pngOf(
  image: PixelImage,
  gzip: (bytes: readonly number[]) => readonly number[],
): number[] {
  const { width, height, palette } = image;
  const dots = packedRows(image);
  return [
    ...SIGNATURE,
    ...chunk('IHDR', [...fourBytes(width), ...fourBytes(height), BITS, PALETTE, 0, 0, 0]),
    ...chunk('PLTE', palette.flatMap(redGreenBlue)),
    ...chunk('tRNS', [0]),
    // A zlib stream (RFC 1950) has another head and another check around the same content.
    ...chunk('IDAT', [0x78, 0x9c, ...deflated(gzip(dots)), ...fourBytes(adler32(dots))]),
    ...chunk('IEND', []),
  ];
}
