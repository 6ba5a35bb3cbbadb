import { inEveryLanguage } from '../../language/cell-words.ts';
import type { Unit } from '../../model/measure.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { choiceCode } from './read-choice.ts';
import { readText } from './read-text.ts';

const SIGNS = { EUR: ['€'], USD: ['$', 'us$'], GBP: ['£'], JPY: ['¥'] };

/** Which currency a word or sign means; a code of three letters needs no entry. */
const CURRENCIES: readonly (readonly [code: string, names: readonly string[]])[] = [
  ...Object.entries(SIGNS),
  ...inEveryLanguage(({ currencies }) => Object.entries(currencies)),
];

/** A unit by name in either language, or a currency by code, sign or name. */
export function readUnit(cell: unknown): CellReading<Unit> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const kind = choiceCode(text.value, 'unit');
  if (kind !== null) return read({ kind });
  const currency = currencyCode(text.value);
  return currency === null
    ? bad('E_UNIT', { received: shown(cell) })
    : read({ kind: 'currency', currency });
}

/** The ISO code of "eur", "€" or "euro"; null for anything that is not three letters. */
export function currencyCode(text: string): string | null {
  const key = normaliseText(text);
  const named = CURRENCIES.find(([, names]) => names.includes(key));
  if (named !== undefined) return named[0];
  return /^[a-z]{3}$/.test(key) ? key.toUpperCase() : null;
}
