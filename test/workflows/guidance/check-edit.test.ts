import { checkEdit, type Edit } from '../../../src/workflows/guidance/check-edit.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { editedIn } from '../edited-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const KPIS = "KPI's";
const TARGET = 6;

/** What a person types or pastes, and the run that it starts. */
function type(
  book: MemoryWorkbook,
  tab: string,
  [row, column]: readonly [number, number],
  rows: readonly (readonly WrittenCell[])[],
): void {
  book.editRows(tab, (all) => {
    const changed = all.map((cells) => [...cells]);
    rows.forEach((cells, down) => {
      while (changed.length <= row + down) changed.push([]);
      cells.forEach((cell, right) => {
        changed[row + down][column + right] = cell;
      });
    });
    return changed;
  });
  const { tabs } = book.reader.facts(FILE);
  const edit: Edit = {
    tab,
    sheetId: tabs.find(({ title }) => title === tab)?.sheetId ?? 0,
    firstRow: row,
    endRow: row + rows.length,
    firstColumn: column,
    endColumn: column + rows[0].length,
  };
  checkEdit(editedIn(book, FILE), edit);
}

const notesIn = (book: MemoryWorkbook) =>
  book.reader
    .factsAndLooks(FILE)
    .looks.flatMap(({ sheetId, notes }) => notes.map((note) => [sheetId, note]));

describe('a cell that somebody types in', () => {
  it('is told what is wrong in the very words of a recalculation', () => {
    const book = smallMemoryWorkbook();
    type(book, KPIS, [1, TARGET], [['honderd']]);
    const told = book.note(KPIS, 1, TARGET);
    expect(told).toBe(
      'Koers: "honderd" bij Streefwaarde is geen getal. Typ een getal zonder woorden, zoals 1250.',
    );
    recalculate(memoryPorts(book, morningOf('2026-02-16')), FILE, 'menu');
    expect(book.note(KPIS, 1, TARGET)).toBe(told);
  });

  it('loses its note when it is right again, zero and empty among what is right', () => {
    for (const right of [-40, 0, null]) {
      const book = smallMemoryWorkbook();
      type(book, KPIS, [1, TARGET], [['honderd']]);
      type(book, KPIS, [1, TARGET], [[right]]);
      expect(book.note(KPIS, 1, TARGET)).toBeUndefined();
    }
  });

  it('is held against the names of other tabs', () => {
    const book = smallMemoryWorkbook();
    type(book, KPIS, [1, 1], [['Groie']]);
    expect(book.note(KPIS, 1, 1)).toContain('("Groei"?)');
    type(book, KPIS, [1, 1], [['groei']]);
    expect(book.note(KPIS, 1, 1)).toBeUndefined();
  });

  it('keeps a note that a person wrote, right or wrong', () => {
    const book = smallMemoryWorkbook();
    const note = { kind: 'write_note', sheetId: 3, row: 1, column: TARGET } as const;
    book.writer.apply(FILE, [{ ...note, note: 'Met Noor besproken' }]);
    type(book, KPIS, [1, TARGET], [['honderd']]);
    expect(book.note(KPIS, 1, TARGET)).toBe('Met Noor besproken');
    type(book, KPIS, [1, TARGET], [[250]]);
    expect(book.note(KPIS, 1, TARGET)).toBe('Met Noor besproken');
  });

  it('is not told of the cells that are still empty in a new row', () => {
    const book = smallMemoryWorkbook();
    type(book, 'Mijlpalen', [2, 0], [['Eind']]);
    expect(notesIn(book)).toEqual([]);
    type(book, 'Mijlpalen', [2, 1], [['']]);
    expect(book.note('Mijlpalen', 2, 1)).toBe('Koers: KPI is leeg. Vul KPI in.');
  });
});

describe('the other cells of its row', () => {
  it('get the note of what two cells say together, and lose it with the other one', () => {
    const book = smallMemoryWorkbook();
    type(book, 'Doelstellingen', [1, 2], [[46_200]]);
    expect(book.note('Doelstellingen', 1, 3)).toContain('ligt vóór het begin');
    type(book, 'Doelstellingen', [1, 2], [[46_023]]);
    expect(book.note('Doelstellingen', 1, 3)).toBeUndefined();
  });

  it('keep a note that only the whole workbook tells', () => {
    const book = smallMemoryWorkbook();
    const text = 'Koers: "Klanten" wordt gelezen als maandcijfers.';
    book.writer.apply(FILE, [{ kind: 'write_note', sheetId: 3, row: 1, column: 0, note: text }]);
    type(book, KPIS, [1, TARGET], [[90_000]]);
    expect(book.note(KPIS, 1, 0)).toBe(text);
  });
});

describe('rows that are pasted', () => {
  it('are each told, a thousand of them in one go up to where a run has time', () => {
    const book = smallMemoryWorkbook();
    const pasted = Array.from({ length: 1000 }, (_, at) => [
      46_100 + at,
      'Bezoekers',
      at === 0 ? 'x' : at,
    ]);
    pasted[499][2] = 'y';
    pasted[500][2] = 'z';
    type(book, 'Realisatie', [46, 0], pasted);
    expect(notesIn(book).map(([, note]) => note)).toEqual([
      expect.objectContaining({ row: 46, column: 2 }),
      expect.objectContaining({ row: 545, column: 2 }),
    ]);
  });

  it('are told no more than fits where all of them are wrong', () => {
    const book = smallMemoryWorkbook();
    type(
      book,
      'Realisatie',
      [46, 0],
      Array.from({ length: 60 }, (_, at) => [46_100 + at, 'Bezoekers', 'veel']),
    );
    expect(notesIn(book)).toHaveLength(20);
  });

  it('leave rows above and below alone', () => {
    const book = smallMemoryWorkbook();
    book.editRows('Realisatie', (rows) =>
      rows.map((row, at) => (at === 3 ? [row[0], row[1], '?'] : row)),
    );
    type(book, 'Realisatie', [5, 2], [[12]]);
    expect(notesIn(book)).toEqual([]);
  });
});

describe('nothing is written', () => {
  it('in a tab that Koers does not know', () => {
    const book = smallMemoryWorkbook();
    book.addTab('Lijstje', [
      ['KPI', 'Streefwaarde', 'Einde'],
      ['Iets', 'veel', 'ooit'],
    ]);
    type(book, 'Lijstje', [1, 1], [['nog meer']]);
    expect(notesIn(book)).toEqual([]);
  });

  it('in a tab that Koers writes, whatever it is called', () => {
    const book = smallMemoryWorkbook();
    recalculate(memoryPorts(book, morningOf('2026-02-16')), FILE, 'menu');
    const before = notesIn(book);
    const status = book.reader.facts(FILE).tabs.find(({ title }) => title === 'Koers status');
    book.writer.apply(FILE, [
      { kind: 'rename_tab', sheetId: status?.sheetId ?? 0, title: 'Realisatie status' },
    ]);
    type(book, 'Realisatie status', [4, 2], [['veel']]);
    expect(notesIn(book)).toEqual(before);
  });

  it('in titles and headers, or where a tab has none', () => {
    const book = smallMemoryWorkbook();
    type(book, KPIS, [0, TARGET], [['Doel']]);
    const bare = memoryWorkbook({ fileId: FILE });
    bare.addTab('KPIs', []);
    type(bare, 'KPIs', [0, 0], [['veel']]);
    expect([notesIn(book), notesIn(bare)]).toEqual([[], []]);
  });
});
