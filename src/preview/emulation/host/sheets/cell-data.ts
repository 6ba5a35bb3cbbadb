import { cellAt } from '../../workbook/cells.ts';
import type { MaskTree } from '../../workbook/fields-mask.ts';
import { isTimeFormat } from '../../workbook/time-format.ts';
import type { Cell, CellValue, Tab } from '../../workbook/workbook.ts';
import { displayText } from '../display-text.ts';
import { enteredAt, valueAt } from '../read-cells.ts';

function extendedValue(value: CellValue): object {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'object' && value !== null) {
    const type = value.error.replace(/^#|[!?]$/g, '').replace('/', '_');
    return { errorValue: { type, message: value.error } };
  }
  return { stringValue: value };
}

/** [assumed] The type the API reports for a pattern. */
function formatType(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (isTimeFormat(pattern)) {
    if (!/[yd]/i.test(pattern)) return 'TIME';
    return /h/i.test(pattern) ? 'DATE_TIME' : 'DATE';
  }
  if (pattern.includes('%')) return 'PERCENT';
  return /[€$£¥]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

const numberFormats = new Map<string, object>();

function numberFormat(pattern: string): object {
  const known = numberFormats.get(pattern) ?? { type: formatType(pattern), pattern };
  numberFormats.set(pattern, known);
  return known;
}

function cellFormat({ format, style }: Cell): object | undefined {
  if (format === undefined) return style;
  return { numberFormat: numberFormat(format), ...style };
}

interface CellPlace {
  readonly tab: Tab;
  readonly row: number;
  readonly column: number;
  readonly locale: string;
}

type FieldReader = (cell: Cell, place: CellPlace) => unknown;

const ifFilled =
  (read: (value: CellValue, cell: Cell, place: CellPlace) => unknown): FieldReader =>
  (cell, place) => {
    const value = valueAt(place.tab, place.row, place.column);
    return value === null ? undefined : read(value, cell, place);
  };

/** Each field of the API's CellData. */
const FIELDS: Readonly<Record<string, FieldReader>> = {
  userEnteredValue: ({ formula }, { tab, row, column }) => {
    if (formula !== undefined) return { formulaValue: formula };
    const entered = enteredAt(tab, row, column);
    return entered === null ? undefined : extendedValue(entered);
  },
  effectiveValue: ifFilled(extendedValue),
  formattedValue: ifFilled((value, { format = null }, { locale }) =>
    displayText(value, format, locale),
  ),
  userEnteredFormat: cellFormat,
  effectiveFormat: cellFormat,
  note: ({ note }) => note,
  dataValidation: ({ validation }) => validation,
};

/** The fields of a cell that a mask asks for: a whole workbook is read for a few of them. */
export function fieldsAskedFor(mask: MaskTree): string[] {
  const names = Object.keys(mask);
  return names.length === 0 || '*' in mask
    ? Object.keys(FIELDS)
    : names.filter((name) => name in FIELDS);
}

/** The API's CellData with these fields; one that the cell does not have is left out. */
export function cellData(place: CellPlace, fields: readonly string[]): object {
  const cell = cellAt(place.tab, place.row, place.column);
  const data: Record<string, unknown> = {};
  if (cell === undefined) return data;
  for (const field of fields) {
    const value = FIELDS[field]?.(cell, place);
    if (value !== undefined) data[field] = value;
  }
  return data;
}
