import type { PlainCell, PlainTable } from './plain-table.ts';

/** Neighbouring rows that are about the same thing: its KPI, or its goal. */
export interface RowBlocks {
  /** First row of each block, and past the last of all. */
  readonly starts: Int32Array;
  /** First row of the block of each row. */
  readonly firstOf: Int32Array;
}

const KEY_FIELDS = ['kpi_key', 'goal_id'];

/** How many rows each block has; one block of all where nothing says what a row is about. */
export function blockLengths(table: PlainTable): number[] {
  const field = KEY_FIELDS.find((candidate) => table.fields.includes(candidate));
  const cells = field === undefined ? undefined : table.column(field);
  const lengths: number[] = [];
  let before: PlainCell | undefined;
  for (let row = 0; row < table.rowCount; row += 1) {
    const key = cells?.[row] ?? null;
    if (key === before) lengths[lengths.length - 1] += 1;
    else lengths.push(1);
    before = key;
  }
  return lengths;
}

/** From kept lengths. */
export function rowBlocks(runs: readonly number[], rowCount: number): RowBlocks {
  const starts: number[] = [];
  const firstOf = new Int32Array(rowCount);
  let row = 0;
  for (let at = 0; at + 1 < runs.length; at += 2) {
    for (let count = runs[at + 1]; count > 0; count -= 1) {
      starts.push(row);
      firstOf.fill(row, row, row + runs[at]);
      row += runs[at];
    }
  }
  return { starts: Int32Array.from([...starts, rowCount]), firstOf };
}
