import { cellLocale } from '../../core/intake/cell/cell-locale.ts';
import { readDate } from '../../core/intake/cell/read-date.ts';
import { readNumber } from '../../core/intake/cell/read-number.ts';
import { labelledYear } from '../../core/intake/cell/read-period.ts';
import { BEGIN_WORDS } from '../../core/language/begin-words.ts';
import { type Day, dayFromIsoDate } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { AskedStep } from './begin.ts';

/** What was typed cannot be used; the sentence says why, and nothing is written. */
export class Refusal extends Error {}

const CALENDAR_YEAR = labelledYear({ fiscalStartMonth: 1, customPeriods: [] });

/** Of percentages 2.4 is 2.4%. */
const asMeant = (value: number, typed: string, isPercent: boolean): number =>
  isPercent && !typed.includes('%') ? value / 100 : value;

/**
 * Reads what is typed in a field of the page as a cell of the workbook would be read: 110.000 is one
 * number there. Where the person speaks another language than the workbook's locale does, what can
 * mean two numbers or two days is refused.
 */
export function fieldReader(locale: string, language: Language) {
  const words = BEGIN_WORDS[language];
  const isOwn = locale.toLowerCase().startsWith(language);
  const cells = { ...cellLocale(locale), isMarkKnown: isOwn, isOrderKnown: isOwn };
  /** Null for a blank; the sentence for what is no number. */
  const figure = (text: string, noNumber: string): number | null => {
    const reading = readNumber(text, 'text', cells);
    if (reading.kind === 'value') return reading.value;
    if (reading.kind === 'blank') return null;
    const { code, details } = reading.problem;
    if (code === 'E_NUMBER_AMBIGUOUS') throw new Refusal(words.twoNumbers(text));
    // Only the other mark makes a number of it: 2,4 where the workbook writes 2.4.
    const { meant } = Object(details);
    if (code === 'E_DECIMAL_MARK' && typeof meant?.typed === 'number') return meant.typed;
    throw new Refusal(noNumber);
  };
  const needed = (field: string, typed: string): string => {
    const text = typed.trim();
    if (text === '') throw new Refusal(words.blank(field));
    return text;
  };
  /** Null for a blank. */
  const number = (field: string, typed: string, isPercent: boolean): number | null => {
    const text = typed.trim();
    const value = text === '' ? null : figure(text, words.noNumber(field, text));
    return value === null ? null : asMeant(value, text, isPercent);
  };
  const day = (field: string, typed: string): Day => {
    const found = dayFromIsoDate(needed(field, typed));
    if (found === null) throw new Refusal(words.noDate(field, typed));
    return found;
  };
  /** Lines of a period and a number; a day as its day, a longer period by its name. */
  const lines = (
    typed: string,
    isPercent: boolean,
  ): { readonly period: Day | string; readonly value: number }[] =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [, label = '', typedFigure = ''] = /^(.*\S)[\s;]+(\S+)$/.exec(line) ?? [];
        const period = readDate(label, 'text', cells, CALENDAR_YEAR);
        if (period.kind === 'bad' && period.problem.code === 'E_DATE_AMBIGUOUS') {
          throw new Refusal(words.twoDays(label));
        }
        const read = figure(typedFigure, words.noLine(line));
        if (period.kind !== 'value' || read === null) throw new Refusal(words.noLine(line));
        const value = asMeant(read, typedFigure, isPercent);
        const { start, grain } = period.value;
        return { period: grain === 'day' ? start : label, value };
      });
  return { needed, number, day, lines };
}

const FIELDS: { readonly [Step in AskedStep['step']]: readonly string[] } = {
  course: ['mission', 'vision', 'strategy'],
  goal: ['name', 'successWhen', 'start', 'due', 'owner'],
  kpi: ['id', 'goal', 'start', 'due', 'lastTime', 'target', 'low', 'high', 'perPeriod'],
  figures: ['measure', 'lines'],
  look: ['measure', 'tab', 'dateColumn', 'valueColumn'],
  source: ['measure', 'tab', 'dateColumn', 'valueColumn'],
};

/** What the page sent as a step with every field a text; null for what is none. */
export function readAsked(sent: unknown): AskedStep | null {
  const values: Readonly<Record<string, unknown>> = Object(sent);
  // SAFETY: they are the steps.
  const steps = Object.keys(FIELDS) as AskedStep['step'][];
  const step = steps.find((own) => own === values.step);
  if (step === undefined) return null;
  const fields = FIELDS[step].map((name) => [name, String(values[name] ?? '')]);
  // SAFETY: a text for each field of the step.
  return { step, ...Object.fromEntries(fields) } as AskedStep;
}
