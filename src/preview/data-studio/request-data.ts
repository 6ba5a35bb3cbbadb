import type { Session } from './connector-session.ts';
import { ask } from './connector-session.ts';
import type { Cell, DataResponse, DateRange, Filters } from './contract.ts';
import { ContractError, QueryError } from './errors.ts';
import { compileFilters, filterFieldNames } from './filter.ts';
import type { CheckedSchema } from './schema.ts';
import { valueProblem } from './semantic-types.ts';

const FIELDS_A_REQUEST = 20;
const MOST_ROWS = 1_000_000;
const BYTES_TO_WARN_AT = 49_000_000;
const DEFAULT_DAYS = 28;

export interface DataRequest {
  /** Fields without a formula. */
  readonly fieldNames: readonly string[];
  /** Filters on such fields; the connector is told about them. */
  readonly filters: Filters;
  readonly dateRange: DateRange | undefined;
}

/** The batches laid side by side: one value per field and row. */
export interface FetchedRows {
  readonly rowCount: number;
  readonly read: (fieldName: string, row: number) => Cell;
  readonly warnings: readonly string[];
}

interface RequestedField {
  readonly name: string;
  readonly forFilterOnly?: true;
}

/** Data Studio orders fields as it likes; a fixed shuffle shows connectors that rely on the order. */
function shuffledNames(names: readonly string[]): string[] {
  const weigh = (name: string): number => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < name.length; at += 1) {
      hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
    }
    return hash;
  };
  return [...new Set(names)].sort((one, other) => weigh(one) - weigh(other));
}

function splitIntoBatches(
  fieldNames: readonly string[],
  filterNames: readonly string[],
  most: number,
): RequestedField[][] {
  const size = most - filterNames.length;
  if (size < 1) throw new QueryError(`More than ${most - 1} fields are filtered on.`);
  const names = shuffledNames(fieldNames);
  const batches: RequestedField[][] = [];
  for (let start = 0; start === 0 || start < names.length; start += size) {
    const chunk = names.slice(start, start + size);
    const filterOnly = filterNames
      .filter((name) => !chunk.includes(name))
      .map((name): RequestedField => ({ name, forFilterOnly: true }));
    batches.push([...chunk.map((name) => ({ name })), ...filterOnly]);
  }
  return batches;
}

function daysBefore(date: string, days: number): string {
  const milliseconds = Date.parse(`${date}T00:00:00Z`) - days * 86_400_000;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The report's default: the last 28 days, today not included. */
const defaultDateRange = (today: string): DateRange => ({
  startDate: daysBefore(today, DEFAULT_DAYS),
  endDate: daysBefore(today, 1),
});

const refuse = (reason: string): never => {
  throw new ContractError('getData', reason);
};

function checkRows(response: DataResponse, schema: CheckedSchema): void {
  const types = response.schema.map(({ name, dataType }) => ({
    name,
    dataType,
    semanticType: schema.byName.get(name)?.semanticType ?? '',
  }));
  response.rows.forEach(({ values }, row) => {
    if (!Array.isArray(values) || values.length !== types.length) {
      refuse(`row ${row + 1} has not ${types.length} values`);
    }
    types.forEach(({ name, dataType, semanticType }, column) => {
      const problem = valueProblem(values[column], dataType, semanticType);
      if (problem !== null) refuse(`row ${row + 1}, ${name}: ${problem}`);
    });
  });
}

/** What must hold of every answer, whatever was asked. */
function checkDataResponse(
  value: unknown,
  asked: readonly RequestedField[],
  schema: CheckedSchema,
): DataResponse {
  // SAFETY: each part is looked at below before it is used.
  const response = value as DataResponse;
  if (!Array.isArray(response?.schema) || !Array.isArray(response.rows)) {
    return refuse('the answer has no schema and rows');
  }
  if (response.rows.length > MOST_ROWS) refuse(`${response.rows.length} rows are too many`);
  const wanted = asked
    .filter((field) => !(response.filtersApplied === true && field.forFilterOnly))
    .map((field) => field.name);
  const given = response.schema.map((field) => field.name);
  if ([...wanted].sort().join() !== [...given].sort().join()) {
    refuse(`asked for ${wanted.join(', ')}, the answer has ${given.join(', ')}`);
  }
  for (const { name, dataType } of response.schema) {
    const declared = schema.byName.get(name)?.dataType;
    if (declared !== dataType) refuse(`${name} was declared ${declared} and came as ${dataType}`);
  }
  checkRows(response, schema);
  return response;
}

interface Batch {
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: DataResponse['rows'];
}

function toBatch(response: DataResponse, filters: Filters): Batch {
  const columns = new Map(response.schema.map(({ name }, column) => [name, column]));
  if (response.filtersApplied === true || filters.length === 0)
    return { columns, rows: response.rows };
  const keeps = compileFilters(filters);
  const rows = response.rows.filter(({ values }) =>
    keeps((name) => values[columns.get(name) ?? -1] ?? null),
  );
  return { columns, rows };
}

/** A connector that says it filtered must have kept exactly what the reference filter keeps. */
async function verifyFilters(session: Session, request: DataRequest, filtered: FetchedRows) {
  const { fieldNames, filters } = request;
  const names = [...new Set([...fieldNames, ...filterFieldNames(filters)])];
  const whole = await fetchBatches(session, { ...request, fieldNames: names, filters: [] });
  const keeps = compileFilters(filters);
  const rowOf = (rows: FetchedRows, row: number) =>
    JSON.stringify(fieldNames.map((name) => rows.read(name, row)));
  const everyRow = Array.from({ length: whole.rowCount }, (_, row) => row);
  const expected = everyRow.filter((row) => keeps((name) => whole.read(name, row)));
  const isSame =
    expected.length === filtered.rowCount &&
    expected.every((row, at) => rowOf(whole, row) === rowOf(filtered, at));
  if (!isSame) {
    refuse(`the filters keep ${expected.length} rows, the connector kept ${filtered.rowCount}`);
  }
}

/** Asks getData for the fields, in batches, and filters what the connector did not filter. */
export async function fetchRows(session: Session, request: DataRequest): Promise<FetchedRows> {
  const fetched = await fetchBatches(session, request);
  const isToVerify = session.options.verifyFilters === true && request.filters.length > 0;
  if (isToVerify) await verifyFilters(session, request, fetched);
  return fetched;
}

async function fetchBatches(session: Session, request: DataRequest): Promise<FetchedRows> {
  const { options, configuration, schema } = session;
  const range = request.dateRange ?? defaultDateRange(options.today);
  const fixed = {
    configParams: configuration.encoded,
    scriptParams: { lastRefresh: options.lastRefresh },
    ...(configuration.dateRangeRequired ? { dateRange: range } : {}),
    ...(request.filters.length > 0 ? { dimensionsFilters: request.filters } : {}),
  };
  const warnings: string[] = [];
  const filterNames = filterFieldNames(request.filters);
  const { fieldsARequest = FIELDS_A_REQUEST } = options;
  const batches = await Promise.all(
    splitIntoBatches(request.fieldNames, filterNames, fieldsARequest).map(async (fields) => {
      const result = await ask(options, 'getData', { ...fixed, fields });
      const bytes = Buffer.byteLength(JSON.stringify(result) ?? '');
      if (bytes > BYTES_TO_WARN_AT) {
        warnings.push(`An answer of ${Math.round(bytes / 1_000_000)} MB may be refused.`);
      }
      return toBatch(checkDataResponse(result, fields, schema), request.filters);
    }),
  );
  const rowCount = batches[0]?.rows.length ?? 0;
  if (batches.some((batch) => batch.rows.length !== rowCount)) {
    refuse(`the batches have ${batches.map((batch) => batch.rows.length).join(' and ')} rows`);
  }
  const placeOf = new Map<string, { rows: DataResponse['rows']; column: number }>();
  for (const { columns, rows } of batches) {
    for (const [name, column] of columns) placeOf.set(name, { rows, column });
  }
  const read = (fieldName: string, row: number): Cell => {
    const place = placeOf.get(fieldName);
    const value = place?.rows[row]?.values[place.column] ?? null;
    const isBlankNumber = value === '' && schema.byName.get(fieldName)?.dataType !== 'STRING';
    return isBlankNumber ? null : value;
  };
  return { rowCount, read, warnings };
}
