import type { Compression } from '../ports.ts';

/** Text made small, and read back at once: an answer that was cut off is refused, never kept. */
export function packWhole(text: string, compression: Compression): string {
  const packed = compression.pack(text);
  if (packed !== '' && compression.unpack(packed) === text) return packed;
  throw new Error('What was packed is not whole');
}
