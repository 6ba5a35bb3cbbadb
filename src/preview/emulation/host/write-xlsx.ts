import { type CellObject, CFB, type ColInfo, utils, type WorkSheet, write } from '@e965/xlsx';
import { columnLetters } from '../workbook/a1-notation.ts';
import type { Cell, CellValue, Tab, Workbook } from '../workbook/workbook.ts';

const ERROR_CODES: Record<string, number> = {
  '#NULL!': 0x00,
  '#DIV/0!': 0x07,
  '#VALUE!': 0x0f,
  '#REF!': 0x17,
  '#NAME?': 0x1d,
  '#NUM!': 0x24,
  '#N/A': 0x2a,
};

/** [documented] What a cell of an .xlsx file can hold; a spreadsheet's own cells hold 50,000. */
const MAX_CHARACTERS = 32_767;

function typed(value: CellValue): CellObject {
  if (value === null) return { t: 'z' };
  // Half a text would pass for a whole one; nothing at all is read as missing.
  if (typeof value === 'string' && value.length > MAX_CHARACTERS) return { t: 'z' };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  if (typeof value === 'string') return { t: 's', v: value };
  return { t: 'e', v: ERROR_CODES[value.error] ?? 0x2a };
}

function toCell({ value, formula, format, note }: Cell): CellObject {
  // A formula that a script wrote has no value but its own text: a program calculates it on opening.
  const cell = formula === value ? typed(null) : typed(value);
  return {
    ...cell,
    ...(formula !== undefined && { f: formula.slice(1) }),
    ...(format !== undefined && { z: format }),
    ...(note !== undefined && { c: [{ t: note, a: 'Koers' }] }),
  };
}

/** A width is in digits of the standard font, to which the library adds the padding of its own. */
const DIGIT_PIXELS = 7;
const PADDING_DIGITS = 5 / 6;

function columnsOf(tab: Tab): ColInfo[] {
  const depthAt = (index: number) =>
    tab.columnGroups.filter(({ start, end }) => start <= index && index < end).length;
  const last = Math.max(tab.columnProperties.length, ...tab.columnGroups.map(({ end }) => end), 0);
  return Array.from({ length: last }, (_column, index) => {
    const { pixelSize, hidden } = tab.columnProperties[index] ?? {};
    const level = depthAt(index);
    return {
      ...(pixelSize !== undefined && { wch: pixelSize / DIGIT_PIXELS - PADDING_DIGITS }),
      ...(hidden === true && { hidden }),
      ...(level > 0 && { level }),
    };
  });
}

function toSheet(tab: Tab): WorkSheet {
  const sheet: WorkSheet = {};
  let lastColumn = 0;
  tab.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      sheet[`${columnLetters(column)}${row + 1}`] = toCell(cell);
      lastColumn = Math.max(lastColumn, column);
    });
  });
  sheet['!ref'] = `A1:${columnLetters(lastColumn)}${Math.max(1, tab.rows.length)}`;
  sheet['!cols'] = columnsOf(tab);
  return sheet;
}

const MAX_TITLE = 31;

/** [documented] A tab's name in an .xlsx file is shorter than in a spreadsheet, and lacks : \ / ? * [ ]. */
function fileTitles(tabs: readonly Tab[]): string[] {
  const titles: string[] = [];
  for (const { title } of tabs) {
    const fit = title.replace(/[:\\/?*[\]]/g, '_').slice(0, MAX_TITLE);
    let candidate = fit;
    for (let number = 2; titles.includes(candidate); number += 1) {
      const suffix = `_${number}`;
      candidate = `${fit.slice(0, MAX_TITLE - suffix.length)}${suffix}`;
    }
    titles.push(candidate);
  }
  return titles;
}

interface ArchivePart {
  content: Uint8Array;
  size: number;
}

interface Archive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly ArchivePart[];
}

function paneOf({ frozenRows, frozenColumns }: Tab): string {
  const corner = `${columnLetters(frozenColumns)}${frozenRows + 1}`;
  const pane = frozenRows > 0 ? (frozenColumns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  return `<pane xSplit="${frozenColumns}" ySplit="${frozenRows}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
}

/** The library writes no frozen rows: they are put into its XML. */
function withFrozenRows(bytes: Buffer, tabs: readonly Tab[]): Buffer {
  const archive: Archive = CFB.read(bytes, { type: 'buffer' });
  tabs.forEach((tab, index) => {
    if (tab.frozenRows === 0 && tab.frozenColumns === 0) return;
    const at = archive.FullPaths.findIndex((path) => path.endsWith(`/sheet${index + 1}.xml`));
    const part = archive.FileIndex[at];
    if (part === undefined) return;
    const xml = Buffer.from(part.content).toString('utf8');
    const view = /<sheetView ([^>]*)\/>/;
    const frozen = xml.replace(
      view,
      (_view, rest) => `<sheetView ${rest}>${paneOf(tab)}</sheetView>`,
    );
    part.content = Buffer.from(frozen, 'utf8');
    part.size = part.content.length;
  });
  return CFB.write(archive, { fileType: 'zip', type: 'buffer', compression: true });
}

/**
 * The workbook as an .xlsx file: values, formulas, number formats, notes, widths, hidden and
 * grouped columns, frozen rows and hidden tabs. Dropdowns, colours and protections stay behind,
 * and so do texts longer than such a file can hold, which are left empty.
 */
export function writeXlsx(workbook: Workbook): Uint8Array {
  const book = utils.book_new();
  const titles = fileTitles(workbook.tabs);
  workbook.tabs.forEach((tab, at) => {
    utils.book_append_sheet(book, toSheet(tab), titles[at]);
  });
  book.Workbook = { Sheets: workbook.tabs.map((tab) => ({ Hidden: tab.hidden ? 1 : 0 })) };
  const bytes: Buffer = write(book, { bookType: 'xlsx', type: 'buffer', bookSST: true });
  return withFrozenRows(bytes, workbook.tabs);
}
