import { anyOf } from '../../language/cell-words.ts';
import type { CellLocale } from './cell-locale.ts';

/** A number in text, taken apart. */
export interface NumberText {
  /** Digits with their marks, and whatever else stands there. */
  readonly digits: string;
  readonly sign: 1 | -1;
  readonly isPercent: boolean;
  /** 1000 of "12k", a million of "1.2M", else 1. */
  readonly scale: number;
  /** Code of the currency that stands beside it; "$" for the sign of many. */
  readonly currency: string | null;
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  $: '$',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  euro: 'EUR',
  kr: 'kr',
};
const CODES =
  'EUR USD GBP JPY CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF CNY INR BRL ZAR MXN SGD HKD TRY'.split(
    ' ',
  );
/** Signs that more than one currency has. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'MXN', 'SGD', 'HKD'],
  kr: ['SEK', 'NOK', 'DKK'],
  JPY: ['CNY'],
};

const ANY = [...Object.keys(SIGNS), ...CODES]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('$', '\\$'))
  .join('|');
const BEFORE = new RegExp(`^(${ANY})\\s*(?=[-+(\\d.,])`, 'i');
const BEHIND = new RegExp(`([\\d)%.,-]|[a-z.](?=\\s))\\s*(${ANY})$`, 'i');

const THOUSANDS = new RegExp(`(\\d)\\s*(?:k|${anyOf(({ thousands }) => thousands)})\\.?$`, 'i');
/** A small m is minutes or months as often. */
const MILLIONS = new RegExp(`(\\d)\\s*${anyOf(({ millions }) => millions)}\\.?$`, 'i');
const CAPITAL_M = /(\d)\s*M$/;

/** "5,-" is five, without cents. */
const NO_CENTS = /(\d[.,])(?:-{1,2}|[\u2013\u2014])$/;
const GROUP_SPACE = /(\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g;
const PLAIN = /^\d+$/;

const SCALES = [
  [THOUSANDS, 1000],
  [MILLIONS, 1_000_000],
  [CAPITAL_M, 1_000_000],
] as const;

export function takeNumberApart(cell: string): NumberText {
  let currency: string | null = null;
  const withoutCurrency = (text: string): string => {
    const before = BEFORE.exec(text);
    const behind = before === null ? BEHIND.exec(text) : null;
    const found = before?.[1] ?? behind?.[2];
    if (found === undefined) return text;
    currency = SIGNS[found.toLowerCase()] ?? found.toUpperCase();
    return before !== null ? text.slice(before[0].length) : text.replace(BEHIND, '$1');
  };
  let text = withoutCurrency(cell.trim().replace(/\u2212/g, '-'));
  const isBracketed = /^\(.*\)$/.test(text);
  if (isBracketed) text = text.slice(1, -1).trim();
  const isPercent = text.endsWith('%');
  if (isPercent) text = text.slice(0, -1).trim();
  const isSigned = text.startsWith('-');
  if (isSigned || text.startsWith('+')) text = text.slice(1).trim();
  text = withoutCurrency(text).replace(NO_CENTS, (_, whole) => `${whole}0`);
  let scale = 1;
  for (const [words, times] of SCALES) {
    if (scale !== 1 || !words.test(text)) continue;
    scale = times;
    text = text.replace(words, '$1');
  }
  // Ledgers write the sign behind the amount: 30-.
  const isBehind = !isSigned && !isBracketed && /\d-$/.test(text);
  if (isBehind) text = text.slice(0, -1);
  const isNegative = isSigned !== isBracketed || isBehind;
  return {
    digits: text.trim().replace(GROUP_SPACE, '$1'),
    sign: isNegative ? -1 : 1,
    isPercent,
    scale,
    currency,
  };
}

/** The currency that a text names by its sign or code alone; null for anything else. */
export function currencyNamed(text: string): string | null {
  const key = text.trim().toLowerCase();
  return SIGNS[key] ?? (/^[a-z]{3}$/.test(key) ? key.toUpperCase() : null);
}

/** Whether an amount with this sign or code can be one of the currency. */
export const isOfCurrency = (sign: string, currency: string): boolean =>
  sign === currency || (SHARED[sign]?.includes(currency) ?? false);

/** The number that a text of digits and separators is in one convention; null: it is none. */
export function inConvention(text: string, decimal: CellLocale['decimal']): number | null {
  const [whole, fraction, ...rest] = text.split(decimal);
  if (rest.length > 0) return null;
  if (fraction !== undefined && !PLAIN.test(fraction)) return null;
  const groups = whole.split(decimal === ',' ? '.' : ',');
  const isWhole =
    groups.length === 1
      ? PLAIN.test(whole)
      : /^[1-9]\d{0,2}$/.test(groups[0]) && groups.slice(1).every((part) => /^\d{3}$/.test(part));
  if (!isWhole) return null;
  return Number(`${groups.join('')}.${fraction ?? '0'}`);
}

export const otherMark = (decimal: CellLocale['decimal']): CellLocale['decimal'] =>
  decimal === ',' ? '.' : ',';
