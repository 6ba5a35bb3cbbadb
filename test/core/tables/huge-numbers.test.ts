import fc from 'fast-check';
import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { describeIssue } from '../../../src/core/language/describe-issue.ts';
import { tablesOf } from '../../../src/core/tables/build-table.ts';
import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { day, problems, readSheets, serial, sheetOf } from '../intake/sheet-of-rows.ts';

const TODAY = '2026-02-15';
const KINDS = ['add up to', 'grow to', 'keep at least', 'spend no more than', 'keep between'];

interface Drawn {
  readonly kind: string;
  readonly unit: string;
  readonly target: number;
  readonly lastTime: number;
  readonly value: number;
  /** Every day has the value, or one in seven. */
  readonly isAlone: boolean;
  readonly formula: string;
}

const sheetsOf = ({ kind, unit, target, lastTime, value, isAlone, formula }: Drawn) => [
  sheetOf('Measures', [
    ['Measure', 'Unit', 'Adds up', 'Formula'],
    ['Rows', unit, kind === 'grow to' ? 'last' : 'sum', ''],
    ['Made', unit, '', formula],
  ]),
  sheetOf('KPIs', [
    ['KPI', 'Kind', 'Start', 'Due', 'Target', 'Last time', 'Measure'],
    ...['Rows', 'Made'].map((measure) => [
      `Of ${measure}`,
      kind,
      serial('2026-01-01'),
      serial('2026-03-31'),
      kind === 'keep between' ? '3 - 9' : target,
      lastTime,
      measure,
    ]),
  ]),
  sheetOf('Actuals', [
    ['Date', 'Measure', 'Value'],
    ...Array.from({ length: 45 }, (_, i) => [
      serial('2026-01-01') + i,
      'Rows',
      isAlone || i % 7 === 0 ? value : 5 + i,
    ]),
  ]),
];

/** Every text and number that anybody reads of a workbook. */
function saidOf(sheets: ReturnType<typeof sheetsOf>): unknown[] {
  const { workspace, issues } = readSheets(sheets, { today: TODAY });
  const evaluation = evaluateWorkspace(workspace, day(TODAY));
  const all = [...issues, ...evaluation.issues];
  const table = tablesOf({
    workspace,
    evaluation,
    issues: all,
    language: 'en',
    recalculation: null,
    history: [],
    viewDay: day(TODAY),
    sheetIds: {},
    snapshots: [],
  });
  return [
    ...all.flatMap((issue) => Object.values(describeIssue(issue, 'nl'))),
    ...TABLE_IDS.flatMap((id) => table(id).ids.flatMap((column) => table(id).part(column).flat())),
  ];
}

const NUMBERS = [0, -0, -4.5, 9e99, -9e99, 1e100, 1.7e308, -1.7e308, 1e-99, 1e-320, -5e-324];
const number = fc.constantFrom(...NUMBERS);

test('however large or small a number, no text and no cell is infinite or none', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        unit: fc.constantFrom('number', 'percent', 'EUR', 'hours'),
        target: number,
        lastTime: number,
        value: number,
        isAlone: fc.boolean(),
        formula: fc.constantFrom(
          'Rows * Rows',
          'Rows / 1000',
          'Rows * Rows / Rows',
          '3 / Rows',
          'round(Rows; 3)',
        ),
      }),
      (drawn) => {
        const wrong = saidOf(sheetsOf(drawn)).filter((said) =>
          typeof said === 'number' ? !Number.isFinite(said) : /Infinity|NaN/.test(String(said)),
        );
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: Number(process.env.KOERS_RUNS ?? 40) },
  );
});

test('a number too large to reckon with is told at its cell, as a number and as text', () => {
  const usual = {
    kind: 'add up to',
    unit: 'number',
    target: 900,
    lastTime: 7,
    isAlone: false,
    formula: 'Rows / 2',
  };
  const told = (value: number, target: number) =>
    problems(readSheets(sheetsOf({ ...usual, value, target }), { today: TODAY }));
  expect(told(-9e99, 9e99)).toEqual([]);
  expect(told(0, 1e100)).toEqual(['E_NUMBER_SIZE KPIs!E2', 'E_NUMBER_SIZE KPIs!E3']);
  expect(told(-1e100, 0)[0]).toBe('E_NUMBER_SIZE Actuals!C2');
});
