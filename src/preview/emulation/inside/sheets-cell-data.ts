import type { MaskTree } from '../workbook/fields-mask.ts';
import type { CellValue } from '../workbook/workbook.ts';
import { displayText, showsTime } from './display-text.ts';
import type { CellParts } from './workbook-access.ts';

type Part = Exclude<keyof CellParts, 'formula'>;

/** What was read of one cell; parts that nobody asked for are null. */
export type HeldCell = Pick<CellParts, Part>;

function extendedValue(value: CellValue): object {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'object' && value !== null) {
    const type = value.error.replace(/^#|[!?]$/g, '').replace('/', '_');
    return { errorValue: { type, message: value.error } };
  }
  return { stringValue: value };
}

function enteredValue({ entered, value }: HeldCell): object {
  const isFormula = typeof entered === 'string' && entered !== value && entered.startsWith('=');
  return isFormula ? { formulaValue: entered } : extendedValue(entered);
}

const typesOfPatterns = new Map<string, string>();

/** [assumed] The type the API reports for a pattern. */
function formatType(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (showsTime(pattern)) {
    if (!/[yd]/i.test(pattern)) return 'TIME';
    return /h/i.test(pattern) ? 'DATE_TIME' : 'DATE';
  }
  if (pattern.includes('%')) return 'PERCENT';
  return /[€$£¥]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

function knownFormatType(pattern: string): string {
  const known = typesOfPatterns.get(pattern) ?? formatType(pattern);
  typesOfPatterns.set(pattern, known);
  return known;
}

function cellFormat({ format, style }: HeldCell): object | undefined {
  if (format === null) return style ?? undefined;
  return { numberFormat: { type: knownFormatType(format), pattern: format }, ...style };
}

interface FieldReader {
  readonly parts: readonly Part[];
  readonly read: (cell: HeldCell, locale: string) => unknown;
}

const ifFilled =
  (read: FieldReader['read']): FieldReader['read'] =>
  (cell, locale) =>
    cell.value === null ? undefined : read(cell, locale);

/** Each field of the API's CellData, with the parts of a cell it is made of. */
const FIELDS: Record<string, FieldReader> = {
  userEnteredValue: { parts: ['value', 'entered'], read: ifFilled(enteredValue) },
  effectiveValue: { parts: ['value'], read: ifFilled(({ value }) => extendedValue(value)) },
  formattedValue: {
    parts: ['value', 'format'],
    read: ifFilled(({ value, format }, locale) => displayText(value, format, locale)),
  },
  userEnteredFormat: { parts: ['format', 'style'], read: cellFormat },
  effectiveFormat: { parts: ['format', 'style'], read: cellFormat },
  note: { parts: ['note'], read: ({ note }) => note ?? undefined },
  dataValidation: { parts: ['validation'], read: ({ validation }) => validation ?? undefined },
};

/** The fields of a cell that a mask asks for: a whole workbook is read for a few of them. */
export function fieldsAskedFor(mask: MaskTree): string[] {
  const names = Object.keys(mask);
  return names.length === 0 || '*' in mask
    ? Object.keys(FIELDS)
    : names.filter((name) => name in FIELDS);
}

export const partsOfFields = (fields: readonly string[]): Part[] => [
  ...new Set(fields.flatMap((field) => FIELDS[field]?.parts ?? [])),
];

/** The API's CellData with these fields; one that the cell does not have is left out. */
export function cellData(cell: HeldCell, fields: readonly string[], locale: string): object {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = FIELDS[field]?.read(cell, locale);
    if (value !== undefined) data[field] = value;
  }
  return data;
}
