import { findTab } from '../../../src/core/intake/rows/find-header.ts';
import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { foundTwice } from '../../../src/workflows/workbook/as-found.ts';
import { type NewRow, rowsBelow } from '../../../src/workflows/workbook/rows-below.ts';
import { signature } from '../../../src/workflows/workbook/signature.ts';
import type { WorkbookChange, WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';

const FILE = 'memory-1';
const HEADER = ['KPI', 'Done', 'Target', 'Due'];

function bookOf(rows: readonly (readonly WrittenCell[])[]): MemoryWorkbook {
  const book = memoryWorkbook({ fileId: FILE });
  book.addTab('KPIs', rows);
  return book;
}

/** What is to be written to add these rows to the KPIs as they are found. */
function planned({ reader }: MemoryWorkbook, rows: readonly NewRow[]) {
  const [facts] = reader.facts(FILE).tabs;
  const [columns] = reader.columns(FILE, [tabRange('KPIs')]);
  const found = findTab({ name: 'KPIs', columns }, 'kpis');
  if (found === null) throw new Error('no header');
  return rowsBelow({ tab: { facts, found }, rows }, 'en');
}

const rowsOf = ({ reader }: MemoryWorkbook): unknown[][] => {
  const [columns] = reader.columns(FILE, [tabRange('KPIs')]);
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row] ?? ''));
};

const write = ({ reader, writer }: MemoryWorkbook, changes: readonly WorkbookChange[]): void =>
  writer.apply(FILE, [...changes, signature(reader.facts(FILE))]);

function added(book: MemoryWorkbook, ...cells: NewRow['cells'][]): unknown[][] {
  const rows = cells.map((own) => ({ cells: own }));
  write(book, planned(book, rows));
  return rowsOf(book);
}

describe('rows below the others', () => {
  test('stand below their headers, a zero and a text that looks like a formula as they are', () => {
    const book = bookOf([HEADER, ['Visits', true, 700, 46_112]]);
    const rows = added(
      book,
      { target: 0, name: '=1+1', due: 46_203 },
      { name: 'Loss', target: -8.5 },
    );
    expect(rows.slice(1)).toEqual([
      ['Visits', true, 700, 46_112],
      ['=1+1', '', 0, 46_203],
      ['Loss', '', -8.5, ''],
    ]);
  });

  test('come right below the header of a tab without rows', () => {
    expect(added(bookOf([HEADER]), { name: 'Visits' })[1]).toEqual(['Visits', '', '', '']);
  });

  test('follow the last row that is filled in, and not the boxes that nobody ticked', () => {
    const boxes = [3, 4, 5].map(() => ['', false, '', '']);
    const book = bookOf([HEADER, ['Visits', true, 700, ''], ...boxes]);
    expect(added(book, { name: 'Orders' })[2]).toEqual(['Orders', '', '', '']);
  });

  test('bring the columns that the tab lacks, at its end', () => {
    const rows = added(bookOf([['KPI', 'Due', 'Our remark']]), { name: 'Visits', target: 12 });
    expect(rows).toEqual([
      ['KPI', 'Due', 'Our remark', 'Target'],
      ['Visits', '', '', 12],
    ]);
  });

  test('fill the first of two columns of one name, and make no third', () => {
    const book = bookOf([
      ['KPI', 'Due', 'Target', 'Target'],
      ['Visits', 46_112, 700, 900],
    ]);
    expect(added(book, { name: 'Orders', target: 31 })).toEqual([
      ['KPI', 'Due', 'Target', 'Target'],
      ['Visits', 46_112, 700, 900],
      ['Orders', '', 31, ''],
    ]);
  });

  test('without anything in them are no rows', () => {
    expect(planned(bookOf([HEADER]), [{ cells: { name: null } }])).toEqual([]);
    expect(planned(bookOf([HEADER]), [])).toEqual([]);
  });

  test('look as numbers of their column do: dates by themselves, percentages when told', () => {
    const row = {
      cells: { name: 'Rate', due: 46_112, target: 0.024 },
      looks: { target: 'percent' },
    };
    const looks = planned(bookOf([HEADER]), [row as NewRow]).flatMap((change) =>
      change.kind === 'format_columns' ? [[change.column, change.fromRow, change.look]] : [],
    );
    expect(looks).toEqual([
      [3, 1, 'date'],
      [2, 1, 'percent'],
    ]);
  });
});

describe('while somebody moves columns', () => {
  /** Inserts a column before each of the first reads. */
  function movedDuring(reads: number): MemoryWorkbook {
    const book = bookOf([HEADER, ['Visits', true, 700, 46_112]]);
    const { columns } = book.reader;
    let count = 0;
    book.reader.columns = (fileId, ranges) => {
      const seen = columns(fileId, ranges);
      count += 1;
      if (count <= reads) book.editRows('KPIs', (rows) => rows.map((row) => ['', ...row]));
      return seen;
    };
    return book;
  }
  const rows = [{ cells: { name: 'Orders', target: 31 } }];

  test('the tab is read again until it stands still', () => {
    const book = movedDuring(1);
    write(
      book,
      foundTwice(() => planned(book, rows)),
    );
    expect(rowsOf(book)[2]).toEqual(['', 'Orders', '', 31, '']);
  });

  test('who does not stop is told, and nothing is written', () => {
    const book = movedDuring(9);
    expect(() => foundTwice(() => planned(book, rows))).toThrow(
      'Somebody changed tabs, rows or columns',
    );
    expect(book.calls).not.toContain('apply');
  });
});
