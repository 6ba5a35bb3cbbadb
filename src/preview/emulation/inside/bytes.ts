import { platformError } from './host-bridge.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE_OF = new Map([...ALPHABET].map((character, value) => [character, value]));

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
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const first = unsigned(bytes[at]);
    const second = left > 1 ? unsigned(bytes[at + 1]) : 0;
    const third = left > 2 ? unsigned(bytes[at + 2]) : 0;
    const group = (first << 16) | (second << 8) | third;
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    text += left > 1 ? ALPHABET.charAt((group >> 6) & 63) : '=';
    text += left > 2 ? ALPHABET.charAt(group & 63) : '=';
  }
  return text;
}

/** Null when this is no base64 text; padding may be left out. */
export function bytesOfBase64(text: string): number[] | null {
  const body = text.replace(/=+$/, '');
  if (body.length % 4 === 1) return null;
  const bytes: number[] = [];
  let collected = 0;
  let bits = 0;
  for (const character of body) {
    const value = VALUE_OF.get(character);
    if (value === undefined) return null;
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
