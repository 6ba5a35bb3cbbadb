import type { Compression } from '../ports.ts';

/** Each says six bits. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * How long the text was that was packed, in bytes, as the last four bytes say, the lowest first.
 * [documented, RFC 1952] gzip ends so, and base64 has four letters for three bytes.
 */
function lengthSaid(packed: string): number {
  const end = packed.slice(-8);
  const bits = [...end].reduce((all, letter) => all * 64 + Math.max(0, LETTERS.indexOf(letter)), 0);
  const filling = end.length - end.replace(/=+$/, '').length;
  const last = Math.floor(bits / 256 ** filling);
  return [3, 2, 1, 0].reduce(
    (all, at) => all + (Math.floor(last / 256 ** at) % 256) * 256 ** (3 - at),
    0,
  );
}

/** Of a text in UTF-8. */
function byteCount(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Two halves of a letter have four bytes together.
    count += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return count;
}

/**
 * Text made small: an answer that was cut off, before it was packed or after, is refused, never kept.
 * One that is whole ends in the length of the text; only where it does not is it read back, which
 * takes as long as packing it.
 */
export function packWhole(text: string, compression: Compression): string {
  const packed = compression.pack(text);
  const isWhole = () =>
    lengthSaid(packed) === byteCount(text) || compression.unpack(packed) === text;
  if (packed !== '' && isWhole()) return packed;
  throw new Error('What was packed is not whole');
}
