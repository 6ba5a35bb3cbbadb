import { normaliseText } from '../normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

const YES = [
  'yes',
  'y',
  'ja',
  'j',
  'x',
  '✓',
  '✔',
  '✅',
  '☑',
  'v',
  'true',
  'waar',
  '1',
  'on',
  'aan',
];
const NO = ['no', 'n', 'nee', 'neen', 'false', 'onwaar', '0', '-', '✗', '✘', '❌', 'off', 'uit'];

/** Yes or no in either language, a tick, or a ticked box; blank stays blank. */
export function readYesNo(cell: unknown): CellReading<boolean> {
  if (typeof cell === 'boolean') return read(cell);
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const key = normaliseText(text.value).replace(/\ufe0f/g, '');
  if (YES.includes(key)) return read(true);
  return NO.includes(key) ? read(false) : bad('E_YES_NO', { received: shown(cell) });
}
