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

export function formatDay(
  value: Value | undefined,
  language: Language,
  style: 'short' | 'long' = 'long',
): string {
  const date = dayToDate(value);
  return date === null ? '' : formatDate(date.getTime(), language, style);
}

/** One month has four letters in British English; the sentences beside it give it three. */
const threeLetters = (text: string): string => text.replace('Sept', 'Sep');

/** A day given as midnight UTC, in milliseconds. */
export function formatDate(
  milliseconds: number,
  language: Language,
  style: 'short' | 'long' = 'long',
): string {
  const year = style === 'long' ? ({ year: 'numeric' } as const) : {};
  return threeLetters(
    new Intl.DateTimeFormat(LOCALES[language], {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
      ...year,
    }).format(milliseconds),
  );
}

/** A date on an axis: with its day over months, with its year over years. */
export function formatTick(milliseconds: number, spanInDays: number, language: Language): string {
  const parts = spanInDays > 400 ? ({ year: 'numeric' } as const) : ({ day: 'numeric' } as const);
  return threeLetters(
    new Intl.DateTimeFormat(LOCALES[language], {
      month: 'short',
      timeZone: 'UTC',
      ...parts,
    }).format(milliseconds),
  );
}

export function formatNumber(value: number, language: Language, digits = 2): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);
}

export function formatPercent(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(value);
}

/** A chance: never 0 % or 100 %, which would be certain. */
export function formatChance(value: number, language: Language): string {
  if (value > 0 && value < 0.01) return `< ${formatPercent(0.01, language)}`;
  if (value < 1 && value > 0.99) return `> ${formatPercent(0.99, language)}`;
  return formatPercent(value, language);
}

/** A sentence whose amounts stay whole at the end of a line. */
export const keepTogether = (text: string): string =>
  text.replace(/([€$£¥]) (?=[-−]?\d)/g, '$1\u00a0').replace(/(\d) (?=%)/g, '$1\u00a0');

/** -€ 5 in every language, as the sentences write it. */
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

/** A percent as the tables show it: 2.4 means 2.4 %. */
const formatShownPercent = (value: number, language: Language): string =>
  formatPercent(value / 100, language, 2);

/** A number of a KPI in the unit that its rows carry. */
export function formatInUnit(
  value: number,
  unit: string,
  label: string,
  language: Language,
): string {
  if (unit === 'percent') return formatShownPercent(value, language);
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(value, unit, language);
  const number = formatNumber(value, language, Math.abs(value) >= 100 ? 0 : 2);
  return unit === 'number' || label === '' ? number : `${number} ${label}`;
}

/** For an axis: short, in the same unit. */
export function formatCompact(value: number, unit: string, language: Language): string {
  if (unit === 'percent') return formatShownPercent(value, language);
  // Below this, thousands would all read the same.
  const notation = Math.abs(value) < 10_000 ? 'standard' : 'compact';
  const money = /^[A-Z]{3}$/.test(unit)
    ? ({ style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' } as const)
    : {};
  const written = new Intl.NumberFormat(LOCALES[language], {
    notation,
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
    ...money,
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
