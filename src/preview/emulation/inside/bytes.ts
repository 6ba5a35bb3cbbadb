import { platformError } from './host-bridge.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By character code; -1 for what is no letter of the alphabet. */
const VALUES = Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code)),
);
/** Twelve bits at a time: half the pieces to put together. */
const PAIRS = Array.from(
  { length: 4096 },
  (_, bits) => ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63),
);

/** [recorded live] A byte is a signed number, as in Java: -128 to 127. */
const signed = (byte: number): number => (byte << 24) >> 24;

function unsigned(byte: unknown): number {
  // [recorded live, "Cannot convert"] [assumed] The rest of the sentence.
  if (typeof byte !== 'number' || !Number.isFinite(byte)) {
    throw platformError(`Cannot convert ${String(byte)} to byte.`);
  }
  return byte & 0xff;
}

/** Bytes cross to the host as base64, which JSON carries cheaper than numbers. */
export function base64OfBytes(bytes: readonly unknown[]): string {
  let text = '';
  let at = 0;
  for (; at + 2 < bytes.length; at += 3) {
    const group =
      (unsigned(bytes[at]) << 16) | (unsigned(bytes[at + 1]) << 8) | unsigned(bytes[at + 2]);
    text += `${PAIRS[group >> 12]}${PAIRS[group & 4095]}`;
  }
  const left = bytes.length - at;
  if (left === 0) return text;
  const group = (unsigned(bytes[at]) << 16) | (left > 1 ? unsigned(bytes[at + 1]) << 8 : 0);
  const third = left > 1 ? ALPHABET.charAt((group >> 6) & 63) : '=';
  return `${text}${PAIRS[group >> 12]}${third}=`;
}

/** Null when this is no base64 text; padding may be left out. */
export function bytesOfBase64(text: string): number[] | null {
  const body = text.replace(/=+$/, '');
  if (body.length % 4 === 1) return null;
  const bytes: number[] = [];
  let collected = 0;
  let bits = 0;
  for (let at = 0; at < body.length; at += 1) {
    const value = VALUES[body.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    collected = ((collected << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(signed((collected >> bits) & 0xff));
  }
  return bytes;
}

export const webSafe = (base64: string): string => base64.replace(/\+/g, '-').replace(/\//g, '_');

export const notWebSafe = (text: string): string => text.replace(/-/g, '+').replace(/_/g, '/');
