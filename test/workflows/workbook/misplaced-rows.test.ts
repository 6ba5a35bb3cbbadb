import { findTab } from '../../../src/core/intake/rows/find-header.ts';
import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { putRowsRight } from '../../../src/workflows/workbook/misplaced-rows.ts';
import { type AddedRows, rowsBelow } from '../../../src/workflows/workbook/rows-below.ts';
import { signature } from '../../../src/workflows/workbook/signature.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';

const FILE = 'memory-1';
const HEADER = ['KPI', 'Goal', 'Target', 'Remark', 'Due'];
const TYPED = [
  ['Visits', 'Grow', 700, 'ours', 46_112],
  ['Orders', '', 0, '', 46_203],
  ['Loss', 'Stay', -8.5, 'theirs', ''],
];
const NEW = [
  { name: 'Visits Q2', goal: 'Grow', target: 900, due: 46_300, follows: 'visits' },
  { name: '=1+1', target: -3, due: 46_301, follows: 'orders' },
];

type Rows = WrittenCell[][];

function bookOf(rows: readonly (readonly WrittenCell[])[]): MemoryWorkbook {
  const book = memoryWorkbook({ fileId: FILE });
  book.addTab('KPIs', rows);
  return book;
}

const portsOf = (book: MemoryWorkbook) => memoryPorts(book, 0);

function rowsToAdd({ reader }: MemoryWorkbook): AddedRows {
  const [facts] = reader.facts(FILE).tabs;
  const [columns] = reader.columns(FILE, [tabRange('KPIs')]);
  const found = findTab({ name: 'KPIs', columns }, 'kpis');
  if (found === null) throw new Error('no header');
  return { tab: { facts, found }, rows: NEW.map((cells) => ({ cells })) };
}

function allRows({ reader }: MemoryWorkbook): unknown[][] {
  const [columns] = reader.columns(FILE, [tabRange('KPIs')]);
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row] ?? ''));
}

/** Rows below the header, by header, whatever their order. */
function namedRows(book: MemoryWorkbook): string[] {
  const rows = allRows(book);
  const header = rows.findIndex((row) => row.includes('KPI'));
  return rows
    .slice(header + 1)
    .map((row) => row.flatMap((cell, at) => (cell === '' ? [] : [`${rows[header][at]}: ${cell}`])))
    .filter((row) => row.length > 0)
    .map((row) => row.sort().join(', '))
    .sort();
}

const VISITS_Q2 = 'Due: 46300, Follows: visits, Goal: Grow, KPI: Visits Q2, Target: 900';
const RIGHT = [
  'Due: 46112, Goal: Grow, KPI: Visits, Remark: ours, Target: 700',
  'Due: 46203, KPI: Orders, Target: 0',
  'Goal: Stay, KPI: Loss, Remark: theirs, Target: -8.5',
  VISITS_Q2,
  'Due: 46301, Follows: orders, KPI: =1+1, Target: -3',
].sort();

/** Rows come, and somebody does this in the moment before they are written. */
function added(book: MemoryWorkbook, meanwhile: (rows: Rows) => Rows): MemoryWorkbook {
  const rows = rowsToAdd(book);
  const facts = book.reader.facts(FILE);
  book.editRows('KPIs', meanwhile);
  book.writer.apply(FILE, [...rowsBelow(rows, 'en'), signature(facts)]);
  putRowsRight(portsOf(book), FILE, [rows], 'en');
  return book;
}

const insertColumn = (at: number) => (rows: Rows) =>
  rows.map((row, own) => [
    ...Array.from({ length: at }, (_, column) => row[column] ?? ''),
    own === 0 ? 'Own' : '',
    ...row.slice(at),
  ]);

const moveColumn = (from: number, to: number) => (rows: Rows) =>
  rows.map((row) => {
    const cells = HEADER.map((_, at) => row[at] ?? '');
    const [moved] = cells.splice(from, 1);
    cells.splice(to, 0, moved);
    return cells;
  });

const titleAbove = (rows: Rows): Rows => [['Our KPIs'], ...rows];
const reversed = ([header, ...rows]: Rows): Rows => [header, ...[...rows].reverse()];

const MOVES: readonly (readonly [string, (rows: Rows) => Rows])[] = [
  ['nothing', (rows) => rows],
  ...[0, 1, 2, 3, 4, 5].map((at) => [`a column comes at ${at}`, insertColumn(at)] as const),
  ['the first column goes last', moveColumn(0, 4)],
  ['the last column goes first', moveColumn(4, 0)],
  ['two columns change places', moveColumn(1, 2)],
  ['rows are turned around', reversed],
  ['a column comes and rows are turned around', (rows) => insertColumn(2)(reversed(rows))],
  ['a title comes above', titleAbove],
  ['two titles come above', (rows) => titleAbove(titleAbove(rows))],
  ['a title comes above and a column at the left', (rows) => insertColumn(0)(titleAbove(rows))],
];

describe('new rows stand under their own headings', () => {
  test.each(MOVES)('whatever happens in the moment of the write: %s', (_what, move) => {
    const book = added(bookOf([HEADER, ...TYPED]), move);
    expect(namedRows(book)).toEqual(RIGHT);
  });

  test.each(MOVES)('in a tab without a row: %s', (_what, move) => {
    const book = added(bookOf([HEADER]), move);
    expect(namedRows(book)).toEqual(RIGHT.filter((row) => row.includes('Follows')));
    const above = allRows(book)
      .flat()
      .filter((cell) => cell === 'Follows');
    expect(above).toHaveLength(1);
  });

  test('and a row like one that was there already is not taken for it', () => {
    const same = ['Visits Q2', 'Grow', 900, '', 46_300, 'visits'];
    const book = added(bookOf([[...HEADER, 'Follows'], same]), insertColumn(1));
    const rows = namedRows(book).filter((row) => row.includes('Visits Q2'));
    expect(rows).toEqual([VISITS_Q2, VISITS_Q2]);
  });

  test('but not where somebody typed in them since: that stays', () => {
    const book = bookOf([HEADER, ...TYPED]);
    const rows = rowsToAdd(book);
    const facts = book.reader.facts(FILE);
    book.editRows('KPIs', insertColumn(1));
    book.writer.apply(FILE, [...rowsBelow(rows, 'en'), signature(facts)]);
    book.editRows('KPIs', (all) =>
      all.map((row) => (row[0] === '=1+1' ? Object.assign([...row], { 11: 'typed' }) : row)),
    );
    putRowsRight(portsOf(book), FILE, [rows], 'en');
    expect(allRows(book).flat()).toContain('typed');
    expect(namedRows(book)).toContain(VISITS_Q2);
  });

  test('as they do where nothing can be read any more: they stay as they were written', () => {
    const book = bookOf([HEADER, ...TYPED]);
    const rows = rowsToAdd(book);
    book.writer.apply(FILE, [...rowsBelow(rows, 'en'), signature(book.reader.facts(FILE))]);
    const facts = () => {
      throw new Error('not now');
    };
    const ports = { ...portsOf(book), reader: { ...book.reader, facts } };
    putRowsRight(ports, FILE, [rows], 'en');
    expect(namedRows(book)).toEqual(RIGHT);
  });
});
