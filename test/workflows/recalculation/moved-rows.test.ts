import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const TAB = "KPI's";
const ID = 7;

type Rows = WrittenCell[][];

const rowsOf = (book: MemoryWorkbook): Rows => {
  let seen: Rows = [];
  book.editRows(TAB, (rows) => {
    seen = rows;
    return rows;
  });
  return seen;
};

/** Names to ids, as they stand beside each other. */
const idsOf = (book: MemoryWorkbook) =>
  Object.fromEntries(
    rowsOf(book)
      .slice(1)
      .map((row) => [String(row[0]), row[ID] ?? null]),
  );

const added = (rows: Rows, name: string): Rows => [
  ...rows,
  [name, 'Groei', 'optellen tot', 'Bezoekers', rows[1][4], rows[1][5], 700],
];

const firstToLast = ([header, first, ...rest]: Rows): Rows => [header, ...rest, first];
const lastToFirst = ([header, ...rest]: Rows): Rows => [
  header,
  ...rest.slice(-1),
  ...rest.slice(0, -1),
];

/** A workbook with ids, and one KPI that has none yet. */
function withNewKpi() {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf('2026-02-15'));
  recalculate(ports, FILE, 'menu');
  ports.clock.advance(86_400_000);
  book.editRows(TAB, (rows) => added(rows, 'Nieuw'));
  return { book, ports };
}

/** Does this once, just before that many writes have been made. */
function beforeWrite(ports: ReturnType<typeof memoryPorts>, number: number, edit: () => void) {
  let count = 0;
  const apply: typeof ports.writer.apply = (fileId, changes) => {
    count += 1;
    if (count === number) edit();
    ports.writer.apply(fileId, changes);
  };
  return { ...ports, writer: { apply } };
}

const RIGHT = {
  'Bezoekers Q1': 'bezoekers_q1',
  '=HYPERLINK("http://x")': 'hyperlink_http_x',
  Nieuw: 'nieuw',
};

describe('an id that is left alone in its row', () => {
  const emptied = (rows: Rows): Rows =>
    rows.map((row, at) => (at === 2 ? row.map((cell, own) => (own === ID ? cell : '')) : row));
  const idCells = (book: MemoryWorkbook) => rowsOf(book).map((row) => row[ID] ?? '');

  it('goes with the next run, so that the next KPI in that row has its own past', () => {
    const { book, ports } = withNewKpi();
    book.editRows(TAB, emptied);
    recalculate(ports, FILE, 'menu');
    expect(idCells(book).slice(1)).toEqual(['bezoekers_q1', '', 'nieuw']);
  });

  it.each([
    ['', ''],
    ['beside a box that is not ticked', false],
  ])(
    'goes too where the row that it belongs to has none and gets it in that same run %s',
    (_, box) => {
      const { book, ports } = withNewKpi();
      recalculate(ports, FILE, 'menu');
      // As Google leaves it, where a row above was deleted in the moment of a write that it ended.
      const below = ['', '', '', '', '', '', '', 'nieuw', box];
      book.editRows(TAB, (rows) => [
        ...rows.map((row) => (row[0] === 'Nieuw' ? Object.assign([...row], { [ID]: '' }) : row)),
        below,
      ]);
      recalculate(ports, FILE, 'menu');
      expect(idsOf(book)).toMatchObject(RIGHT);
      expect(idCells(book).filter((id) => id === 'nieuw')).toEqual(['nieuw']);
    },
  );

  it('stays where somebody types beside it while Koers gives the same id to another row', () => {
    const { book, ports } = withNewKpi();
    book.editRows(TAB, (rows) => [...rows, ['', '', '', '', '', '', '', 'nieuw']]);
    recalculate(
      beforeWrite(ports, 1, () =>
        book.editRows(TAB, (rows) => [...rows.slice(0, -1), ['Anders', ...rows[4].slice(1)]]),
      ),
      FILE,
      'menu',
    );
    expect(idsOf(book)).toEqual({ ...RIGHT, Anders: 'nieuw' });
  });

  it('stays where somebody typed one that Koers does not know, and goes on typing', () => {
    const { book, ports } = withNewKpi();
    book.editRows(TAB, (rows) => [...rows, ['', '', '', '', '', '', '', 'zelf_getypt']]);
    recalculate(ports, FILE, 'menu');
    expect(idCells(book).at(-1)).toBe('zelf_getypt');
  });

  it('stays too where something came beside it, or in its place, while Koers computes', () => {
    for (const typed of [0, ID]) {
      const { book, ports } = withNewKpi();
      book.editRows(TAB, emptied);
      const type = (rows: Rows): Rows =>
        rows.map((row, at) => (at === 2 ? Object.assign([...row], { [typed]: 'Getypt' }) : row));
      recalculate(
        beforeWrite(ports, 1, () => book.editRows(TAB, type)),
        FILE,
        'menu',
      );
      expect(rowsOf(book)[2][typed]).toBe('Getypt');
    }
  });
});

describe('a blank id', () => {
  it.each([
    ['the new row to the top', lastToFirst],
    ['another row to the end', firstToLast],
    [
      'a row in between',
      (rows: Rows) => [rows[0], ...added(rows, 'Ertussen').slice(-1), ...rows.slice(1)],
    ],
  ])(
    'is filled beside its own KPI although somebody moves %s while Koers computes',
    (_what, move) => {
      const { book, ports } = withNewKpi();
      const reader = {
        ...ports.reader,
        columns: (...asked: Parameters<typeof ports.reader.columns>) => {
          const columns = ports.reader.columns(...asked);
          if (!book.calls.includes('edited')) book.editRows(TAB, move);
          book.calls.push('edited');
          return columns;
        },
      };
      recalculate({ ...ports, reader }, FILE, 'menu');
      expect(idsOf(book)).toMatchObject(RIGHT);
    },
  );

  it.each([
    ['the new row to the top', lastToFirst],
    ['another row to the end', firstToLast],
  ])('comes right when somebody moves %s in the very moment of the write', (_what, move) => {
    const { book, ports } = withNewKpi();
    recalculate(
      beforeWrite(ports, 1, () => book.editRows(TAB, move)),
      FILE,
      'menu',
    );
    expect(idsOf(book)).toEqual(RIGHT);
  });

  it.each([
    ['before the ids, in the very moment of the write', 1, 7],
    ['at the left, in the very moment of the write', 1, 0],
    ['in between, right after the write', 2, 3],
  ])('lands on nothing typed when somebody inserts a column %s', (_what, write, column) => {
    const { book, ports } = withNewKpi();
    const inserted = (rows: Rows): Rows =>
      rows.map((row, at) => [
        ...Array.from({ length: column }, (_, own) => row[own] ?? ''),
        at === 0 ? 'Van ons' : '',
        ...row.slice(column),
      ]);
    const before = inserted(rowsOf(book));
    const insert = () => book.editRows(TAB, inserted);
    recalculate(beforeWrite(ports, write, insert), FILE, 'menu');
    if (write === 2) insert();
    const ids = column <= ID ? ID + 1 : ID;
    const typed = (rows: Rows) =>
      rows.map((row) =>
        row.flatMap((cell, at) => (at === ids || (cell ?? '') === '' ? [] : [cell])),
      );
    expect(typed(rowsOf(book))).toEqual(typed(before));
    expect(rowsOf(book).map((row) => row[ids])).toEqual(['KPI-ID', ...Object.values(RIGHT)]);
  });

  it('that lands on the header, because a row was inserted above it, gives the header back', () => {
    const { book, ports } = withNewKpi();
    book.editRows(TAB, (rows) => [rows[0], ...rows.slice(-1), ...rows.slice(1, -1)]);
    const insert = () => book.editRows(TAB, (rows) => [['Titel'], ...rows]);
    recalculate(beforeWrite(ports, 1, insert), FILE, 'menu');
    expect(rowsOf(book)[1][ID]).toBe('KPI-ID');
    expect(idsOf(book)).toMatchObject(RIGHT);
  });

  it('comes right when a column is inserted in the moment of the write and rows move right after', () => {
    const { book, ports } = withNewKpi();
    const inserted = (rows: Rows): Rows =>
      rows.map((row, at) => [
        ...Array.from({ length: ID }, (_, own) => row[own] ?? ''),
        at === 0 ? 'Van ons' : '',
        ...row.slice(ID),
      ]);
    const writing = beforeWrite(ports, 1, () => book.editRows(TAB, inserted));
    let isMoved = false;
    const columnsIfThere: typeof ports.reader.columnsIfThere = (...asked) => {
      if (!isMoved) book.editRows(TAB, lastToFirst);
      isMoved = true;
      return ports.reader.columnsIfThere(...asked);
    };
    recalculate({ ...writing, reader: { ...ports.reader, columnsIfThere } }, FILE, 'menu');
    const rows = rowsOf(book).slice(1);
    expect(rows.map((row) => row[ID] ?? '')).toEqual(['', '', '']);
    expect(Object.fromEntries(rows.map((row) => [row[0], row[ID + 1]]))).toEqual(RIGHT);
  });

  it('comes right, and nobody reads of a failure, when the tab is renamed right after the write', () => {
    const { book, ports } = withNewKpi();
    const moving = beforeWrite(ports, 1, () => book.editRows(TAB, lastToFirst));
    let isRenamed = false;
    const reader = {
      ...ports.reader,
      columnsIfThere: (...asked: Parameters<typeof ports.reader.columnsIfThere>) => {
        if (isRenamed) return ports.reader.columnsIfThere(...asked);
        isRenamed = true;
        return null;
      },
    };
    const { kpiCount } = recalculate({ ...moving, reader }, FILE, 'menu');
    expect([isRenamed, kpiCount]).toEqual([true, 3]);
    expect(idsOf(book)).toEqual(RIGHT);
  });

  it('of a row that is gone by then goes nowhere', () => {
    const { book, ports } = withNewKpi();
    recalculate(
      beforeWrite(ports, 1, () => book.editRows(TAB, (rows) => rows.slice(0, -1))),
      FILE,
      'menu',
    );
    const { Nieuw: _gone, ...others } = RIGHT;
    expect(idsOf(book)).toEqual(others);
  });

  it('that somebody typed meanwhile is theirs', () => {
    const { book, ports } = withNewKpi();
    const reader = {
      ...ports.reader,
      factsAndLooks: (fileId: string) => {
        const seen = ports.reader.factsAndLooks(fileId);
        const isSecond = book.calls.filter((call) => call === 'factsAndLooks').length === 4;
        if (isSecond) book.editRows(TAB, (rows) => [...rows.slice(0, 3), [...rows[3], 'van_mij']]);
        return seen;
      },
    };
    recalculate({ ...ports, reader }, FILE, 'menu');
    expect(idsOf(book)).toEqual({ ...RIGHT, Nieuw: 'van_mij' });
  });
});

test('a note that somebody writes while Koers computes is left alone', () => {
  const { book, ports } = withNewKpi();
  const sheetId = book.reader.facts(FILE).tabs.find(({ title }) => title === TAB)?.sheetId ?? 0;
  book.editRows(TAB, (rows) => rows.map((row, at) => (at === 3 ? [...row.slice(0, 6), 'x'] : row)));
  const note = { kind: 'write_note' as const, sheetId, row: 3, column: 6, note: 'even vragen' };
  const reader = {
    ...ports.reader,
    columns: (...asked: Parameters<typeof ports.reader.columns>) => {
      const columns = ports.reader.columns(...asked);
      if (!book.calls.includes('noted')) ports.writer.apply(FILE, [note]);
      book.calls.push('noted');
      return columns;
    },
  };
  recalculate({ ...ports, reader }, FILE, 'menu');
  expect(book.note(TAB, 3, 6)).toBe('even vragen');
});
