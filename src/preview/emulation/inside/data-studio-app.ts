import { newBigQueryConfig } from './data-studio-big-query.ts';
import { newConfig } from './data-studio-config.ts';
import {
  AGGREGATION_TYPES,
  AUTH_TYPES,
  BIG_QUERY_PARAMETER_TYPES,
  FIELD_TYPES,
} from './data-studio-enums.ts';
import { newDebugError, newUserError } from './data-studio-errors.ts';
import { newFields } from './data-studio-fields.ts';
import {
  newAuthTypeResponse,
  newGetDataResponse,
  newGetSchemaResponse,
  newSetCredentialsResponse,
} from './data-studio-responses.ts';
import { type Emulates, emulatedService } from './emulated-object.ts';

type CommunityConnector = GoogleAppsScript.Data_Studio.CommunityConnector;
type DataStudioApp = GoogleAppsScript.Data_Studio.DataStudioApp;

const CONNECTOR = {
  AggregationType: AGGREGATION_TYPES,
  AuthType: AUTH_TYPES,
  BigQueryParameterType: BIG_QUERY_PARAMETER_TYPES,
  FieldType: FIELD_TYPES,
  getConfig: () => newConfig(),
  getFields: () => newFields(),
  newAuthTypeResponse,
  newBigQueryConfig,
  newDebugError,
  newGetDataResponse,
  newGetSchemaResponse,
  newSetCredentialsResponse,
  newUserError,
} satisfies Required<Emulates<CommunityConnector, undefined>>;

/** [documented] Needs no scope, and works at the top level of a script. */
const SERVICE = {
  createCommunityConnector: () => emulatedService('DataStudioApp.CommunityConnector', CONNECTOR),
} satisfies Required<Emulates<DataStudioApp, undefined>>;

export function installDataStudioApp(globals: Record<string, unknown>): void {
  globals.DataStudioApp = emulatedService('DataStudioApp', SERVICE);
}
