import type { EmulatedAccount } from '../../../src/preview/emulation/host/account.ts';
import { connectorFailure } from '../../../src/preview/emulation/host/connector-failure.ts';
import { runFunction } from '../../../src/preview/emulation/host/execution.ts';
import { emulatorText } from '../../support/emulated-script.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';
import { runShipped, shippedCode, shippedManifest } from '../shipped-bundle.ts';

// What ships, asked as Data Studio asks. The claims C1 to C17 of this folder each name the page below
// developers.google.com/looker-studio/connector/ that they are of, or the thread in which it was
// seen; CC is googledatastudio/community-connectors. Where a page leaves a question open, what ships
// has to do under each answer.

export const WORKBOOK = 'small-workbook-0123456789';

export function recalculated(account: EmulatedAccount = smallAccount()): EmulatedAccount {
  runShipped(account, 'sheet', 'recalculate');
  return account;
}

/** An answer, or in its place what a viewer and an admin read. */
export function call(account: EmulatedAccount, name: string, request?: unknown, asUser?: string) {
  const args = request === undefined ? [] : [request];
  const { result, error } = runShipped(account, 'connector', name, { args, asUser });
  if (error === undefined) return result;
  return { userText: connectorFailure(error).userText ?? '', failure: connectorFailure(error) };
}

export const textOf = (answer: unknown): string =>
  String(Reflect.get(Object(answer), 'userText') ?? '');

export const configured = (table: string, more: Record<string, string> = {}) => ({
  workbook: WORKBOOK,
  table,
  fields: 'all',
  language: 'en',
  ...more,
});

export interface SchemaField {
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  readonly description?: string;
  readonly group?: string;
  readonly formula?: string;
  readonly isHidden?: boolean;
  readonly isDefault?: boolean;
  readonly defaultAggregationType?: string;
  readonly semantics: {
    readonly conceptType: string;
    readonly semanticType: string;
    readonly isReaggregatable?: boolean;
  };
}

export const schemaOf = (
  account: EmulatedAccount,
  table: string,
  more: Record<string, string> = {},
): readonly SchemaField[] =>
  Reflect.get(
    Object(call(account, 'getSchema', { configParams: configured(table, more) })),
    'schema',
  );

export interface Answered {
  readonly schema: readonly { readonly name: string; readonly dataType: string }[];
  readonly rows: readonly { readonly values: readonly (string | number | boolean | null)[] }[];
  readonly filtersApplied: boolean;
}

export const dataRequest = (table: string, fields: readonly string[], more: object = {}) => ({
  configParams: configured(table),
  scriptParams: { lastRefresh: '1' },
  fields: fields.map((name) => ({ name })),
  ...more,
});

export const dataOf = (
  account: EmulatedAccount,
  table: string,
  fields: readonly string[],
  more: object = {},
) =>
  // SAFETY: an error has no rows, which every test looks at.
  call(account, 'getData', dataRequest(table, fields, more)) as Answered;

export const valuesOf = ({ rows }: Answered) => rows.map(({ values }) => values);

/** Many requests in one execution, which is as long as one. */
export function dataOfEach(account: EmulatedAccount, requests: readonly object[]): Answered[] {
  const { result, error } = runFunction(account, {
    emulator: emulatorText(),
    code: `${shippedCode('connector')}\nfunction answerEach(all) { return all.map((own) => getData(own)); }`,
    project: 'connector',
    manifest: shippedManifest('connector'),
    functionName: 'answerEach',
    trigger: 'datastudio',
    args: [requests],
  });
  if (error !== undefined) throw new Error(error.message);
  // SAFETY: as above.
  return result as Answered[];
}
