import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import { PersonFailure } from '../failures.ts';
import type { PlainCell, PlainTable } from '../packed-tables/plain-table.ts';

/** What one getData call answers: the fields in order, and rows whose values are in that order. */
export interface DataAnswer {
  readonly fields: readonly FieldDefinition[];
  readonly rows: readonly PlainCell[][];
}

/** [documented] Data Studio takes a million rows. */
const MOST_ROWS = 1_000_000;

/**
 * The one list that schema and rows are made from: the fields asked for, in the order asked.
 * Without a list, all that hold values; a name that the table does not have is left out.
 */
export function requestedFields(
  all: readonly FieldDefinition[],
  asked: readonly string[] | null,
): FieldDefinition[] {
  if (asked === null) return all.filter(({ column }) => column !== null);
  const byId = new Map(all.map((field) => [field.id, field]));
  return asked.flatMap((id) => byId.get(id) ?? []);
}

/** Nothing but text, finite numbers, booleans and null leaves. */
const safeCell = (cell: PlainCell | undefined): PlainCell =>
  cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell)) ? null : cell;

/** Rows of the table that are wanted, all of them without `isWanted`. */
export function answerData(
  fields: readonly FieldDefinition[],
  table: PlainTable,
  isWanted: ((row: number) => boolean) | null = null,
): DataAnswer {
  if (table.rowCount > MOST_ROWS) {
    throw new PersonFailure('TOO_LARGE', { rows: table.rowCount });
  }
  const columns = fields.map(({ column }) => (column === null ? undefined : table.column(column)));
  const rows: PlainCell[][] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isWanted?.(row) === false) continue;
    rows.push(columns.map((column) => safeCell(column?.[row])));
  }
  return { fields, rows };
}

const SAMPLES: Readonly<Record<string, PlainCell>> = {
  TEXT: 'text',
  NUMBER: 1,
  PERCENT: 0.5,
  YEAR_MONTH_DAY: '20260131',
  YEAR_MONTH_DAY_SECOND: '20260131093000',
  BOOLEAN: true,
  URL: 'https://docs.google.com/spreadsheets/',
};

/** One made-up row, for Data Studio's look at what the types are: nothing is read for it. */
export const sampleAnswer = (fields: readonly FieldDefinition[]): DataAnswer => ({
  fields,
  rows: [fields.map(({ type, column }) => (column === null ? null : (SAMPLES[type] ?? 1)))],
});
