import type { Aggregation, DataType, DateRange, Filters, Value } from './contract.ts';

export interface SortKey {
  readonly field: string;
  readonly descending?: boolean;
}

/** What a chart asks of its data source. */
export interface Query {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly filters?: Filters;
  readonly dateRange?: DateRange;
  readonly sort?: readonly SortKey[];
  readonly limit?: number;
  /** The date range that the same rows are compared with. */
  readonly comparison?: DateRange;
}

export type Concept = 'DIMENSION' | 'METRIC';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly concept: Concept;
  readonly dataType: DataType;
  readonly semanticType: string;
  readonly aggregation: Aggregation;
}

export interface QueryResult {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** The metrics over all rows together; null for dimensions. */
  readonly totals: readonly Value[];
  readonly rowCount: number;
  /** Per row of `rows` the same row in the comparison range, null where there is none. */
  readonly comparison: readonly (readonly Value[] | null)[] | null;
  readonly warnings: readonly string[];
}
