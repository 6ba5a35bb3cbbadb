import fc from 'fast-check';
import type { TableId } from '../../../src/core/tables/result-tables.ts';
import { answerRequest } from '../../../src/workflows/connector/answer-request.ts';
import { matcherOf } from '../../../src/workflows/connector/filter-patterns.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { executed, memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

const ports = memoryPorts(smallMemoryWorkbook(), morningOf('2026-02-15'));
recalculate(ports, FILE, 'menu');

interface Clause {
  fieldName: string;
  operator: string;
  values: string[];
  type: 'INCLUDE' | 'EXCLUDE';
}

const clause = (
  fieldName: string,
  operator: string,
  values: string[],
  type: Clause['type'] = 'INCLUDE',
): Clause => ({ fieldName, operator, values, type });

interface Asked {
  table: TableId;
  fields: readonly { name: string; forFilterOnly?: true }[];
  filters?: unknown;
}

const ask = ({ table, fields, filters }: Asked) =>
  executed(ports, () =>
    answerRequest(
      {
        configParams: { workbook: FILE, table, language: 'en' },
        scriptParams: { lastRefresh: '1' },
        fields,
        ...(filters === undefined ? {} : { dimensionsFilters: filters }),
      },
      ports,
    ),
  );

const named = (...ids: string[]) => ids.map((name) => ({ name }));

/** Values of a column that a filter keeps, and whether they were filtered here. */
function kept(table: TableId, shown: string, ...clauses: Clause[]) {
  const asked = clauses.map(({ fieldName }) => fieldName).filter((id) => id !== shown);
  const fields = [
    ...named(shown),
    ...[...new Set(asked)].map((name) => ({ name, forFilterOnly: true as const })),
  ];
  const answer = ask({ table, fields, filters: [clauses] });
  return answer.areFiltersApplied === true ? answer.rows.map(([cell]) => cell) : 'left';
}

const INTERVAL = 'interval_start';
const DAYS = (first: number, last: number): string[] =>
  Array.from(
    { length: last - first + 1 },
    (_, at) => `202601${String(first + at).padStart(2, '0')}`,
  );

// Source: developers.google.com/looker-studio/connector/filters.
describe('an operator', () => {
  const date = (operator: string, ...values: string[]) =>
    kept('timeline', INTERVAL, clause(INTERVAL, operator, values));

  it('compares days by their digits: between with both ends, greater without its own', () => {
    expect(date('BETWEEN', '20260103', '20260105')).toEqual(DAYS(3, 5));
    expect(date('EQUALS', '20260103')).toEqual(DAYS(3, 3));
    expect(date('IN_LIST', '20260103', '20260107', '20300101')).toEqual(['20260103', '20260107']);
    expect(date('NUMERIC_LESS_THAN_OR_EQUAL', '20260102')).toEqual(DAYS(1, 2));
    expect(date('NUMERIC_GREATER_THAN', '20260330')).toEqual(['20260331']);
    expect(date('NUMERIC_GREATER_THAN_OR_EQUAL', '20260331')).toEqual(['20260331']);
  });

  it('below a day that is there is left to Data Studio: its page says two things', () => {
    expect(date('NUMERIC_LESS_THAN', '20260103')).toBe('left');
    expect(date('NUMERIC_LESS_THAN', '20251231')).toEqual([]);
  });

  const kpi = (operator: string, values: string[], type?: Clause['type']) =>
    kept('kpis', 'kpi_id', clause('kpi', operator, values, type));
  const all = ask({ table: 'kpis', fields: named('kpi_id') }).rows.map(([id]) => id);

  it('on a text takes marks as they are, and patterns as RE2 does', () => {
    expect(kpi('EQUALS', ['Bezoekers Q1'])).toEqual(['bezoekers_q1']);
    expect(kpi('EQUALS', ['Bezoekers.*'])).toEqual([]);
    expect(kpi('CONTAINS', ['HYPERLINK("'])).toEqual([all[1]]);
    expect(kpi('CONTAINS', ['zoekers'], 'EXCLUDE')).toEqual([all[1]]);
    expect(kpi('REGEXP_PARTIAL_MATCH', ['(?i)BEZ[a-z]+ q\\d'])).toEqual(['bezoekers_q1']);
    expect(kpi('REGEXP_PARTIAL_MATCH', ['BEZ'])).toEqual([]);
    expect(kpi('REGEXP_EXACT_MATCH', ['^Bez.*1$'])).toEqual(['bezoekers_q1']);
    expect(kpi('REGEXP_EXACT_MATCH', ['Bez'])).toEqual([]);
  });

  it('that looks for capitals is left where it matters: nobody says whether they do', () => {
    expect(kpi('CONTAINS', ['bezoekers'])).toBe('left');
    expect(kpi('CONTAINS', ['Bezoekers'])).toEqual(['bezoekers_q1']);
  });

  it('takes a number as it is written, and leaves 1.0', () => {
    const order = (...values: string[]) =>
      kept('kpis', 'kpi_id', clause('kpi_order', 'EQUALS', values));
    expect(order('2')).toEqual([all[1]]);
    expect(order('3')).toEqual([]);
    expect(order('1.0')).toBe('left');
  });

  it('asks for what is blank, and knows what is not', () => {
    const signal = (operator: string, values: string[], type: Clause['type']) =>
      kept('kpis', 'kpi_id', clause('eta_date', operator, values, type));
    expect(signal('IS_NULL', [], 'INCLUDE')).toEqual([all[1]]);
    expect(signal('IS_NULL', [], 'EXCLUDE')).toEqual(['bezoekers_q1']);
    expect(signal('EQUALS', ['20260330'], 'INCLUDE')).toEqual(['bezoekers_q1']);
    // Whether a blank one is kept when another is excluded nobody says.
    expect(signal('EQUALS', ['20260330'], 'EXCLUDE')).toBe('left');
  });

  it('asks for yes or no', () => {
    const future = clause('is_future', 'EQUALS', ['true']);
    const cells = ask({ table: 'timeline', fields: named('is_future') }).rows.flat();
    const yes = cells.filter((cell) => cell === true);
    expect(yes.length).toBeGreaterThan(40);
    expect(kept('timeline', 'is_future', future)).toEqual(yes);
    expect(kept('timeline', 'is_future', { ...future, values: ['TRUE'] })).toBe('left');
  });

  it('that nobody knows leaves the whole request, also beside one that is known', () => {
    const known = clause('kpi', 'EQUALS', ['Bezoekers Q1']);
    for (const odd of ['LIKE', '', 'toString', 'constructor']) {
      const fields = named('kpi');
      const filters = [[known], [clause('kpi', odd, ['x'])]];
      const answer = ask({ table: 'kpis', fields, filters });
      expect(answer.areFiltersApplied).toBeUndefined();
      expect(answer.rows).toEqual(ask({ table: 'kpis', fields }).rows);
    }
  });
});

describe('what is left to Data Studio', () => {
  const rows = ask({ table: 'kpis', fields: named('kpi', 'owner') }).rows;

  it.each([
    ['a calculated field', [[clause('kpi_link', 'CONTAINS', ['a'])]]],
    ['a number that is guarded', [[clause('progress', 'NUMERIC_GREATER_THAN', ['0'])]]],
    ['a sum', [[clause('judged_count', 'EQUALS', ['1'])]]],
    ['a field that is not there', [[clause('nothing', 'IS_NULL', [])]]],
    ['a type of filter that is none', [[{ ...clause('kpi', 'EQUALS', ['x']), type: 'MAYBE' }]]],
    ['values that are no texts', [[{ ...clause('kpi', 'EQUALS', ['x']), values: [1] }]]],
    ['no list', 'kpi = x'],
    ['a list of nothing', [[]]],
    ['none', []],
  ])('%s: all rows come, and all fields', (_, filters) => {
    const fields = [{ name: 'kpi' }, { name: 'owner', forFilterOnly: true as const }];
    const answer = ask({ table: 'kpis', fields, filters });
    expect(answer.areFiltersApplied).toBeUndefined();
    expect(answer.fields.map(({ id }) => id)).toEqual(['kpi', 'owner']);
    expect(answer.rows).toEqual(rows);
  });

  it('a look at the types', () => {
    const request = {
      configParams: { workbook: FILE, table: 'kpis' },
      scriptParams: { sampleExtraction: true },
      fields: named('kpi'),
      dimensionsFilters: [[clause('kpi', 'EQUALS', ['x'])]],
    };
    expect(answerRequest(request, ports)).toMatchObject({ rows: [['text']] });
    expect(answerRequest(request, ports).areFiltersApplied).toBeUndefined();
  });
});

it('a field for filters only goes when they are applied, unless it is shown too', () => {
  const filters = [[clause('kpi', 'EQUALS', ['Bezoekers Q1'])]];
  const shownFor = (...fields: Asked['fields'][number][]) =>
    ask({ table: 'kpis', fields, filters }).fields.map(({ id }) => id);
  const only = { name: 'kpi', forFilterOnly: true as const };
  expect(shownFor({ name: 'kpi_id' }, only)).toEqual(['kpi_id']);
  expect(shownFor(only, { name: 'kpi_id' })).toEqual(['kpi_id']);
  expect(shownFor({ name: 'kpi' }, only)).toEqual(['kpi']);
});

describe('a pattern', () => {
  it.each([
    ['(?i)kanaal', 'KANAAL', true],
    ['^a.c$', 'a\nc', false],
    ['(?s)^a.c$', 'a\nc', true],
    ['a.c', 'a\u2028c', true],
    ['\\s', '\u00a0', false],
    ['\\d+%', '100%', true],
    ['\\d', '٣', false],
    ['€ ?5', '€ 5', true],
    ['(foo|bar)baz', 'barbaz', true],
    ['x{2,3}y', 'xy', false],
    ['^$', '', true],
    ['.', '😀', true],
    ['^.$', '😀', true],
  ])('%j on %j: %p', (pattern, text, matches) => {
    expect(matcherOf(pattern, 'partial')?.(text)).toBe(matches);
  });

  it.each([
    ...['(a+)+$', '(a|b)*c', '(?P<n>a)', '(?m)^a', '(?=a)', '(?<!a)b', '\\1', '\\bword\\b'],
    ...['[[:alpha:]]', '\\pL', '(?i)\\w', '(?U)a+', 'a**', '*a', '(a', 'a)', '[a', 'a{1,900}'],
    ...['^a|b$', '\\Qa\\E', 'a++', '[\\d]', '(?i:a)', '[z-a]', '[a-]', 'a{3,2}', 'a\\-b'],
  ])('%j is left: it is not alike in both, or its work has no bound', (pattern) => {
    expect(matcherOf(pattern, 'partial')).toBeNull();
    expect(matcherOf(pattern, 'whole')).toBeNull();
  });

  it('of any marks at all is compiled or left, and never breaks', () => {
    const marks = fc.constantFrom(...'ab-z09.*+?()[]{}|^$\\,/ €😀dDsSwWi'.match(/./gu)!);
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 14 }), (all) => {
        for (const how of ['partial', 'whole'] as const) matcherOf(all.join(''), how)?.('a-z0 😀');
      }),
      { numRuns: 4000 },
    );
  });

  it('that might take long on a text says nothing of it', () => {
    const long = 'a'.repeat(3000);
    expect(matcherOf('a*a*a*b', 'partial')?.(long)).toBeNull();
    expect(matcherOf('a?'.repeat(30), 'whole')?.('aaa')).toBeNull();
    expect(matcherOf('a*b', 'whole')?.(long)).toBe(false);
  });
});
