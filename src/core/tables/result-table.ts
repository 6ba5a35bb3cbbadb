import type { FieldId } from '../language/field-words.ts';
import type { Columns, HiddenColumns } from './column.ts';
import type { Part } from './part.ts';
import type { Table } from './table.ts';

/** A result table: its fields, and what a block of its rows is about. */
export interface ResultTable<Block> {
  readonly columns: Columns<Block>;
  readonly hidden: HiddenColumns<Block>;
  /** What a new chart shows. */
  readonly defaults: readonly [dimension: FieldId, metric: FieldId];
  /** Rows of a block; left out, one. */
  readonly lengthOf?: (block: Block) => number;
  /** A row for each interval, or each day kept: much longer than the others. */
  readonly isLong?: true;
  /**
   * From and to which day a row is, where a report's date range chooses rows. From null: no row is
   * later than the day that the table is seen from.
   */
  readonly days?: { readonly from: FieldId | null; readonly to: FieldId };
  /** Rows are intervals, which a report may ask for in longer ones. */
  readonly hasGrain?: true;
  /** Something of it is foreseen, so that a what-if changes it. */
  readonly looksAhead?: true;
  /** Columns of longer intervals that lie across blocks. */
  readonly acrossBlocks?: (longer: Table) => Readonly<Record<string, readonly Part[]>>;
}
