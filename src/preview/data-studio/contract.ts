// What passes between Data Studio and a connector, as JSON.

export type Cell = string | number | boolean | null;

/** What a HYPERLINK formula yields; only charts see it, a connector never sends it. */
interface Link {
  readonly url: string;
  readonly text: string;
}

export type Value = Cell | Link;

export interface ConnectorFailure {
  readonly message: string;
  /** Set by newUserError().setText(): the only text that a report's viewer may see. */
  readonly userText?: string;
  /** Set by setDebugText() or newDebugError(): for admins. */
  readonly debugText?: string;
  readonly stack?: string;
}

export type Answer = { readonly result: unknown } | { readonly error: ConnectorFailure };

/** Runs one function of the connector, in an execution of its own. */
export type Call = (functionName: string, request?: object) => Answer | Promise<Answer>;

/** One request and its answer, for people who want to see what passed. */
export interface Exchange {
  readonly functionName: string;
  readonly request: object | undefined;
  readonly answer: Answer;
  readonly milliseconds: number;
}

type ConfigType =
  | 'TEXTINPUT'
  | 'TEXTAREA'
  | 'SELECT_SINGLE'
  | 'SELECT_MULTIPLE'
  | 'CHECKBOX'
  | 'INFO';

interface ConfigOption {
  readonly label: string;
  readonly value: string;
}

export interface ConfigParam {
  readonly type: ConfigType;
  readonly name: string;
  readonly displayName?: string;
  readonly helpText?: string;
  readonly placeholder?: string;
  readonly isDynamic?: boolean;
  readonly parameterControl?: { readonly allowOverride?: boolean };
  readonly options?: readonly ConfigOption[];
  readonly text?: string;
}

export interface ConfigResponse {
  readonly configParams: readonly ConfigParam[];
  readonly dateRangeRequired?: boolean;
  readonly isSteppedConfig?: boolean;
}

export type Aggregation =
  | 'SUM'
  | 'AVG'
  | 'MIN'
  | 'MAX'
  | 'COUNT'
  | 'COUNT_DISTINCT'
  | 'AUTO'
  | 'NONE';

export type DataType = 'STRING' | 'NUMBER' | 'BOOLEAN';

export interface SchemaField {
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly dataType: DataType;
  readonly group?: string;
  readonly formula?: string;
  readonly isHidden?: boolean;
  readonly isDefault?: boolean;
  readonly defaultAggregationType?: Aggregation;
  readonly semantics?: {
    readonly conceptType?: 'DIMENSION' | 'METRIC';
    readonly semanticType?: string;
    readonly semanticGroup?: string;
    readonly isReaggregatable?: boolean;
  };
}

export interface DateRange {
  /** YYYY-MM-DD, inclusive. */
  readonly startDate: string;
  readonly endDate: string;
}

export const FILTER_OPERATORS = [
  'EQUALS',
  'CONTAINS',
  'REGEXP_PARTIAL_MATCH',
  'REGEXP_EXACT_MATCH',
  'IN_LIST',
  'IS_NULL',
  'BETWEEN',
  'NUMERIC_GREATER_THAN',
  'NUMERIC_GREATER_THAN_OR_EQUAL',
  'NUMERIC_LESS_THAN',
  'NUMERIC_LESS_THAN_OR_EQUAL',
] as const;

export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export interface FilterClause {
  readonly fieldName: string;
  readonly values: readonly string[];
  readonly type: 'INCLUDE' | 'EXCLUDE';
  readonly operator: FilterOperator;
}

/** Every outer element must hold; of an inner list, one clause suffices. */
export type Filters = readonly (readonly FilterClause[])[];

export interface DataResponse {
  readonly schema: readonly { readonly name: string; readonly dataType: DataType }[];
  readonly rows: readonly { readonly values: readonly Cell[] }[];
  readonly filtersApplied?: boolean;
}
