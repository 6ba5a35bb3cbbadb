import { isTimeFormat } from '../workbook/time-format.ts';
import type { CellValue } from '../workbook/workbook.ts';
import type { Execution } from './execution-state.ts';
import { numfmt } from './number-formats.ts';

/** What lands in a cell; `format` only when the input asks for one the cell does not have. */
interface TypedInput {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

const ERROR_VALUES = new Set([
  '#N/A',
  '#REF!',
  '#DIV/0!',
  '#VALUE!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
]);

/** [known] The locale's own order of day, month and year. */
function datePattern(locale: string): string {
  const { dateOrder = 0, dateSep = '/', padDd, padMm } = numfmt().getLocale(locale)?.format ?? {};
  const day = padDd === true ? 'dd' : 'd';
  const month = padMm === true ? 'mm' : 'm';
  const orders = { 0: [month, day, 'yyyy'], 1: [day, month, 'yyyy'], 2: ['yyyy', month, day] };
  return orders[dateOrder].join(dateSep);
}

const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}/;

function formatOfInput(text: string, formatId: string | number, locale: string): string {
  const known = numfmt().getFormatFromId(Number(formatId));
  const pattern = typeof known === 'string' ? known : String(formatId);
  if (!isTimeFormat(pattern)) return pattern;
  const time = /:\d/.test(text) ? (/:\d+:\d/.test(text) ? 'h:mm:ss' : 'h:mm') : '';
  if (ISO_DATE.test(text)) return `yyyy-mm-dd ${time}`.trim();
  if (Number(formatId) === 14 || Number(formatId) === 22) {
    return `${datePattern(locale)} ${time}`.trim();
  }
  return pattern;
}

/** [known] A format the cell already has stays, unless a date comes in where none was, or the reverse. */
function formatToAdd(wanted: string, current: string | null): string | undefined {
  if (current === null) return wanted;
  return isTimeFormat(wanted) && !isTimeFormat(current) ? wanted : undefined;
}

/**
 * Text as if a person typed it: [recorded live] "12%" is 0.12, "2024-01-31" a date, "TRUE"
 * true, "=A1" a formula; [known] an apostrophe before it, or a cell formatted as plain text,
 * keeps it text.
 */
function typedText(text: string, current: string | null, locale: string): TypedInput {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: text, formula: text };
  if (current === '@') return { value: text };
  if (ERROR_VALUES.has(text)) return { value: { error: text } };
  const parsed = numfmt().parseValue(text, { locale });
  if (parsed === null || parsed === undefined) return { value: text };
  const { value, formatId } = parsed;
  if (typeof value !== 'number' || formatId === undefined) return { value: plain(value) };
  return { value, format: formatToAdd(formatOfInput(text, formatId, locale), current) };
}

function plain(value: unknown): CellValue {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** What a script's text or date becomes in a cell with this format now. */
export const textOperations = {
  typed: (_: Execution, text: string, current: string | null, locale: string) =>
    typedText(text, current, locale),

  /** A moment of the spreadsheet's wall clock, as the number of a cell. */
  date: (_: Execution, serial: number, current: string | null, locale: string): TypedInput => {
    const pattern = datePattern(locale);
    const wanted = Number.isInteger(serial) ? pattern : `${pattern} h:mm:ss`;
    return { value: serial, format: formatToAdd(wanted, current) };
  },
};
