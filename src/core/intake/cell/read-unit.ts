import type { Unit } from '../../model/measure.ts';
import { CHOICE_LISTS, CURRENCY_SIGNS } from '../layout/choice-lists.ts';
import { normaliseText } from '../normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { choiceCode } from './read-choice.ts';
import { readText } from './read-text.ts';

/** A unit by name in either language, or a currency by code, sign or name. */
export function readUnit(cell: unknown): CellReading<Unit> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const kind = choiceCode(text.value, CHOICE_LISTS.unit);
  if (kind !== null) return read({ kind });
  const currency = currencyCode(text.value);
  return currency === null
    ? bad('E_UNIT', { received: shown(cell) })
    : read({ kind: 'currency', currency });
}

/** The ISO code of "eur", "€" or "euro"; null for anything that is not three letters. */
export function currencyCode(text: string): string | null {
  const key = normaliseText(text);
  const named = Object.entries(CURRENCY_SIGNS).find(([sign]) => sign === key);
  if (named !== undefined) return named[1];
  return /^[a-z]{3}$/.test(key) ? key.toUpperCase() : null;
}
