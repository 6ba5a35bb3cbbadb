import type { Unit } from '../model/measure.ts';
import { nearlyEqual } from '../model/quantity.ts';
import type { Language } from '../model/workspace.ts';
import { groupThousands } from './counting.ts';
import { sentencesIn } from './languages.ts';

/** How the values of a measure are written. */
export interface FigureStyle {
  unit: Unit;
  /** Digits after the mark; null: by the unit and the size. */
  decimals: number | null;
  language: Language;
}

const MOST_DECIMALS = 12;
const LARGEST_WRITTEN_OUT = 1e15;

/** 12,345.60 with exactly these decimals; 12.345,60 in Dutch. What is no number is not written. */
export function formatDigits(value: number, decimals: number, language: Language): string {
  const { decimalMark, thousandsMark } = sentencesIn(language);
  const places = Math.min(Math.max(0, decimals), MOST_DECIMALS);
  if (!Number.isFinite(value)) return '…';
  if (Math.abs(value) >= LARGEST_WRITTEN_OUT) return value.toExponential(3);
  const fixed = Math.abs(value).toFixed(places);
  const [whole, fraction] = fixed.split('.');
  const grouped = groupThousands(whole, thousandsMark);
  const isZero = !/[1-9]/.test(fixed);
  const sign = value < 0 && !isZero ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : decimalMark + fraction}`;
}

/**
 * Digits that tell as much as a reader wants: whole from 100, else at most two after the mark;
 * what is smaller shows its first two digits.
 */
function fittingDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  if (size >= 0.1) return decimalsNeeded(value, size >= 10 ? 1 : 2);
  return decimalsNeeded(value, Math.max(4, Math.ceil(-Math.log10(size)) + 1));
}

/** Decimals without zeros behind them. */
function decimalsNeeded(value: number, atMost: number): number {
  const text = value.toFixed(Math.min(MOST_DECIMALS, atMost));
  return text.includes('.') ? text.replace(/0+$/, '').split('.')[1].length : 0;
}

/** Cents where they say something: below a thousand, and not for round amounts. */
const moneyDecimals = (value: number): number =>
  Math.abs(value) >= 1000 || Number.isInteger(roundTo(value, 2)) ? 0 : 2;

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };

export const currencySign = (currency: string): string => CURRENCY_SIGNS[currency] ?? currency;

const isSign = (text: string): boolean => Object.values(CURRENCY_SIGNS).includes(text);

/** €1,250 as English has it, € 1.250 as Dutch does; a code of letters stands apart in both. */
export const moneyText = (sign: string, digits: string, language: Language): string =>
  isSign(sign) ? sentencesIn(language).money(sign, digits) : `${sign} ${digits}`;

/** 90% of a share of 0.9. */
export function formatShare(share: number, language: Language, decimals?: number): string {
  const value = share * 100;
  const places = decimals ?? (Math.abs(value) >= 10 ? 0 : fittingDecimals(roundTo(value, 1)));
  return sentencesIn(language).percent(formatDigits(value, places, language));
}

const says = (text: string): boolean => /[1-9]/.test(text);

/** A change by a share: +14%, -6.8%. What is not zero does not read as zero. */
export function formatShareChange(share: number, language: Language): string {
  const size = Math.abs(share);
  const plain = formatShare(size, language);
  const text =
    size === 0 || says(plain)
      ? plain
      : formatShare(size, language, Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(size * 100))));
  return `${share < 0 ? '-' : '+'}${text}`;
}

/** A chance is never written as certain. */
export function formatChance(chance: number, language: Language): string {
  const { lessThan, moreThan } = sentencesIn(language);
  if (chance < 0.01) return lessThan(formatShare(0.01, language));
  return chance > 0.99 ? moreThan(formatShare(0.99, language)) : formatShare(chance, language, 0);
}

const roundTo = (value: number, decimals: number): number =>
  Number(value.toFixed(Math.min(MOST_DECIMALS, decimals)));

/**
 * A share that is read beside thresholds: as many decimals as it takes to stand on its own side of
 * them, so that 94.6% does not read as 95%, nor 0.3% as nothing.
 */
export function formatShareBeside(
  share: number,
  thresholds: readonly number[],
  language: Language,
): string {
  for (let decimals = 0; decimals < 4; decimals += 1) {
    const shown = roundTo(share * 100, decimals) / 100;
    const isTrue = thresholds.every((edge) => shown >= edge - 1e-9 === share >= edge - 1e-9);
    if (isTrue && (shown !== 0 || share === 0)) return formatShare(share, language, decimals);
  }
  return formatShare(share, language, 4);
}

/** 1:05:09 of a duration in days. */
function formatDuration(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86400);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return days < 0 && seconds !== 0 ? `-${clock}` : clock;
}

const usualDecimals = (shown: number, { kind }: Unit): number =>
  kind === 'currency' ? moneyDecimals(shown) : fittingDecimals(shown);

type Write = (value: number, digits: (value: number) => string, style: FigureStyle) => string;

/** What is probably a plural, in either language: posts, klanten, foto's; not kg, FTE or ton. */
const PLURAL = /(?:[^\s]{2}(?:s|en)|people)$/i;

/** Its word behind a number; not a plural behind one, since nobody said what a single one is called. */
function wordBehind(digits: string, word: string | undefined): string {
  const isOne = digits === '1' || digits === '-1';
  return word === undefined || (isOne && PLURAL.test(word)) ? digits : `${digits} ${word}`;
}

const WRITERS: Readonly<Record<Unit['kind'], Write>> = {
  number: (value, digits, { unit }) =>
    wordBehind(digits(value), unit.kind === 'number' ? unit.word : undefined),
  percent: (value, digits, { language }) => sentencesIn(language).percent(digits(value * 100)),
  points: (value, digits, { language }) => sentencesIn(language).points(digits(value)),
  seconds: (value, digits) => `${digits(value)} s`,
  minutes: (value, digits) => `${digits(value)} min`,
  hours: (value, digits, { language }) => sentencesIn(language).hours(digits(value)),
  days: (value, digits, { language }) => sentencesIn(language).days(digits(value)),
  duration: (value) => formatDuration(value),
  currency: (value, digits, { unit, language }) => {
    const sign = unit.kind === 'currency' ? currencySign(unit.currency) : '';
    const text = digits(Math.abs(value));
    const amount = moneyText(sign, text, language);
    return value < 0 && says(text) ? `-${amount}` : amount;
  },
};

/** A value as people read it: €90,000 · 2.4% · 3 days. Shares in percent. */
export function formatValue(value: number, style: FigureStyle): string {
  const { unit, decimals, language } = style;
  const digits = (shown: number) =>
    formatDigits(shown, decimals ?? usualDecimals(shown, unit), language);
  return WRITERS[unit.kind](value, digits, style);
}

/** Digits alone, where the word behind them may hold one: CO2. */
const withoutWord = (text: string, unit: Unit): string =>
  unit.kind === 'number' && unit.word !== undefined && text.endsWith(unit.word)
    ? text.slice(0, -unit.word.length)
    : text;

/**
 * The size of a difference, never with a sign; of percents in points. What is not zero does not
 * read as zero: it gets the decimals it needs.
 */
export function formatDistance(difference: number, style: FigureStyle): string {
  const isPercent = style.unit.kind === 'percent';
  const size = Math.abs(difference) * (isPercent ? 100 : 1);
  const write = (decimals: number | null): string => {
    if (!isPercent) return formatValue(size, { ...style, decimals });
    const places = decimals ?? fittingDecimals(size);
    const { percentPoints } = sentencesIn(style.language);
    return percentPoints(formatDigits(size, places, style.language));
  };
  const text = write(style.decimals);
  const isTold = says(withoutWord(text, style.unit));
  return size === 0 || isTold ? text : write(Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(size))));
}

/** Two values side by side; a unit in words that both have is said once: 30 to 45 days. */
export function unitOnce(low: string, high: string): readonly [string, string] {
  const unit = / \D+$/.exec(high)?.[0];
  return [unit !== undefined && low.endsWith(unit) ? low.slice(0, -unit.length) : low, high];
}

/** A difference with its direction in words: "€500 more", "2 points less". */
export function formatChange(difference: number, style: FigureStyle): string {
  const { more, less, noChange } = sentencesIn(style.language);
  if (difference === 0) return noChange;
  return (difference > 0 ? more : less)(formatDistance(difference, style));
}

/** The difference that a reader sees may be off by so much of the true one; more where people chose the decimals. */
const MOST_ROUNDED_AWAY = { usual: 0.05, chosen: 0.25 };

/**
 * Two values that are read side by side get the decimals that show how far apart they are:
 * 99.895% beside 99.95%, not 99.9% beside 100%.
 */
export function formatApart(
  one: number,
  other: number,
  style: FigureStyle,
): readonly [string, string] {
  const mayBeOff = MOST_ROUNDED_AWAY[style.decimals === null ? 'usual' : 'chosen'];
  const scale = style.unit.kind === 'percent' ? 100 : 1;
  const isTold = (decimalsOf: (shown: number) => number): boolean => {
    const [a, b] = [one * scale, other * scale];
    const told = roundTo(a, decimalsOf(a)) - roundTo(b, decimalsOf(b));
    // Where people chose the decimals, the difference is written with these.
    const chosen = style.decimals;
    const isSame = chosen === null || roundTo(told, chosen) === roundTo(a - b, chosen);
    return isSame && Math.abs(told - (a - b)) <= mayBeOff * Math.abs(a - b);
  };
  const write = (decimalsOf: ((shown: number) => number) | null): readonly [string, string] => {
    const text = (value: number) =>
      formatValue(value, { ...style, decimals: decimalsOf?.(value * scale) ?? style.decimals });
    return [text(one), text(other)];
  };
  const plain = (shown: number) => style.decimals ?? usualDecimals(shown, style.unit);
  if (nearlyEqual(one, other) || isTold(plain)) return write(null);
  const least = style.decimals ?? (style.unit.kind === 'currency' ? 2 : 0);
  for (let most = least + 1; most <= MOST_DECIMALS; most += 1) {
    const needed = (shown: number) => {
      const own = decimalsNeeded(shown, most);
      return own === 0 ? (style.decimals ?? 0) : Math.max(least, own);
    };
    if (isTold(needed)) return write(needed);
  }
  return write(null);
}

const looksTheSame = (values: readonly number[], texts: readonly string[]): boolean =>
  texts.some((text, at) => !nearlyEqual(values[at], values[texts.indexOf(text)]));

const digitsOf = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * Speeds that stand side by side, without a sign: three digits say enough, more only where two
 * different ones would look the same.
 */
export function formatSpeeds(speeds: readonly number[], style: FigureStyle): string[] {
  const write = (digits: number) =>
    speeds.map((speed) => formatDistance(digitsOf(speed, digits), { ...style, decimals: null }));
  for (let digits = 3; digits < 6; digits += 1) {
    const texts = write(digits);
    if (!looksTheSame(speeds, texts)) return texts;
  }
  return write(6);
}
