import type { Value } from './data-studio/contract.ts';
import type { TableFormat } from './table-options.ts';

export interface PrintedColumn {
  readonly id: string;
  /** Semantic type of the field. */
  readonly type: string;
}

type PrintedValue = string | number | boolean | null;

const DATE = /^(\d{4})(\d{2})(\d{2})$/;
const MOMENT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** Dates as ISO 8601, a link as its address, everything else as it is. */
function printedValue(value: Value, type: string): PrintedValue {
  if (typeof value === 'object' && value !== null) return value.url;
  if (typeof value !== 'string') return value;
  if (type === 'YEAR_MONTH_DAY') return value.replace(DATE, '$1-$2-$3');
  return type === 'YEAR_MONTH_DAY_SECOND' ? value.replace(MOMENT, '$1-$2-$3T$4:$5:$6') : value;
}

/** What a spreadsheet would take for a formula when it opens the file. */
const FORMULA_START = /^[=+\-@\t\r]/;

function csvCell(value: PrintedValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function csvText(columns: readonly PrintedColumn[], rows: readonly PrintedValue[][]): string {
  const lines = [columns.map(({ id }) => id), ...rows].map((row) => row.map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}

function jsonText(columns: readonly PrintedColumn[], rows: readonly PrintedValue[][]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ id }, column) => [id, row[column]])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** The table as text, ready to print. */
export function tableText(
  format: TableFormat,
  columns: readonly PrintedColumn[],
  rows: readonly (readonly Value[])[],
): string {
  const printed = rows.map((row) =>
    row.map((value, column) => printedValue(value, columns[column]?.type ?? '')),
  );
  return format === 'csv' ? csvText(columns, printed) : jsonText(columns, printed);
}
