import { parseFormula } from '../../../../src/core/intake/formula/parse-formula.ts';
import { type FormulaNode, measuresIn } from '../../../../src/core/model/formula.ts';

/** The tree with all its brackets, so that a test shows what binds to what. */
const drawn = (node: FormulaNode): string => {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'measure':
      return node.measureId;
    case 'negate':
      return `(-${drawn(node.operand)})`;
    case 'binary':
      return `(${drawn(node.left)} ${node.operator} ${drawn(node.right)})`;
    case 'call':
      return `${node.name}(${node.operands.map(drawn).join('; ')})`;
  }
};
const parsed = (text: string, decimal: ',' | '.' = ','): string => {
  const result = parseFormula(text, decimal);
  if (result.kind === 'value') return drawn(result.value.formula);
  if (result.kind === 'blank') return '';
  return `${result.problem.code} ${JSON.stringify(result.problem.details)}`;
};

describe('a formula', () => {
  test.each([
    ['orders / bezoekers', '(orders / bezoekers)'],
    ['[gemiddelde orderwaarde] * orders', '(gemiddelde orderwaarde * orders)'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c', '(a + (b * c))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a / b / c', '((a / b) / c)'],
    ['-a * b', '((-a) * b)'],
    ['a - -2', '(a - (-2))'],
    ['+a', 'a'],
    ['0,21 * omzet', '(0.21 * omzet)'],
    ['0.21 * omzet', '(0.21 * omzet)'],
    ['omzet * 21%', '(omzet * 0.21)'],
    ['max(a; 2,5)', 'max(a; 2.5)'],
    ['MIN(a;b;c)', 'min(a; b; c)'],
    ['round(a / b; 2)', 'round((a / b); 2)'],
    ['abs(-3)', 'abs((-3))'],
    ['bezoeken × [e-mail conversie] ÷ 2', '((bezoeken * e-mail conversie) / 2)'],
    ['größe + _x1', '(größe + _x1)'],
    ['[max] + 1', '(max + 1)'],
    ['gemiddelde orderwaarde * orders 2025', '(gemiddelde orderwaarde * orders 2025)'],
    ['On time ÷ (Late + On time)', '(On time / (Late + On time))'],
  ])('%p is read as %p', (text, tree) => {
    expect(parsed(text)).toBe(tree);
  });

  test('with decimal points a comma separates values inside brackets only', () => {
    expect(parsed('max(2,5)', '.')).toBe('max(2; 5)');
    expect(parsed('max(2,5)', ',')).toBe('max(2.5)');
    expect(parsed('2,5 * a', '.')).toBe('(2.5 * a)');
  });

  test.each([
    ['=orders / bezoekers', 'E_FORMULA_EQUALS {}'],
    ['orders / ', 'E_FORMULA_END {"position":9}'],
    ['', 'E_FORMULA_END {"position":1}'],
    ['2 orders', 'E_FORMULA_UNEXPECTED {"received":"orders","position":3}'],
    ['(a + b', 'E_FORMULA_END {"position":7}'],
    ['a + b)', 'E_FORMULA_UNEXPECTED {"received":")","position":6}'],
    ['[orders / 2', 'E_FORMULA_END {"position":12}'],
    ['a ^ 2', 'E_FORMULA_CHARACTER {"received":"^","position":3}'],
    ['a * "b"', 'E_FORMULA_CHARACTER {"received":"\\"","position":5}'],
    ['sqrt(a)', 'E_FORMULA_FUNCTION {"received":"sqrt"}'],
    ['constructor(a)', 'E_FORMULA_FUNCTION {"received":"constructor"}'],
    ['abs()', 'E_FORMULA_OPERANDS {"received":"abs","position":1}'],
    ['round(a;1;2)', 'E_FORMULA_OPERANDS {"received":"round","position":1}'],
    ['* a', 'E_FORMULA_UNEXPECTED {"received":"*","position":1}'],
  ])('%p is refused: %s', (text, problem) => {
    expect(parsed(text)).toBe(problem);
  });

  test('it may not be endless, long or deep', () => {
    expect(parsed('a+'.repeat(600))).toContain('E_FORMULA_SIZE');
    expect(parsed(`${'('.repeat(200)}a${')'.repeat(200)}`)).toContain('E_FORMULA_SIZE');
    expect(parsed(`${'-'.repeat(200)}a`)).toContain('E_FORMULA_SIZE');
  });

  test('it says when it makes a percent by hand', () => {
    const hundred = (text: string) => {
      const result = parseFormula(text, ',');
      return result.kind === 'value' && result.value.multipliesBy100;
    };
    expect(hundred('orders / bezoekers * 100')).toBe(true);
    expect(hundred('100 * orders / bezoekers')).toBe(true);
    expect(hundred('orders / (bezoekers * 100)')).toBe(false);
    expect(hundred('orders * 12')).toBe(false);
  });

  test('its measures are listed once, in order', () => {
    const result = parseFormula('max(b; a) * b - 2 / -c', '.');
    expect(result.kind === 'value' && measuresIn(result.value.formula)).toEqual(['b', 'a', 'c']);
  });
});
