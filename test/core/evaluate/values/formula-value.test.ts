import { formulaValue } from '../../../../src/core/evaluate/values/formula-value.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';

const a: FormulaNode = { kind: 'measure', measureId: 'a' };
const b: FormulaNode = { kind: 'measure', measureId: 'b' };
const number = (value: number): FormulaNode => ({ kind: 'number', value });
const binary = (operator: '+' | '-' | '*' | '/', left = a, right = b): FormulaNode => ({
  kind: 'binary',
  operator,
  left,
  right,
});
const call = (name: 'min' | 'max' | 'abs' | 'round', ...operands: FormulaNode[]): FormulaNode => ({
  kind: 'call',
  name,
  operands,
});
const read = (values: Readonly<Record<string, number>>) => (id: string) => values[id] ?? null;

test.each([
  ['+', 5],
  ['-', 9],
  ['*', -14],
  ['/', -3.5],
] as const)('7%s −2', (operator, expected) => {
  expect(formulaValue(binary(operator), read({ a: 7, b: -2 }))).toBe(expected);
});

test('a division by zero is null, a zero divided is zero', () => {
  expect(formulaValue(binary('/'), read({ a: 7, b: 0 }))).toBeNull();
  expect(formulaValue(binary('/'), read({ a: 0, b: 7 }))).toBe(0);
});

test('an operand without a value leaves none, wherever it stands', () => {
  expect(formulaValue(binary('+'), read({ a: 7 }))).toBeNull();
  expect(formulaValue(binary('+'), read({ b: 7 }))).toBeNull();
  expect(formulaValue({ kind: 'negate', operand: a }, read({}))).toBeNull();
  expect(formulaValue(call('max', number(3), a), read({}))).toBeNull();
  expect(formulaValue(a, read({}))).toBeNull();
});

test('what is not finite is no number', () => {
  expect(formulaValue(binary('*'), read({ a: 1e200, b: 1e200 }))).toBeNull();
  expect(formulaValue(call('max', a, b), read({ a: Infinity, b: 2 }))).toBeNull();
});

test('functions take the smallest, largest, size and rounding', () => {
  const values = read({ a: -4.567, b: 2 });
  expect(formulaValue(call('min', a, b, number(9)), values)).toBe(-4.567);
  expect(formulaValue(call('max', a, b, number(1)), values)).toBe(2);
  expect(formulaValue(call('abs', a), values)).toBe(4.567);
  expect(formulaValue(call('round', a), values)).toBe(-5);
  expect(formulaValue(call('round', a, number(2)), values)).toBe(-4.57);
  expect(formulaValue(call('round', a, number(1.9)), values)).toBe(-4.6);
  expect(formulaValue(call('round', number(1234.5), number(-2)), values)).toBe(1235);
  expect(formulaValue(call('round', number(0.5), number(99)), values)).toBe(0.5);
});

test('a number is itself and a minus turns it around', () => {
  expect(formulaValue(number(0), read({}))).toBe(0);
  expect(formulaValue({ kind: 'negate', operand: a }, read({ a: 6 }))).toBe(-6);
});
