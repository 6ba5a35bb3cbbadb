import { serialFromDay } from '../../../src/core/model/calendar-date.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { findKoersTab } from '../../../src/workflows/workbook/koers-tabs.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const TAB = 'Koers grafieken';

const run = (book: MemoryWorkbook, day = '2026-02-15', file = FILE) =>
  recalculate(memoryPorts(book, morningOf(day)), file, 'menu');

function cellsOf(book: MemoryWorkbook, title = TAB): unknown[][] {
  const [columns] = book.reader.columns(FILE, [`'${title}'`]);
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row] ?? ''));
}

/** What the chart at this place shows: its header, then a row for each day. */
function shownBy(book: MemoryWorkbook, at: number, title = TAB): unknown[][] {
  const { firstRow, endRow, firstColumn, lines } = book.charts()[at];
  return cellsOf(book, title)
    .slice(firstRow, endRow)
    .map((row) => row.slice(firstColumn, firstColumn + 1 + lines.length))
    .filter((row) => row.some((cell) => cell !== ''));
}

const jan = (day: number) => serialFromDay(Date.UTC(2026, 0, day) / 86_400_000);

const GOALS = 'Doelstellingen';
const retype = (
  book: MemoryWorkbook,
  title: string,
  edit: (rows: WrittenCell[][]) => WrittenCell[][],
) => book.editRows(title, edit);

/** A second goal: complaints by month that are to come down, once below zero, once 0. */
function withSecondGoal(book: MemoryWorkbook): void {
  retype(book, GOALS, (rows) => [...rows, ['Minder klachten', '', jan(1), jan(181), 'Noor', null]]);
  retype(book, "KPI's", (rows) => [
    ...rows,
    ['Klachten', 'Minder klachten', 'terugbrengen naar', 'Klachten', jan(1), jan(181), 5, null],
  ]);
  retype(book, 'Realisatie', (rows) => [
    ...rows,
    ['2025-12', 'Klachten', 24],
    ['2026-01', 'Klachten', 0],
    ['2026-02', 'Klachten', -3],
  ]);
}

describe('a chart of a goal', () => {
  it('is made once for each goal with figures, and shows plan, actual and forecast by day', () => {
    const book = smallMemoryWorkbook();
    run(book);
    expect(book.charts()).toHaveLength(1);
    const [header, ...points] = shownBy(book, 0);
    expect(header).toEqual(['Datum', 'Plan', 'Realisatie', 'Prognose']);
    // Ninety days, every second one; the last one is the due date.
    expect(points).toHaveLength(46);
    expect(points[0]).toEqual([jan(2), expect.any(Number), 2001, '']);
    const judged = points.find(([, , actual, forecast]) => actual !== '' && forecast !== '');
    expect(judged).toEqual([jan(45), expect.any(Number), 45_990, 45_990]);
    expect(points[45]).toEqual([jan(90), 100_000, '', expect.any(Number)]);
    run(book, '2026-02-16');
    expect(book.charts()).toHaveLength(1);
  });

  it('has the goal, its status and the KPI that it shows above it', () => {
    const book = smallMemoryWorkbook();
    run(book);
    const { row, column } = book.charts()[0];
    const cells = cellsOf(book);
    expect(cells[row - 2][column]).toBe('Groei');
    expect(cells[row - 1][column]).toMatch(/^\S+ .+ · Bezoekers Q1$/);
  });

  it('shows 0 and less than 0 of what is to come down, and stands beside the first', () => {
    const book = smallMemoryWorkbook();
    run(book);
    withSecondGoal(book);
    run(book, '2026-03-02');
    expect(book.charts()).toHaveLength(2);
    const [first, second] = book.charts();
    expect(second.row).toBe(first.row);
    expect(second.column).toBeGreaterThan(first.column);
    const actuals = shownBy(book, 1).map(([, , actual]) => actual);
    expect(actuals).toEqual(['Realisatie', 0, -3, '', '', '', '']);
  });

  it('that a person took away does not come again, and the others go on', () => {
    const book = smallMemoryWorkbook();
    withSecondGoal(book);
    run(book);
    const [, second] = book.charts();
    book.keepCharts((chart) => chart === second);
    run(book, '2026-02-16');
    run(book, '2026-03-02');
    expect(book.charts()).toEqual([second]);
    expect(shownBy(book, 0)[2]).toEqual([jan(59), expect.any(Number), -3, -3]);
  });

  it('follows the new name of its goal, and keeps its place when another goal goes', () => {
    const book = smallMemoryWorkbook();
    withSecondGoal(book);
    run(book);
    const figures = shownBy(book, 1);
    retype(book, GOALS, ([header, , [, ...rest]]) => [header, ['Blije klanten', ...rest]]);
    retype(book, "KPI's", (rows) =>
      rows
        .filter(([, goal]) => goal !== 'Groei')
        .map(([kpi, goal, ...rest]) => [
          kpi,
          goal === 'Minder klachten' ? 'Blije klanten' : goal,
          ...rest,
        ]),
    );
    run(book);
    expect(book.charts()).toHaveLength(2);
    expect(shownBy(book, 0)).toEqual([]);
    expect(shownBy(book, 1)).toEqual(figures);
    const { row, column } = book.charts()[1];
    expect(cellsOf(book)[row - 2][column]).toBe('Blije klanten');
  });

  it('speaks the language of the workbook, also after it changed', () => {
    const book = smallMemoryWorkbook();
    run(book);
    retype(book, 'Instellingen', (rows) => [...rows, ['Taal', 'Engels']]);
    run(book);
    expect(book.charts()).toHaveLength(1);
    expect(shownBy(book, 0, 'Koers charts')[0]).toEqual(['Date', 'Plan', 'Actual', 'Forecast']);
  });

  it('of a goal without figures waits until there are some', () => {
    const book = smallMemoryWorkbook();
    retype(book, "KPI's", ([header]) => [header]);
    run(book);
    expect(book.charts()).toEqual([]);
    expect(findKoersTab(book.reader.facts(FILE), 'charts')).toBeNull();
  });

  it('does not come again in a copy of the workbook, nor its tab once somebody deleted it', () => {
    const book = smallMemoryWorkbook();
    run(book);
    run(book, '2026-02-16', 'a-copy-of-the-workbook');
    expect(book.charts()).toHaveLength(1);
    book.removeTab(TAB);
    run(book, '2026-02-17');
    expect(book.reader.facts(FILE).tabs.map(({ title }) => title)).not.toContain(TAB);
  });

  it('that Google does not make leaves the run as it is, and comes with the next', () => {
    const book = smallMemoryWorkbook();
    const refusing: MemoryWorkbook['writer'] = {
      apply: (fileId, changes) => {
        if (changes.some(({ kind }) => kind === 'add_chart')) throw new Error('Internal error');
        book.writer.apply(fileId, changes);
      },
    };
    const ports = memoryPorts(book, morningOf('2026-02-15'));
    expect(recalculate({ ...ports, writer: refusing }, FILE, 'menu').kpiCount).toBe(2);
    expect(book.charts()).toEqual([]);
    run(book);
    run(book);
    expect(book.charts()).toHaveLength(1);
  });

  it('is known by the tab itself where the memory of it is lost', () => {
    const book = smallMemoryWorkbook();
    withSecondGoal(book);
    run(book);
    const figures = [0, 1].map((at) => shownBy(book, at));
    book.editRows('Koers data', (rows) =>
      rows.map((row) => (row[0] === 'register' ? [row[0], row[1], '{}'] : row)),
    );
    const ports = memoryPorts(book, morningOf('2026-02-15'));
    recalculate(ports, FILE, 'menu', { repairs: ({ lost }) => lost.includes('register') });
    run(book);
    expect(book.charts()).toHaveLength(2);
    expect([0, 1].map((at) => shownBy(book, at))).toEqual(figures);
  });
});

test('at most forty charts are made, however many goals there are', () => {
  const book = smallMemoryWorkbook();
  const names = Array.from({ length: 45 }, (_, at) => `Doel ${at + 2}`);
  retype(book, GOALS, (rows) => [...rows, ...names.map((name) => [name, '', jan(1), jan(90)])]);
  retype(book, "KPI's", (rows) => [
    ...rows,
    ...names.map((name, at) => [
      `KPI ${at}`,
      name,
      'optellen tot',
      'Bezoekers',
      jan(1),
      jan(90),
      90_000 + at,
      null,
    ]),
  ]);
  run(book);
  run(book);
  expect(book.charts()).toHaveLength(40);
  expect(new Set(book.charts().map(({ row, column }) => `${row}/${column}`)).size).toBe(40);
});
