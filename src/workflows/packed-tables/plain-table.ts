/** What leaves Koers in a table: nothing else may. */
export type PlainCell = string | number | boolean | null;

/** A result table column by column, as it is kept and served. */
export interface PlainTable {
  readonly rowCount: number;
  readonly fields: readonly string[];
  /** The values of one field; unknown fields have none. */
  column(field: string): readonly PlainCell[] | undefined;
}

export function plainTable(
  rowCount: number,
  columns: ReadonlyMap<string, readonly PlainCell[]>,
): PlainTable {
  return { rowCount, fields: [...columns.keys()], column: (field) => columns.get(field) };
}
