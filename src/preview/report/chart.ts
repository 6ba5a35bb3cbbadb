import type { Filters } from '../data-studio/contract.ts';
import type { SortKey } from '../data-studio/query-types.ts';

type ChartKind = 'table' | 'pivot' | 'scorecard' | 'series' | 'bar' | 'gauge' | 'route' | 'meter';

/** A chart as a report declares it: what it asks of which table, and how that is drawn. */
export interface Chart {
  readonly kind: ChartKind;
  readonly table: string;
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  /** A pivot: this one of the dimensions goes across. */
  readonly across?: string;
  readonly filters?: Filters;
  readonly sort?: readonly SortKey[];
  readonly limit?: number;
}

/** A chart in its place on a report. */
export interface PlacedChart extends Chart {
  readonly id: string;
  readonly title: { readonly en: string; readonly nl: string };
  /** Shows one KPI or goal: the control of that field always has one value. */
  readonly oneOf?: 'kpi' | 'goal';
  /** What stays blank on purpose, as it is said to who builds it. */
  readonly style?: string;
}

export interface Control {
  readonly field: string;
  readonly kind: 'list' | 'dates';
  /** The source that its choices come from. */
  readonly table: string;
  readonly isSingle?: true;
}

export interface Report {
  readonly id: string;
  readonly title: { readonly en: string; readonly nl: string };
  readonly controls: readonly Control[];
  readonly charts: readonly PlacedChart[];
}
