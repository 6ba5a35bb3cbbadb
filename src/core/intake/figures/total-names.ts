import { inEveryLanguage } from '../../language/cell-words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

const NAMES: ReadonlySet<string> = new Set(inEveryLanguage(({ totals }) => totals));

/** Whether a channel, or a line of figures, is called the total of the others: Totaal, All, Grand total. */
export const isTotalName = (name: string): boolean => NAMES.has(normaliseText(name));
