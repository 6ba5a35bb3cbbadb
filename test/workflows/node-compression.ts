import { gunzipSync, gzipSync } from 'node:zlib';
import type { Compression } from '../../src/workflows/ports.ts';

/** What Utilities does in Apps Script, by Node. */
export const nodeCompression: Compression = {
  pack: (text) => gzipSync(text).toString('base64'),
  unpack: (packed) => gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'),
};
