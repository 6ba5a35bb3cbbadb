import { type FormulaNode, measuresIn } from '../../../src/core/model/formula.ts';

const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });

test('the measures of a formula are named once, in the order in which they appear', () => {
  const sum: FormulaNode = { kind: 'binary', operator: '+', left: named('b'), right: named('a') };
  const formula: FormulaNode = {
    kind: 'call',
    name: 'max',
    operands: [sum, { kind: 'negate', operand: named('c') }, named('b')],
  };
  expect(measuresIn(formula)).toEqual(['b', 'a', 'c']);
  expect(measuresIn({ kind: 'number', value: 0 })).toEqual([]);
});
