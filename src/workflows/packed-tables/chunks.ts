/**
 * A long text in pieces that a cache or a cell can hold. Packed text is plain letters, so a
 * character is a byte; text that is not is refused rather than cut in the middle of a letter.
 */
const PLAIN_LETTERS = /^[\x20-\x7e]*$/;

export function cutIntoChunks(text: string, mostBytes: number): string[] {
  if (!PLAIN_LETTERS.test(text)) throw new Error('Only packed text can be cut into chunks');
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += mostBytes) chunks.push(text.slice(at, at + mostBytes));
  return chunks.length === 0 ? [''] : chunks;
}

/** FNV-1a, 32 bits: tells damaged from whole, not friend from foe. */
export function contentHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
