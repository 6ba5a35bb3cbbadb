import { enumName } from './data-studio-enums.ts';
import { printed, withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { checkArguments } from './host-bridge.ts';

type BigQueryConfig = GoogleAppsScript.Data_Studio.BigQueryConfig;

interface BigQueryRecord {
  builder: unknown;
  billingProjectId: string | null;
  query: string | null;
  useStandardSql: boolean | null;
  accessToken: string | null;
  readonly queryParameters: object[];
}

const CLASS_NAME = 'DataStudioApp.BigQueryConfig';

/** [documented] The literal that an official sample returns. */
function bigQueryJson(record: BigQueryRecord) {
  const { billingProjectId, query, useStandardSql, accessToken, queryParameters } = record;
  return withoutUnset({
    dataConfig: {
      type: 'BIGQUERY',
      bigQueryConnectorConfig: withoutUnset({
        billingProjectId,
        query,
        useStandardSql,
        queryParameters: queryParameters.length === 0 ? null : queryParameters,
      }),
    },
    authConfig: accessToken === null ? null : { accessToken },
  });
}

function textSetter(method: string, property: 'billingProjectId' | 'query' | 'accessToken') {
  return (record: BigQueryRecord, ...args: unknown[]) => {
    checkArguments(`${CLASS_NAME}.${method}`, args, ['string']);
    record[property] = args[0] === null ? null : String(args[0]);
    return record.builder;
  };
}

const MEMBERS = {
  setBillingProjectId: textSetter('setBillingProjectId', 'billingProjectId'),
  setQuery: textSetter('setQuery', 'query'),
  setAccessToken: textSetter('setAccessToken', 'accessToken'),
  setUseStandardSql(record, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setUseStandardSql`, args, ['boolean']);
    record.useStandardSql = args[0] === true;
    return record.builder;
  },
  addQueryParameter(record, ...args: unknown[]) {
    const method = `${CLASS_NAME}.addQueryParameter`;
    checkArguments(method, args, ['string', 'object', 'string']);
    const [name, type, value] = args;
    record.queryParameters.push({
      name: String(name),
      parameterType: { type: enumName('BigQueryParameterType', method, [type]) },
      parameterValue: { value: String(value) },
    });
    return record.builder;
  },
  build: bigQueryJson,
  printJson: (record) => printed(bigQueryJson(record)),
} satisfies Required<Emulates<BigQueryConfig, BigQueryRecord>>;

export function newBigQueryConfig(): unknown {
  const record: BigQueryRecord = {
    builder: null,
    billingProjectId: null,
    query: null,
    useStandardSql: null,
    accessToken: null,
    queryParameters: [],
  };
  record.builder = emulatedObject(CLASS_NAME, MEMBERS, record);
  return record.builder;
}
