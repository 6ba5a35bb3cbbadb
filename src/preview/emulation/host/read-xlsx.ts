import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { placeIn } from '../workbook/a1-notation.ts';
import { putCell } from '../workbook/cells.ts';
import {
  DEFAULT_COLUMNS,
  DEFAULT_ROWS,
  emptyTab,
  emptyWorkbook,
  type Tab,
  type Workbook,
} from '../workbook/workbook.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { sharedTexts } from './xlsx/cell-texts.ts';
import { numberFormats } from './xlsx/number-formats.ts';
import { cellReader, type FileFacts } from './xlsx/sheet-cells.ts';
import { looksReader } from './xlsx/sheet-looks.ts';
import { addNotes } from './xlsx/sheet-notes.ts';
import { type ListedTab, workbookParts, workbookPath } from './xlsx/workbook-parts.ts';
import { BrokenXml, eachTag } from './xlsx/xml-tags.ts';
import { BrokenArchive, LargeArchive, openZip, type ZipArchive } from './xlsx/zip-archive.ts';

export interface ImportSettings {
  readonly id: string;
  readonly owner: string;
  /** A file has neither locale nor time zone: they are the spreadsheet's when it is imported. */
  readonly locale?: string;
  readonly timeZone?: string;
  /** Filled ones, in all tabs; what is documented at the limit unless said otherwise. */
  readonly mostCells?: number;
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** [documented] Ten million cells in one spreadsheet. */
const MOST_CELLS = 10_000_000;
/** Those that are filled, in all tabs: so many are read, computed and shown in 20 s and 1 GB. */
const MOST_FILLED_CELLS = 1_200_000;
/** Of places that are told: nobody reads more. */
const MOST_PLACES = 100;

/** The first bytes say what else a file is. */
function refuseOtherFormats(bytes: Buffer, name: string): void {
  if (bytes.length === 0) throw new UnreadableFile('empty', name);
  if (bytes.subarray(0, 4).equals(OLE)) {
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new UnreadableFile(isEncrypted ? 'encrypted' : 'old_format', name);
  }
  if (!bytes.subarray(0, 4).equals(ZIP)) throw new UnreadableFile('not_xlsx', name);
}

interface ReadTab {
  readonly tab: Tab;
  readonly looks: ReturnType<typeof looksReader>;
}

const cellsIn = (tabs: readonly Tab[]): number =>
  tabs.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);

/**
 * Grids that hold what was read. They are as large as new ones, unless that is more than a
 * spreadsheet can hold: then each is as small as it can be. True when even that is too much.
 */
function areTooLarge(tabs: readonly Tab[]): boolean {
  const used = tabs.map(({ rows }) => ({
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
  }));
  const grow = (leastRows: number, leastColumns: number): void =>
    tabs.forEach((tab, at) => {
      tab.rowCount = Math.max(leastRows, used[at]?.rows ?? 0);
      tab.columnCount = Math.max(leastColumns, used[at]?.columns ?? 0);
    });
  grow(DEFAULT_ROWS, DEFAULT_COLUMNS);
  if (cellsIn(tabs) > MOST_CELLS) grow(1, 1);
  return cellsIn(tabs) > MOST_CELLS;
}

/** Counts what is filled, tab by tab, and says in which most of it is when it is too much. */
function cellCounter(name: string, limit: number) {
  const counts: { readonly tab: string; filled: number }[] = [];
  let total = 0;
  return (tab: string): (() => void) => {
    const own = { tab, filled: 0 };
    counts.push(own);
    return () => {
      own.filled += 1;
      total += 1;
      if (total <= limit) return;
      const fullest = counts.reduce((one, other) => (other.filled > one.filled ? other : one));
      throw new UnreadableFile('too_many_cells', name, { tab: fullest.tab, limit });
    };
  };
}

interface Reading {
  readonly archive: ZipArchive;
  readonly facts: FileFacts;
  readonly uncalculated: string[];
  readonly counterOf: ReturnType<typeof cellCounter>;
}

/** A list that grew has room for sixteen more; in millions of rows that is most of the memory. */
function fitRow(tab: Tab, row: number): void {
  const cells = tab.rows[row];
  if (cells !== undefined) tab.rows[row] = cells.slice();
}

/** [assumed] Ids are ours: the first tab has 0, as in a spreadsheet that Google made. */
function readTab(reading: Reading, { title, isHidden, path }: ListedTab, index: number): ReadTab {
  const { archive, facts, uncalculated, counterOf } = reading;
  const bytes = archive.read(path);
  if (bytes === null) throw new BrokenArchive(`no part for ${title}`);
  const tab = { ...emptyTab(index * 1009, title), hidden: isHidden };
  const looks = looksReader();
  const count = counterOf(title);
  let [columns, last] = [0, 0];
  const seeCell = cellReader(facts, {
    put: (row, column, cell) => {
      count();
      if (row !== last) fitRow(tab, last);
      last = row;
      putCell(tab, row, column, cell);
      columns = Math.max(columns, column + 1);
      // What is already too much is not read to its end.
      if (tab.rows.length * columns > MOST_CELLS) throw new LargeArchive(title);
    },
    // Spreadsheet programs leave blank cells with a format at the end of their grid.
    look: (row, column, cell) => {
      if (row < DEFAULT_ROWS && column < DEFAULT_COLUMNS) putCell(tab, row, column, cell);
    },
    uncalculated: (row, column) => {
      if (uncalculated.length < MOST_PLACES) uncalculated.push(placeIn(tab, row, column));
    },
  });
  eachTag(bytes, (name, isEnd, attributes, text) => {
    seeCell(name, isEnd, attributes, text);
    looks.see(name, isEnd, attributes, text);
  });
  addNotes(tab, archive, path);
  return { tab, looks };
}

function readParts(bytes: Buffer, name: string, settings: ImportSettings): Workbook {
  const archive = openZip(bytes);
  const path = workbookPath(archive);
  if (path === null) throw new UnreadableFile('not_xlsx', name);
  const { tabs: listed, is1904, styles, texts } = workbookParts(archive, path);
  if (listed.length === 0) throw new UnreadableFile('no_tabs', name);
  const facts = { is1904, formats: numberFormats(styles), texts: sharedTexts(texts) };
  const uncalculated: string[] = [];
  const counterOf = cellCounter(name, settings.mostCells ?? MOST_FILLED_CELLS);
  const reading = { archive, facts, uncalculated, counterOf };
  const read = listed.map((tab, at) => readTab(reading, tab, at));
  const tabs = read.map(({ tab }) => tab);
  if (areTooLarge(tabs)) throw new UnreadableFile('too_large', name);
  for (const { tab, looks } of read) looks.addTo(tab);
  if (tabs.every((tab) => tab.hidden)) for (const tab of tabs) tab.hidden = false;
  const title = basename(name).replace(/\.xlsx$/i, '');
  const workbook = emptyWorkbook({ ...settings, title, tabs });
  return uncalculated.length === 0 ? workbook : { ...workbook, uncalculated };
}

/** A workbook in memory from the bytes of an .xlsx file; fails with an UnreadableFile only. */
export function readXlsx(bytes: Buffer, name: string, settings: ImportSettings): Workbook {
  refuseOtherFormats(bytes, name);
  try {
    return readParts(bytes, name, settings);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    if (error instanceof LargeArchive) throw new UnreadableFile('too_large', name);
    // What zlib and Buffer throw on bytes that are not what they say.
    const isBroken = error instanceof BrokenArchive || error instanceof BrokenXml;
    if (isBroken || 'code' in Object(error)) {
      throw new UnreadableFile('damaged', name);
    }
    throw error;
  }
}

/** Reads the file a person named. */
export function readXlsxFile(path: string, settings: ImportSettings): Workbook {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UnreadableFile('missing', path);
  if (found.isDirectory()) throw new UnreadableFile('folder', path);
  return readXlsx(readFileSync(path), path, settings);
}
