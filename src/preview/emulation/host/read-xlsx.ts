import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { putCell } from '../workbook/cells.ts';
import {
  type Cell,
  type CellValue,
  DEFAULT_COLUMNS,
  DEFAULT_ROWS,
  emptyTab,
  emptyWorkbook,
  type Tab,
  type Workbook,
} from '../workbook/workbook.ts';
import { addSheetLooks, sheetParts } from './read-xlsx-looks.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface ImportSettings {
  readonly id: string;
  readonly owner: string;
  /** A file has neither locale nor time zone: they are the spreadsheet's when it is imported. */
  readonly locale?: string;
  readonly timeZone?: string;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Refuses by the first bytes what the parser would misread: it takes any text for a CSV. */
function refuseOtherFormats(bytes: Buffer, name: string): void {
  if (bytes.length === 0) throw new UnreadableFile('empty', name);
  if (bytes.subarray(0, 4).equals(OLE)) {
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new UnreadableFile(isEncrypted ? 'encrypted' : 'old_format', name);
  }
  if (!bytes.subarray(0, 4).equals(ZIP)) throw new UnreadableFile('not_xlsx', name);
  if (!bytes.includes('xl/workbook.xml')) {
    const isZip = bytes.includes('[Content_Types].xml') || bytes.includes('mimetype');
    throw new UnreadableFile(isZip ? 'not_xlsx' : 'damaged', name);
  }
}

function parse(bytes: Buffer, name: string): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      cellNF: true,
      cellStyles: true,
      // Texts stay unmade: the parser's own formatter fails on d.m.yyyy, and its Dates depend on
      // the machine's time zone. A date stays the serial number the file holds.
      cellText: false,
      cellHTML: false,
      cellDates: false,
      UTC: true,
      sheetStubs: true,
      bookFiles: true,
    });
  } catch {
    throw new UnreadableFile('damaged', name);
  }
}

const ERROR_TEXTS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** [documented] Days between the two calendars a file can count in. */
const DAYS_FROM_1900_TO_1904 = 1462;

function cellValue(cell: CellObject, is1904: boolean): CellValue {
  const { t: type, v: value, z: format } = cell;
  if (type === 'e') return { error: ERROR_TEXTS[Number(value)] ?? '#ERROR!' };
  if (type === 'n' && typeof value === 'number') {
    const isDate = is1904 && typeof format === 'string' && SSF.is_date(format);
    return isDate ? value + DAYS_FROM_1900_TO_1904 : value;
  }
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A formula that was never calculated has no value to show: to a reader that is a missing value. */
function cellOf(source: CellObject, is1904: boolean): Cell {
  const value = cellValue(source, is1904);
  const { f: formula, z: format, c: comments = [] } = source;
  const note = comments.map(({ t: text }) => text).join('\n');
  return {
    value: formula !== undefined && value === null && source.t === 'z' ? { error: '#N/A' } : value,
    ...(formula !== undefined && { formula: `=${formula}` }),
    ...(typeof format === 'string' && !/^general$/i.test(format) && { format }),
    ...(note !== '' && { note }),
  };
}

function fillCells(tab: Tab, sheet: WorkSheet, is1904: boolean): void {
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue;
    const { r: row, c: column } = utils.decode_cell(address);
    putCell(tab, row, column, cellOf(cell, is1904));
    tab.rowCount = Math.max(tab.rowCount, row + 1);
    tab.columnCount = Math.max(tab.columnCount, column + 1);
  }
}

/** [assumed] Ids are ours: the first tab has 0, as in a spreadsheet that Google made. */
function tabOf(book: WorkBook, index: number, title: string): Tab {
  const tab = emptyTab(index * 1009, title);
  tab.rowCount = DEFAULT_ROWS;
  tab.columnCount = DEFAULT_COLUMNS;
  const sheet = book.Sheets[title];
  const facts = book.Workbook?.Sheets?.[index];
  tab.hidden = (facts?.Hidden ?? 0) > 0;
  if (sheet !== undefined) {
    fillCells(tab, sheet, book.Workbook?.WBProps?.date1904 === true);
    addSheetLooks(tab, sheet, sheetParts(book)[index] ?? '');
  }
  return tab;
}

/** A workbook in memory from the bytes of an .xlsx file; fails with an UnreadableFile only. */
export function readXlsx(bytes: Buffer, name: string, settings: ImportSettings): Workbook {
  refuseOtherFormats(bytes, name);
  const book = parse(bytes, name);
  const isChart = (title: string) => book.Sheets[title]?.['!type'] === 'chart';
  const titles = book.SheetNames.filter((title) => !isChart(title));
  if (titles.length === 0) throw new UnreadableFile('no_tabs', name);
  const tabs = titles.map((title) => tabOf(book, book.SheetNames.indexOf(title), title));
  if (tabs.every((tab) => tab.hidden)) for (const tab of tabs) tab.hidden = false;
  return emptyWorkbook({ ...settings, title: basename(name).replace(/\.xlsx$/i, ''), tabs });
}

/** Reads the file a person named. */
export function readXlsxFile(path: string, settings: ImportSettings): Workbook {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UnreadableFile('missing', path);
  if (found.isDirectory()) throw new UnreadableFile('folder', path);
  return readXlsx(readFileSync(path), path, settings);
}
