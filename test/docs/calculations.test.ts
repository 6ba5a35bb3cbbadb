import { readFileSync } from 'node:fs';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Evaluation } from '../../src/core/model/evaluation.ts';
import { compare, expectSaid } from './example-claims.ts';
import { type CaseTable, caseTablesIn, examplesIn, type TypedLine } from './example-lines.ts';
import { workspaceOf } from './example-workspace.ts';

const page = readFileSync('docs/calculations.md', 'utf8');

function evaluate(lines: readonly TypedLine[]): Evaluation {
  const { workspace, today, whatIf } = workspaceOf(lines);
  return evaluateWorkspace(workspace, today, undefined, undefined, whatIf);
}

describe('every worked example of the page is what Koers calculates', () => {
  const examples = examplesIn(page);

  test('the page has examples, each with something typed and something said', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { typed, claims } of examples) {
      expect(typed.length).toBeGreaterThan(2);
      expect(claims.length).toBeGreaterThan(0);
    }
  });

  for (const { line, typed, claims } of examples) {
    describe(`the example on line ${line}`, () => {
      const evaluation = evaluate(typed);
      test.each(claims)('%s', (claim) => {
        const { said, expected } = compare(claim, evaluation);
        expectSaid(said, expected);
      });
    });
  }
});

const BLANK = '–';
const AGGREGATION: Record<string, string> = { total: 'sum', level: 'last', average: 'mean' };
/** Columns that a person types; the others are what Koers says. */
const TYPED_COLUMNS = ['case', 'measure', 'KPI', 'last time', 'target', 'low', 'high'];

/** A row as the lines of an example. */
function linesOf({ setting, header }: CaseTable, row: readonly string[]): TypedLine[] {
  const cell = (name: string) => row[header.indexOf(name)] ?? BLANK;
  const [period, ...rest] = setting;
  const today = (rest.find((part) => part.startsWith('today ')) ?? '').slice('today '.length);
  const stop = rest.find((part) => part.startsWith('milestone '))?.split(' ');
  const options = rest.filter((part) => !/^(today|milestone) /.test(part));
  const optional = ['last time', 'low', 'high'].filter((name) => cell(name) !== BLANK);
  const wanted = cell('target') === BLANK ? cell('KPI') : `${cell('KPI')} ${cell('target')}`;
  const kpi = [
    'It',
    wanted,
    period,
    ...optional.map((name) => `${name} ${cell(name)}`),
    ...options,
  ];
  const start = period.split(' to ')[0];
  const days = (Date.parse(today) - Date.parse(start)) / 86_400_000;
  const actual = Number(cell('actual'));
  const daily = cell('measure') === 'total' ? actual / days : actual;
  const eve = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const line = (keyword: string, text: string) => ({ keyword, text, of: null, in: null });
  return [
    line('Measure', `It, ${AGGREGATION[cell('measure')]}, day`),
    line('KPI', kpi.join(', ')),
    ...(stop === undefined ? [] : [line('Milestone', `Milestone, ${stop[1]}, ${stop[2]}`)]),
    line('Values', `${daily} a day, ${start} to ${eve}`),
    line('Today', today),
  ];
}

describe('every row of the tables of cases is what Koers calculates', () => {
  const tables = caseTablesIn(page);
  test('the page has such tables', () => {
    expect(tables.length).toBeGreaterThanOrEqual(4);
  });

  for (const table of tables) {
    describe(`the table on line ${table.line}`, () => {
      test.each(table.rows.map((row) => [row[0], row] as const))('%s', (_, row) => {
        const evaluation = evaluate(linesOf(table, row));
        expect(row).toHaveLength(table.header.length);
        table.header.forEach((name, at) => {
          if (TYPED_COLUMNS.includes(name)) return;
          const { said } = compare(`${name} x`, evaluation);
          if (row[at] !== BLANK) expectSaid(said, row[at]);
          else expect(said).toMatchObject({ value: null });
        });
      });
    });
  }
});
