import type { Value } from '../data-studio/contract.ts';
import type { Column } from '../data-studio/query-types.ts';
import type { Language } from './texts.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };

/** "20260214" as a moment at midnight UTC; null for anything else. */
export function dayToDate(value: Value | undefined): Date | null {
  const parts = typeof value === 'string' ? /^(\d{4})(\d{2})(\d{2})$/.exec(value) : null;
  if (parts === null) return null;
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
}

export function formatDay(value: Value | undefined, language: Language): string {
  const date = dayToDate(value);
  if (date === null) return '';
  const written = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // One month has four letters in British English; the sentences beside it give it three.
  return written.format(date).replace('Sept', 'Sep');
}

function formatNumber(value: number, language: Language, digits = 2): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);
}

function formatPercent(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(value);
}

/** -€5, the sign of less before that of money, as the sentences write it. */
const signFirst = (value: number, write: (size: number) => string): string =>
  value < 0 ? `-${write(-value)}` : write(value);

export function formatMoney(value: number, currency: string, language: Language): string {
  const digits = Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : 2;
  const written = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return signFirst(value, (size) => written.format(size));
}

/** A value as Data Studio would show it, by the type of its field. */
export function formatValue(value: Value | undefined, column: Column, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.text;
  const { semanticType } = column;
  if (semanticType === 'YEAR_MONTH_DAY') return formatDay(value, language) || String(value);
  if (typeof value !== 'number') return String(value);
  const currency = /^CURRENCY_([A-Z]{3})$/.exec(semanticType)?.[1];
  if (currency !== undefined) return formatMoney(value, currency, language);
  if (semanticType === 'PERCENT') return formatPercent(value, language, 1);
  return formatNumber(value, language);
}

/** When something happened on the emulated account, in the reader's own time zone. */
export const formatMoment = (milliseconds: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
    milliseconds,
  );
