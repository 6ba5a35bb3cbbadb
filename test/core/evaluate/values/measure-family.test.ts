import { measureFamily, mixedParts } from '../../../../src/core/evaluate/values/measure-family.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import type { KpiKind } from '../../../../src/core/model/kpi.ts';
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
const formulaOf = (formula: FormulaNode) => measure({ id: 'f', aggregation: null, formula });
const familyOf = (formula: FormulaNode, kind: KpiKind | null = null) =>
  measureFamily(formulaOf(formula), MEASURES, kind);

test.each([
  ['sum', 'total'],
  ['count', 'total'],
  ['last', 'level'],
  ['mean', 'average'],
  ['min', 'average'],
  ['max', 'average'],
  ['unique', 'average'],
] as const)('%s is a %s', (aggregation, expected) => {
  expect(measureFamily(measure({ aggregation }), MEASURES, null)).toBe(expected);
});

const [sales, orders, stock, rating] = ['sales', 'orders', 'stock', 'rating'].map(named);
const call = (name: 'abs' | 'min' | 'max', ...operands: FormulaNode[]): FormulaNode => ({
  kind: 'call',
  name,
  operands,
});
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
  ['plus a constant, which counts once an interval', binary(sales, '+', number(4)), 'total'],
  ['a constant minus it', binary(number(4), '-', sales), 'total'],
  ['times an average: orders at their value', binary(orders, '*', rating), 'total'],
  ['times a level', binary(sales, '*', stock), 'total'],
  [
    'a total that a total divides on the way',
    binary(binary(sales, '*', orders), '/', sales),
    'total',
  ],
  ['a function of totals', call('abs', sales), 'total'],
  ['the lesser of two totals', call('min', sales, orders), 'total'],
  ['a total divided by a level', binary(sales, '/', stock), 'average'],
  ['a constant divided by it', binary(number(4), '/', sales), 'average'],
  ['a ratio', binary(sales, '/', orders), 'average'],
  ['what remains of a ratio', binary(number(1), '-', binary(orders, '/', sales)), 'average'],
  ['averages', binary(rating, '+', rating), 'average'],
  ['a level added to a constant', binary(stock, '+', number(5)), 'level'],
  ['a level times a constant', binary(stock, '*', number(2)), 'level'],
  ['a level divided by a constant', binary(stock, '/', number(7)), 'level'],
  ['a difference of levels', binary(stock, '-', stock), 'level'],
  ['a product of levels', binary(stock, '*', stock), 'average'],
  ['the larger of two levels', call('max', stock, stock), 'average'],
  ['a constant', number(4), 'level'],
  ['an unknown measure', named('nothing'), 'average'],
])('the degree of a formula says what it is: %s', (_, formula, expected) => {
  expect(familyOf(formula)).toBe(expected);
});

test('a total divided by a level is a sum only for who asks for one', () => {
  const atRate = binary(sales, '/', rating);
  const families = (['add_up_to', 'spend_no_more_than', 'keep_at_least'] as const).map((kind) =>
    familyOf(atRate, kind),
  );
  expect(families).toEqual(['total', 'total', 'average']);
  expect(familyOf(binary(sales, '/', orders), 'add_up_to')).toBe('average');
});

test('a formula of formulas is followed to the end', () => {
  const inner = measure({ id: 'inner', aggregation: null, formula: scaled });
  const all = new Map([...MEASURES, ['inner', inner] as const]);
  const outer = measure({ aggregation: null, formula: binary(named('inner'), '+', orders) });
  expect(measureFamily(outer, all, null)).toBe('total');
  const level = { ...outer, formula: binary(named('inner'), '+', stock) };
  expect(mixedParts(level, all)).toEqual({ total: ['sales'], other: ['stock'] });
});

test('what looks back over a window is an average, in a formula too', () => {
  const window = { length: 12, unit: 'month' } as const;
  const rolling = measure({ id: 'rolling', aggregation: 'sum', window });
  const all = new Map([...MEASURES, ['rolling', rolling] as const]);
  const family = (formula: FormulaNode) => measureFamily(formulaOf(formula), all, 'add_up_to');
  expect(measureFamily(rolling, all, 'add_up_to')).toBe('average');
  expect(family(binary(sales, '*', named('rolling')))).toBe('total');
  expect(family(binary(named('rolling'), '/', named('rolling')))).toBe('average');
  expect(mixedParts(formulaOf(binary(sales, '+', named('rolling'))), all)).not.toBeNull();
});

test('totals times totals, and totals plus what is none, mean nothing', () => {
  const partsOf = (formula: FormulaNode) => mixedParts(formulaOf(formula), MEASURES);
  expect(partsOf(binary(sales, '*', orders))).toEqual({ total: ['sales'], other: ['orders'] });
  expect(partsOf(binary(sales, '+', stock))).toEqual({ total: ['sales'], other: ['stock'] });
  expect(partsOf(binary(rating, '-', orders))).toEqual({ total: ['orders'], other: ['rating'] });
  expect(partsOf(call('max', sales, number(3), rating))).toEqual({
    total: ['sales'],
    other: ['rating'],
  });
  expect(partsOf(binary(number(100), '-', sales))).toBeNull();
  expect(partsOf(binary(sales, '/', stock))).toBeNull();
  expect(mixedParts(measure({}), MEASURES)).toBeNull();
});
