import type {
  Cell,
  FilterClause,
  FilterOperator,
} from '../../../src/preview/data-studio/contract.ts';
import { compileFilters } from '../../../src/preview/data-studio/filter.ts';

const clause = (
  operator: FilterOperator,
  values: readonly string[],
  type: FilterClause['type'] = 'INCLUDE',
  fieldName = 'field',
): FilterClause => ({ fieldName, values, type, operator });

const COUNTRIES: Cell[] = ['USA', 'CA', 'ROK', 'RU', 'usa', '', null];
const DAYS: Cell[] = ['20180101', '20190101', '20190111', '20190131', '20190201', null];
const NUMBERS: Cell[] = [-2.5, 0, 1, 14, null];

const kept = (cells: readonly Cell[], ...clauses: FilterClause[]): Cell[] => {
  const keeps = compileFilters([clauses]);
  return cells.filter((cell) => keeps(() => cell));
};

describe('each operator keeps what the documentation says', () => {
  test.each<[FilterOperator, string[], Cell[], Cell[]]>([
    ['EQUALS', ['USA'], COUNTRIES, ['USA']],
    ['CONTAINS', ['A'], COUNTRIES, ['USA', 'CA']],
    ['CONTAINS', ['.'], ['a.b', 'ab', null], ['a.b']],
    ['REGEXP_PARTIAL_MATCH', ['(?i)s[A-Z]'], COUNTRIES, ['USA', 'usa']],
    ['REGEXP_PARTIAL_MATCH', ['R'], COUNTRIES, ['ROK', 'RU']],
    ['REGEXP_EXACT_MATCH', ['^R[A-Z]*K$'], COUNTRIES, ['ROK']],
    ['REGEXP_EXACT_MATCH', ['R|CA'], COUNTRIES, ['CA']],
    ['IN_LIST', ['USA', 'RU'], COUNTRIES, ['USA', 'RU']],
    ['IS_NULL', [], COUNTRIES, ['', null]],
    ['BETWEEN', ['20190101', '20190131'], DAYS, ['20190101', '20190111', '20190131']],
    ['NUMERIC_GREATER_THAN', ['20190101'], DAYS, ['20190111', '20190131', '20190201']],
    ['NUMERIC_GREATER_THAN_OR_EQUAL', ['20190131'], DAYS, ['20190131', '20190201']],
    ['NUMERIC_LESS_THAN', ['20190101'], DAYS, ['20180101']],
    ['NUMERIC_LESS_THAN_OR_EQUAL', ['20190101'], DAYS, ['20180101', '20190101']],
    ['EQUALS', ['1.0'], NUMBERS, [1]],
    ['EQUALS', ['0'], NUMBERS, [0]],
    ['EQUALS', [''], NUMBERS, []],
    ['NUMERIC_LESS_THAN', ['0'], NUMBERS, [-2.5]],
    ['BETWEEN', ['-3', '1'], NUMBERS, [-2.5, 0, 1]],
    ['IN_LIST', ['true'], [true, false, null], [true]],
  ])('%s %p of %p', (operator, values, cells, expected) => {
    expect(kept(cells, clause(operator, values))).toEqual(expected);
  });

  test('EXCLUDE keeps exactly the rest, missing values included', () => {
    expect(kept(COUNTRIES, clause('EQUALS', ['USA'], 'EXCLUDE'))).toEqual([
      'CA',
      'ROK',
      'RU',
      'usa',
      '',
      null,
    ]);
    expect(kept(DAYS, clause('BETWEEN', ['20190101', '20190131'], 'EXCLUDE'))).toEqual([
      '20180101',
      '20190201',
      null,
    ]);
    expect(kept(NUMBERS, clause('NUMERIC_LESS_THAN', ['1'], 'EXCLUDE'))).toEqual([1, 14, null]);
    expect(kept(COUNTRIES, clause('IS_NULL', [], 'EXCLUDE'))).toEqual([
      'USA',
      'CA',
      'ROK',
      'RU',
      'usa',
    ]);
  });
});

describe('clauses together', () => {
  test('an inner list is satisfied by one clause, the outer list by all', () => {
    expect(kept(COUNTRIES, clause('EQUALS', ['USA']), clause('EQUALS', ['RU']))).toEqual([
      'USA',
      'RU',
    ]);
    const keeps = compileFilters([[clause('CONTAINS', ['U'])], [clause('CONTAINS', ['R'])]]);
    expect(COUNTRIES.filter((cell) => keeps(() => cell))).toEqual(['RU']);
  });

  test('no filter keeps everything', () => {
    expect(compileFilters([])(() => null)).toBe(true);
  });

  test('a broken pattern and an unknown operator are refused by name', () => {
    expect(() => compileFilters([[clause('REGEXP_EXACT_MATCH', ['('])]])).toThrow(
      '"(" is not a regular expression',
    );
    expect(() => compileFilters([[clause('SOUNDS_LIKE' as FilterOperator, ['x'])]])).toThrow(
      'SOUNDS_LIKE is unknown',
    );
  });
});
