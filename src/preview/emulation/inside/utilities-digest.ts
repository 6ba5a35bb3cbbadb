import { base64OfBytes, bytesOfBase64 } from './bytes.ts';
import { type Emulates, emulatedEnum, stateOf } from './emulated-object.ts';
import { callHost, checkArguments } from './host-bridge.ts';
import { base64OfText } from './utilities-blob.ts';

type UtilitiesApi = GoogleAppsScript.Utilities.Utilities;

export const CHARSETS = emulatedEnum('Utilities.Charset', ['US_ASCII', 'UTF_8']) satisfies Record<
  keyof typeof GoogleAppsScript.Utilities.Charset,
  unknown
>;

export const DIGEST_ALGORITHMS = emulatedEnum('Utilities.DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]) satisfies Record<keyof typeof GoogleAppsScript.Utilities.DigestAlgorithm, unknown>;

export const MAC_ALGORITHMS = emulatedEnum('Utilities.MacAlgorithm', [
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
]) satisfies Record<keyof typeof GoogleAppsScript.Utilities.MacAlgorithm, unknown>;

const nameOf = (enumClass: string, value: unknown): string | null => {
  const name = stateOf<string>(`Utilities.${enumClass}`, value);
  return typeof name === 'string' ? name : null;
};

const CHARSET_NAMES: Readonly<Record<string, string>> = { US_ASCII: 'US-ASCII', UTF_8: 'UTF-8' };

/** How these arguments' text becomes bytes: what was named, else the default, else they do not fit. */
export function charsetArgument(
  method: string,
  args: readonly unknown[],
  at: number,
  byDefault: string,
): string {
  if (args.length <= at) return byDefault;
  const name = nameOf('Charset', args[at]);
  if (name === null || args.length > at + 1) checkArguments(method, args);
  return CHARSET_NAMES[String(name)] ?? byDefault;
}

/**
 * [recorded live] The base64 of arguments that are all text, or all bytes and then without a
 * character set. Text without one is US-ASCII, where anything else becomes "?".
 */
function contents(method: string, args: readonly unknown[], from: number, to: number): string[] {
  const values = args.slice(from, to);
  const charset = charsetArgument(method, args, to, 'US-ASCII');
  if (values.length === to - from && values.every((value) => typeof value === 'string')) {
    return values.map((text) => base64OfText(String(text), charset));
  }
  if (args.length !== to || !values.every(Array.isArray)) checkArguments(method, args);
  return values.map((bytes) => base64OfBytes(Array.isArray(bytes) ? bytes : []));
}

const bytesFrom = (base64: string): number[] => bytesOfBase64(base64) ?? [];

function hmac(method: string, algorithm: string, args: readonly unknown[], from: number): number[] {
  const [value, key] = contents(method, args, from, from + 2);
  return bytesFrom(callHost<string>('utilities.hmac', algorithm, value, key));
}

export const DIGESTS = {
  computeDigest(...args: unknown[]) {
    const method = 'Utilities.computeDigest';
    const algorithm = nameOf('DigestAlgorithm', args[0]);
    if (algorithm === null) checkArguments(method, args);
    const [value] = contents(method, args, 1, 2);
    return bytesFrom(callHost<string>('utilities.digest', algorithm, value));
  },
  computeHmacSignature(...args: unknown[]) {
    const method = 'Utilities.computeHmacSignature';
    const algorithm = nameOf('MacAlgorithm', args[0]);
    if (algorithm === null) checkArguments(method, args);
    return hmac(method, String(algorithm), args, 1);
  },
  computeHmacSha256Signature: (...args: unknown[]) =>
    hmac('Utilities.computeHmacSha256Signature', 'HMAC_SHA_256', args, 0),
} satisfies Emulates<UtilitiesApi, undefined>;
