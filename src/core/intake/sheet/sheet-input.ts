/**
 * What a spreadsheet hands to intake: cells as the Sheets API gives them with UNFORMATTED_VALUE and
 * SERIAL_NUMBER, column by column. A date is a serial number, a blank cell is '', undefined or null.
 */
export type FormatClass =
  | 'general'
  | 'number'
  | 'percent'
  | 'currency'
  | 'date'
  | 'date_time'
  | 'time'
  | 'duration'
  | 'text';

/** The number format of a column: what most of its cells have, and the rows (from 0) that differ. */
export type ColumnFormat = {
  readonly usual: FormatClass;
  readonly except?: Readonly<Record<number, FormatClass>>;
  /** The sign of its first amount of money. */
  readonly currency?: string;
};

export type SheetInput = {
  /** Id of the spreadsheet the tab is in; absent for the workbook itself. */
  readonly spreadsheet?: string;
  readonly name: string;
  /** columns[column][row], both from 0; columns may have different lengths. */
  readonly columns: readonly (readonly unknown[])[];
  /** By column; absent where it is not known, then a number is taken for a number. */
  readonly formats?: readonly (ColumnFormat | undefined)[];
};

export function cellAt(sheet: SheetInput, column: number, row: number): unknown {
  return sheet.columns[column]?.[row];
}

export function formatAt(sheet: SheetInput, column: number, row: number): FormatClass {
  const format = sheet.formats?.[column];
  return format === undefined ? 'general' : (format.except?.[row] ?? format.usual);
}

/** The currency sign that a cell shows by its format alone; null where it shows none. */
export const signAt = (sheet: SheetInput, column: number, row: number): string | null =>
  formatAt(sheet, column, row) === 'currency' ? (sheet.formats?.[column]?.currency ?? null) : null;

export function isBlankCell(cell: unknown): boolean {
  return (
    cell === undefined || cell === null || (typeof cell === 'string' && cell.trim().length === 0)
  );
}

export function rowCountOf(sheet: SheetInput): number {
  return sheet.columns.reduce((most, column) => Math.max(most, column.length), 0);
}
