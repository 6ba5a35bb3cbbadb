import { shiftedFormula } from '../../workbook/shifted-formula.ts';
import { isTimeFormat } from '../../workbook/time-format.ts';
import type { Cell, CellValue } from '../../workbook/workbook.ts';
import { cellText, textCollector } from './cell-texts.ts';
import { attribute } from './xml-tags.ts';

/** What the cells of every sheet of one file share. */
export interface FileFacts {
  readonly texts: readonly string[];
  readonly formats: readonly (string | undefined)[];
  /** Days are counted from 1 January 1904. */
  readonly is1904: boolean;
}

/** A cell that holds more than a look goes to `put`; one that has only a number format to `look`. */
export interface CellSink {
  readonly put: (row: number, column: number, cell: Cell) => void;
  readonly look: (row: number, column: number, cell: Cell) => void;
  /** The place of a formula that the file holds no value for. */
  readonly uncalculated: (row: number, column: number) => void;
}

/** [documented] Days between the two calendars a file can count in. */
const DAYS_FROM_1900_TO_1904 = 1462;
const MOST_SHARED_CELLS = 50_000;
const DAY_MILLISECONDS = 86_400_000;
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

const [UPPER_A, UPPER_Z, ZERO, NINE] = [0x41, 0x5a, 0x30, 0x39];

/** Row and column of "BC12" in one pass, or null. */
function placeOf(address: string): { row: number; column: number } | null {
  let column = 0;
  let row = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at) & ~(address.charCodeAt(at) > UPPER_Z ? 0x20 : 0);
    if (code >= UPPER_A && code <= UPPER_Z && row === 0) column = column * 26 + code - UPPER_A + 1;
    else if (code >= ZERO && code <= NINE) row = row * 10 + code - ZERO;
    else return null;
  }
  return row === 0 || column === 0 ? null : { row: row - 1, column: column - 1 };
}

/** [documented] A strict file may hold a date as ISO 8601. */
function serialOf(text: string): CellValue {
  const milliseconds = Date.parse(/Z|T/.test(text) ? text.replace(/Z?$/, 'Z') : `${text}T00:00Z`);
  const start = Date.UTC(1899, 11, 30);
  return Number.isNaN(milliseconds) ? text : (milliseconds - start) / DAY_MILLISECONDS;
}

const textOrNull = (text: string): CellValue => (text === '' ? null : text);

/** Reads the tags of one sheet's cells, in the order of the file. */
export function cellReader(facts: FileFacts, sink: CellSink) {
  const { texts, formats, is1904 } = facts;
  const looks = formats.map((format): Cell => ({ value: null, format }));
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  const textCells = new Map<string, Cell>();
  const inline = textCollector();
  let [row, column] = [-1, -1];
  let [type, style] = ['n', 0];
  let [value, formula, formulaTag] = ['', '', ''];
  let [isIn, hasInline] = ['', false];

  const typedValue = (): CellValue => {
    if (hasInline) return textOrNull(inline.take());
    if (value === '') return null;
    switch (type) {
      case 's':
        return textOrNull(texts[Number(value)] ?? '');
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: ERRORS.includes(value) ? value : '#ERROR!' };
      case 'str':
      case 'inlineStr':
        return cellText(value);
      case 'd':
        return serialOf(value);
    }
    const number = Number(value);
    if (Number.isNaN(number)) return null;
    const format = formats[style];
    return is1904 && format !== undefined && isTimeFormat(format)
      ? number + DAYS_FROM_1900_TO_1904
      : number;
  };

  /** Names come back in thousands of rows: cells that say the same are one, because none ever changes. */
  const textCell = (text: string): Cell => {
    const known = textCells.get(text);
    const format = formats[style];
    if (known !== undefined && known.format === format) return known;
    const cell = { value: text, ...(format !== undefined && { format }) };
    if (textCells.size < MOST_SHARED_CELLS) textCells.set(text, cell);
    return cell;
  };

  /** [documented] The first cell of a shared formula has its text, the others its number. */
  const formulaText = (): string | undefined => {
    if (formulaTag === '') return undefined;
    const number =
      attribute(formulaTag, 't') === 'shared' ? attribute(formulaTag, 'si') : undefined;
    const text = cellText(formula);
    if (number === undefined) return text === '' ? undefined : `=${text}`;
    if (text !== '') shared.set(number, { formula: text, row, column });
    const first = shared.get(number);
    if (first === undefined) return undefined;
    return `=${shiftedFormula(first.formula, row - first.row, column - first.column)}`;
  };

  const finish = (): void => {
    const format = formats[style];
    const found = typedValue();
    const written = formulaText();
    if (found === null && written === undefined) {
      if (format !== undefined) sink.look(row, column, looks[style] as Cell);
      return;
    }
    // A formula that was never calculated has no value to show: to a reader that is a missing one.
    const isMissing = found === null && type === 'n' && value === '';
    if (isMissing) sink.uncalculated(row, column);
    if (typeof found === 'string' && written === undefined) {
      sink.put(row, column, textCell(found));
      return;
    }
    sink.put(row, column, {
      value: isMissing ? { error: '#N/A' } : found,
      ...(written !== undefined && { formula: written }),
      ...(format !== undefined && { format }),
    });
  };

  const start = (attributes: string): void => {
    const address = attribute(attributes, 'r');
    const place = address === undefined ? null : placeOf(address);
    if (place === null) column += 1;
    else ({ row, column } = place);
    type = attribute(attributes, 't') ?? 'n';
    style = Number(attribute(attributes, 's') ?? 0);
    [value, formula, formulaTag, hasInline] = ['', '', '', false];
  };

  return (name: string, isEnd: boolean, attributes: string, text: string): void => {
    if (name === 'row' && !isEnd) {
      row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
      column = -1;
    } else if (name === 'c') {
      if (!isEnd) start(attributes);
      if (isEnd || attributes.endsWith('/')) finish();
    } else if (name === 'v' || name === 'f') {
      isIn = isEnd ? '' : name;
      if (isEnd) return;
      const own = attributes.endsWith('/') ? '' : text;
      if (name === 'v') value = own;
      else [formula, formulaTag] = [own, ` ${attributes}`];
    } else if (name === 'is') {
      isIn = isEnd ? '' : name;
      hasInline = true;
    } else if (isIn === 'is') inline.see(name, isEnd, attributes, text);
    else if (name === '' && isIn === 'v') value += text;
    else if (name === '' && isIn === 'f') formula += text;
  };
}
