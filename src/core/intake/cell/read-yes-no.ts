import { inEveryLanguage } from '../../language/cell-words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

const YES = ['x', '✓', '✔', '✅', '☑', 'v', '1', ...inEveryLanguage(({ yes }) => yes)];
const NO = ['0', '-', '✗', '✘', '❌', ...inEveryLanguage(({ no }) => no)];

/** Yes or no in any language, a tick, or a ticked box; blank stays blank. */
export function readYesNo(cell: unknown): CellReading<boolean> {
  if (typeof cell === 'boolean') return read(cell);
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const key = normaliseText(text.value).replace(/\ufe0f/g, '');
  if (YES.includes(key)) return read(true);
  return NO.includes(key) ? read(false) : bad('E_YES_NO', { received: shown(cell) });
}
