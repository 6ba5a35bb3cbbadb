import type { Day } from '../model/calendar-date.ts';
import type { KpiEvaluation } from '../model/evaluation.ts';
import type { Issue } from '../model/issue.ts';
import type { Kpi } from '../model/kpi.ts';
import type { Measure } from '../model/measure.ts';
import { nearlyEqual, type Quantity } from '../model/quantity.ts';
import type { CloseSnapshot } from '../model/record.ts';
import type { Language } from '../model/workspace.ts';
import type { SentenceBook } from './en/sentences.ts';
import { shortDate } from './format-date.ts';
import {
  type FigureStyle,
  formatApart,
  formatDistance,
  formatSpeeds,
  formatValue,
} from './format-number.ts';
import { sentencesIn } from './languages.ts';

/** Everything the sentences about one KPI are made of. */
export interface KpiView {
  readonly kpi: Kpi;
  /** Null when the KPI names none that exists. */
  readonly measure: Measure | null;
  readonly evaluation: KpiEvaluation;
  /** What was found about this KPI. */
  readonly issues: readonly Issue[];
  readonly language: Language;
  /** The day taken as today. */
  readonly viewDay: Day;
  /** How it was written down when it closed; absent when it was not. */
  readonly closedAs?: CloseSnapshot | null;
}

/** The words and figures of a view, ready to be put in sentences. */
export interface Writer {
  readonly book: SentenceBook;
  readonly style: FigureStyle;
  day(day: Day): string;
  value(value: number): string;
  /** Two values side by side. */
  values(one: number, other: number): readonly [string, string];
  /** Size of a difference. */
  distance(difference: number): string;
  /** The same between two values that stand beside it, as finely as these are written. */
  distanceBeside(difference: number, one: number, other: number): string;
  days(count: number): string;
  /** Speeds per weighted day, written per interval of the cadence. */
  speeds(perDay: readonly number[]): string[];
  readonly per: string;
}

export const styleOf = (measure: Measure | null, language: Language): FigureStyle => ({
  unit: measure?.unit ?? { kind: 'number' },
  decimals: measure?.decimals ?? null,
  language,
});

/** From here on an amount of money is written without cents. */
const WHOLE_MONEY = 1000;

/** No cents beside amounts that have none: € 909 between € 32.909 and € 32.000. */
function distanceStyle({ evaluation }: KpiView, style: FigureStyle): FigureStyle {
  if (style.unit.kind !== 'currency' || style.decimals !== null) return style;
  const { actual, plan, target } = evaluation;
  const sizes = [actual, plan, target].flatMap(({ value }) => (value ? [Math.abs(value)] : []));
  const isWhole = sizes.length > 0 && sizes.every((size) => size >= WHOLE_MONEY);
  return isWhole ? { ...style, decimals: 0 } : style;
}

/** As many decimals as two values have when they stand side by side. */
function styleBeside(one: number, other: number, style: FigureStyle): FigureStyle {
  if (style.decimals !== null) return style;
  const { decimalMark } = sentencesIn(style.language);
  const texts = formatApart(one, other, style);
  const decimals = texts.map((text) => /^\d*/.exec(text.split(decimalMark)[1] ?? '')?.[0].length);
  return { ...style, decimals: Math.max(...decimals.map((count) => count ?? 0)) };
}

export function writerFor(view: KpiView): Writer {
  const { measure, evaluation, language, viewDay } = view;
  const book = sentencesIn(language);
  const style = styleOf(measure, language);
  const between = distanceStyle(view, style);
  return {
    book,
    style,
    day: (day) => shortDate(day, viewDay, language),
    value: (value) => formatValue(value, style),
    values: (one, other) => formatApart(one, other, style),
    distance: (difference) => formatDistance(difference, between),
    distanceBeside: (difference, one, other) =>
      formatDistance(difference, styleBeside(one, other, between)),
    days: (count) => formatDistance(count, { unit: { kind: 'days' }, decimals: null, language }),
    speeds: (perDay) =>
      formatSpeeds(
        perDay.map((speed) => speed * evaluation.daysPerSpeedUnit),
        style,
      ),
    per: evaluation.isSpeedPerWorkingDay ? book.perWorkingDay : book.per[evaluation.cadence],
  };
}

/** All of them known, or null. */
export function allKnown<Names extends string>(
  quantities: Readonly<Record<Names, Quantity>>,
): Record<Names, number> | null {
  const values = Object.entries<Quantity>(quantities).map(([name, { value }]) => [name, value]);
  if (values.some(([, value]) => value === null)) return null;
  // SAFETY: the same names, and no value is null.
  return Object.fromEntries(values) as Record<Names, number>;
}

/** "10 days late", "on time", "11 days early". */
export function latenessText(daysLate: number, { book, days }: Writer): string {
  if (daysLate === 0) return book.onTime;
  return daysLate > 0 ? book.late(days(daysLate)) : book.early(days(daysLate));
}

/** A speed with its direction in words where it may go either way. */
export function signedSpeed(text: string, perDay: number, { book }: Writer): string {
  if (nearlyEqual(perDay, 0)) return book.noChange;
  return perDay > 0 ? book.more(text) : book.less(text);
}

export const isTotal = ({ evaluation }: KpiView): boolean => evaluation.family === 'total';

/** Lower case at the start, for a status or method inside a sentence. */
export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** Capital at the start, stop at the end. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const sentence = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
