import {
  isRatioOfTotals,
  measureFamily,
} from '../../../../src/core/evaluate/values/measure-family.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import { measure } from '../../../support/workspace-builder.ts';

const MEASURES = new Map(
  [
    measure({ id: 'sales', aggregation: 'sum' }),
    measure({ id: 'orders', aggregation: 'count' }),
    measure({ id: 'stock', aggregation: 'last' }),
    measure({ id: 'rating', aggregation: 'mean' }),
  ].map((own) => [own.id, own]),
);
const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const number = (value: number): FormulaNode => ({ kind: 'number', value });
const binary = (left: FormulaNode, operator: '+' | '-' | '*' | '/', right: FormulaNode) =>
  ({ kind: 'binary', operator, left, right }) as const;
const familyOf = (formula: FormulaNode) =>
  measureFamily(measure({ id: 'f', aggregation: null, formula }), MEASURES);

test.each([
  ['sum', 'total'],
  ['count', 'total'],
  ['last', 'level'],
  ['mean', 'average'],
  ['min', 'average'],
  ['max', 'average'],
  ['unique', 'average'],
] as const)('%s is a %s', (aggregation, expected) => {
  expect(measureFamily(measure({ aggregation }), MEASURES)).toBe(expected);
});

const sales = named('sales');
const orders = named('orders');
const scaled = binary(number(2), '*', sales);

test.each<[string, FormulaNode, string]>([
  ['one total', sales, 'total'],
  ['a sum', binary(sales, '+', orders), 'total'],
  ['a difference', binary(sales, '-', orders), 'total'],
  ['times a constant', binary(sales, '*', number(3)), 'total'],
  ['a constant times it', scaled, 'total'],
  ['divided by a constant', binary(sales, '/', number(4)), 'total'],
  [
    'by constants that are calculated',
    binary(sales, '/', binary(number(4), '+', number(1))),
    'total',
  ],
  ['the opposite of a total', { kind: 'negate', operand: sales }, 'total'],
  ['nested', binary(scaled, '-', { kind: 'negate', operand: orders }), 'total'],
  ['a constant divided by it', binary(number(4), '/', sales), 'average'],
  ['plus a constant', binary(sales, '+', number(4)), 'average'],
  ['a constant minus it', binary(number(4), '-', sales), 'average'],
  ['a product of totals', binary(sales, '*', orders), 'average'],
  ['a ratio', binary(sales, '/', orders), 'average'],
  ['with a level', binary(sales, '+', named('stock')), 'average'],
  ['a level times a constant', binary(named('stock'), '*', number(2)), 'average'],
  ['a function', { kind: 'call', name: 'abs', operands: [sales] }, 'average'],
  ['a constant', number(4), 'average'],
  ['an unknown measure', named('nothing'), 'average'],
])('a formula is a total when it only adds totals and scales them: %s', (_, formula, expected) => {
  expect(familyOf(formula)).toBe(expected);
});

test('a formula of formulas is followed to the end', () => {
  const inner = measure({ id: 'inner', aggregation: null, formula: scaled });
  const all = new Map([...MEASURES, ['inner', inner] as const]);
  const outer = measure({ aggregation: null, formula: binary(named('inner'), '+', orders) });
  expect(measureFamily(outer, all)).toBe('total');
  expect(isRatioOfTotals(binary(named('inner'), '/', orders), all)).toBe(true);
});

test('a ratio of totals is a total over a total and nothing else', () => {
  const isRatio = (formula: FormulaNode) => isRatioOfTotals(formula, MEASURES);
  expect(isRatio(binary(sales, '/', orders))).toBe(true);
  expect(isRatio(binary(scaled, '/', binary(orders, '+', sales)))).toBe(true);
  expect(isRatio(binary(sales, '*', orders))).toBe(false);
  expect(isRatio(binary(sales, '/', number(4)))).toBe(false);
  expect(isRatio(binary(named('stock'), '/', orders))).toBe(false);
  expect(isRatio(binary(sales, '/', named('nothing')))).toBe(false);
  expect(isRatio(sales)).toBe(false);
});
