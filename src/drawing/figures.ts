import { formatDigits, moneyText } from '../core/language/format-number.ts';
import { PICTURE_WORDS, sentencesIn } from '../core/language/languages.ts';
import type { Language } from '../core/model/workspace.ts';

/** How a figure is written: 0.9 as 90%, or 1200 with a word or sign of its unit. */
export type FigureUnit =
  | { readonly kind: 'share' }
  | { readonly kind: 'plain'; readonly label: string };

const SIGN = /^[€$£¥]$/;

function withUnit(digits: string, unit: FigureUnit, language: Language): string {
  if (unit.kind === 'share' || unit.label === '%') return sentencesIn(language).percent(digits);
  if (unit.label === '') return digits;
  if (!SIGN.test(unit.label)) return `${digits} ${unit.label}`;
  const money = (size: string) => moneyText(unit.label, size, language);
  return digits.startsWith('-') ? `-${money(digits.slice(1))}` : money(digits);
}

/** Digits after the mark that a value needs, and no more than these. */
function decimalsOf(value: number, most: number): number {
  const digits = value.toFixed(most).split('.')[1] ?? '';
  return digits.replace(/0+$/, '').length;
}

const inHundreds = (value: number, unit: FigureUnit): number =>
  unit.kind === 'share' ? value * 100 : value;

/** A figure as short as it can be read: €1.64m · 94.6% · 12,600. */
export function figureText(value: number, unit: FigureUnit, language: Language): string {
  const shown = inHundreds(value, unit);
  const size = Math.abs(shown);
  const [power, word] =
    size >= 1e9
      ? [1e9, PICTURE_WORDS[language].billions]
      : size >= 1e6
        ? [1e6, PICTURE_WORDS[language].millions]
        : [1, (digits: string) => digits];
  const lead = size / power;
  const most = lead >= 100 ? 0 : lead >= 10 ? 1 : 2;
  const decimals = decimalsOf(lead, most);
  const isMoney = unit.kind === 'plain' && SIGN.test(unit.label);
  // Cents come in twos: €23.50.
  const places = isMoney && power === 1 && decimals === 1 ? 2 : decimals;
  const digits = formatDigits(shown / power, places, language);
  return withUnit(word(digits), unit, language);
}

/** The figures of an axis, all with as many decimals as the one that needs most. */
export function axisTexts(
  values: readonly number[],
  unit: FigureUnit,
  language: Language,
): string[] {
  const shown = values.map((value) => inHundreds(value, unit));
  const greatest = Math.max(...shown.map(Math.abs));
  if (greatest >= 1e6) return values.map((value) => figureText(value, unit, language));
  const decimals = Math.max(...shown.map((value) => decimalsOf(value, 4)));
  return shown.map((value) => withUnit(formatDigits(value, decimals, language), unit, language));
}
