import { base64OfBytes, bytesOfBase64, notWebSafe, webSafe } from './bytes.ts';
import { type Emulates, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments, platformError } from './host-bridge.ts';
import { base64OfText, blobArgument, blobOfData, newBlob } from './utilities-blob.ts';
import {
  CHARSETS,
  charsetArgument,
  DIGEST_ALGORITHMS,
  DIGESTS,
  MAC_ALGORITHMS,
} from './utilities-digest.ts';
import { formatString, parseCsv } from './utilities-text.ts';

type UtilitiesApi = GoogleAppsScript.Utilities.Utilities;

/** [assumed] Text without a character set is UTF-8 here, unlike in computeDigest. */
function encoded(method: string, args: readonly unknown[]): string {
  if (Array.isArray(args[0]) && args.length === 1) return base64OfBytes(args[0]);
  const charset = charsetArgument(method, args, 1, 'UTF-8');
  if (typeof args[0] !== 'string') checkArguments(method, args);
  return base64OfText(String(args[0]), charset);
}

/** [seen] The sentence. The two alphabets are not interchangeable. */
function decoded(text: string): number[] {
  const bytes = bytesOfBase64(text);
  if (bytes === null) throw platformError('Could not decode string.');
  return bytes;
}

function decodedWebSafe(text: string): number[] {
  if (/[+/]/.test(text)) throw platformError('Could not decode string.');
  return decoded(notWebSafe(text));
}

function textArgument(method: string, args: readonly unknown[]): string {
  charsetArgument(method, args, 1, 'UTF-8');
  if (typeof args[0] !== 'string') checkArguments(method, args);
  return String(args[0]);
}

const ENCODINGS = {
  base64Encode: (...args: unknown[]) => encoded('Utilities.base64Encode', args),
  base64EncodeWebSafe: (...args: unknown[]) =>
    webSafe(encoded('Utilities.base64EncodeWebSafe', args)),
  base64Decode: (...args: unknown[]) => decoded(textArgument('Utilities.base64Decode', args)),
  base64DecodeWebSafe: (...args: unknown[]) =>
    decodedWebSafe(textArgument('Utilities.base64DecodeWebSafe', args)),
} satisfies Emulates<UtilitiesApi, undefined>;

const GZIP = 'application/x-gzip';

// [recorded live] Names and content types of both.
const COMPRESSION = {
  gzip(...args: unknown[]) {
    const { base64 } = blobArgument('Utilities.gzip', args);
    const name = args[1] === undefined ? 'archive.gz' : String(args[1]);
    return newBlob(callHost<string>('utilities.gzip', base64), GZIP, name);
  },
  ungzip(...args: unknown[]) {
    const { base64, name, contentType } = blobArgument('Utilities.ungzip', args);
    // [assumed] Bytes that are not marked as gzip are refused.
    if (contentType !== GZIP) throw platformError('Could not decompress gzip.');
    const plainName = name?.replace(/\.gz$/, '') ?? null;
    return newBlob(callHost<string>('utilities.ungzip', base64), null, plainName);
  },
} satisfies Emulates<UtilitiesApi, undefined>;

function formatDate(...args: unknown[]): string {
  checkArguments('Utilities.formatDate', args, ['date', 'string', 'string']);
  const [date, timeZone, format] = args;
  return callHost<string>('utilities.formatDate', Number(date), String(timeZone), String(format));
}

function sleep(...args: unknown[]): void {
  // [recorded live, "Cannot convert"] [assumed] The rest of the sentence.
  if (typeof args[0] !== 'number') throw platformError(`Cannot convert ${args[0]} to int.`);
  callHost('utilities.sleep', args[0]);
}

/** [documented] Needs no scope. Zip files, RSA signatures and parseDate are not emulated. */
const SERVICE = {
  Charset: CHARSETS,
  DigestAlgorithm: DIGEST_ALGORITHMS,
  MacAlgorithm: MAC_ALGORITHMS,
  ...ENCODINGS,
  ...DIGESTS,
  ...COMPRESSION,
  newBlob: blobOfData,
  formatDate,
  formatString,
  parseCsv,
  getUuid: () => callHost<string>('utilities.uuid'),
  sleep,
} satisfies Emulates<UtilitiesApi, undefined>;

export function installUtilities(globals: Record<string, unknown>): void {
  globals.Utilities = emulatedService('Utilities', SERVICE);
}
