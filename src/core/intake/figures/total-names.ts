import { anyOf, inEveryLanguage } from '../../language/cell-words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

const NAMES: ReadonlySet<string> = new Set(inEveryLanguage(({ totals }) => totals));

/** Whether a channel, or a line of figures, is called the total of the others: Totaal, All, Grand total. */
export const isTotalName = (name: string): boolean => NAMES.has(normaliseText(name));

const TOTAL_FIRST = new RegExp(`^(?:sub|sub-|sub )?${anyOf(({ totals }) => totals)}(?:$|[^a-z])`);

/** The same, and "Total: account" or "Subtotaal januari" as well. */
export const beginsLikeTotal = (text: string): boolean => TOTAL_FIRST.test(normaliseText(text));
