import { keepTogether } from '../../board/keep-together.ts';
import type { Value } from '../data-studio/contract.ts';
import type { Query, QueryResult } from '../data-studio/query-types.ts';
import type {
  Answers,
  ConfigReply,
  ConfigRequest,
  FailureReply,
  PreviewState,
  QueryReply,
  QueryRequest,
  RunReply,
  RunRequest,
  SchemaReply,
  SourceRequest,
  TabView,
  TypeRequest,
} from '../page-api.ts';

/** The connector, the workbook or the preview could not answer; the text is for people. */
export class ReplyError extends Error {
  readonly failure: FailureReply['failure'];

  constructor(failure: FailureReply['failure']) {
    super(failure.text);
    this.failure = failure;
  }
}

async function reply<Reply>(address: string, body?: unknown): Promise<Reply> {
  const response = await fetch(
    address,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  const answer: Reply | FailureReply = await response.json();
  if (typeof answer === 'object' && answer !== null && 'failure' in answer) {
    throw new ReplyError(answer.failure);
  }
  return answer;
}

/** What was answered since the workbook last changed; who goes back to a view asks nothing again. */
const answered = new Map<string, Promise<unknown>>();

export const forgetAnswers = (): void => answered.clear();

function ask<Reply>(address: string, body: unknown): Promise<Reply> {
  const key = `${address} ${JSON.stringify(body)}`;
  const known = answered.get(key);
  // SAFETY: the key begins with the address, which has one kind of reply.
  if (known !== undefined) return known as Promise<Reply>;
  const asked = reply<Reply>(address, body);
  answered.set(key, asked);
  asked.catch(() => answered.delete(key));
  return asked;
}

export const askState = (language: string) => reply<PreviewState>(`/api/state?lang=${language}`);
export const askTab = (title: string) =>
  reply<TabView>(`/api/tab?title=${encodeURIComponent(title)}`);
export const askConfig = (request: ConfigRequest) => ask<ConfigReply>('/api/config', request);
export const askSchema = (request: SourceRequest) => ask<SchemaReply>('/api/schema', request);
export const askQuery = (request: QueryRequest) => ask<QueryReply>('/api/query', request);
export const askRun = (request: RunRequest) => reply<RunReply>('/api/run', request);
export const askType = (request: TypeRequest) => reply<object>('/api/type', request);
export const askRefresh = () => reply<object>('/api/refresh', {});

export type Row = Readonly<Record<string, Value>>;

export function toRows(result: QueryResult): Row[] {
  return result.rows.map((values) =>
    Object.fromEntries(result.columns.map(({ name }, at) => [name, values[at] ?? null])),
  );
}

/** Asks a table of the report; fields that it does not have are simply absent from the rows. */
export async function askTable(
  { language, answers }: { readonly language: string; readonly answers: Answers },
  table: string,
  query: Query,
): Promise<QueryReply> {
  return askQuery({ language, answers, table, query, skipAbsent: true });
}

export const textOf = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
};

/** A sentence or an amount for people, which breaks only between words. */
export const proseOf = (row: Row | undefined, name: string): string =>
  keepTogether(textOf(row, name));
