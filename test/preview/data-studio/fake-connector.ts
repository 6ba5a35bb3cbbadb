// A hand-written connector, small enough to read, for the tests of Data Studio's side.
import type { SessionOptions } from '../../../src/preview/data-studio/connector-session.ts';
import type {
  Answer,
  Call,
  Cell,
  ConnectorFailure,
  Exchange,
  SchemaField,
} from '../../../src/preview/data-studio/contract.ts';

export const dimension = (
  name: string,
  semanticType = 'TEXT',
  more: Partial<SchemaField> = {},
): SchemaField => ({
  name,
  label: name,
  dataType: 'STRING',
  semantics: { conceptType: 'DIMENSION', semanticType },
  ...more,
});

export const metric = (
  name: string,
  aggregation: SchemaField['defaultAggregationType'] = 'SUM',
  more: Partial<SchemaField> = {},
): SchemaField => ({
  name,
  label: name,
  dataType: 'NUMBER',
  defaultAggregationType: aggregation,
  semantics: { conceptType: 'METRIC', semanticType: 'NUMBER' },
  ...more,
});

export const calculated = (name: string, formula: string, more: Partial<SchemaField> = {}) =>
  metric(name, 'AUTO', { formula, ...more });

export type FakeRow = Readonly<Record<string, Cell>>;

interface FakeRequest {
  readonly fields: readonly { readonly name: string; readonly forFilterOnly?: boolean }[];
  readonly dateRange?: { readonly startDate: string; readonly endDate: string };
}

export const answerRows = (
  fields: readonly SchemaField[],
  rows: readonly FakeRow[],
  asked: FakeRequest,
) => {
  const requested = asked.fields.flatMap(({ name }) =>
    fields.filter((field) => field.name === name),
  );
  return {
    schema: requested,
    rows: rows.map((row) => ({ values: requested.map(({ name }) => row[name] ?? null) })),
    filtersApplied: false,
  };
};

type Functions = Readonly<Record<string, (request: never) => unknown>>;

export class FakeFailure extends Error {
  readonly failure: ConnectorFailure;

  constructor(failure: ConnectorFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export const callOf =
  (functions: Functions): Call =>
  (name, request): Answer => {
    const run = functions[name];
    if (run === undefined) return { error: { message: `Script function not found: ${name}` } };
    try {
      // SAFETY: requests and results cross as JSON, as on the platform.
      const json = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as never;
      return { result: json(run(json(request))) };
    } catch (error) {
      if (error instanceof FakeFailure) return { error: error.failure };
      return { error: { message: String(error), stack: 'at getData (Code:7)' } };
    }
  };

export const connectorOf = (
  fields: readonly SchemaField[],
  rows: readonly FakeRow[],
  overrides: Functions = {},
): Call =>
  callOf({
    getAuthType: () => ({ type: 'NONE' }),
    getConfig: () => ({ configParams: [], dateRangeRequired: false }),
    getSchema: () => ({ schema: fields }),
    getData: (asked: FakeRequest) => answerRows(fields, rows, asked),
    ...overrides,
  });

export const optionsFor = (
  call: Call,
  exchanges: Exchange[] = [],
  more: Partial<SessionOptions> = {},
): SessionOptions => ({
  call,
  languageCode: 'en',
  today: '2026-03-01',
  lastRefresh: '1758425096065',
  onExchange: (exchange) => exchanges.push(exchange),
  ...more,
});

export const requestsTo = (exchanges: readonly Exchange[], functionName: string) =>
  exchanges
    .filter((exchange) => exchange.functionName === functionName)
    .map((exchange) => exchange.request);
