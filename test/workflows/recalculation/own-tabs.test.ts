import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

const titles = (book: MemoryWorkbook): string[] =>
  book.reader.facts(FILE).tabs.map(({ title }) => title);

const columnsOf = (book: MemoryWorkbook, title: string) =>
  book.reader.columns(FILE, [`'${title.replace(/'/g, "''")}'`])[0];

function runOn(book: MemoryWorkbook, day = '2026-02-15'): void {
  recalculate(memoryPorts(book, morningOf(day)), FILE, 'menu');
}

function sheetIdOf(book: MemoryWorkbook, title: string): number {
  const tab = book.reader.facts(FILE).tabs.find((own) => own.title === title);
  if (tab === undefined) throw new Error(`no tab ${title}`);
  return tab.sheetId;
}

function rename(book: MemoryWorkbook, title: string, to: string): void {
  const sheetId = sheetIdOf(book, title);
  book.writer.apply(FILE, [{ kind: 'rename_tab', sheetId, title: to }]);
}

/** The same cells and names in a file whose tabs have other ids, as an .xlsx file brings them. */
function throughXlsx(book: MemoryWorkbook): MemoryWorkbook {
  const imported = memoryWorkbook({ fileId: FILE });
  for (const { title } of book.reader.facts(FILE).tabs) {
    const columns = columnsOf(book, title);
    const height = Math.max(0, ...columns.map((cells) => cells.length));
    imported.addTab(
      title,
      Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row] ?? null)),
    );
  }
  return imported;
}

describe('somebody’s own tab whose name Koers uses too', () => {
  it.each(['Koers doelen', 'KOERS DOELEN', 'Koers data', 'Koers goals'])(
    '%s keeps every cell, and Koers takes another name',
    (title) => {
      const book = smallMemoryWorkbook();
      book.addTab(title, [
        ['Munt', 'Koers'],
        ['USD', 1.08],
        ['GBP', 0.86],
      ]);
      runOn(book);
      runOn(book, '2026-02-16');
      expect(columnsOf(book, title)).toEqual([
        ['Munt', 'USD', 'GBP'],
        ['Koers', 1.08, 0.86],
      ]);
      expect(new Set(titles(book)).size).toBe(titles(book).length);
      expect(book.reader.facts(FILE).tabs).toHaveLength(5 + 1 + 7);
    },
  );

  it('also when its first column is blank, which reads as an empty tab of Koers', () => {
    const book = smallMemoryWorkbook();
    book.addTab('Koers data', [
      [null, 'USD', 1.08],
      [null, 'GBP', 0],
    ]);
    runOn(book);
    expect(columnsOf(book, 'Koers data').slice(1)).toEqual([
      ['USD', 'GBP'],
      [1.08, 0],
    ]);
    expect(titles(book)).toContain('Koers data 2');
  });

  it('stops no change of language, although the new name is taken', () => {
    const book = smallMemoryWorkbook();
    runOn(book);
    book.addTab('Koers goals', [['x']]);
    book.writer.apply(FILE, [
      {
        kind: 'write_cells',
        sheetId: sheetIdOf(book, 'Instellingen'),
        row: 1,
        column: 0,
        height: 1,
        width: 2,
        rows: [['Taal', 'Engels']],
      },
    ]);
    runOn(book, '2026-02-16');
    expect(titles(book)).toEqual(expect.arrayContaining(['Koers goals', 'Koers doelen']));
    expect(titles(book)).toContain('Koers milestones');
    expect(columnsOf(book, 'Koers goals')).toEqual([['x']]);
  });
});

describe('a tab that Koers made', () => {
  it('is known under any name that a person gives it, and keeps that name', () => {
    const book = smallMemoryWorkbook();
    runOn(book);
    rename(book, 'Koers status', 'Dashboard');
    rename(book, 'Koers data', 'niet aankomen');
    runOn(book, '2026-02-16');
    expect(titles(book)).toContain('Dashboard');
    expect(titles(book)).not.toContain('Koers status');
    expect(titles(book)).not.toContain('Koers data');
    expect(String(columnsOf(book, 'Dashboard')[0][0])).toContain('16 feb 2026');
    expect(columnsOf(book, 'niet aankomen')[4]).toEqual(['2026-02']);
  });

  it('is known by what stands in it when a file lost the ids of its tabs', () => {
    const book = smallMemoryWorkbook();
    runOn(book);
    const imported = throughXlsx(book);
    const before = titles(imported);
    runOn(imported, '2026-02-16');
    expect(titles(imported)).toEqual(before);
    expect(String(columnsOf(imported, 'Koers status')[0][0])).toContain('16 feb 2026');
  });
});
