import { inEveryLanguage } from '../../language/cell-words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

const YES = ['x', '✓', '✔', '✅', '☑', 'v', '1', ...inEveryLanguage(({ yes }) => yes)];
const NO = ['0', '-', '✗', '✘', '❌', ...inEveryLanguage(({ no }) => no)];

/** One letter or mark may be anything in a column of figures. */
const isWord = (key: string): boolean => key.length > 1 || !/^[a-z\d-]$/.test(key);

/** What a cell among figures says when it is a ticked box, a tick or a word; null: none of these. */
export function saidYesOrNo(cell: unknown): boolean | null {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string' || !isWord(keyOf(cell))) return null;
  const reading = readYesNo(cell);
  return reading.kind === 'value' ? reading.value : null;
}

const keyOf = (text: string): string => normaliseText(text).replace(/\ufe0f/g, '');

/** Yes or no in any language, a tick, or a ticked box; blank stays blank. */
export function readYesNo(cell: unknown): CellReading<boolean> {
  if (typeof cell === 'boolean') return read(cell);
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const key = keyOf(text.value);
  if (YES.includes(key)) return read(true);
  return NO.includes(key) ? read(false) : bad('E_YES_NO', { received: shown(cell) });
}
