import * as v from 'valibot';
import { FILTER_OPERATORS, type FilterClause } from './data-studio/contract.ts';
import type { Query } from './data-studio/query-types.ts';
import type {
  Answers,
  ConfigRequest,
  QueryRequest,
  RunRequest,
  ScriptCall,
  SourceRequest,
  TypeRequest,
} from './page-api.ts';

// What the server takes from the page, field by field: nothing unknown, nothing endless.

/** More than a table has fields, or a form has choices. */
const MOST_ENTRIES = 500;
/** More than anybody pastes into a page. */
const MOST_ROWS = 5_000;

type Reads<T> = v.GenericSchema<unknown, T>;

const words = v.pipe(v.string(), v.maxLength(100_000));
const language = v.picklist(['en', 'nl']);
const list = <T>(member: Reads<T>): Reads<T[]> =>
  v.pipe(v.array(member), v.maxLength(MOST_ENTRIES));

const answer: Reads<Answers[string]> = v.union([words, v.boolean(), list(words)]);
const answers: Reads<Answers> = v.pipe(v.record(words, answer), v.maxEntries(MOST_ENTRIES));

const dateRange = v.strictObject({
  startDate: v.pipe(v.string(), v.isoDate()),
  endDate: v.pipe(v.string(), v.isoDate()),
});

const clause: Reads<FilterClause> = v.strictObject({
  fieldName: words,
  values: list(words),
  type: v.picklist(['INCLUDE', 'EXCLUDE']),
  operator: v.picklist(FILTER_OPERATORS),
});

const query: Reads<Query> = v.strictObject({
  dimensions: list(words),
  metrics: list(words),
  filters: v.optional(list(list(clause))),
  dateRange: v.optional(dateRange),
  sort: v.optional(list(v.strictObject({ field: words, descending: v.optional(v.boolean()) }))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  comparison: v.optional(dateRange),
});

const person = v.optional(v.picklist(['owner', 'viewer', 'stranger']));

const source = { language, person, answers, table: v.optional(words) };

export const sourceRequest: Reads<SourceRequest> = v.strictObject(source);

export const configRequest: Reads<ConfigRequest> = v.strictObject({
  ...source,
  changed: v.optional(v.strictObject({ name: words, value: answer })),
});

export const queryRequest: Reads<QueryRequest> = v.strictObject({
  ...source,
  query,
  skipAbsent: v.optional(v.boolean()),
});

export const runRequest: Reads<RunRequest> = v.strictObject({
  kind: v.picklist(['menu', 'trigger']),
  id: words,
  language,
  answers: v.optional(list(v.strictObject({ question: words, button: words, text: words }))),
});

export const typeRequest: Reads<TypeRequest> = v.strictObject({
  language,
  title: words,
  cell: v.pipe(v.string(), v.regex(/^[A-Z]{1,3}[1-9]\d{0,5}$/)),
  texts: v.pipe(v.array(list(words)), v.minLength(1), v.maxLength(MOST_ROWS)),
});

export const scriptCall: Reads<ScriptCall> = v.strictObject({
  language: v.optional(language),
  project: v.picklist(['sheet', 'connector']),
  functionName: words,
  args: list(v.unknown()),
});

export const refreshRequest: Reads<{ readonly language?: string }> = v.strictObject({});

/** "query.limit: Expected number": the first thing that does not fit, and where. */
export function whatDoesNotFit([issue]: readonly v.BaseIssue<unknown>[]): string {
  const place = issue === undefined ? null : v.getDotPath(issue);
  const expected = issue?.expected ?? 'another request';
  return `${place === null ? 'The request' : place.slice(0, 100)} does not fit: ${expected} is expected.`;
}
