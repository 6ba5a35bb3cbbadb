import { createHash, createHmac, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PlatformError } from './account.ts';
import type { Execution } from './execution-state.ts';
import { formatSimpleDate } from './simple-date-format.ts';

/** [documented] Five minutes at most. */
const MAX_SLEEP_MILLISECONDS = 300_000;

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function algorithmOf(name: string): string {
  const algorithm = ALGORITHMS[name.replace(/^HMAC_/, '')];
  if (algorithm === undefined) {
    throw new PlatformError(`The algorithm ${name} is not emulated`, 'NotEmulatedError');
  }
  return algorithm;
}

/** [recorded live] In US-ASCII each other character becomes one "?". */
function encodeText(text: string, charset: string): Buffer {
  switch (charset.toUpperCase()) {
    case 'UTF-8':
      return Buffer.from(text, 'utf8');
    case 'US-ASCII':
      return Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
    case 'ISO-8859-1':
      return Buffer.from(text.replace(/[^\0-\xff]/gu, '?'), 'latin1');
    default:
      throw new PlatformError(`The character set ${charset} is not emulated`, 'NotEmulatedError');
  }
}

function decodeText(base64: string, charset: string): string {
  const bytes = Buffer.from(base64, 'base64');
  switch (charset.toUpperCase()) {
    case 'UTF-8':
      return bytes.toString('utf8');
    case 'US-ASCII':
      return bytes.toString('latin1').replace(/[\x80-\xff]/g, '\ufffd');
    case 'ISO-8859-1':
      return bytes.toString('latin1');
    default:
      throw new PlatformError(`The character set ${charset} is not emulated`, 'NotEmulatedError');
  }
}

function ungzip(base64: string): string {
  try {
    return gunzipSync(Buffer.from(base64, 'base64')).toString('base64');
  } catch {
    // [assumed]
    throw new PlatformError('Could not decompress gzip.');
  }
}

function sleep(execution: Execution, milliseconds: number): void {
  if (milliseconds < 0 || milliseconds > MAX_SLEEP_MILLISECONDS) {
    // [assumed] The sentence.
    throw new PlatformError(`Invalid argument: milliseconds (${milliseconds})`);
  }
  execution.account.clock.advance(milliseconds);
}

/** Bytes come and go as base64. */
export const utilitiesOperations = {
  encodeText: (_: Execution, text: string, charset: string) =>
    encodeText(text, charset).toString('base64'),
  decodeText: (_: Execution, base64: string, charset: string) => decodeText(base64, charset),
  digest: (_: Execution, algorithm: string, base64: string) =>
    createHash(algorithmOf(algorithm)).update(Buffer.from(base64, 'base64')).digest('base64'),
  hmac: (_: Execution, algorithm: string, value: string, key: string) =>
    createHmac(algorithmOf(algorithm), Buffer.from(key, 'base64'))
      .update(Buffer.from(value, 'base64'))
      .digest('base64'),
  gzip: (_: Execution, base64: string) =>
    gzipSync(Buffer.from(base64, 'base64')).toString('base64'),
  ungzip: (_: Execution, base64: string) => ungzip(base64),
  uuid: () => randomUUID(),
  sleep,
  formatDate: (_: Execution, time: number, timeZone: string, pattern: string) =>
    formatSimpleDate(time, timeZone, pattern),
};
