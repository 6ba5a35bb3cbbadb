import zlib from 'node:zlib';
import { type CellObject, CFB, utils, type WorkSheet, write } from '@e965/xlsx';

/** A number with the way it is shown: a date is a serial number with a date format. */
export type FormattedNumber = { readonly value: number; readonly format: string };
/** An error as a broken formula leaves it behind. */
type BrokenCell = { readonly error: keyof typeof ERROR_CODES };
export type BookCell = string | number | boolean | null | FormattedNumber | BrokenCell;

export type BookColumn = {
  /** In characters. */
  readonly width: number;
  readonly isHidden?: boolean;
  /** 1 or more: in a group that is folded away at first; its button stands to its left. */
  readonly outlineLevel?: number;
  /** What the cells below the header offer: words, or a range such as 'Goals'!$A$2:$A$100. */
  readonly dropdown?: readonly string[] | string;
  /** How what somebody types below the header is shown, in the locale of the workbook. */
  readonly look?: keyof typeof LOOK_FORMAT_IDS;
};

export type BookSheet = {
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** Counted from 0; frozen and bold. */
  readonly headerRow: number;
  readonly columns: readonly BookColumn[];
  readonly notes?: readonly BookNote[];
};

/** Rows and columns count from 0. */
export type BookNote = { readonly row: number; readonly column: number; readonly text: string };

const ERROR_CODES = { '#DIV/0!': 0x07, '#VALUE!': 0x0f, '#N/A': 0x2a } as const;
/** Formats that every spreadsheet program has: a short date, a percentage. */
const LOOK_FORMAT_IDS = { date: 14, percent: 10 } as const;
const HEADER_FORMAT = '@';
const HEADER_FORMAT_ID = 49;
const LAST_DROPDOWN_ROW = 500;
/** A spreadsheet refuses a longer list of words in a rule. */
const LONGEST_WORD_LIST = 255;

/** The workbook as the bytes of an .xlsx file: the same sheets give the same bytes. */
export function writeBook(sheets: readonly BookSheet[]): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name);
  const plain: Buffer = write(book, { bookType: 'xlsx', type: 'buffer', bookSST: true });
  return withLooks(plain, sheets);
}

export function toWorkSheet(sheet: BookSheet): WorkSheet {
  const cells = sheet.rows.map((row, index) =>
    row.map((cell) => toCell(cell, index === sheet.headerRow)),
  );
  for (const { row, column, text } of sheet.notes ?? []) {
    const cell = cells[row][column];
    if (cell !== null) cell.c = Object.assign([{ a: 'Koers', t: text }], { hidden: true });
  }
  return utils.aoa_to_sheet(cells);
}

function toCell(cell: BookCell, isHeader: boolean): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') {
    return isHeader ? { t: 's', v: cell, z: HEADER_FORMAT } : { t: 's', v: cell };
  }
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  if ('error' in cell) return { t: 'e', v: ERROR_CODES[cell.error] };
  return { t: 'n', v: cell.value, z: cell.format };
}

/** The writer has no frozen rows, groups, dropdowns or bold: they are added to its XML. */
function withLooks(plain: Buffer, sheets: readonly BookSheet[]): Buffer {
  CFB.utils.use_zlib({ ...zlib, InflateRaw: currentInflateRaw });
  const archive = CFB.read(plain, { type: 'buffer' });
  let firstStyle = 0;
  editPart(archive, '/xl/styles.xml', (xml) => {
    firstStyle = Number(CELL_STYLES.exec(xml)?.[1]);
    return columnStyles(headerStyle(xml), firstStyle);
  });
  sheets.forEach((sheet, index) => {
    editPart(archive, `/xl/worksheets/sheet${index + 1}.xml`, (xml) =>
      sheetLooks(xml, sheet, firstStyle),
    );
  });
  return CFB.write(archive, { fileType: 'zip', type: 'buffer', compression: true });
}

/** The archive library asks a stream for `bytesRead`, which Node warns about: same number, new name. */
function currentInflateRaw() {
  const stream = zlib.createInflateRaw();
  return Object.defineProperty(stream, 'bytesRead', { get: () => stream.bytesWritten });
}

type Archive = { FullPaths: string[]; FileIndex: { content: Uint8Array; size: number }[] };

function editPart(archive: Archive, path: string, edit: (xml: string) => string): void {
  const index = archive.FullPaths.findIndex((full) => full.endsWith(path));
  if (index === -1) throw new Error(`The written workbook has no part ${path}`);
  const part = archive.FileIndex[index];
  const content = Buffer.from(edit(Buffer.from(part.content).toString('utf8')), 'utf8');
  part.content = content;
  part.size = content.length;
}

function replaceOnce(xml: string, found: string, replacement: string): string {
  if (!xml.includes(found)) throw new Error(`The written workbook has no ${found}`);
  return xml.replace(found, () => replacement);
}

function sheetLooks(xml: string, sheet: BookSheet, firstStyle: number): string {
  const frozen = sheet.headerRow + 1;
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const views = replaceOnce(
    xml,
    '<sheetView workbookViewId="0"/>',
    `<sheetView workbookViewId="0">${pane}</sheetView>`,
  );
  const folding = replaceOnce(
    views,
    '<dimension',
    '<sheetPr><outlinePr summaryRight="0"/></sheetPr><dimension',
  );
  const widths = replaceOnce(
    folding,
    '<sheetData>',
    `${columnsXml(sheet.columns, firstStyle)}<sheetData>`,
  );
  return replaceOnce(widths, '</sheetData>', `</sheetData>${dropdownsXml(sheet)}`);
}

function columnsXml(columns: readonly BookColumn[], firstStyle: number): string {
  const levels = columns.map((column) => column.outlineLevel ?? 0);
  const parts = columns.map((column, index) => {
    const level = levels[index];
    const isFolded = column.isHidden === true || level > 0;
    const hidden = isFolded ? ' hidden="1"' : '';
    const style =
      column.look === undefined ? '' : ` style="${firstStyle + LOOKS.indexOf(column.look)}"`;
    const outline = level === 0 ? '' : ` outlineLevel="${level}"`;
    const button = (levels[index + 1] ?? 0) > level ? ' collapsed="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1"${style}${hidden}${outline}${button}/>`;
  });
  const format = `<sheetFormatPr defaultRowHeight="15" outlineLevelCol="${Math.max(0, ...levels)}"/>`;
  return `${format}<cols>${parts.join('')}</cols>`;
}

function dropdownsXml(sheet: BookSheet): string {
  const rules = sheet.columns.flatMap(({ dropdown }, index) => {
    if (dropdown === undefined) return [];
    const formula = typeof dropdown === 'string' ? dropdown : `"${dropdown.join(',')}"`;
    if (typeof dropdown !== 'string' && formula.length > LONGEST_WORD_LIST) return [];
    const letter = utils.encode_col(index);
    const range = `${letter}${sheet.headerRow + 2}:${letter}${LAST_DROPDOWN_ROW}`;
    // Koers says itself what it does not understand; a hard stop would forbid synonyms.
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`,
    ];
  });
  if (rules.length === 0) return '';
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const LOOKS = Object.keys(LOOK_FORMAT_IDS);
const CELL_STYLES = /<cellXfs count="(\d+)">/;

/** Styles for the cells of a column that nobody filled yet, after those that are there. */
function columnStyles(xml: string, firstStyle: number): string {
  const styles = Object.values(LOOK_FORMAT_IDS).map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const counted = replaceOnce(
    xml,
    `<cellXfs count="${firstStyle}">`,
    `<cellXfs count="${firstStyle + styles.length}">`,
  );
  return replaceOnce(counted, '</cellXfs>', `${styles.join('')}</cellXfs>`);
}

/** Headers are the only cells written as text format, so that format carries the header's looks. */
function headerStyle(xml: string): string {
  const bold =
    '<font><b/><sz val="11"/><color rgb="FF1F3A4D"/><name val="Calibri"/><family val="2"/></font>';
  const fill =
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE3EEF3"/><bgColor indexed="64"/></patternFill></fill>';
  const fonts = replaceOnce(xml, '<fonts count="1">', '<fonts count="2">');
  const withFont = replaceOnce(fonts, '</fonts>', `${bold}</fonts>`);
  const fills = replaceOnce(withFont, '<fills count="2">', '<fills count="3">');
  const withFill = replaceOnce(fills, '</fills>', `${fill}</fills>`);
  const plainHeader = new RegExp(`<xf numFmtId="${HEADER_FORMAT_ID}" fontId="0" fillId="0"`);
  if (!plainHeader.test(withFill)) throw new Error('The written workbook has no header style');
  return withFill.replace(
    plainHeader,
    `<xf numFmtId="${HEADER_FORMAT_ID}" fontId="1" fillId="2" applyFont="1" applyFill="1"`,
  );
}
