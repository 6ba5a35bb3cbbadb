import { problems, readSheets, table } from '../sheet-of-rows.ts';

const KPIS = table('KPIs', 'KPI | Due');
const MEASURES = `
  Measure | Adds up | Source tab | Date column | Value column
  Cost | sum | Ads | Day | Cost
  Clicks | count | Ads | Day | Clicks`;
const read = (rows: string, measures = MEASURES) =>
  readSheets(
    [table('Measures', measures), KPIS, table('Ads', `Campaign | Day | Cost | Clicks\n${rows}`)],
    { today: '2026-12-31' },
  );

const costs = ({ workspace: { measurements: m } }: ReturnType<typeof read>): number[] =>
  Array.from({ length: m.rowCount }, (_, i) => i)
    .filter((i) => m.measureIds[m.measure[i]] === 'cost')
    .map((i) => m.value[i]);

const DAYS = `Brand | 2026-02-13 | 60 | 4
  Search | 2026-02-13 | -9.5 | 0
  Brand | 2026-02-14 | 0 | 7
  Search | 2026-02-14 | 75.5 | 3`;

test.each([
  ['of all rows', `${DAYS}\nTotal: account | 2026-02-28 | 126 | 14`, [60, -9.5, 0, 75.5]],
  ['above them', `Grand total | 2026-02-28 | 126 | 14\n${DAYS}`, [60, -9.5, 0, 75.5]],
  [
    'of every day',
    `Brand | 2026-02-13 | 60 | 4
    Search | 2026-02-13 | 30 | 2
    Total | 2026-02-13 | 90 | 6
    Brand | 2026-02-14 | 11 | 1
    Search | 2026-02-14 | -4 | 1
    Total | 2026-02-14 | 7 | 2`,
    [60, 30, 11, -4],
  ],
  [
    'of every month, and of all',
    `Brand | 2026-01-13 | 60 | 4
    Search | 2026-01-21 | 30 | 2
    Subtotal January | 2026-01-31 | 90 | 6
    Brand | 2026-02-14 | 11 | 1
    Subtotal February | 2026-02-28 | 11 | 1
    Total | 2026-02-28 | 101 | 7`,
    [60, 30, 11],
  ],
])('a total with a date is left out with its row: %s', (_, rows, kept) => {
  const result = read(rows);
  expect(costs(result)).toEqual(kept);
  expect(problems(result)).toContain(
    `W_TOTAL_LINE Ads!C${
      rows
        .trim()
        .split('\n')
        .findIndex((row) => /total/i.test(row)) + 2
    }`,
  );
  // A count has no row of a total either.
  expect(result.workspace.measurements.rowCount - costs(result).length).toBe(kept.length);
});

test('a client called Total is no total, whatever one day comes to', () => {
  const result = read(`
    Brand | 2026-02-13 | 60 | 4
    Total Energy | 2026-02-13 | 60 | 4
    Brand | 2026-02-14 | 25 | 2
    Total Energy | 2026-02-14 | 40 | 3`);
  expect(costs(result)).toEqual([60, 60, 25, 40]);
  expect(problems(result).filter((one) => one.startsWith('W_TOTAL'))).toEqual([]);
});

test('of a level nothing is added up, and 0 adds nothing', () => {
  const level =
    'Measure | Adds up | Source tab | Date column | Value column\nCost | last | Ads | Day | Cost';
  expect(costs(read(`${DAYS}\nTotal | 2026-02-28 | 126 | 14`, level))).toHaveLength(5);
  expect(costs(read('Brand | 2026-02-13 | 0 | 4\nTotal | 2026-02-28 | 0 | 4'))).toEqual([0, 0]);
});
