import type { SchemaField, Value } from '../../../src/preview/data-studio/contract.ts';
import { checkFormulas } from '../../../src/preview/data-studio/formula-check.ts';
import { evaluateFormula } from '../../../src/preview/data-studio/formula-evaluate.ts';
import { parseFormula } from '../../../src/preview/data-studio/formula-syntax.ts';
import { calculated, dimension, metric } from './fake-connector.ts';

const ROWS: readonly Readonly<Record<string, Value>>[] = [
  { a: 7, b: 2, zero: 0, name: 'shop', none: null, flag: true },
  { a: -3, b: 5, zero: 0, name: 'app', none: null, flag: false },
  { a: null, b: 11, zero: 0, name: 'shop', none: null, flag: true },
];

const readers = ROWS.map((row) => (name: string) => row[name] ?? null);
const readGroup = () => null;

const inRow = (source: string, row = 0): Value =>
  evaluateFormula(parseFormula(source), readers[row] ?? readGroup, []);
const inGroup = (source: string): Value =>
  evaluateFormula(parseFormula(source), readGroup, readers);

describe('a formula in one row', () => {
  test.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['-2 * 3', -6],
    ['$a / $b', 3.5],
    ['$a / $zero', null],
    ['$zero / $a', 0],
    ['$a + $none', null],
    ['$a > 2 AND $b < 3', true],
    ['NOT $a > 2', false],
    ['$a != 7 OR $b <> 2', false],
    ['$none > 1', null],
    ['$none > 1 OR TRUE', true],
    ['$none > 1 AND FALSE', false],
    ['$none > 1 AND TRUE', null],
    ['$none IS NULL', true],
    ['$a IS NOT NULL', true],
    ["$name IN ('app', 'shop')", true],
    ["CASE WHEN $a = 7 THEN 'seven' ELSE 'other' END", 'seven'],
    ['CASE WHEN $a < 0 THEN 1 END', null],
    ["case $name when 'app' then 1 when 'shop' then 2 end", 2],
    ['IF($a > 100, 1, 2)', 2],
    ['IF($none > 1, 1, 2)', 2],
    ['IFNULL($none, 4)', 4],
    ['IFNULL($zero, 4)', 0],
    ['COALESCE($none, $none, 5)', 5],
    ['NULLIF($b, 2)', null],
    ['NARY_MIN($a, $b, 4)', 2],
    ['NARY_MAX($a, $b, 4)', 7],
    ['NARY_MAX($a, $none)', null],
    ['ABS(-4)', 4],
    ['ROUND(2.345, 1)', 2.3],
    ["CONCAT($name, '-', 3)", 'shop-3'],
    ['"it\'s"', "it's"],
    ['2e3', 2000],
  ])('%s is %p', (source, expected) => {
    expect(inRow(source)).toEqual(expected);
  });

  test('HYPERLINK gives a link, and plain text where the address is missing', () => {
    expect(inRow("HYPERLINK('https://example.org/', $name)")).toEqual({
      url: 'https://example.org/',
      text: 'shop',
    });
    expect(inRow('HYPERLINK($none, $name)')).toBe('shop');
  });
});

describe('a formula over a group', () => {
  test.each<[string, Value]>([
    ['SUM($a)', 4],
    ['SUM($none)', null],
    ['SUM($zero)', 0],
    ['AVG($a)', 2],
    ['MIN($a)', -3],
    ['MAX($b)', 11],
    ['MIN($name)', 'app'],
    ['COUNT($a)', 2],
    ['COUNT_DISTINCT($name)', 2],
    ['SUM($a) / SUM($b)', 4 / 18],
    ['SUM($a) / SUM($zero)', null],
    ['SUM($a * $b)', -1],
    ['CASE WHEN COUNT_DISTINCT($name) = 1 THEN SUM($a) END', null],
    ['SUM($a) / (2 - NARY_MIN(COUNT_DISTINCT($name), 2))', null],
    ['SUM($b) / (3 - NARY_MIN(COUNT_DISTINCT($name), 2))', 18],
  ])('%s is %p', (source, expected) => {
    expect(inGroup(source)).toEqual(expected);
  });
});

describe('what Data Studio refuses', () => {
  const base: SchemaField[] = [
    metric('a'),
    dimension('name'),
    dimension('flag', 'BOOLEAN', { dataType: 'BOOLEAN' }),
  ];
  const verdict = (formula: string, refused: string[] = []) =>
    checkFormulas([...base, calculated('x', formula)], refused).refused.get('x');

  test.each([
    ['SUM($a) +', 'unexpected the end'],
    ['SUM($a', 'unexpected the end'],
    ['$a # 2', 'unexpected "#"'],
    ['a + 1', 'fields are written as $a'],
    ['SUM($missing)', 'the field $missing does not exist'],
    ['MEDIAN($a)', 'the function MEDIAN is not known'],
    ['SUM($a) + $a', 'mixes aggregated and plain fields'],
    ['SUM(SUM($a))', 'aggregated already'],
    ['SUM($name)', 'does not fit'],
    ['$name + 1', '+ wants a NUMBER'],
    ["$a = 'seven'", 'compares a NUMBER with a STRING'],
    ["CASE WHEN $flag THEN 1 ELSE 'x' END", 'different types'],
    ['CASE WHEN $a THEN 1 END', 'WHEN wants a BOOLEAN'],
    ['IF($flag, 1)', 'does not take 2 arguments'],
    ['CONCAT($name)', 'the declared type wants a NUMBER'],
    ['$x + 1', 'was refused itself'],
    ['CASE WHEN $flag THEN 1 ELSE', 'unexpected the end'],
  ])('%s: %s', (formula, reason) => {
    expect(verdict(formula)).toContain(reason);
  });

  test('a function that this Data Studio does not accept', () => {
    const guard = 'CASE WHEN COUNT_DISTINCT($name) = 1 THEN SUM($a) END';
    expect(verdict(guard)).toBeUndefined();
    expect(verdict(guard, ['CASE'])).toContain('CASE is not accepted');
  });

  test('a formula on a refused formula falls with it, the others stay', () => {
    const { formulas, refused } = checkFormulas(
      [
        ...base,
        calculated('bad', 'SUM($nothing)'),
        calculated('on', '$bad * 2'),
        calculated('good', 'SUM($a)'),
      ],
      [],
    );
    expect([...refused.keys()]).toEqual(['bad', 'on']);
    expect([...formulas.keys()]).toEqual(['good']);
  });

  test('formulas on formulas know the base fields they rest on', () => {
    const { formulas } = checkFormulas(
      [
        ...base,
        metric('b'),
        calculated('ratio', 'SUM($a) / SUM($b)'),
        calculated('twice', '$ratio * 2'),
      ],
      [],
    );
    expect(formulas.get('twice')?.baseFields).toEqual(['a', 'b']);
    expect(formulas.get('twice')?.grain).toBe('aggregate');
  });
});
