import type { WorkbookReader, WorkbookWriter } from '../../src/workflows/ports.ts';
import type { WorkbookChange } from '../../src/workflows/workbook-change.ts';

export interface WorkbookUnderTest {
  readonly fileId: string;
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
}

const NEW_TAB: WorkbookChange = {
  kind: 'add_tab',
  sheetId: 77,
  title: "Koers d'or",
  isHidden: true,
  rowCount: 5,
  columnCount: 4,
  frozenRows: 0,
};

/** What recalculation and connector rely on, whatever keeps the workbook. */
export function workbookContract(name: string, open: () => WorkbookUnderTest): void {
  describe(`a workbook kept by ${name}`, () => {
    const added = (): WorkbookUnderTest => {
      const opened = open();
      opened.writer.apply(opened.fileId, [NEW_TAB]);
      return opened;
    };
    const columnsOf = ({ reader, fileId }: WorkbookUnderTest, cells = '') =>
      reader.columns(fileId, [`'Koers d''or'${cells}`])[0];

    it('tells about a new tab that it is hidden, how large it is and that it has cells', () => {
      const { reader, fileId } = added();
      const tab = reader.facts(fileId).tabs.find(({ sheetId }) => sheetId === 77);
      expect(tab).toEqual({
        sheetId: 77,
        title: "Koers d'or",
        isHidden: true,
        isGrid: true,
        rowCount: 5,
        columnCount: 4,
        isProtected: false,
        hasColours: false,
      });
    });

    it('gives numbers, texts and yes or no back as written, by column, blanks as no value', () => {
      const opened = added();
      const rows = [
        ['name', 0, true],
        ['', -2.5, null],
        ['=1+1', 46067, false],
      ];
      opened.writer.apply(opened.fileId, [{ kind: 'replace_tab', sheetId: 77, rows }]);
      expect(columnsOf(opened)).toEqual([
        ['name', '', '=1+1'],
        [0, -2.5, 46067],
        [true, '', false],
      ]);
    });

    it('blanks what a new content of a tab does not fill', () => {
      const opened = added();
      const { writer, fileId } = opened;
      writer.apply(fileId, [
        { kind: 'replace_tab', sheetId: 77, rows: [['a', 'b'], ['c'], ['d']] },
      ]);
      writer.apply(fileId, [{ kind: 'replace_tab', sheetId: 77, rows: [['x'], ['y']] }]);
      expect(columnsOf(opened)).toEqual([['x', 'y']]);
    });

    it('writes one band of columns without touching the next', () => {
      const opened = added();
      const { writer, fileId } = opened;
      writer.apply(fileId, [
        {
          kind: 'replace_tab',
          sheetId: 77,
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ]);
      const change = { kind: 'write_cells' as const, sheetId: 77, row: 0, column: 0 };
      writer.apply(fileId, [{ ...change, height: 2, width: 1, rows: [['e']] }]);
      expect(columnsOf(opened)).toEqual([['e'], ['b', 'd']]);
      expect(columnsOf(opened, '!A:A')).toEqual([['e']]);
    });

    it('makes blank a cell that holds a text and nothing else', () => {
      const opened = added();
      const { writer, fileId } = opened;
      const rows = [
        ['shop', 'shop 2', 0],
        ['Shop', '=shop', 'shop'],
      ];
      const cleared = (column: number, row: number, text = 'shop') =>
        ({ kind: 'clear_text', sheetId: 77, row, column, text }) as const;
      writer.apply(fileId, [
        { kind: 'replace_tab', sheetId: 77, rows },
        ...[cleared(0, 0), cleared(1, 0), cleared(2, 0), cleared(2, 0, '0')],
        ...[cleared(0, 1), cleared(1, 1), cleared(2, 1)],
      ]);
      expect(columnsOf(opened)).toEqual([['', 'Shop'], ['shop 2', '=shop'], [0]]);
    });

    it('moves on what stands where new rows and columns come', () => {
      const opened = added();
      const { reader, writer, fileId } = opened;
      const sizeOf = () => {
        const tab = reader.facts(fileId).tabs.find(({ sheetId }) => sheetId === 77);
        return [tab?.rowCount ?? 0, tab?.columnCount ?? 0];
      };
      const [rows, columns] = sizeOf();
      writer.apply(fileId, [
        {
          kind: 'replace_tab',
          sheetId: 77,
          rows: [
            ['a', 'b'],
            ['c', 0],
          ],
        },
        { kind: 'insert', sheetId: 77, what: 'rows', at: 1, count: 2 },
        { kind: 'insert', sheetId: 77, what: 'columns', at: 1, count: 1 },
        { kind: 'lengthen', sheetId: 77, what: 'rows', count: 3 },
        // What cannot be done twice is signed.
        { kind: 'set_mark', id: null, text: 'a sign' },
      ]);
      expect(columnsOf(opened)).toEqual([['a', '', '', 'c'], [], ['b', '', '', 0]]);
      expect(sizeOf()).toEqual([rows + 5, columns + 1]);
    });

    it('applies all changes or none', () => {
      const opened = added();
      const { writer, fileId } = opened;
      const good = { kind: 'replace_tab' as const, sheetId: 77, rows: [['half']] };
      const bad = { kind: 'replace_tab' as const, sheetId: 999, rows: [['never']] };
      expect(() => writer.apply(fileId, [good, bad])).toThrow();
      expect(columnsOf(opened)).toEqual([]);
    });

    it('keeps one mark, which the next one replaces', () => {
      const { reader, writer, fileId } = open();
      expect(reader.facts(fileId).mark).toBeNull();
      writer.apply(fileId, [{ kind: 'set_mark', id: null, text: 'first' }]);
      const first = reader.facts(fileId).mark;
      writer.apply(fileId, [{ kind: 'set_mark', id: first?.id ?? null, text: 'second' }]);
      expect(reader.facts(fileId).mark).toEqual({ id: first?.id, text: 'second' });
    });

    it('shows a note where it was put, and none once it is taken away', () => {
      const { reader, writer, fileId } = added();
      const place = { kind: 'write_note' as const, sheetId: 77, row: 2, column: 1 };
      const notes = () =>
        reader.factsAndLooks(fileId).looks.find(({ sheetId }) => sheetId === 77)?.notes;
      writer.apply(fileId, [{ ...place, note: 'Koers: 1-2 became a date' }]);
      expect(notes()).toEqual([{ row: 2, column: 1, text: 'Koers: 1-2 became a date' }]);
      writer.apply(fileId, [{ ...place, note: '' }]);
      expect(notes()).toEqual([]);
    });

    it('protects, renames and enlarges a tab', () => {
      const { reader, writer, fileId } = added();
      writer.apply(fileId, [
        { kind: 'protect_tab', sheetId: 77, description: 'Written by Koers' },
        { kind: 'rename_tab', sheetId: 77, title: 'Koers doelen' },
        { kind: 'resize_tab', sheetId: 77, rowCount: 9, columnCount: 6 },
      ]);
      const colour = { start: '◆', ink: '#8a5700', paper: '#fbf0d9', at: 0 };
      writer.apply(fileId, [
        { kind: 'colour_texts', sheetId: 77, fromRow: 3, column: 2, ...colour },
        { kind: 'link_cells', sheetId: 77, row: 3, column: 1, addresses: ['https://a.nl', null] },
      ]);
      const tab = reader.facts(fileId).tabs.find(({ sheetId }) => sheetId === 77);
      expect(tab).toMatchObject({
        title: 'Koers doelen',
        rowCount: 9,
        columnCount: 6,
        isProtected: true,
        hasColours: true,
      });
    });
  });
}
