import { compactDate } from '../../core/model/calendar-date.ts';
import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import type { Cell } from '../../core/tables/part.ts';
import { columnOf, rowCountOf, type Table } from '../../core/tables/table.ts';
import { PersonFailure } from '../failures.ts';

/** What one getData call answers: the fields in order, and rows whose values are in that order. */
export interface DataAnswer {
  readonly fields: readonly FieldDefinition[];
  readonly rows: readonly Cell[][];
  /** All of them, or, left out, none. */
  readonly areFiltersApplied?: true;
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

/** A column as Data Studio wants it: a day is eight digits. */
export function answeredColumn(
  table: Table,
  { column, type }: FieldDefinition,
): readonly Cell[] | null {
  if (column === null) return null;
  const cells = columnOf(table, column);
  if (type !== 'YEAR_MONTH_DAY') return cells;
  const texts = new Map<Cell, string>();
  return cells.map((cell) => {
    if (typeof cell !== 'number') return cell;
    const text = texts.get(cell) ?? compactDate(cell);
    texts.set(cell, text);
    return text;
  });
}

/** Rows of the table that are wanted, all of them without `isWanted`. */
export function answerData(
  fields: readonly FieldDefinition[],
  table: Table,
  isWanted: ((row: number) => boolean) | null = null,
): DataAnswer {
  const rowCount = rowCountOf(table);
  if (rowCount > MOST_ROWS) throw new PersonFailure('TOO_LARGE', { rows: rowCount });
  const columns = fields.map((field) => answeredColumn(table, field));
  const rows: Cell[][] = [];
  for (let row = 0; row < rowCount; row += 1) {
    if (isWanted?.(row) === false) continue;
    rows.push(columns.map((column) => column?.[row] ?? null));
  }
  return { fields, rows };
}

const SAMPLES: Readonly<Record<string, Cell>> = {
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
