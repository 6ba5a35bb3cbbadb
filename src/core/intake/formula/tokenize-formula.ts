import type { FormulaOperator } from '../../model/formula.ts';
import { type BadReading, bad } from '../cell/cell-reading.ts';

type TokenPlace = { readonly text: string; readonly position: number };

export type FormulaToken = TokenPlace &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly isBracketed: boolean }
    | { readonly kind: 'operator'; readonly operator: FormulaOperator }
    | { readonly kind: 'open' | 'close' | 'separator' | 'end' }
  );

type Scan = { readonly tokens: readonly FormulaToken[] } | BadReading;

const SPACE = /\s+/y;
/** Words with a space between them are one name: nothing else can stand so. */
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?: +[\p{L}\p{N}_]+)*/uy;
const BRACKETED = /\[([^[\]]+)\]/y;
const WHOLE_NUMBER = /\d+/y;
const FRACTION = /[.,]\d+/y;
const PERCENT = /\s*%/y;

const OPERATORS: Readonly<Record<string, FormulaOperator>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
};

const MARKS: Readonly<Record<string, 'open' | 'close' | 'separator'>> = {
  '(': 'open',
  ')': 'close',
  ';': 'separator',
  ',': 'separator',
};

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** The words and signs of a formula, each with its position from 1; always closed by an "end". */
export function tokenizeFormula(source: string, decimal: ',' | '.'): Scan {
  const tokens: FormulaToken[] = [];
  let at = 0;
  let depth = 0;
  while (at < source.length) {
    const space = matchAt(SPACE, source, at);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(source, at, decimal, depth > 0);
    if (token === null) return unknownCharacter(source, at);
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    tokens.push({ ...token, text: token.kind === 'name' ? token.text : token.text.trim() });
    at += token.length;
  }
  tokens.push({ kind: 'end', text: '', position: source.length + 1 });
  return { tokens };
}

function unknownCharacter(source: string, at: number): Scan {
  const received = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return source[at] === '['
    ? bad('E_FORMULA_END', { position: source.length + 1 })
    : bad('E_FORMULA_CHARACTER', { received, position: at + 1 });
}

type Sized = FormulaToken & { readonly length: number };

function tokenAt(
  source: string,
  at: number,
  decimal: ',' | '.',
  isInsideBrackets: boolean,
): Sized | null {
  const position = at + 1;
  const name = matchAt(NAME, source, at);
  if (name !== null) {
    const [text] = name;
    return { kind: 'name', isBracketed: false, text, position, length: text.length };
  }
  const bracketed = matchAt(BRACKETED, source, at);
  if (bracketed !== null) {
    const [whole, inner] = bracketed;
    return { kind: 'name', isBracketed: true, text: inner.trim(), position, length: whole.length };
  }
  const whole = matchAt(WHOLE_NUMBER, source, at);
  if (whole !== null) return numberAt(source, at, whole[0], decimal, isInsideBrackets);
  const text = source[at];
  const operator = OPERATORS[text];
  if (operator !== undefined) return { kind: 'operator', operator, text, position, length: 1 };
  const mark = MARKS[text];
  return mark === undefined ? null : { kind: mark, text, position, length: 1 };
}

/**
 * 2,5 and 2.5 are both two and a half, except that in a workbook with decimal points max(2,5) has
 * two values. A % behind a number divides it by 100.
 */
function numberAt(
  source: string,
  at: number,
  whole: string,
  decimal: ',' | '.',
  isInsideBrackets: boolean,
): Sized {
  const part = matchAt(FRACTION, source, at + whole.length);
  const isFraction = part !== null && !(part[0][0] === ',' && decimal === '.' && isInsideBrackets);
  const digits = isFraction ? whole + part[0] : whole;
  const percent = matchAt(PERCENT, source, at + digits.length);
  const value = Number(digits.replace(',', '.')) / (percent === null ? 1 : 100);
  const text = digits + (percent === null ? '' : percent[0]);
  return { kind: 'number', value, text, position: at + 1, length: text.length };
}
