import { anyOf } from '../../language/cell-words.ts';
import { shown } from '../cell/cell-reading.ts';
import { choiceCode } from '../cell/read-choice.ts';
import type { RowOf } from './tab-row.ts';

/** ≥ 95%, max 5, minstens € 4.000 */
const WORDS_FIRST = /^([^\d€$£+-]*[^\d\s€$£+-])\s*([€$£+-]?\s*\d.*)$/;
const NUMBER = '([€$£]?\\s*\\d[\\d.,]*\\s*%?)';
/** 40-50, 2% – 3%, 40 tot 50 */
const TWO_NUMBERS = new RegExp(
  `^${NUMBER}\\s*(?:[-–—]|\\s${anyOf(({ until }) => until)}\\s)\\s*${NUMBER}$`,
  'i',
);

/** Whether a target is a number with the words of a Kind, or two numbers: told where each belongs. */
export function isMoreThanANumber(row: RowOf<'kpis'>): boolean {
  const cell = row.cell('target');
  if (typeof cell !== 'string') return false;
  const received = shown(cell);
  const [, words, number] = WORDS_FIRST.exec(cell.trim()) ?? [];
  const code = words === undefined ? null : choiceCode(words, 'kind');
  if (code !== null) {
    row.report('E_TARGET_KIND', { received, number, kind: { list: 'kind', code } }, 'target');
    return true;
  }
  const [, low, high] = TWO_NUMBERS.exec(cell.trim()) ?? [];
  if (low === undefined) return false;
  row.report('E_TARGET_BETWEEN', { received, low: low.trim(), high: high.trim() }, 'target');
  return true;
}
