import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { readXlsx, readXlsxFile } from '../../../src/preview/emulation/host/read-xlsx.ts';
import { UnreadableFile } from '../../../src/preview/emulation/host/unreadable-file.ts';
import { writeXlsx } from '../../../src/preview/emulation/host/write-xlsx.ts';
import { cellAt } from '../../../src/preview/emulation/workbook/cells.ts';
import type { Workbook } from '../../../src/preview/emulation/workbook/workbook.ts';
import { resultOf } from '../../support/emulated-script.ts';
import { OWNER, tabWith, workbookWith } from '../../support/emulated-workbook.ts';
import { zipOf } from '../../support/raw-xlsx.ts';

const SETTINGS = { id: 'workbook-1', owner: OWNER, locale: 'nl_NL', timeZone: 'Europe/Amsterdam' };

const saved = (workbook: Workbook) =>
  readXlsx(Buffer.from(writeXlsx(workbook)), 'my-goals.xlsx', SETTINGS);

function bytesOf(cells: Record<string, object>, props: object = {}): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, { '!ref': 'A1:D9', ...cells }, 'Goals');
  book.Workbook = { WBProps: props };
  return write(book, { bookType: 'xlsx', type: 'buffer' });
}

describe('a workbook saved and opened again', () => {
  test('keeps values, number formats, formulas with their values, errors and notes', () => {
    const rows = [
      ['Naam', 0, -12.5, true, null, { value: { error: '#REF!' } }],
      [
        { value: 46053, format: 'd.m.yyyy' },
        { value: 0.25, format: '0.0%' },
        { value: 42, formula: '=6*7' },
        { value: 'x', note: 'Koers: let op' },
        { value: 0.5, format: '[h]:mm' },
        { value: 1234.5, format: '"€" #,##0.00' },
      ],
    ];
    const [tab] = saved(workbookWith([tabWith('Goals', rows)])).tabs;
    expect(tab?.rows).toEqual(tabWith('Goals', rows).rows);
  });

  test('keeps tabs, widths, hidden and grouped columns and frozen rows', () => {
    const goals = tabWith('Doelstellingen', [['a', 'b', 'c', 'd']], 0);
    goals.frozenRows = 2;
    goals.columnProperties = [{ pixelSize: 222 }, { hidden: true }, undefined, { hidden: true }];
    goals.columnGroups = [{ start: 3, end: 4, depth: 1, collapsed: true }];
    const data = tabWith("Koers' data", [[7]], 1009);
    data.hidden = true;
    const [first, second] = saved(workbookWith([goals, data])).tabs;
    expect([first?.title, second?.title, first?.hidden, second?.hidden]).toEqual([
      'Doelstellingen',
      "Koers' data",
      false,
      true,
    ]);
    expect(first?.frozenRows).toBe(2);
    expect(first?.columnProperties[0]?.pixelSize).toBe(222);
    expect(first?.columnProperties.map((column) => column?.hidden === true)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(first?.columnGroups).toEqual([{ start: 3, end: 4, depth: 1, collapsed: true }]);
  });

  test('leaves out a text that is too long for a file, and shortens names of tabs, each its own', () => {
    const long = 'x'.repeat(32_768);
    const tabs = [
      tabWith(`${'Doelstellingen en resultaten '.repeat(2)}a`, [[long, long.slice(1)]], 0),
      tabWith(`${'Doelstellingen en resultaten '.repeat(2)}b`, [['q']], 9),
      tabWith('2026/27', [['r']], 12),
    ];
    const [first, second, third] = saved(workbookWith(tabs)).tabs;
    expect([first?.title, second?.title, third?.title]).toEqual([
      'Doelstellingen en resultaten Do',
      'Doelstellingen en resultaten _2',
      '2026_27',
    ]);
    expect(first && cellAt(first, 0, 0)).toBeUndefined();
    expect(first && cellAt(first, 0, 1)?.value).toBe(long.slice(1));
  });

  test('is read by a script as a spreadsheet of the locale and zone given', () => {
    const rows = [[{ value: 46053, format: 'd.m.yyyy' }, 1.5]];
    const account = createAccount({
      owner: OWNER,
      workbooks: [saved(workbookWith([tabWith('A', rows)]))],
    });
    const body = `const range = SpreadsheetApp.getActiveSpreadsheet().getRange('A1:B1');
      return [range.getDisplayValues()[0], range.getValue().toISOString(), SpreadsheetApp.getActiveSpreadsheet().getName()]`;
    expect(resultOf(account, body)).toEqual([
      ['31.1.2026', '1,5'],
      '2026-01-30T23:00:00.000Z',
      'my-goals',
    ]);
  });
});

describe('a file from elsewhere', () => {
  test('that counts days from 1904 gives the same dates, and other numbers as they are', () => {
    const cells = { A1: { t: 'n', v: 44591, z: 'yyyy-mm-dd' }, B1: { t: 'n', v: 44591 } };
    const [tab] = readXlsx(bytesOf(cells, { date1904: true }), 'mac.xlsx', SETTINGS).tabs;
    expect([tab && cellAt(tab, 0, 0)?.value, tab && cellAt(tab, 0, 1)?.value]).toEqual([
      46053, 44591,
    ]);
  });

  test('with formulas that were never calculated says where they are', () => {
    const cells = { A1: { t: 'z', f: 'B1*2' }, A2: { t: 'n', f: '1-1', v: 0 } };
    const { tabs, uncalculated } = readXlsx(bytesOf(cells), 'raw.xlsx', SETTINGS);
    expect(tabs[0] && cellAt(tabs[0], 0, 0)).toEqual({
      value: { error: '#N/A' },
      formula: '=B1*2',
    });
    expect(tabs[0] && cellAt(tabs[0], 1, 0)).toEqual({ value: 0, formula: '=1-1' });
    expect(uncalculated).toEqual(['Goals!A1']);
  });
});

describe('a file that is no workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const good = Buffer.from(writeXlsx(workbookWith([tabWith('A', [[1]])])));
  const encrypted = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  test.each([
    ['empty.xlsx', Buffer.alloc(0), 'empty', 'is empty (0 bytes)'],
    ['text.xlsx', Buffer.from('KPI,Target\nx,1\n'), 'not_xlsx', 'is not an .xlsx workbook'],
    ['secret.xlsx', encrypted, 'encrypted', 'is protected with a password'],
    ['old.xls', encrypted.subarray(0, 4), 'old_format', 'is a workbook in an old format'],
    [
      'letter.docx',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
      'not_xlsx',
      'is not an .xlsx',
    ],
    ['cut.xlsx', good.subarray(0, 900), 'damaged', 'is damaged'],
    ['half.xlsx', Buffer.concat([good.subarray(0, good.length - 400)]), 'damaged', 'is damaged'],
  ])('%s is refused in one sentence of both languages', (name, bytes, reason, words) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    expect.assertions(4);
    try {
      readXlsxFile(path, SETTINGS);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile);
      expect(error).toMatchObject({ reason });
      expect(String(error)).toContain(`${path} ${words}`);
      expect((error as UnreadableFile).sentences.nl).toContain(path);
    }
  });

  test('is also a name that nobody saved, or a folder', () => {
    expect(() => readXlsxFile(join(folder, 'nope.xlsx'), SETTINGS)).toThrow('There is no file');
    expect(() => readXlsxFile(folder, SETTINGS)).toThrow('is a folder');
  });
});
