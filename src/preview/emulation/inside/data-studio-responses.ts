import { enumName } from './data-studio-enums.ts';
import type { FieldRecord } from './data-studio-field.ts';
import { buildFields, fieldsArgument } from './data-studio-fields.ts';
import { printed, withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';

type GetAuthTypeResponse = GoogleAppsScript.Data_Studio.GetAuthTypeResponse;
type SetCredentialsResponse = GoogleAppsScript.Data_Studio.SetCredentialsResponse;
type GetSchemaResponse = GoogleAppsScript.Data_Studio.GetSchemaResponse;
type GetDataResponse = GoogleAppsScript.Data_Studio.GetDataResponse;

type Cell = string | number | boolean | null;

interface ResponseRecord {
  response: unknown;
  authType: string | null;
  helpUrl: string | null;
  isValid: boolean | null;
  fields: readonly FieldRecord[] | null;
  rows: { values: Cell[] }[];
  filtersApplied: boolean | null;
}

const AUTH = 'DataStudioApp.GetAuthTypeResponse';
const CREDENTIALS = 'DataStudioApp.SetCredentialsResponse';
const SCHEMA = 'DataStudioApp.GetSchemaResponse';
const DATA = 'DataStudioApp.GetDataResponse';

// [recorded live] {"helpUrl":…,"type":…}
const authJson = ({ helpUrl, authType }: ResponseRecord) =>
  withoutUnset({ helpUrl, type: authType });

const AUTH_MEMBERS = {
  setAuthType(record, ...args: unknown[]) {
    record.authType = enumName('AuthType', `${AUTH}.setAuthType`, args);
    return record.response;
  },
  setHelpUrl(record, ...args: unknown[]) {
    checkArguments(`${AUTH}.setHelpUrl`, args, ['string']);
    record.helpUrl = args[0] === null ? null : String(args[0]);
    return record.response;
  },
  build: authJson,
  printJson: (record) => printed(authJson(record)),
} satisfies Required<Emulates<GetAuthTypeResponse, ResponseRecord>>;

// [recorded live] {"errorCode":"NONE"}
const credentialsJson = ({ isValid }: ResponseRecord) => ({
  errorCode: isValid === true ? 'NONE' : 'INVALID_CREDENTIALS',
});

const CREDENTIALS_MEMBERS = {
  setIsValid(record, ...args: unknown[]) {
    checkArguments(`${CREDENTIALS}.setIsValid`, args, ['boolean']);
    record.isValid = args[0] === true;
    return record.response;
  },
  build: credentialsJson,
  printJson: (record) => printed(credentialsJson(record)),
} satisfies Required<Emulates<SetCredentialsResponse, ResponseRecord>>;

/** [assumed] A response without fields is no valid object; the sentence is ours. */
function schemaJson(record: ResponseRecord) {
  if (record.fields === null) throw platformError('The response has no fields: call setFields.');
  return buildFields(record.fields);
}

// [documented] The JSON of the connector reference.
const SCHEMA_MEMBERS = {
  setFields(record, ...args: unknown[]) {
    record.fields = fieldsArgument(`${SCHEMA}.setFields`, args);
    return record.response;
  },
  build: (record) => ({ schema: schemaJson(record) }),
  printJson: (record) => printed({ schema: schemaJson(record) }),
} satisfies Required<Emulates<GetSchemaResponse, ResponseRecord>>;

/** [documented] A value is a string, number or boolean. [assumed] Null passes: published connectors send it. */
function cell(value: unknown, at: number): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const shown = typeof value === 'number' ? String(value) : typeof value;
  throw platformError(`Value ${at + 1} of the row is ${shown}; a row holds text and numbers.`);
}

function addRow(record: ResponseRecord, row: unknown): void {
  record.rows.push({ values: Array.isArray(row) ? row.map(cell) : [] });
}

const DATA_MEMBERS = {
  setFields(record, ...args: unknown[]) {
    record.fields = fieldsArgument(`${DATA}.setFields`, args);
    return record.response;
  },
  addRow(record, ...args: unknown[]) {
    checkArguments(`${DATA}.addRow`, args, ['array']);
    addRow(record, args[0]);
    return record.response;
  },
  addAllRows(record, ...args: unknown[]) {
    checkArguments(`${DATA}.addAllRows`, args, ['array']);
    const rows: unknown[] = Array.isArray(args[0]) ? args[0] : [];
    if (!rows.every(Array.isArray)) checkArguments(`${DATA}.addAllRows`, args);
    for (const row of rows) addRow(record, row);
    return record.response;
  },
  setFiltersApplied(record, ...args: unknown[]) {
    checkArguments(`${DATA}.setFiltersApplied`, args, ['boolean']);
    record.filtersApplied = args[0] === true;
    return record.response;
  },
  // [documented] There is no printJson here.
  build: (record) =>
    withoutUnset({
      schema: schemaJson(record),
      rows: record.rows,
      filtersApplied: record.filtersApplied,
    }),
} satisfies Required<Emulates<GetDataResponse, ResponseRecord>>;

function newResponse(className: string, members: object): unknown {
  const record: ResponseRecord = {
    response: null,
    authType: null,
    helpUrl: null,
    isValid: null,
    fields: null,
    rows: [],
    filtersApplied: null,
  };
  record.response = emulatedObject(className, members, record);
  return record.response;
}

export const newAuthTypeResponse = () => newResponse(AUTH, AUTH_MEMBERS);
export const newSetCredentialsResponse = () => newResponse(CREDENTIALS, CREDENTIALS_MEMBERS);
export const newGetSchemaResponse = () => newResponse(SCHEMA, SCHEMA_MEMBERS);
export const newGetDataResponse = () => newResponse(DATA, DATA_MEMBERS);
