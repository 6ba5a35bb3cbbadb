import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx } from '../../../src/preview/emulation/host/read-xlsx.ts';
import { cellAt } from '../../../src/preview/emulation/workbook/cells.ts';
import { type PartText, rawParts, rawXlsx, sheetOf, zipOf } from '../../support/raw-xlsx.ts';

const SETTINGS = { id: 'workbook-1', owner: 'owner@koers.example' };
const read = (bytes: Buffer) => readXlsx(bytes, 'file.xlsx', SETTINGS);
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; pct&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>';

/** What a tab with these rows holds: address by address. */
function cellsOf(xml: PartText, parts: Parameters<typeof rawXlsx>[1] = {}) {
  const [tab] = read(rawXlsx([{ title: 'Goals', xml }], { styles: STYLES, ...parts })).tabs;
  return Array.from(tab?.rows ?? [], (row) => Array.from(row ?? [], (cell) => cell ?? null));
}

describe('cells as programs write them', () => {
  test('every type of value, and the number format of its style', () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>-2.5</v></c><c r="B1" t="b"><v>1</v></c>' +
      '<c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>' +
      '<c r="E1" s="2" t="d"><v>2026-01-31</v></c><c r="F1"><v>0</v></c></row>';
    expect(cellsOf(sheetOf(row))).toEqual([
      [
        { value: -2.5, format: '0.0" pct"' },
        { value: true },
        { value: { error: '#DIV/0!' } },
        { value: 'a < b', formula: '=A1&"x"' },
        { value: 46053, format: 'm/d/yy' },
        { value: 0 },
      ],
    ]);
  });

  test('texts: shared, inline, of several runs, with characters that XML cannot hold', () => {
    const texts =
      '<sst><si><t xml:space="preserve"> doel </t></si><si><r><t>half </t></r><r><t>half</t></r>' +
      '<rPh><t>reading</t></rPh></si><si><t>two_x000A_lines</t></si><si/></sst>';
    const cells = [0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    const inline = '<c t="inlineStr"><is><t>caf&#xE9; &amp; <![CDATA[<b>]]></t></is></c>';
    expect(cellsOf(sheetOf(`<row>${cells}${inline}</row>`), { texts })[0]).toEqual([
      { value: ' doel ' },
      { value: 'half half' },
      { value: 'two\nlines' },
      null,
      { value: 'café & <b>' },
    ]);
  });

  test('without places of their own, with a prefix, other quotes and a comment', () => {
    const xml =
      "<?xml version='1.0'?><x:worksheet><!-- <x:c><x:v>9</x:v></x:c> --><x:sheetData>" +
      '<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>' +
      "<x:row r='4'><x:c r='B4' a='>'><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    expect(cellsOf(xml)).toEqual([[{ value: 1 }, { value: 2 }], [], [], [null, { value: 3 }]]);
  });

  test('rows and columns that somebody hid or filtered are there as any other', () => {
    const xml =
      '<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>' +
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>-2</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2"><v>3</v></c><c r="B2"><v>0</v></c></row>' +
      '</sheetData><autoFilter ref="A1:B2"/></worksheet>';
    expect(cellsOf(xml)).toEqual([
      [{ value: 1 }, { value: -2 }],
      [{ value: 3 }, { value: 0 }],
    ]);
  });

  test('a shared formula reads in each cell as if it were typed there', () => {
    const rows =
      '<row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*$D$1+LOG10(A1)&amp;"A2"</f><v>4</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>';
    expect(cellsOf(sheetOf(rows))[2]).toEqual([
      null,
      { value: 6, formula: '=A3*$D$1+LOG10(A2)&"A2"' },
    ]);
  });

  test('notes of cells, also of one that has nothing else', () => {
    const notes =
      '<comments><commentList><comment ref="A1"><text><r><t>let </t></r><r><t>op</t></r></text></comment>' +
      '<comment ref="C2"><text><t>leeg</t></text></comment></commentList></comments>';
    const sheet = { title: 'Goals', xml: sheetOf('<row><c><v>5</v></c></row>'), notes };
    const [tab] = read(rawXlsx([sheet])).tabs;
    expect(tab && [cellAt(tab, 0, 0), cellAt(tab, 1, 2)]).toEqual([
      { value: 5, note: 'let op' },
      { value: null, note: 'leeg' },
    ]);
  });

  test('whatever another program writes is read as it was meant', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}|_x[0-9a-f]{4}_/giu, '-')),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(value, { maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const book = utils.book_new();
        utils.book_append_sheet(book, utils.aoa_to_sheet(given), 'Any');
        const [tab] = read(write(book, { bookType: 'xlsx', type: 'buffer', bookSST: true })).tabs;
        given.forEach((cells, row) => {
          cells.forEach((cell, column) => {
            const found = (tab && cellAt(tab, row, column)?.value) ?? null;
            expect(found).toEqual(cell === '' ? null : Object.is(cell, -0) ? 0 : cell);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('files that are hostile or huge', () => {
  const last = (address: string, cell: string) =>
    sheetOf(`<row><c><v>7</v></c></row><row r="1048576"><c r="${address}" ${cell}</c></row>`);

  test.each(['C1048576', 'XFD1048576'])(
    'a blank cell with a format at %s is no data',
    (address) => {
      expect(cellsOf(last(address, 's="1">'))).toEqual([[{ value: 7 }]]);
    },
  );

  test('a value far down makes the grid as long, and no wider than it must be', () => {
    const [tab] = read(rawXlsx([{ title: 'A', xml: last('C1048576', '><v>5</v>') }])).tabs;
    expect([tab?.rowCount, tab?.columnCount]).toEqual([1_048_576, 3]);
    expect(tab && cellAt(tab, 1_048_575, 2)).toEqual({ value: 5 });
  });

  test('formulas, dropdowns and columns that say they reach to the end', () => {
    const xml =
      '<worksheet><cols><col min="1" max="16384" width="10" hidden="1"/></cols><sheetData><row>' +
      '<c><f t="shared" ref="A1:XFD1048576" si="0">B1+1</f><v>3</v></c></row></sheetData>' +
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576 C:C"><formula1>"a,b"</formula1>' +
      '</dataValidation></dataValidations></worksheet>';
    const [tab] = read(rawXlsx([{ title: 'A', xml }])).tabs;
    expect([tab?.rowCount, tab?.columnProperties.length]).toEqual([1000, 26]);
    expect(tab && cellAt(tab, 999, 25)?.validation?.condition.type).toBe('ONE_OF_LIST');
  });

  test('a million cells, and a text that a quarter of them share', () => {
    const unit = '<row><c><v>1.5</v></c><c t="s"><v>0</v></c><c/><c><v>2</v></c></row>'.repeat(
      1000,
    );
    const xml = {
      head: '<worksheet><sheetData>',
      unit,
      times: 250,
      tail: '</sheetData></worksheet>',
    };
    const [tab] = read(
      rawXlsx([{ title: 'A', xml }], { texts: '<sst><si><t>x</t></si></sst>' }),
    ).tabs;
    expect([tab?.rowCount, tab?.columnCount]).toEqual([250_000, 26]);
  });

  test('three thousand tabs', () => {
    const sheets = Array.from({ length: 3_000 }, (_, at) => ({
      title: `T${at}`,
      xml: sheetOf(`<row><c><v>${at}</v></c></row>`),
    }));
    const { tabs } = read(rawXlsx(sheets));
    expect([tabs.length, tabs[0]?.rowCount]).toEqual([3_000, 1]);
    expect(tabs[2_999] && cellAt(tabs[2_999], 0, 0)).toEqual({ value: 2_999 });
  });

  const padded = (unit: string, times: number): PartText => ({
    head: '<worksheet><sheetData>',
    unit,
    times,
    tail: '</sheetData></worksheet>',
  });

  test.each<[string, PartText, 'too_large' | 'damaged']>([
    ['101 MB when unpacked', padded(' '.repeat(1_000_000), 101), 'too_large'],
    ['600 MB when unpacked', padded(' '.repeat(1_000_000), 600), 'too_large'],
    ['2.2 GB when unpacked', padded(' '.repeat(1_000_000), 2_200), 'too_large'],
    ['a value in the very last cell', last('XFD1048576', '><v>5</v>'), 'too_large'],
    ['a text without an end', padded('y'.repeat(1_000_000), 20), 'damaged'],
    ['nothing but <', padded('<'.repeat(1_000_000), 20), 'damaged'],
    ['quotes that never close', padded('<a "'.repeat(250_001), 5), 'damaged'],
    ['comments that never close', padded('<!--'.repeat(250_000), 5), 'damaged'],
    ['a tag that breaks off', '<worksheet><sheetData><row', 'damaged'],
  ])('%s is refused in a sentence', (_, xml, reason) => {
    expect(() => read(rawXlsx([{ title: 'A', xml }]))).toThrow(expect.objectContaining({ reason }));
  });

  test('more filled cells than are read: the sentence names the fullest tab and the limit', () => {
    const row = '<row><c><v>7</v></c><c><v>0</v></c><c><v>-8</v></c></row>';
    const bytes = rawXlsx([
      { title: 'Small', xml: sheetOf(row) },
      { title: 'Export', xml: sheetOf(row.repeat(4)) },
      { title: 'Last', xml: sheetOf(row) },
    ]);
    const limited = (mostCells: number) => readXlsx(bytes, 'file.xlsx', { ...SETTINGS, mostCells });
    expect(limited(18).tabs).toHaveLength(3);
    expect(() => limited(17)).toThrow(
      'file.xlsx has more than 17 filled cells, most of them in the tab "Export"',
    );
    expect(() => limited(16)).toThrow(
      expect.objectContaining({
        reason: 'too_many_cells',
        sentences: expect.objectContaining({ nl: expect.stringContaining('meer dan 16 gevulde') }),
      }),
    );
  });

  test('cells that only have a look do not count', () => {
    const bytes = rawXlsx(
      [{ title: 'A', xml: sheetOf('<row><c><v>7</v></c><c s="1"/><c s="1"/></row>') }],
      { styles: STYLES },
    );
    expect(readXlsx(bytes, 'file.xlsx', { ...SETTINGS, mostCells: 1 }).tabs).toHaveLength(1);
  });

  test('a tab whose part is missing is not taken for an empty one', () => {
    const sheets = [
      { title: 'A', xml: sheetOf('') },
      { title: 'Gone', xml: null },
    ];
    expect(() => read(rawXlsx(sheets))).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });

  test('a part that is larger than it says, and one packed in an unknown way', () => {
    const whole = rawXlsx([{ title: 'A', xml: sheetOf('<row><c><v>5</v></c></row>') }]);
    const lying = Buffer.from(whole);
    const entry = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    lying.writeUInt32LE(9, entry + 24);
    const odd = Buffer.from(whole);
    odd.writeUInt16LE(99, entry + 10);
    for (const bytes of [lying, odd]) {
      expect(() => read(bytes)).toThrow(expect.objectContaining({ reason: 'damaged' }));
    }
  });

  test('names and entities that would be more than text are text', () => {
    const parts = rawParts([
      {
        title: '__proto__',
        xml: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf('<row><c t="str"><v>&a;</v></c></row>')}`,
      },
    ]);
    const { tabs } = read(zipOf({ ...parts, '../../outside.xml': '<a/>', 'xl/../../up': 'x' }));
    expect(tabs.map(({ title, rows }) => [title, rows[0]?.[0]?.value])).toEqual([
      ['__proto__', '&a;'],
    ]);
  });

  test('no cut through a file makes anything but a sentence', () => {
    const whole = rawXlsx([{ title: 'A', xml: sheetOf('<row><c><v>5</v></c></row>') }]);
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => read(whole.subarray(0, length))).toThrow(
        expect.objectContaining({ name: 'UnreadableFile' }),
      );
    }
  });
});
